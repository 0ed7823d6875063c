/** The filters of the inbox as they stand in the address: who sends the link shows the same list. */
import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { paths } from '../generated/api.ts';

export const QUEUES = ['overdue', 'today', 'soon', 'later', 'undated'] as const;
export const VIEWS = ['inbox', 'mine', 'unclaimed', 'delegated', 'givenAway', 'all'] as const;
export const SORTS = ['due', 'priority', 'newest'] as const;

export type Queue = (typeof QUEUES)[number];

export interface Filters {
  readonly view: (typeof VIEWS)[number];
  readonly queue: Queue | undefined;
  /** A kind of case. */
  readonly kind: string | undefined;
  /** A name, number, credit code or pinyin. */
  readonly q: string | undefined;
  readonly sort: (typeof SORTS)[number];
  /** What a figure that was followed has chosen besides: passed on to the API as it stands in the address. */
  readonly narrowed: Narrowed;
}

const NARROWING = [
  'managed',
  'regime',
  'region',
  'assignee',
  'overdue',
  'closed',
  'closedBy',
  'closedFrom',
  'closedTo',
] as const;

type Query = NonNullable<paths['/api/tasks']['get']['parameters']['query']>;

export type Narrowed = Pick<Query, (typeof NARROWING)[number]>;

/** What leaves nothing out. */
export const UNNARROWED = { view: 'inbox', queue: undefined, kind: undefined, q: undefined, narrowed: {} } as const;

const STANDARD: Filters = { ...UNNARROWED, sort: 'due' };

export function isNarrowed({ view, queue, kind, q, narrowed }: Filters): boolean {
  return (
    view !== UNNARROWED.view || [queue, kind, q].some((one) => one !== undefined) || Object.keys(narrowed).length > 0
  );
}

/** The filters as the address and `GET /api/tasks` have them: without what is the standard. */
export function queryOf({ narrowed, ...others }: Filters): Readonly<Record<string, string>> {
  const given = Object.entries({ ...narrowed, ...others }).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && entry[1] !== '' && entry[1] !== STANDARD[entry[0] as keyof Filters],
  );
  return Object.fromEntries(given);
}

/**
 * The filters in the address, how to change some of them, and how to open others. What the address has and the console does not know is
 * the standard.
 */
export function useFilters(): [
  Filters,
  (changed: Partial<Filters>) => void,
  (query: Readonly<Record<string, string>>) => void,
] {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo<Filters>(
    () => ({
      view: known(VIEWS, search.get('view')) ?? STANDARD.view,
      queue: known(QUEUES, search.get('queue')),
      kind: search.get('kind') ?? undefined,
      q: search.get('q') ?? undefined,
      sort: known(SORTS, search.get('sort')) ?? STANDARD.sort,
      narrowed: Object.fromEntries(
        NARROWING.flatMap((name) => (search.get(name) ? [[name, search.get(name)] as const] : [])),
      ),
    }),
    [search],
  );
  const open = (query: Readonly<Record<string, string>>) => setSearch({ ...query }, { replace: true });
  return [filters, (changed) => open(queryOf({ ...filters, ...changed })), open];
}

function known<T extends string>(codes: readonly T[], code: string | null): T | undefined {
  return codes.find((one) => one === code);
}
