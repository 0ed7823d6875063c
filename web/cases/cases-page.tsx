/** The cases that this reader may see, found by name, number or credit code. */
import { Anchor, Button, Checkbox, Group, NativeSelect, Table, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { answered, api } from '../api/client.ts';
import { useVocabulary } from '../api/vocabulary.ts';
import { itemsOf, usePages } from '../api/pages.ts';
import { ChooseRow, ChosenBar, useChoice } from '../bulk/choice.tsx';
import { bulkWords } from '../bulk/words.ts';
import type { components } from '../generated/api.ts';
import { Clause } from '../parts/clause.tsx';
import { DueMoment, Moment } from '../parts/moment.tsx';
import { KindSelect } from '../parts/kind-select.tsx';
import { Pills } from '../parts/pills.tsx';
import { SavedViews } from '../parts/saved-views.tsx';
import { may, useMe } from '../session/session.tsx';
import { narrowedBy, narrowingQuery, narrowingsOf } from './narrowed/narrowed.ts';
import { narrowedWords } from './narrowed/words.ts';
import { Page } from '../parts/page.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { Paged } from '../parts/paged.tsx';
import { addWords, useLocale } from '../words/words.ts';
import rows from '../parts/rows.module.css';
import { Tag } from '../parts/tag.tsx';
import './late-words.ts';

const ReasonedDownload = lazy(() => import('../parts/reasoned-download.tsx'));

addWords('narrowed', narrowedWords);
addWords('bulk', bulkWords);

type CaseItem = components['schemas']['CaseItem'];

const SORTS = ['newest', 'due'] as const;
const STATES = ['open', 'closed'] as const;

interface Filters {
  readonly q: string | undefined;
  readonly kind: string | undefined;
  readonly state: (typeof STATES)[number] | undefined;
  readonly sort: (typeof SORTS)[number];
  /** A clause that the cases cite, and the type of line that cites it. */
  readonly clause: string | undefined;
  readonly cited: string | undefined;
  /** Only open cases under an older version of the rules than the newest. */
  readonly olderRules: 'true' | undefined;
  /** What a figure that was followed has chosen besides. */
  readonly narrowed: ReturnType<typeof narrowedBy>;
}

function useFilters(): [
  Filters,
  (changed: Partial<Filters>) => void,
  (query: Readonly<Record<string, string>>) => void,
] {
  const [search, setSearch] = useSearchParams();
  const filters: Filters = {
    q: search.get('q') ?? undefined,
    kind: search.get('kind') ?? undefined,
    state: STATES.find((state) => state === search.get('state')) ?? STATE_OF[search.get('open') ?? ''],
    sort: SORTS.find((sort) => sort === search.get('sort')) ?? 'newest',
    clause: search.get('clause') ?? undefined,
    cited: search.get('cited') ?? undefined,
    olderRules: search.get('olderRules') === 'true' ? 'true' : undefined,
    narrowed: narrowedBy(search),
  };
  const change = (changed: Partial<Filters>) => {
    const { narrowed, ...others } = { ...filters, ...changed };
    setSearch(
      Object.entries({ ...narrowed, ...others }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '' && entry[1] !== 'newest',
      ),
      { replace: true },
    );
  };
  return [filters, change, (query) => setSearch(query, { replace: true })];
}

/** How the API says in an address what the console calls the state. */
const STATE_OF: Readonly<Record<string, Filters['state']>> = { true: 'open', false: 'closed' };

/** The filters as the API takes them. */
function queryOf({ q, kind, state, clause, cited, olderRules, narrowed }: Filters) {
  return {
    ...narrowingQuery(narrowed),
    ...(q !== undefined && { q }),
    ...(kind !== undefined && { kind }),
    ...(clause !== undefined && { clause }),
    ...(cited !== undefined && { cited }),
    ...(olderRules !== undefined && { olderRules }),
    ...(state !== undefined && { open: state === 'open' ? ('true' as const) : ('false' as const) }),
  };
}

/** The filters and the order as a view keeps them; the order that the list has unless asked is left out. */
function keptQuery(filters: Filters): Readonly<Record<string, string>> {
  return { ...queryOf(filters), ...(filters.sort !== 'newest' && { sort: filters.sort }) };
}

function useCases(filters: Filters) {
  const query = { ...queryOf(filters), sort: filters.sort };
  return usePages(['cases', query], (at) =>
    answered(api.GET('/api/cases', { params: { query: { ...query, ...at } } })),
  );
}

export default function CasesPage() {
  const { t } = useTranslation('cases');
  const [filters, change, open] = useFilters();
  const cases = useCases(filters);
  const me = useMe();
  const { t: narrow } = useTranslation('narrowed');
  const { say } = useLocale();
  const total = cases.data?.pages[0]?.total;
  return (
    <Page
      title={total == null ? t('title') : t('heading', { total })}
      aside={may(me, 'case.export') && <CaseExports query={queryOf(filters)} />}
    >
      <Choices filters={filters} change={change} />
      {may(me, 'view.keep') && <SavedViews area="cases" query={keptQuery(filters)} onOpen={open} />}
      {filters.clause !== undefined && (
        <Group gap="xs">
          <Text size="sm">
            {t('citing')}
            <Clause clause={filters.clause} />
          </Text>
          <Button variant="default" size="compact-sm" onClick={() => change({ clause: undefined, cited: undefined })}>
            {t('citingAll')}
          </Button>
        </Group>
      )}
      <Pills
        label={narrow('narrowed')}
        removeLabel={(name) => narrow('removeNarrowing', { name })}
        pills={narrowingsOf(filters.narrowed, filters.kind, useVocabulary(), say, narrow).map(({ name, keys }) => ({
          name,
          onRemove: () =>
            change({
              narrowed: Object.fromEntries(Object.entries(filters.narrowed).filter(([one]) => !keys.includes(one))),
            }),
        }))}
      />
      <CaseList filters={filters} cases={cases} />
    </Page>
  );
}

function Choices(props: { readonly filters: Filters; readonly change: (changed: Partial<Filters>) => void }) {
  const { filters, change } = props;
  const { t } = useTranslation('cases');
  const { t: common } = useTranslation();
  return (
    <Group gap="sm" align="flex-end">
      <SearchBox label={t('search')} value={filters.q} onSearch={(q) => change({ q })} />
      <NativeSelect
        label={t('state')}
        value={filters.state ?? ''}
        onChange={(event) => change({ state: STATES.find((state) => state === event.currentTarget.value) })}
        data={[{ value: '', label: common('all') }, ...STATES.map((value) => ({ value, label: t(`state_${value}`) }))]}
      />
      <KindSelect label={t('kind')} value={filters.kind} onChange={(kind) => change({ kind })} />
      <NativeSelect
        label={t('sort')}
        value={filters.sort}
        onChange={(event) => change({ sort: SORTS.find((sort) => sort === event.currentTarget.value) ?? 'newest' })}
        data={SORTS.map((value) => ({ value, label: t(`sort_${value}`) }))}
      />
      {(may(useMe(), 'case.handle') || filters.olderRules !== undefined) && (
        <Checkbox
          pb="xs"
          label={t('olderRules')}
          checked={filters.olderRules !== undefined}
          onChange={(event) => change({ olderRules: event.currentTarget.checked ? 'true' : undefined })}
        />
      )}
    </Group>
  );
}

function CaseList(props: { readonly filters: Filters; readonly cases: ReturnType<typeof useCases> }) {
  const { filters, cases } = props;
  const { t } = useTranslation('cases');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  const isNarrowed = Object.keys(queryOf(filters)).length > 0;
  const choice = useChoice(caseOf);
  return (
    <>
      {choice !== undefined && choice.chosen.length > 0 && (
        <ChosenBar choice={choice} items={itemsOf(cases.data).filter(isOpen)} asChosen={asChosen} />
      )}
      <Paged list={cases} empty={t(isNarrowed ? 'emptyFiltered' : 'empty')} shown={(counts) => t('shown', counts)}>
        {(items) => (
          <Table className={rows['rows'] ?? ''} highlightOnHover verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                {choice && <Table.Td w={36} />}
                <Table.Th>{common('number')}</Table.Th>
                <Table.Th>{common('who')}</Table.Th>
                <Table.Th>{common('stage')}</Table.Th>
                <Table.Th>{common('due')}</Table.Th>
                <Table.Th>{common('opened')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((row) => (
                <Table.Tr key={row.id}>
                  {choice && (
                    <Table.Td>{isOpen(row) && <ChooseRow choice={choice} item={row} number={row.number} />}</Table.Td>
                  )}
                  <Table.Td>
                    <Anchor component={Link} href={`/cases/${row.id}`} fw={600}>
                      {row.number}
                    </Anchor>
                    <Text size="sm" c="dimmed">
                      {say(row.kindTitle)}
                    </Text>
                  </Table.Td>
                  <Table.Td data-label={common('who')}>{row.title}</Table.Td>
                  <Table.Td data-label={common('stage')}>
                    {say(row.stageTitle)}
                    {filters.olderRules !== undefined && (
                      <Text size="sm">{t('ruleVersion', { version: row.ruleVersion })}</Text>
                    )}
                    {row.outcomeTitle != null && say(row.outcomeTitle) !== say(row.stageTitle) && (
                      <Text size="sm">{say(row.outcomeTitle)}</Text>
                    )}
                  </Table.Td>
                  <Table.Td data-label={common('due')}>
                    {row.dueAt !== null && <DueMoment at={row.dueAt} />}{' '}
                    {row.overdue !== null && <Over by={row.overdue} />}
                    {row.dueAt === null && row.overdue === null && common('none')}
                  </Table.Td>
                  <Table.Td data-label={common('opened')}>
                    <Moment at={row.openedAt} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Paged>
    </>
  );
}

/** By how much; an internal target has no legal effect and says so. */
function Over({ by }: { readonly by: NonNullable<CaseItem['overdue']> }) {
  const { t } = useTranslation('cases');
  const { t: common } = useTranslation();
  const { workingDays: count, legalEffect } = by;
  if (!legalEffect) return <Tag tone="warning">{t('targetOver', { count })}</Tag>;
  return <Tag tone="bad">{count === 0 ? common('overdue') : common('daysOver', { count })}</Tag>;
}

const caseOf = ({ id }: CaseItem) => id;
const isOpen = ({ closedAt }: CaseItem) => closedAt === null;
const asChosen = ({ id, revision }: CaseItem) => ({ caseId: id, revision });

function CaseExports({ query }: { readonly query: Readonly<Record<string, string>> }) {
  const { t } = useTranslation();
  const ways = (['csv', 'xlsx'] as const).map((format) => ({
    name: t(`export_${format}`),
    href: `/api/cases/export?${new URLSearchParams({ ...query, format }).toString()}`,
  }));
  return (
    <Suspense fallback={null}>
      <ReasonedDownload label={t('export')} ways={ways} />
    </Suspense>
  );
}
