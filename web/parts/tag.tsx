/** A short word in a colour; never cut off. */
import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';

/** Grounds on which white text has a contrast of more than 4.5 to 1. */
export const TONES = { good: '#1e6b34', bad: '#a61b1b', warning: '#8a4b00', plain: '#4a5158' } as const;

export type Tone = keyof typeof TONES;

export function Tag({ tone, children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <Badge
      radius="sm"
      tt="none"
      size="md"
      {...(tone === undefined ? { variant: 'default' } : { color: TONES[tone] })}
      style={{ minWidth: 'max-content' }}
    >
      {children}
    </Badge>
  );
}
