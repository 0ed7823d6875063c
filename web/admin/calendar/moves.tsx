/** Which open deadlines would end on another day. */
import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DueMoment } from '../../parts/moment.tsx';
import { CaseName } from '../../parts/case-name.tsx';
import rows from '../../parts/rows.module.css';
import { Tag } from '../../parts/tag.tsx';
import { useLocale } from '../../words/words.ts';
import type { Preview } from './queries.ts';

export function Moves({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation('admin');
  const { examined, moved, late, settled, moves } = preview;
  return (
    <Stack gap="xs">
      <Text role="status">{t('movesSummary', { examined, moved, late, settled })}</Text>
      {moves.length > 0 && <MoveTable moves={moves} />}
    </Stack>
  );
}

function MoveTable({ moves }: Pick<Preview, 'moves'>) {
  const { t } = useTranslation('admin');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  return (
    <Table className={rows['rows'] ?? ''} verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('case')}</Table.Th>
          <Table.Th>{t('deadline')}</Table.Th>
          <Table.Th>{t('movesFrom')}</Table.Th>
          <Table.Th>{t('movesTo')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {moves.map(({ caseId, number, caseTitle, deadline, title, from, to, becomesLate, settles }) => (
          <Table.Tr key={`${caseId} ${deadline}`}>
            <Table.Td>
              <CaseName id={caseId} number={number} title={caseTitle} />
            </Table.Td>
            <Table.Td data-label={t('deadline')}>{say(title)}</Table.Td>
            <Table.Td data-label={t('movesFrom')}>
              {from === null ? common('paused') : <DueMoment at={from} />}
            </Table.Td>
            <Table.Td data-label={t('movesTo')}>
              {to === null ? common('paused') : <DueMoment at={to} />}{' '}
              {becomesLate && <Tag tone="bad">{common('overdue')}</Tag>}
              {settles && <Tag tone="good">{t('settles')}</Tag>}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
