/** What narrows a list beside the choices above it, each to be taken away: nobody has to wonder why something is not there. */
import { Group, Pill } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface Narrowing {
  /** What it says. */
  readonly name: string;
  /** Names in the address that go with it. */
  readonly keys: readonly string[];
}

export function Narrowed(props: {
  readonly narrowings: readonly Narrowing[];
  readonly onRemove: (keys: readonly string[]) => void;
}) {
  const { narrowings, onRemove } = props;
  const { t } = useTranslation('narrowed');
  if (narrowings.length === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label={t('narrowed')}>
      {narrowings.map(({ name, keys }) => (
        <Pill
          key={name}
          size="md"
          withRemoveButton
          onRemove={() => onRemove(keys)}
          removeButtonProps={{ 'aria-label': t('removeNarrowing', { name }), 'aria-hidden': false, tabIndex: 0 }}
        >
          {name}
        </Pill>
      ))}
    </Group>
  );
}
