/** A short word in a colour; never cut off. */
import { Badge } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';

/** Grounds on which white text has a contrast of more than 4.5 to 1. */
export const TONES = { good: '#1e6b34', bad: '#a61b1b', warning: '#8a4b00', plain: '#4a5158' } as const;

export type Tone = keyof typeof TONES;

interface Props {
  readonly tone?: Tone;
  /** True where its words may be wider than a phone: it takes as many lines as it needs. */
  readonly wraps?: boolean;
  readonly children: ReactNode;
}

const IN_LINES: CSSProperties = { height: 'auto', minHeight: 'var(--badge-height)', maxWidth: '100%' };

export function Tag({ tone, wraps = false, children }: Props) {
  return (
    <Badge
      radius="sm"
      tt="none"
      size="md"
      {...(tone === undefined ? { variant: 'default' } : { color: TONES[tone] })}
      style={wraps ? IN_LINES : { minWidth: 'max-content' }}
      {...(wraps && { styles: { label: { whiteSpace: 'normal' } } })}
    >
      {children}
    </Badge>
  );
}
