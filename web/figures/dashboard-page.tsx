/** How cases stand and went, for their managers; what is chosen stands in the address. */
import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { answered, api } from '../api/client.ts';
import { useTitles, useVocabulary } from '../api/vocabulary.ts';
import type { paths } from '../generated/api.ts';
import { KindSelect } from '../parts/kind-select.tsx';
import { momentOf } from '../parts/moment.tsx';
import { Page } from '../parts/page.tsx';
import { Read } from '../parts/states.tsx';
import { TableExports } from '../parts/table-exports.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { figuresWords } from './words.ts';
import { Backlog, Forecast, Funnel, OnTime, TimeSpent, Workload } from './sections.tsx';

addWords('figures', figuresWords);

const FILTERS = ['regime', 'kind', 'region', 'from', 'to'] as const;

type Query = NonNullable<paths['/api/figures']['get']['parameters']['query']>;

/** As they stand in the address; what the API does not know it refuses in words. */
type Filters = Partial<Record<(typeof FILTERS)[number], string>>;

export default function DashboardPage() {
  const { t } = useTranslation('figures');
  const [search, setSearch] = useSearchParams();
  const query: Filters = Object.fromEntries(
    FILTERS.flatMap((name) => (search.get(name) ? [[name, search.get(name)] as const] : [])),
  );
  const figures = useQuery({
    queryKey: ['figures', query],
    queryFn: () => answered(api.GET('/api/figures', { params: { query: query as Query } })),
  });
  const change = (changed: Filters) =>
    setSearch(
      Object.entries({ ...query, ...changed }).filter((entry) => entry[1] !== ''),
      { replace: true },
    );
  return (
    <Page title={t('title')} aside={<TableExports path="/api/figures/export" query={query} />}>
      <Choices key={JSON.stringify(query)} filters={query} regions={figures.data?.regions ?? []} change={change} />
      <Read query={figures}>
        {(found) => (
          <Stack gap="xl">
            <div>
              <Text>{t('asOf', { at: momentOf(found.at), from: found.from, to: found.to })}</Text>
              <Text size="sm" c="dimmed">
                {t('help')}
              </Text>
            </div>
            <OnTime rows={found.onTime} />
            <TimeSpent rows={found.timeSpent} />
            <Backlog backlog={found.backlog} />
            <Forecast days={found.forecast} />
            <Workload rows={found.workload} />
            {found.funnels.map((funnel) => (
              <Funnel key={funnel.regime} funnel={funnel} />
            ))}
          </Stack>
        )}
      </Read>
    </Page>
  );
}

function Choices(props: {
  readonly filters: Filters;
  /** Those that the API says the reader has. */
  readonly regions: readonly string[];
  readonly change: (changed: Filters) => void;
}) {
  const { filters, regions, change } = props;
  const { t } = useTranslation('figures');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  const { regimes, regions: titles } = useVocabulary();
  const titled = useTitles();
  const [from, setFrom] = useState(filters.from ?? '');
  const [to, setTo] = useState(filters.to ?? '');
  return (
    <form
      aria-label={t('filters')}
      onSubmit={(event) => {
        event.preventDefault();
        change({ from, to });
      }}
    >
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t('regime')}
          value={filters.regime ?? ''}
          onChange={(event) => change({ regime: event.currentTarget.value })}
          data={[
            { value: '', label: common('all') },
            ...Object.entries(regimes).map(([value, title]) => ({ value, label: say(title) })),
          ]}
        />
        <KindSelect label={common('kind')} value={filters.kind} onChange={(kind = '') => change({ kind })} />
        <NativeSelect
          label={t('region')}
          value={filters.region ?? ''}
          onChange={(event) => change({ region: event.currentTarget.value })}
          data={[
            { value: '', label: common('all') },
            ...[...new Set([...regions, filters.region ?? []].flat())].map((value) => ({
              value,
              label: titled(titles, value),
            })),
          ]}
        />
        <TextInput
          type="date"
          label={t('from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput type="date" label={t('to')} value={to} onChange={(event) => setTo(event.currentTarget.value)} />
        <Button type="submit" variant="default">
          {t('apply')}
        </Button>
      </Group>
    </form>
  );
}
