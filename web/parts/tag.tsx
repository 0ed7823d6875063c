/** A short word in a colour; never cut off. */
import { Badge, type BadgeProps } from '@mantine/core';
import type { ReactNode } from 'react';

export function Tag({ children, ...props }: BadgeProps & { readonly children: ReactNode }) {
  return (
    <Badge radius="sm" tt="none" {...props} style={{ minWidth: 'max-content' }}>
      {children}
    </Badge>
  );
}
