/** What narrows a list, each to be taken away: nobody has to wonder why something is not there. */
import { Group, Pill } from '@mantine/core';
import type { ReactNode } from 'react';

export function Pills(props: {
  readonly label: string;
  readonly pills: readonly { readonly name: string; readonly onRemove: () => void }[];
  /** What the button of a pill says. */
  readonly removeLabel: (name: string) => string;
  /** Beside them. */
  readonly children?: ReactNode;
}) {
  const { label, pills, removeLabel, children } = props;
  if (pills.length === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label={label}>
      {pills.map(({ name, onRemove }) => (
        <Pill
          key={name}
          size="md"
          withRemoveButton
          onRemove={onRemove}
          removeButtonProps={{ 'aria-label': removeLabel(name), 'aria-hidden': false, tabIndex: 0 }}
        >
          {name}
        </Pill>
      ))}
      {children}
    </Group>
  );
}
