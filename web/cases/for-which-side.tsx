/** On whose side of the case something is done, where an account acts for both. */
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../words/words.ts';
import type { OpenAction } from './queries.ts';
import './late-words.ts';

export function ForWhichSide(props: {
  readonly sides: OpenAction['for'];
  readonly party: string | undefined;
  readonly onChoose: (party: string) => void;
}) {
  const { t } = useTranslation('cases');
  const { say } = useLocale();
  return (
    <NativeSelect
      label={t('forWhichSide')}
      value={props.party ?? ''}
      data={props.sides.map(({ party, title }) => ({ value: party, label: say(title) }))}
      onChange={(event) => props.onChoose(event.currentTarget.value)}
    />
  );
}
