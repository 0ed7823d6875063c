import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../api/vocabulary.ts';
import { useLocale } from '../words/words.ts';

/** Chooses a kind of case, or all of them. */
export function KindSelect(props: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (kind: string | undefined) => void;
}) {
  const { label, value = '', onChange } = props;
  const { t } = useTranslation();
  const { say } = useLocale();
  const { kinds } = useVocabulary();
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      data={[
        { value: '', label: t('all') },
        ...Object.entries(kinds).map(([kind, { title }]) => ({ value: kind, label: say(title) })),
      ]}
    />
  );
}
