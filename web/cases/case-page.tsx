/** A case: what it waits for, what this reader can do, what was filed, and what happened. */
import { Anchor, Button, Grid, Group, List, Stack, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { FileAnchor } from '../parts/file-anchor.tsx';
import { momentOf } from '../parts/moment.tsx';
import { Page, Part } from '../parts/page.tsx';
import { Read } from '../parts/states.tsx';
import { may, useSession } from '../session/session.tsx';
import { useLocale } from '../words/words.ts';
import { Actions } from './actions.tsx';
import type { EvaluationSheet } from '../../rules/ah/sheet.ts';
import { Deadlines } from './deadlines.tsx';
import { eligibilityIn, warningsIn } from './extras.ts';
import { OwnPage } from './own-page.tsx';
import { useCase, type CaseSeen } from './queries.ts';
import { Timeline } from './timeline.tsx';
import { Tag } from '../parts/tag.tsx';
import './late-words.ts';

// Of applications for a store alone.
const Conditions = lazy(async () => ({ default: (await import('./conditions.tsx')).Conditions }));
const Forms = lazy(async () => ({ default: (await import('./forms.tsx')).Forms }));
const CaseTasks = lazy(async () => ({ default: (await import('./case-tasks.tsx')).CaseTasks }));
const Letters = lazy(async () => ({ default: (await import('./letters.tsx')).Letters }));
const Files = lazy(() => import('./files/files.tsx'));
// For staff alone: who is a party of a case loads the page without them.
const ReasonedDownload = lazy(() => import('../parts/reasoned-download.tsx'));
const Participants = lazy(() => import('./participants/participants.tsx'));
const Notes = lazy(() => import('./notes.tsx'));
const OtherCases = lazy(() => import('./others.tsx'));
// Of one kind of case alone.
const DataPackage = lazy(() => import('./data-package.tsx'));
const ShownSheet = lazy(() => import('../anhui/sheet/sheet.tsx'));

export default function CasePage() {
  const { id } = useParams<{ id: string }>();
  return <Read query={useCase(id)}>{(seen) => <ShownCase seen={seen} />}</Read>;
}

/** A case as its reader sees it. */
export function ShownCase({ seen }: { readonly seen: CaseSeen }) {
  const { t } = useTranslation('cases');
  const { say } = useLocale();
  const { me } = useSession();
  const eligibility = eligibilityIn(seen.extras);
  const warnings = warningsIn(seen.extras);
  const sheet = sheetIn(seen.extras);
  return (
    <Page
      title={`${say(seen.kindTitle)} · ${seen.title}`}
      aside={
        <Group className="no-print" gap="xs">
          <OwnPage seen={seen} />
          {may(me, 'engine.read') && (
            <Button component={Link} variant="default" size="compact-sm" href={`/admin/engine/${seen.id}`}>
              {t('engine')}
            </Button>
          )}
          {may(me, 'case.export') ? (
            <Suspense fallback={null}>
              <ReasonedDownload
                label={t('archive')}
                ways={[{ name: `${seen.number}.zip`, href: `/api/cases/${seen.id}/archive` }]}
              />
            </Suspense>
          ) : (
            <FileAnchor href={`/api/cases/${seen.id}/archive`} name={`${seen.number}.zip`}>
              {t('archive')}
            </FileAnchor>
          )}
          <Button variant="default" size="compact-sm" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </Group>
      }
    >
      <Group gap="xs">
        <Text fw={600}>{seen.number}</Text>
        <Tag tone="plain">{say(seen.stageTitle)}</Tag>
        {seen.outcomeTitle !== null && say(seen.outcomeTitle) !== say(seen.stageTitle) && (
          <Tag>{say(seen.outcomeTitle)}</Tag>
        )}
      </Group>
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="xl">
            <Part title={t('waiting')}>
              <Waiting seen={seen} />
            </Part>
            <Part title={t('actions')}>
              <Actions key={seen.id} seen={seen} />
            </Part>
            {warnings.length > 0 && (
              <Part title={t('warnings')}>
                <List>
                  {warnings.map((warning) => (
                    <List.Item key={warning.zh}>{say(warning)}</List.Item>
                  ))}
                </List>
              </Part>
            )}
            {eligibility !== null && (
              <Part title={t('conditions')}>
                <Suspense fallback={null}>
                  <Conditions eligibility={eligibility} people={seen.people} />
                </Suspense>
              </Part>
            )}
            {sheet !== null && (
              <Suspense fallback={null}>
                <ShownSheet sheet={sheet} />
              </Suspense>
            )}
            {seen.forms.length > 0 && (
              <Part title={t('forms')}>
                <Suspense fallback={null}>
                  <Forms forms={seen.forms} />
                </Suspense>
              </Part>
            )}
            <Suspense fallback={null}>
              <Files id={seen.id} />
              {hasReleased(seen) && may(me, 'case.handle') && <DataPackage id={seen.id} />}
            </Suspense>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="xl">
            {seen.tasks.length > 0 && (
              <Part title={t('tasks')}>
                <Suspense fallback={null}>
                  <CaseTasks seen={seen} />
                </Suspense>
              </Part>
            )}
            <Part title={t('timeline')}>
              <Timeline id={seen.id} />
            </Part>
            <Suspense fallback={null}>
              <Participants id={seen.id} />
              <OtherCases id={seen.id} />
              <Notes id={seen.id} />
            </Suspense>
            {seen.letters.length > 0 && (
              <Part title={t('letters')}>
                <Suspense fallback={null}>
                  <Letters caseId={seen.id} letters={seen.letters} />
                </Suspense>
              </Part>
            )}
            <Related seen={seen} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

/** The sheet among what a regime shows of a case besides; null where it shows none. */
function sheetIn(extras: Readonly<Record<string, unknown>>): EvaluationSheet | null {
  return (extras['sheet'] as EvaluationSheet | undefined) ?? null;
}

/** Whether data were released in it, for the body that handles it alone. */
function hasReleased({ facts, bodies }: CaseSeen): boolean {
  const { release, releases } = (facts ?? {}) as { readonly release?: unknown; readonly releases?: readonly unknown[] };
  return bodies.length > 0 && (release != null || (Array.isArray(releases) && releases.length > 0));
}

function Waiting({ seen }: { readonly seen: CaseSeen }) {
  const { t } = useTranslation('cases');
  if (seen.closedAt !== null)
    return (
      <>
        <Text>{t('closedOn', { at: momentOf(seen.closedAt) })}</Text>
        {seen.deleted !== null && <Text>{t('recordsDeleted', { at: momentOf(seen.deleted.at) })}</Text>}
      </>
    );
  return <Deadlines open={seen.deadlines} ended={seen.endedDeadlines} />;
}

function Related({ seen }: { readonly seen: CaseSeen }) {
  const { t } = useTranslation('cases');
  const { say } = useLocale();
  return (
    <>
      {seen.related.length > 0 && (
        <Part title={t('related')}>
          <List listStyleType="none" spacing={4}>
            {seen.related.map((other) => (
              <List.Item key={other.id}>
                <Anchor component={Link} href={`/cases/${other.id}`}>
                  {say(other.kindTitle)} {other.number}
                </Anchor>{' '}
                <Text span c="dimmed" size="sm">
                  {say(other.stageTitle)}
                </Text>
              </List.Item>
            ))}
          </List>
        </Part>
      )}
    </>
  );
}
