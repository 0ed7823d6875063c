/** The rule books: each value with its clause and default, a draft of changes with what it would do, and the versions so far. */
import { Anchor, List, NativeSelect, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { useKept } from '../../parts/kept.ts';
import { Moment } from '../../parts/moment.tsx';
import { Part } from '../../parts/page.tsx';
import { Read } from '../../parts/states.tsx';
import { useLocale } from '../../words/words.ts';
import { AdminPart } from '../admin-part.tsx';
import { DraftForm } from './draft-form.tsx';
import { useRuleBooks, type Draft, type RuleBook, type Scalar } from './queries.ts';
import { useValueWords } from './value-words.ts';
import { ValueTable } from './value-table.tsx';

export default function RulesPage() {
  const { t } = useTranslation('admin');
  return (
    <AdminPart title={t('area_rules')}>
      <Read query={useRuleBooks()}>{({ items }) => <Books books={items} />}</Read>
    </AdminPart>
  );
}

function Books({ books }: { readonly books: readonly RuleBook[] }) {
  const { t } = useTranslation('admin');
  const { say } = useLocale();
  const [search, setSearch] = useSearchParams();
  const book = books.find(({ regime }) => regime === search.get('regime')) ?? books[0];
  if (book === undefined) return null;
  return (
    <Stack gap="lg">
      <NativeSelect
        label={t('regime')}
        value={book.regime}
        onChange={(event) => setSearch({ regime: event.currentTarget.value }, { replace: true })}
        data={books.map(({ regime, title }) => ({ value: regime, label: say(title) }))}
      />
      <Book key={book.regime} book={book} />
    </Stack>
  );
}

function Book({ book }: { readonly book: RuleBook }) {
  const { t } = useTranslation('admin');
  const { say } = useLocale();
  const [draft, setDraft] = useKept<Draft>(`rules.${book.regime}`, {});
  const change = (key: string, value: Scalar) => {
    const others = Object.fromEntries(Object.entries(draft).filter(([other]) => other !== key));
    const stands = book.values.find((rule) => rule.key === key)?.value;
    setDraft(stands === value ? others : { ...others, [key]: value });
  };
  return (
    <>
      <div>
        <Text>{t('regimeVersion', { version: book.version, status: say(book.status) })}</Text>
        <Text size="sm" c="dimmed">
          {t('rulesHelp')}
        </Text>
        <Anchor component={Link} href={`/cases?regime=${book.regime}&olderRules=true`} size="sm">
          {t('olderCases')}
        </Anchor>
      </div>
      <ValueTable rules={book.values} draft={draft} onChange={change} />
      <Part title={t('changes')}>
        <DraftForm book={book} draft={draft} onDone={() => setDraft({})} />
      </Part>
      <Part title={t('history')}>
        <History book={book} />
      </Part>
    </>
  );
}

function History({ book }: { readonly book: RuleBook }) {
  const { t } = useTranslation('admin');
  const { say } = useLocale();
  const valueWords = useValueWords();
  return (
    <List listStyleType="none" spacing="sm">
      {book.history.map(({ version, note, createdAt, changes }) => (
        <List.Item key={version}>
          <Text size="sm">
            {t('version', { version })} · <Moment at={createdAt} /> · {note}
          </Text>
          {changes.map(({ key, from, to }) => {
            const rule = book.values.find((one) => one.key === key);
            const title = rule === undefined ? key : say(rule.title);
            return (
              <Text key={key} size="sm" c="dimmed">
                {t('changedFrom', { title, from: valueWords(rule, from), to: valueWords(rule, to) })}
              </Text>
            );
          })}
        </List.Item>
      ))}
    </List>
  );
}
