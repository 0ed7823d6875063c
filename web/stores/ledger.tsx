/** The points of a store line by line, each with what it came from, and the changes of its rating. */
import { Anchor, Button, List, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import classes from '../inbox/inbox.module.css';
import { momentOf } from '../parts/moment.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { useLocale } from '../words/words.ts';
import { useLedger, useRatingChanges, type PointsEntry } from './queries.ts';

export function Ledger({ id }: { readonly id: string }) {
  const { t } = useTranslation('stores');
  const { say } = useLocale();
  const ledger = useLedger(id);
  if (ledger.data === undefined)
    return ledger.error === null ? <Loading /> : <Failure error={ledger.error} onRetry={() => void ledger.refetch()} />;
  const lines = ledger.data.pages.flatMap((page) => page.items);
  if (lines.length === 0) return <Text c="dimmed">{t('ledgerEmpty')}</Text>;
  return (
    <Stack gap="sm">
      <Table className={classes['tasks'] ?? ''}>
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
      <More list={ledger} />
    </Stack>
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
  if (changes.data === undefined)
    return changes.error === null ? (
      <Loading />
    ) : (
      <Failure error={changes.error} onRetry={() => void changes.refetch()} />
    );
  const items = changes.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Text c="dimmed">{t('changesEmpty')}</Text>;
  return (
    <Stack gap="sm">
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
      <More list={changes} />
    </Stack>
  );
}

function More(props: {
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}) {
  const { list } = props;
  const { t } = useTranslation();
  if (!list.hasNextPage) return null;
  return (
    <div>
      <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {t('more')}
      </Button>
    </div>
  );
}
