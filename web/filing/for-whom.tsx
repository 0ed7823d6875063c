/** On whose behalf something is filed, where an account could do so for several. */
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../api/vocabulary.ts';
import { useLocale } from '../words/words.ts';

const UNIT = 'unit:';

export function ForWhom(props: {
  readonly parties: readonly string[];
  readonly party: string | undefined;
  readonly onChoose: (party: string) => void;
}) {
  const { parties, party, onChoose } = props;
  const { t } = useTranslation('filing');
  const { say } = useLocale();
  const { bodies } = useVocabulary();
  const called = (key: string) => {
    const body = key.startsWith(UNIT) ? bodies[key.slice(UNIT.length)] : undefined;
    return body === undefined ? key : say(body);
  };
  return (
    <NativeSelect
      label={t('for')}
      value={party ?? ''}
      data={parties.map((value) => ({ value, label: called(value) }))}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}
