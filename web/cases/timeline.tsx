/** The future and the past of a case on one page: what will happen of itself, and what happened, by whom, under which clause (XC-05.3). */
import { Alert, Anchor, Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answered, api } from '../api/client.ts';
import { itemsOf } from '../api/pages.ts';
import { isTracking } from '../api/tracking.ts';
import { Clause } from '../parts/clause.tsx';
import { DueMoment, Moment } from '../parts/moment.tsx';
import { More } from '../parts/paged.tsx';
import { Empty, Failure, Read } from '../parts/states.tsx';
import { may, useSession } from '../session/session.tsx';
import { useLocale } from '../words/words.ts';
import { SHOWN, useTimeline, type Coming, type Line } from './queries.ts';
import classes from './timeline.module.css';
import './late-words.ts';

// For staff alone: who follows a case by its code does not load it.
const ReasonedDownload = lazy(() => import('../parts/reasoned-download.tsx'));

export function Timeline({ id }: { readonly id: string }) {
  const { t } = useTranslation('cases');
  const { me } = useSession();
  const [show, setShow] = useState<(typeof SHOWN)[number]>('all');
  const timeline = useTimeline(id, show);
  return (
    <Read query={timeline}>
      {({ pages }) => (
        <Stack gap="md">
          <Ahead ahead={pages[0]?.ahead ?? []} />
          <div>
            <Group justify="space-between">
              <Title order={3} size="h6">
                {t('past')}
              </Title>
              <NativeSelect
                className="no-print"
                size="xs"
                aria-label={t('show')}
                value={show}
                onChange={(event) => setShow(SHOWN.find((one) => one === event.currentTarget.value) ?? 'all')}
                data={SHOWN.map((value) => ({ value, label: t(`show_${value}`) }))}
              />
            </Group>
            <ol className={classes['past']}>
              {itemsOf({ pages }).map((line) => (
                <PastLine key={line.seq} line={line} />
              ))}
            </ol>
            {itemsOf({ pages }).length === 0 && <Empty>{t('nothingOfThis')}</Empty>}
            <More list={timeline} />
          </div>
          {may(me, 'case.audit') && <Verify id={id} />}
        </Stack>
      )}
    </Read>
  );
}

function Ahead({ ahead }: { readonly ahead: readonly Coming[] }) {
  const { t } = useTranslation('cases');
  const { say } = useLocale();
  if (ahead.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h6">
        {t('ahead')}
      </Title>
      <ol className={classes['ahead']}>
        {[...ahead].reverse().map((next) => (
          <li key={`${next.deadline} ${next.rung ?? ''} ${next.at}`}>
            <Text size="sm" c="dimmed">
              <DueMoment at={next.at} />
            </Text>
            <Text size="sm">
              {next.kind === 'DEADLINE' && `${say(next.title)}：`}
              {say(next.does)}
            </Text>
          </li>
        ))}
      </ol>
    </div>
  );
}

function PastLine({ line }: { readonly line: Line }) {
  const { t } = useTranslation('cases');
  const { say } = useLocale();
  return (
    <li>
      <Text size="sm" c="dimmed">
        <Moment at={line.at} /> · {line.actor.name ?? ''} {say(line.actor.title)}
        {line.clause !== null && (
          <>
            {' · '}
            <Clause clause={line.clause} />
          </>
        )}
      </Text>
      <Text size="sm" className="typed">
        {say(line.title)}
      </Text>
      {line.notices.map((notice) => (
        <Text key={notice.id} size="xs" c={notice.status === 'FAILED' ? 'var(--mantine-color-error)' : 'dimmed'}>
          ✉ {notice.recipient ?? ''} {notice.address}
          {isTracking() ? null : (
            <>
              {' · '}
              <Anchor component={Link} href={`/notices/${notice.id}`} inherit style={{ textDecoration: 'underline' }}>
                {notice.subject ?? t('noticeText')}
              </Anchor>
            </>
          )}
          {notice.sentAt !== null && (
            <>
              {' · '}
              <Moment at={notice.sentAt} />
            </>
          )}
          {' · '}
          {t(`notice_${notice.status}`)}
          {notice.mayHaveArrived && t('mayHaveArrived')}
          {notice.error !== null && ` · ${notice.error}`}
        </Text>
      ))}
    </li>
  );
}

function Verify({ id }: { readonly id: string }) {
  const { t } = useTranslation('cases');
  const verify = useMutation({
    mutationFn: () => answered(api.GET('/api/cases/{id}/timeline/verify', { params: { path: { id } } })),
  });
  const { data } = verify;
  return (
    <div className="no-print">
      <Group gap="xs">
        <Button variant="default" size="sm" loading={verify.isPending} onClick={() => verify.mutate()}>
          {t('verify')}
        </Button>
        <Suspense fallback={null}>
          <ReasonedDownload label={t('exportCase')} ways={[{ name: 'JSON', href: `/api/cases/${id}/bundle` }]} />
        </Suspense>
      </Group>
      {verify.error !== null && <Failure error={verify.error} />}
      {data !== undefined && (
        <Alert mt="xs" color={data.intact ? 'green' : 'red'} role="status">
          {data.intact ? t('intact', { lines: data.lines }) : t('broken', { at: data.brokenAt ?? data.lines })}
        </Alert>
      )}
    </div>
  );
}
