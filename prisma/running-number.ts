import type { Transaction } from './client.ts';
import { Prisma } from './generated/client.ts';

/** What is numbered one after the other: a kind of thing at a body in a year. */
export interface Numbered {
  readonly bodyId: string;
  readonly kind: string;
  readonly year: string;
}

/** The next number of a kind, from 1. It stands or falls with the transaction, so none is given twice and none is left out. */
export async function nextRunningNumber(tx: Transaction, { bodyId, kind, year }: Numbered): Promise<number> {
  const [counter] = await tx.$queryRaw<{ last: number }[]>(
    takeNumbers(Prisma.sql`SELECT ${bodyId}, ${kind}, ${year}, 1`),
  );
  if (counter === undefined) throw new Error(`There is no running number of '${kind}' at ${bodyId}.`);
  return counter.last;
}

/**
 * A statement that takes numbers and answers with the last one of each kind.
 * @param wanted selects body, kind, year and how many are wanted, in one order, so that nobody who takes two waits for who waits for them
 */
export function takeNumbers(wanted: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "CaseCounter" ("bodyId", "kind", "year", "last") ${wanted}
    ON CONFLICT ("bodyId", "kind", "year") DO UPDATE SET "last" = "CaseCounter"."last" + EXCLUDED."last"
    RETURNING "bodyId", "kind", "year", "last"`;
}
