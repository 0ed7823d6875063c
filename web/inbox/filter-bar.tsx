/** How the inbox is narrowed: searched, chosen, kept as a view; and what narrows it now. */
import { Button, Group, NativeSelect } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../api/vocabulary.ts';
import { KindSelect } from '../parts/kind-select.tsx';
import { Pills } from '../parts/pills.tsx';
import { SavedViews } from '../parts/saved-views.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { useLocale } from '../words/words.ts';
import { queryOf, SORTS, UNNARROWED, VIEWS, type Filters } from './filters.ts';
import './late-words.ts';

interface WithFilters {
  readonly filters: Filters;
  readonly change: (changed: Partial<Filters>) => void;
}

export function Choices({
  filters,
  change,
  open,
}: WithFilters & { readonly open: (query: Readonly<Record<string, string>>) => void }) {
  const { t } = useTranslation('inbox');
  return (
    <Group gap="sm" align="flex-end">
      <SearchBox label={t('search')} value={filters.q} onSearch={(q) => change({ q })} />
      <NativeSelect
        label={t('views')}
        value={filters.view}
        onChange={(event) => change({ view: event.currentTarget.value as Filters['view'] })}
        data={VIEWS.map((value) => ({ value, label: t(`view_${value}`) }))}
      />
      <KindSelect label={t('kinds')} value={filters.kind} onChange={(kind) => change({ kind })} />
      <NativeSelect
        label={t('sort')}
        value={filters.sort}
        onChange={(event) => change({ sort: event.currentTarget.value as Filters['sort'] })}
        data={SORTS.map((value) => ({ value, label: t(`sort_${value}`) }))}
      />
      <SavedViews area="tasks" query={queryOf(filters)} onOpen={(query) => open(query)} />
    </Group>
  );
}

/** What a figure that was followed has chosen, in words. */
function narrowedWords(narrowed: Filters['narrowed'], t: TFunction<'inbox'>): string {
  const { assignee, closed, closedFrom = '', closedTo = '', overdue } = narrowed;
  return [
    t('narrow_figure'),
    ...(assignee === 'none' ? [t('narrow_unheld')] : assignee === undefined ? [] : [t('narrow_held')]),
    ...(overdue === 'true' ? [t('queue_overdue')] : []),
    ...(closed === 'true' ? [t('narrow_done', { from: closedFrom, to: closedTo })] : []),
  ].join(' · ');
}

/** What narrows the list, each to be taken away: nobody has to wonder why something is not there. */
export function Chosen({ filters, change }: WithFilters) {
  const { t } = useTranslation('inbox');
  const { say } = useLocale();
  const { kinds } = useVocabulary();
  const kind = filters.kind === undefined ? undefined : kinds[filters.kind];
  const chosen = [
    ...(filters.view === 'inbox' ? [] : [{ name: t(`view_${filters.view}`), without: { view: 'inbox' } as const }]),
    ...(filters.q === undefined ? [] : [{ name: t('found', { q: filters.q }), without: { q: undefined } }]),
    ...(filters.queue === undefined ? [] : [{ name: t(`queue_${filters.queue}`), without: { queue: undefined } }]),
    ...(filters.kind === undefined
      ? []
      : [{ name: kind === undefined ? filters.kind : say(kind.title), without: { kind: undefined } }]),
    ...(Object.keys(filters.narrowed).length === 0
      ? []
      : [{ name: narrowedWords(filters.narrowed, t), without: { narrowed: {} } }]),
  ];
  return (
    <Pills
      label={t('filters')}
      removeLabel={(name) => t('removeFilter', { name })}
      pills={chosen.map(({ name, without }) => ({ name, onRemove: () => change(without) }))}
    >
      <Button variant="subtle" size="compact-sm" onClick={() => change(UNNARROWED)}>
        {t('clear')}
      </Button>
    </Pills>
  );
}
