/** A case in a table: its number leads to it, and below stands what it is called. */
import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

export function CaseName(props: {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** Beside the number. */
  readonly children?: ReactNode;
}) {
  const { id, number, title, children } = props;
  return (
    <>
      <Anchor component={Link} href={`/cases/${id}`} fw={600}>
        {number}
      </Anchor>
      {children}
      <Text size="sm" c="dimmed">
        {title}
      </Text>
    </>
  );
}
