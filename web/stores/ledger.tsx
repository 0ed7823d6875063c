/** The points of a store line by line, each with what it came from, and the changes of its rating. */
import { Anchor, List, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import rows from '../parts/rows.module.css';
import { momentOf } from '../parts/moment.tsx';
import { Paged } from '../parts/paged.tsx';
import { useLocale } from '../words/words.ts';
import { useLedger, useRatingChanges, type PointsEntry } from './queries.ts';

export function Ledger({ id }: { readonly id: string }) {
  const { t } = useTranslation('stores');
  const { say } = useLocale();
  const ledger = useLedger(id);
  return (
    <Paged list={ledger} empty={t('ledgerEmpty')}>
      {(lines) => (
        <Table className={rows['rows'] ?? ''}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('day')}</Table.Th>
              <Table.Th>{t('item')}</Table.Th>
              <Table.Th>{t('change')}</Table.Th>
              <Table.Th>{t('cameFrom')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={line.id}>
                <Table.Td data-label={t('day')}>
                  <time dateTime={line.onDay}>{line.onDay}</time>
                </Table.Td>
                <Table.Td data-label={t('item')}>{say(line.item)}</Table.Td>
                <Table.Td data-label={t('change')}>{line.points > 0 ? `+${line.points}` : line.points}</Table.Td>
                <Table.Td data-label={t('cameFrom')}>
                  <CameFrom line={line} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Paged>
  );
}

/** The fact, the case, the anniversary or the recomputation behind a line, and why it was taken back. */
function CameFrom({ line }: { readonly line: PointsEntry }) {
  const { t } = useTranslation('stores');
  const { say } = useLocale();
  const { fact, case: found, anniversary, recomputationId } = line.cause;
  return (
    <>
      {line.reversalOf !== null && `${t('reversal')} `}
      {fact !== null && `${say(fact.title)} ${momentOf(fact.occurredAt)} `}
      {anniversary !== null && t('anniversary', { day: anniversary })}
      {recomputationId !== null && t('recomputed')}
      {found !== null && (
        <Anchor component={Link} href={`/cases/${found.id}`}>
          {found.number}
        </Anchor>
      )}
      {line.reason !== null && (
        <Text size="sm" c="dimmed">
          {say(line.reason)}
        </Text>
      )}
    </>
  );
}

export function RatingChanges({ id }: { readonly id: string }) {
  const { t } = useTranslation('stores');
  const { say } = useLocale();
  const changes = useRatingChanges(id);
  return (
    <Paged list={changes} empty={t('changesEmpty')}>
      {(items) => (
        <List listStyleType="none" spacing="xs">
          {items.map(({ seq, onDay, from, to, points, cause }) => (
            <List.Item key={seq}>
              <time dateTime={onDay}>{onDay}</time> {t('changed', { from: say(from.title), to: say(to.title), points })}
              <Text size="sm" c="dimmed">
                {say(cause.item)}
              </Text>
            </List.Item>
          ))}
        </List>
      )}
    </Paged>
  );
}
