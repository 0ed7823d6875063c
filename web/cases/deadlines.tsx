/** Until when, what happens then, and why this day: counted day by day by the function that armed the deadline (XC-01). */
import { Group, Paper, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Clause } from '../parts/clause.tsx';
import { Due, TimeLeft } from '../parts/due.tsx';
import { momentOf } from '../parts/moment.tsx';
import { useLocale } from '../words/words.ts';
import type { Deadline } from './queries.ts';
import './late-words.ts';

export function Deadlines({
  open,
  ended,
}: {
  readonly open: readonly Deadline[];
  readonly ended: readonly Deadline[];
}) {
  const { t } = useTranslation('cases');
  return (
    <Stack gap="sm">
      {open.length === 0 && <Text c="dimmed">{t('waitingNothing')}</Text>}
      {open.map((deadline) => (
        <OpenDeadline key={`${deadline.name} ${deadline.entry}`} deadline={deadline} />
      ))}
      {ended.length > 0 && <Ended ended={ended} />}
    </Stack>
  );
}

function OpenDeadline({ deadline }: { readonly deadline: Deadline }) {
  const { t } = useTranslation('cases');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  const { dueAt, provisional, workingDaysLeft, overdue, consequence } = deadline;
  const paused = deadline.pauses.find(({ to }) => to === null);
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{say(deadline.title)}</Text>
        {paused === undefined ? (
          <TimeLeft workingDays={workingDaysLeft} overdue={overdue} />
        ) : (
          <Text size="sm">{common('paused')}</Text>
        )}
      </Group>
      {dueAt !== null && (
        <Text size="lg" mt={4}>
          <Due at={dueAt} provisional={provisional} />
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {say(deadline.period)} · {t('since', { at: momentOf(deadline.startedAt) })} ·{' '}
        <Clause clause={deadline.clause} />
      </Text>
      {paused !== undefined && (
        <Text size="sm">{t('pausedSince', { from: momentOf(paused.from), cause: say(paused.cause) })}</Text>
      )}
      {say(consequence) !== '' && (
        <Text size="sm" mt={4}>
          {t('ifNothing', { consequence: say(consequence) })}
        </Text>
      )}
      <details className="no-print">
        <summary>{t('whyThisDay')}</summary>
        <Explanation explanation={deadline.explanation} />
      </details>
    </Paper>
  );
}

function Explanation({ explanation }: Pick<Deadline, 'explanation'>) {
  const { t } = useTranslation('cases');
  const { say } = useLocale();
  return (
    <Table mt="xs" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('day')}</Table.Th>
          <Table.Th>{t('counted')}</Table.Th>
          <Table.Th>{t('why')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {explanation.map(({ day, counted, ordinal, why }) => (
          <Table.Tr key={day}>
            <Table.Td>
              <time dateTime={day}>{day}</time>
            </Table.Td>
            <Table.Td>{counted && ordinal !== null ? t('ordinal', { count: ordinal }) : t('notCounted')}</Table.Td>
            <Table.Td>{say(why)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Ended({ ended }: { readonly ended: readonly Deadline[] }) {
  const { t } = useTranslation('cases');
  const { say } = useLocale();
  return (
    <details>
      <summary>{t('ended')}</summary>
      <Stack gap={2} mt="xs">
        {ended.map((deadline) => (
          <Text key={`${deadline.name} ${deadline.entry}`} size="sm">
            {say(deadline.title)}：{say(deadline.words)} · {statusOf(deadline.status)}
          </Text>
        ))}
      </Stack>
    </details>
  );

  function statusOf(status: Deadline['status']): string {
    return status === 'OPEN' || status === 'PAUSED' ? '' : t(`status_${status}`);
  }
}
