/** What a bulk decision would do, case by case. */
import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import rows from '../parts/rows.module.css';
import { Tag } from '../parts/tag.tsx';
import { useLocale } from '../words/words.ts';
import type { BulkDecision, Previewed } from './bulk.ts';

export function PreviewTable({ items }: { readonly items: readonly Previewed[] }) {
  const { t } = useTranslation('bulk');
  const { say } = useLocale();
  return (
    <CaseTable
      items={items}
      result={({ result, refusal, stageTitle, moves, notices, deadlines, opens }) => (
        <>
          {refusal === null ? (
            <Tag tone="good">{t('WOULD_BE_DONE')}</Tag>
          ) : (
            <Tag tone={result === 'STALE' ? 'warning' : 'bad'}>
              {t(result === 'STALE' ? 'item_STALE' : 'item_REFUSED')}
            </Tag>
          )}
          {refusal !== null && <Why refusal={refusal} />}
          {moves && stageTitle !== null && <Text size="sm">{t('becomes', { stage: say(stageTitle) })}</Text>}
          {notices.length > 0 && (
            <Text size="sm">{t('sends', { titles: notices.map(({ title }) => say(title)).join('、') })}</Text>
          )}
          {deadlines.map(
            ({ name, title, status, lastDay, isOver }) =>
              status === 'OPEN' &&
              lastDay !== null && (
                <Text key={name} size="sm">
                  {t('endsOn', { title: say(title), day: lastDay })} {isOver && <Tag tone="bad">{t('isOver')}</Tag>}
                </Text>
              ),
          )}
          {opens.length > 0 && (
            <Text size="sm">{t('opens', { titles: opens.map(({ title }) => say(title)).join('、') })}</Text>
          )}
        </>
      )}
    />
  );
}

/** Why a case is left as it is: in the words of the case itself. */
export function Why({ refusal }: { readonly refusal: NonNullable<Previewed['refusal']> }) {
  const { say } = useLocale();
  return (
    <>
      <Text size="sm">{say(refusal.message)}</Text>
      {refusal.errors.map(({ field, message }) => (
        <Text key={field} size="sm">
          {say(message)}
        </Text>
      ))}
    </>
  );
}

/** Cases by number and title, each with what becomes of it. */
export function CaseTable<
  Item extends { readonly caseId: string; readonly case: BulkDecision['items'][number]['case'] },
>(props: { readonly items: readonly Item[]; readonly result: (item: Item) => React.ReactNode }) {
  const { items, result } = props;
  const { t } = useTranslation('bulk');
  return (
    <Table className={rows['rows'] ?? ''} verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('case')}</Table.Th>
          <Table.Th>{t('result')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <Table.Tr key={item.caseId}>
            <Table.Td>
              {item.case === null ? (
                <Text c="dimmed">{t('hidden')}</Text>
              ) : (
                <>
                  <Anchor component={Link} href={`/cases/${item.caseId}`} fw={600}>
                    {item.case.number}
                  </Anchor>
                  <Text size="sm">{item.case.title}</Text>
                </>
              )}
            </Table.Td>
            <Table.Td data-label={t('result')}>{result(item)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
