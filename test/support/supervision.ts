/** What the case that watches a store in operation has found so far, on the real stack. */
import { expect, vi } from 'vitest';
import { settled, type OpenedStore } from './applications.ts';
import { PATIENCE } from './patience.ts';
import type { TestStack } from './test-stack.ts';

/** How the store stands against each ground, as the reviewer reads it. */
export async function standingOf(stack: TestStack, { storeId }: OpenedStore) {
  return (await (await stack.as('reviewer')).get(`/api/stores/${storeId}/supervision`)).standing;
}

/** Waits until so many upheld complaints are counted against the store. */
export async function untilUpheld(stack: TestStack, { supervisionId }: OpenedStore, count: number): Promise<void> {
  const reviewer = await stack.as('reviewer');
  await vi.waitFor(async () => {
    const { facts } = await reviewer.get(`/api/cases/${supervisionId}`);
    expect(facts.complaints.upheld).toBe(count);
  }, PATIENCE);
}

/** The clearances of a store, open or not, as lists show them. */
export async function clearancesOf(stack: TestStack, { storeId }: OpenedStore) {
  await settled(stack);
  const { items } = await (await stack.as('reviewer')).get(`/api/cases?kind=clearance&about=store:${storeId}`);
  return items as { id: string; stage: string; outcome: string | null; openedAt: string }[];
}
