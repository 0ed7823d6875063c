/** The clocks of service records whose evidence is still to be entered, the most urgent first (HN-NET-23.2, 23.4). */
import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { usePages } from '../api/pages.ts';
import { CaseName } from '../parts/case-name.tsx';
import { Due, TimeLeft } from '../parts/due.tsx';
import { Paged } from '../parts/paged.tsx';
import rows from '../parts/rows.module.css';
import { Tag } from '../parts/tag.tsx';
import { useLocale } from '../words/words.ts';

export function RecordClocks() {
  const { t } = useTranslation('network');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  const list = usePages(['cases', 'serviceRecord', 'clocks'], (at) =>
    answered(api.GET('/api/cases', { params: { query: { kind: 'serviceRecord', open: 'true', sort: 'due', ...at } } })),
  );
  return (
    <Paged list={list} empty={t('noRecordClocks')}>
      {(items) => (
        <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{common('number')}</Table.Th>
              <Table.Th>{common('stage')}</Table.Th>
              <Table.Th>{common('due')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map(({ id, number, title, stageTitle, dueAt, overdue }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <CaseName id={id} number={number} title={title} />
                </Table.Td>
                <Table.Td data-label={common('stage')}>
                  <Tag>{say(stageTitle)}</Tag>
                </Table.Td>
                <Table.Td data-label={common('due')}>
                  {dueAt === null ? common('none') : <Due at={dueAt} />}{' '}
                  {overdue !== null && <TimeLeft workingDays={overdue.workingDays} overdue />}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Paged>
  );
}
