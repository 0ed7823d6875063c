/** Below a field for a reason or an opinion: phrases to begin it with, and what is typed to be kept as one. */
import { Anchor, Button, Group, NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Failure } from '../parts/states.tsx';
import { addWords } from '../words/words.ts';
import { begun, useKeep, usePhrases, type PhrasesFor } from './queries.ts';
import { phrasesWords } from './words.ts';

addWords('phrases', phrasesWords);

export function PhrasePicker(props: {
  readonly of: PhrasesFor;
  /** What the field is called, so that two pickers of a form can be told apart. */
  readonly label: string;
  readonly text: string;
  readonly onPick: (text: string) => void;
}) {
  const { of, label, text, onPick } = props;
  const { t } = useTranslation('phrases');
  const { data } = usePhrases(of);
  const keep = useKeep();
  const phrases = data?.items ?? [];
  const typed = text.trim();
  const isKept = phrases.some((phrase) => phrase.text === typed);
  return (
    <>
      <Group gap="xs" mt={4} align="center">
        {phrases.length > 0 && (
          <NativeSelect
            size="xs"
            maw="22rem"
            aria-label={`${t('insert')}：${label}`}
            value=""
            onChange={({ currentTarget: { value } }) => {
              const phrase = phrases.find(({ id }) => id === value);
              if (phrase !== undefined) onPick(typed === '' ? phrase.text : `${typed}\n${phrase.text}`);
            }}
            data={[
              { value: '', label: `${t('insert')}…` },
              ...phrases.map(({ id, text: words }) => ({ value: id, label: begun(words) })),
            ]}
          />
        )}
        {typed !== '' &&
          (isKept ? (
            <Text size="xs" c="dimmed" role="status">
              {t('kept')}
            </Text>
          ) : (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={`${t('keep')}：${label}`}
              loading={keep.isPending}
              onClick={() => keep.mutate({ text: typed, ...of })}
            >
              {t('keep')}
            </Button>
          ))}
        {phrases.length > 0 && (
          <Anchor component={Link} href="/phrases" size="xs">
            {t('manage')}
          </Anchor>
        )}
      </Group>
      {keep.error !== null && <Failure error={keep.error} />}
    </>
  );
}
