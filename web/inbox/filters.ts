/** The filters of the inbox as they stand in the address: who sends the link shows the same list. */
import { useMemo } from 'react';
import { useSearchParams } from 'wouter';

export const QUEUES = ['overdue', 'today', 'soon', 'later', 'undated'] as const;
export const VIEWS = ['inbox', 'mine', 'unclaimed', 'delegated', 'givenAway', 'all'] as const;
export const SORTS = ['due', 'priority', 'newest'] as const;

export type Queue = (typeof QUEUES)[number];

export interface Filters {
  readonly view: (typeof VIEWS)[number];
  readonly queue: Queue | undefined;
  /** A kind of case. */
  readonly kind: string | undefined;
  readonly sort: (typeof SORTS)[number];
}

const STANDARD: Filters = { view: 'inbox', queue: undefined, kind: undefined, sort: 'due' };

/** The filters in the address, and how to change some of them. What the address has and the console does not know is the standard. */
export function useFilters(): [Filters, (changed: Partial<Filters>) => void] {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo<Filters>(
    () => ({
      view: known(VIEWS, search.get('view')) ?? STANDARD.view,
      queue: known(QUEUES, search.get('queue')),
      kind: search.get('kind') ?? undefined,
      sort: known(SORTS, search.get('sort')) ?? STANDARD.sort,
    }),
    [search],
  );
  const change = (changed: Partial<Filters>) =>
    setSearch(
      Object.entries({ ...filters, ...changed }).filter(
        (entry): entry is [string, string] =>
          entry[1] !== undefined && entry[1] !== STANDARD[entry[0] as keyof Filters],
      ),
      { replace: true },
    );
  return [filters, change];
}

function known<T extends string>(codes: readonly T[], code: string | null): T | undefined {
  return codes.find((one) => one === code);
}
