/** Changes of rules before they are saved: what they are, what they would do, and why. */
import { Alert, Button, Group, List, Stack, Text, Textarea } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useKept } from '../../parts/kept.ts';
import { Empty, Failure } from '../../parts/states.tsx';
import { useLocale } from '../../words/words.ts';
import { Moves } from '../calendar/moves.tsx';
import { ConditionsOtherwise } from './conditions-otherwise.tsx';
import { usePreview, useSetRules, type Draft, type RuleBook } from './queries.ts';
import { useValueWords } from './value-words.ts';

export function DraftForm(props: { readonly book: RuleBook; readonly draft: Draft; readonly onDone: () => void }) {
  const { book, draft, onDone } = props;
  const { t } = useTranslation('admin');
  const [note, setNote] = useKept(`rules.${book.regime}.note`, '');
  const preview = usePreview(book.regime);
  const save = useSetRules(book);
  const { reset } = preview;
  // What was previewed is another draft than the one that stands there now.
  useEffect(() => reset(), [draft, reset]);
  if (Object.keys(draft).length === 0)
    return (
      <>
        {save.data !== undefined && (
          <Alert color="green" role="status">
            {t('rulesSaved', { version: save.data.version })}
          </Alert>
        )}
        <Empty>{t('noChanges')}</Empty>
      </>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(
          { values: draft, note },
          {
            onSuccess: () => {
              setNote('');
              onDone();
            },
          },
        );
      }}
    >
      <Stack gap="sm">
        <Changes book={book} draft={draft} />
        <Textarea
          label={t('ruleNote')}
          autosize
          minRows={2}
          maxLength={500}
          maw="40rem"
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {preview.error !== null && <Failure error={preview.error} />}
        {preview.data !== undefined && (
          <>
            <Text fw={600}>{t('ifMoved')}</Text>
            <Moves preview={preview.data} />
            <ConditionsOtherwise {...preview.data} />
          </>
        )}
        {save.error !== null && <Failure error={save.error} />}
        <Group>
          <Button
            variant={preview.data === undefined ? 'filled' : 'default'}
            loading={preview.isPending}
            onClick={() => preview.mutate(draft)}
          >
            {t('previewRules')}
          </Button>
          <Button type="submit" variant={preview.data === undefined ? 'default' : 'filled'} loading={save.isPending}>
            {t('saveRules')}
          </Button>
          <Button variant="subtle" onClick={onDone}>
            {t('dropChanges')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Changes({ book, draft }: { readonly book: RuleBook; readonly draft: Draft }) {
  const { t } = useTranslation('admin');
  const { say } = useLocale();
  const valueWords = useValueWords();
  return (
    <List spacing={4}>
      {book.values
        .filter(({ key }) => key in draft)
        .map((rule) => (
          <List.Item key={rule.key}>
            {t('changedFrom', {
              title: say(rule.title),
              from: valueWords(rule, rule.value),
              to: valueWords(rule, draft[rule.key] ?? null),
            })}
          </List.Item>
        ))}
    </List>
  );
}
