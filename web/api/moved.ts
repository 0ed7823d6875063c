/** What is read anew when cases have moved. A list that somebody has read far into is not read again from its first page for each of them. */
import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';
import type { Page } from './pages.ts';

/** Lists that tell of cases begin with one of these. */
const LISTS: readonly QueryKey[] = [['tasks'], ['cases']];

/** Up to so many pages are read anew; of a longer list only the rows that have moved. */
const MOST_PAGES = 4;

interface Row {
  readonly caseId?: string;
  readonly id: string;
}

interface Long {
  readonly pages: readonly Page<Row>[];
  readonly pageParams: readonly unknown[];
}

/** How the rows of a case in a list are read, by what the list holds. @param key of the list */
export type ReadRows = (key: QueryKey, caseId: string) => Promise<readonly Row[]> | undefined;

/** @param ids of cases that have moved */
export async function casesMoved(client: QueryClient, ids: readonly string[], rowsOf: ReadRows): Promise<void> {
  const cache = client.getQueryCache();
  const long = LISTS.flatMap((queryKey) => cache.findAll({ queryKey, predicate: isLong }));
  for (const query of long) await freshen(client, query, ids, rowsOf);
  await Promise.all([
    ...ids.map((id) => client.invalidateQueries({ queryKey: ['case', id] })),
    ...LISTS.map((queryKey) => client.invalidateQueries({ queryKey, predicate: (query) => !isLong(query) })),
  ]);
}

function isLong({ state }: Query): boolean {
  return ((state.data as Partial<Long> | undefined)?.pages?.length ?? 0) > MOST_PAGES;
}

/** A long list that is looked at has the rows of these cases replaced; one that is not is begun anew when it is looked at again. */
async function freshen(client: QueryClient, query: Query, ids: readonly string[], rowsOf: ReadRows): Promise<void> {
  if (query.getObserversCount() === 0) {
    client.removeQueries({ queryKey: query.queryKey, exact: true });
    return;
  }
  for (const id of ids) {
    const rows = await rowsOf(query.queryKey, id);
    if (rows === undefined) return;
    client.setQueryData<Long>(query.queryKey, (list) => list && replaced(list, id, rows));
  }
}

/** The list with the rows of a case as they are now, at the places where they were; those that have gone are left out. */
export function replaced(list: Long, caseId: string, rows: readonly Row[]): Long {
  const now = (row: Row) => (row.caseId === caseId ? rows.filter(({ id }) => id === row.id) : [row]);
  return { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.flatMap(now) })) };
}
