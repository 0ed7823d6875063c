/** What is read anew when a case has moved. */
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { casesMoved } from './moved.ts';

const rowsOf = (page: number) => [1, 2].map((n) => ({ id: `task-${page}-${n}`, caseId: `case-${page}-${n}` }));
const listOf = (pages: number) => ({
  pages: Array.from({ length: pages }, (_, page) => ({ items: rowsOf(page), nextCursor: 'more' })),
  pageParams: Array.from({ length: pages }, () => undefined),
});

function clientWith(key: readonly string[], pages: number): QueryClient {
  const client = new QueryClient();
  client.setQueryData(key, listOf(pages));
  return client;
}

const itemsIn = (client: QueryClient, key: readonly string[]) =>
  client.getQueryData<ReturnType<typeof listOf>>(key)?.pages.flatMap(({ items }) => items) ?? [];

it('XC-05.3 of a long list that is looked at only the rows of the case are read, and stay at their places', async () => {
  const key = ['tasks', 'list'];
  const client = clientWith(key, 5);
  const off = new QueryObserver(client, { queryKey: key, enabled: false }).subscribe(() => undefined);
  const asked: string[] = [];
  await casesMoved(client, ['case-3-1', 'case-4-2'], (_key, caseId) => {
    asked.push(caseId);
    return Promise.resolve(caseId === 'case-3-1' ? [{ id: 'task-3-1', caseId, isTaken: true }] : []);
  });
  expect(asked).toEqual(['case-3-1', 'case-4-2']);
  const items = itemsIn(client, key);
  expect(items[6]).toEqual({ id: 'task-3-1', caseId: 'case-3-1', isTaken: true });
  expect(items.map(({ id }) => id)).not.toContain('task-4-2');
  expect(items).toHaveLength(9);
  expect(client.getQueryState(key)?.isInvalidated).toBe(false);
  off();
});

it('XC-05.3 a short list is read anew, and a long one that nobody looks at is begun anew', async () => {
  const short = clientWith(['tasks', 'list'], 4);
  await casesMoved(short, ['case-0-1'], () => undefined);
  expect(short.getQueryState(['tasks', 'list'])?.isInvalidated).toBe(true);
  const long = clientWith(['cases', 'all'], 5);
  await casesMoved(long, ['case-0-1'], () => undefined);
  expect(long.getQueryData(['cases', 'all'])).toBeUndefined();
});
