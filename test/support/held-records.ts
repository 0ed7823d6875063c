/** Holds the step of a case at its records, or sees that one is held, so that something else happens in that very moment. */
import { expect, vi } from 'vitest';
import { PATIENCE } from './patience.ts';
import type { TestStack } from './test-stack.ts';

/** Carries out what is to happen while the step of a case waits for its records. @returns the answer to the step, which may refuse */
export async function whileRecordsAreHeld<T>(
  { database }: TestStack,
  caseId: string,
  step: () => Promise<T>,
  meanwhile: () => Promise<void>,
): Promise<T> {
  // Whoever writes down that a mail went out takes the records as well, and would look like the step.
  await vi.waitFor(
    async () =>
      expect(await database.notice.count({ where: { caseId, status: { in: ['PLANNED', 'SENDING'] } } })).toBe(0),
    PATIENCE,
  );
  return database
    .$transaction(async (tx) => {
      const [held] = await tx.$queryRaw<{ by: number }[]>`
        SELECT pg_backend_pid() AS "by" FROM "Case" WHERE "id" = ${caseId} FOR UPDATE`;
      const answer = step();
      answer.catch(() => undefined);
      await vi.waitFor(
        async () => {
          // Other databases of the server have locks of their own: what counts is who waits for this one.
          const [row] = await database.$queryRaw<{ waiting: boolean }[]>`
            SELECT EXISTS (
              SELECT FROM pg_stat_activity WHERE ${held?.by ?? 0}::int = ANY(pg_blocking_pids(pid))) AS "waiting"`;
          expect(row?.waiting).toBe(true);
        },
        { timeout: 4_000, interval: 10 },
      );
      await meanwhile();
      return { answer };
    })
    .then(({ answer }) => answer);
}

/** How many sessions of the stack wait for a lock in a query that is like this (SQL `LIKE`). */
export async function waitersIn({ database }: TestStack, query: string): Promise<number> {
  const [row] = await database.$queryRaw<[{ n: number }]>`
    SELECT count(*)::int AS "n" FROM pg_stat_activity
    WHERE "wait_event_type" = 'Lock' AND "query" LIKE ${query} AND "datname" = current_database()`;
  return row.n;
}
