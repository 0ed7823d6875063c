/** Deadlines of many cases, in the order in which they end. */
import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DueMoment } from '../../parts/moment.tsx';
import { CaseName } from '../../parts/case-name.tsx';
import rows from '../../parts/rows.module.css';
import { Empty } from '../../parts/states.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useLocale } from '../../words/words.ts';
import type { DueDeadline } from './queries.ts';

export function DueList(props: {
  readonly total: number;
  readonly items: readonly DueDeadline[];
  readonly empty: string;
}) {
  const { total, items, empty } = props;
  const { t } = useTranslation('admin');
  const { say } = useLocale();
  if (items.length === 0) return <Empty>{empty}</Empty>;
  return (
    <Stack gap="xs">
      <Table className={rows['rows'] ?? ''} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('case')}</Table.Th>
            <Table.Th>{t('deadline')}</Table.Th>
            <Table.Th>{t('ends')}</Table.Th>
            <Table.Th>{t('status')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ caseId, number, caseTitle, title, dueAt, status }, at) => (
            <Table.Tr key={`${caseId} ${dueAt} ${at}`}>
              <Table.Td>
                <CaseName id={caseId} number={number} title={caseTitle} />
              </Table.Td>
              <Table.Td data-label={t('deadline')}>{say(title)}</Table.Td>
              <Table.Td data-label={t('ends')}>
                <DueMoment at={dueAt} />
              </Table.Td>
              <Table.Td data-label={t('status')}>
                <Tag>{t(`due_${status}`)}</Tag>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {total > items.length && (
        <Text size="sm" c="dimmed">
          {t('firstOf', { total, shown: items.length })}
        </Text>
      )}
    </Stack>
  );
}
