/** Holds the step of a case at its records, so that something else happens in that very moment. */
import { expect, vi } from 'vitest';
import type { TestStack } from './test-stack.ts';

/** Carries out what is to happen while the step of a case waits for its records. @returns the answer to the step, which may refuse */
export async function whileRecordsAreHeld<T>(
  { database }: TestStack,
  caseId: string,
  step: () => Promise<T>,
  meanwhile: () => Promise<void>,
): Promise<T> {
  return database
    .$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Case" WHERE "id" = ${caseId} FOR UPDATE`;
      const answer = step();
      answer.catch(() => undefined);
      await vi.waitFor(
        async () => {
          const [row] = await database.$queryRaw<{ waiting: boolean }[]>`
          SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted) AS waiting`;
          expect(row?.waiting).toBe(true);
        },
        { timeout: 4_000, interval: 10 },
      );
      await meanwhile();
      return { answer };
    })
    .then(({ answer }) => answer);
}
