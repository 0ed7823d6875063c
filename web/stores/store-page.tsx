/** A store as its institution and its body see it: status, progress, rating and points, supervision, cases. */
import { Anchor, Grid, Group, List, Stack, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { momentOf } from '../parts/moment.tsx';
import { Page, Part } from '../parts/page.tsx';
import { Loading, Read } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { may, useMe } from '../session/session.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { Ledger, RatingChanges } from './ledger.tsx';
import { Products } from './products.tsx';
import { Progress } from './progress.tsx';
import { useStore, type Store } from './queries.ts';
import { Similar } from './similar.tsx';
import { Supervision } from './supervision.tsx';
import { storesWords } from './words.ts';
import { noticesWords } from '../notices/words.ts';

// Forms come when they are needed: a provider sees none here.
const Institution = lazy(() => import('./institution.tsx'));
const Propose = lazy(() => import('./propose.tsx'));
const TakeBack = lazy(() => import('./take-back.tsx'));

addWords('stores', storesWords);
addWords('notices', noticesWords);

export default function StorePage() {
  const { id } = useParams<{ id: string }>();
  return <Read query={useStore(id)}>{(store) => <ShownStore key={store.id} store={store} />}</Read>;
}

function ShownStore({ store }: { readonly store: Store }) {
  const { t } = useTranslation('stores');
  const me = useMe();
  return (
    <Page title={store.name}>
      <Group gap="xs">
        <Tag tone="plain">{t(`status_${store.status}`)}</Tag>
        {store.publicised && <Tag tone="good">{t('onHomePage')}</Tag>}
        <Text size="sm" c="dimmed">
          {store.creditCode} · {t('openedAt')} {momentOf(store.openedAt)}
          {store.regularisedAt !== null && ` · ${t('regularisedAt')} ${momentOf(store.regularisedAt)}`}
        </Text>
        {store.status !== 'CLEARED' && <Anchor href={`/stores/${store.id}`}>{t('publicPage')}</Anchor>}
      </Group>
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack gap="xl">
            <Progress store={store} />
            <Part title={t('rating')}>
              <Rating store={store} />
            </Part>
            <Part title={t('productsOf')}>
              <Products id={store.id} />
            </Part>
            <Cases store={store} />
            <Part title={t('institution')}>
              <Suspense fallback={<Loading />}>
                <Institution applicationId={store.applicationCaseId} />
              </Suspense>
            </Part>
            {may(me, 'supervision.read') && (
              <Part title={t('supervision')}>
                <Supervision id={store.id} />
              </Part>
            )}
            {may(me, 'products.compare') && (
              <Part title={t('similar')}>
                <Similar id={store.id} />
              </Part>
            )}
            {store.status !== 'CLEARED' && may(me, 'incentive.propose') && (
              <Suspense fallback={<Loading />}>
                <Propose store={store} />
              </Suspense>
            )}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack gap="xl">
            <Part title={t('ledger')}>
              <Ledger id={store.id} />
            </Part>
            <Part title={t('changes')}>
              <RatingChanges id={store.id} />
            </Part>
            {may(me, 'points.reverse') && (
              <Suspense fallback={<Loading />}>
                <TakeBack store={store} />
              </Suspense>
            )}
          </Stack>
        </Grid.Col>
      </Grid>
      <Anchor component={Link} href="/my-stores">
        {t('back')}
      </Anchor>
    </Page>
  );
}

function Rating({ store: { points, rating } }: { readonly store: Store }) {
  const { t } = useTranslation('stores');
  const { say } = useLocale();
  const { next } = rating;
  return (
    <>
      <Text size="lg" fw={600}>
        {say(rating.title)} · {t('points', { points })}
      </Text>
      <Text size="sm" c="dimmed">
        {next === null ? t('top') : t('toNext', { title: say(next.title), missing: next.missing })}
      </Text>
    </>
  );
}

function Cases({ store: { cases } }: { readonly store: Store }) {
  const { t } = useTranslation('stores');
  const open = cases.filter(({ closedAt }) => closedAt === null);
  const closed = cases.filter(({ closedAt }) => closedAt !== null);
  return (
    <Part title={t('openCases')}>
      {open.length === 0 ? <Text c="dimmed">{t('noOpenCases')}</Text> : <CaseList cases={open} />}
      {closed.length > 0 && (
        <details>
          <summary>{t('closedCases')}</summary>
          <CaseList cases={closed} />
        </details>
      )}
    </Part>
  );
}

function CaseList({ cases }: { readonly cases: Store['cases'] }) {
  const { say } = useLocale();
  return (
    <List listStyleType="none" spacing={4}>
      {cases.map(({ id, kindTitle, stageTitle, openedAt }) => (
        <List.Item key={id}>
          <Anchor component={Link} style={{ textDecoration: 'underline' }} href={`/cases/${id}`}>
            {say(kindTitle)}
          </Anchor>{' '}
          <Text span c="dimmed" size="sm">
            {say(stageTitle)} · {momentOf(openedAt)}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}
