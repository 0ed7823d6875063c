/** How each window stood at its latest check, for who may see these cases; the numbers stand in the case (HN-NET-03.7). */
import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { itemsOf, usePages } from '../api/pages.ts';
import { CaseName } from '../parts/case-name.tsx';
import { Part } from '../parts/page.tsx';
import { More } from '../parts/paged.tsx';
import rows from '../parts/rows.module.css';
import { Failure } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { may, useSession } from '../session/session.tsx';
import { useLocale } from '../words/words.ts';

export function Checks() {
  const { me } = useSession();
  return may(me, 'case.read') ? <CheckList /> : null;
}

function CheckList() {
  const { t } = useTranslation('network');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  const list = usePages(['cases', 'windowMinimums'], (at) =>
    answered(api.GET('/api/cases', { params: { query: { kind: 'windowMinimums', open: 'true', ...at } } })),
  );
  const cases = itemsOf(list.data);
  if (list.error !== null) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (cases.length === 0) return null;
  return (
    <Part title={t('checks')}>
      <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{common('number')}</Table.Th>
            <Table.Th>{t('latestCheck')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {cases.map(({ id, number, title, stageTitle }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <CaseName id={id} number={number} title={title} />
              </Table.Td>
              <Table.Td data-label={t('latestCheck')}>
                <Tag>{say(stageTitle)}</Tag>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <More list={list} />
    </Part>
  );
}
