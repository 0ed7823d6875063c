/** The clock of a training stack: where it stands, how far it is to move, what ended on the way and what lies ahead. */
import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { momentOf } from '../../parts/moment.tsx';
import { Part } from '../../parts/page.tsx';
import { Failure, Read } from '../../parts/states.tsx';
import { AdminPart } from '../admin-part.tsx';
import { DueList } from './due-list.tsx';
import { useAdvance, useClock, useDueDeadlines } from './queries.ts';

export default function ClockPage() {
  const { t } = useTranslation('admin');
  return (
    <AdminPart title={t('area_clock')}>
      <Read query={useClock()}>
        {({ now }) => (
          <Stack gap="lg">
            <div>
              <Text size="lg" fw={600}>
                {t('standsAt', { now: momentOf(now) })}
              </Text>
              <Text size="sm" c="dimmed">
                {t('clockHelp')}
              </Text>
            </div>
            <Moves now={now} />
          </Stack>
        )}
      </Read>
    </AdminPart>
  );
}

function Moves({ now }: { readonly now: string }) {
  const { t } = useTranslation('admin');
  const advance = useAdvance();
  const [days, setDays] = useState('1');
  const [workingDays, setWorkingDays] = useState('1');
  const [to, setTo] = useState(now.slice(0, 16));
  const isBusy = advance.isPending;
  return (
    <>
      <Group gap="lg" align="flex-end">
        <Button loading={isBusy} onClick={() => advance.mutate({ until: 'nextDeadline' })}>
          {t('toNext')}
        </Button>
        <Way isBusy={isBusy} onMove={() => advance.mutate({ days: Number(days) })}>
          <TextInput
            label={t('byDays')}
            type="number"
            w="8rem"
            value={days}
            onChange={(event) => setDays(event.currentTarget.value)}
          />
        </Way>
        <Way isBusy={isBusy} onMove={() => advance.mutate({ workingDays: Number(workingDays) })}>
          <TextInput
            label={t('byWorkingDays')}
            type="number"
            w="8rem"
            value={workingDays}
            onChange={(event) => setWorkingDays(event.currentTarget.value)}
          />
        </Way>
        <Way isBusy={isBusy} onMove={() => advance.mutate({ to: `${to}:00+08:00` })}>
          <TextInput
            label={t('toInstant')}
            type="datetime-local"
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        </Way>
      </Group>
      {advance.error !== null && <Failure error={advance.error} />}
      {advance.data !== undefined && <Moved {...advance.data} />}
      <Part title={t('ahead')}>
        <Ahead />
      </Part>
    </>
  );
}

function Way(props: { readonly isBusy: boolean; readonly onMove: () => void; readonly children: ReactNode }) {
  const { isBusy, onMove, children } = props;
  const { t } = useTranslation('admin');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onMove();
      }}
    >
      <Group gap="xs" align="flex-end" wrap="nowrap">
        {children}
        <Button type="submit" variant="default" disabled={isBusy}>
          {t('advance')}
        </Button>
      </Group>
    </form>
  );
}

function Moved({ from, now, stops }: { readonly from: string; readonly now: string; readonly stops: number }) {
  const { t } = useTranslation('admin');
  return (
    <>
      <Alert color="green" role="status">
        {t('moved', { from: momentOf(from), now: momentOf(now), count: stops })}
      </Alert>
      <Part title={t('fellDue')}>
        <Read query={useDueDeadlines({ after: from, until: now })}>
          {(due) => <DueList {...due} empty={t('noneFell')} />}
        </Read>
      </Part>
    </>
  );
}

function Ahead() {
  const { t } = useTranslation('admin');
  return <Read query={useDueDeadlines({})}>{(due) => <DueList {...due} empty={t('noneAhead')} />}</Read>;
}
