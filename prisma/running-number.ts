import type { Transaction } from './client.ts';
import { Prisma } from './generated/client.ts';

/** What is numbered one after the other: a kind of thing at a body in a year. */
export interface Numbered {
  readonly bodyId: string;
  readonly kind: string;
  readonly year: string;
}

/**
 * The next number of a kind, from 1. It stands or falls with the transaction, so none is given twice and none is left out.
 * @param unless no number is taken, and null is answered, where this holds
 */
export async function nextRunningNumber(
  tx: Transaction,
  { bodyId, kind, year }: Numbered,
  unless: Prisma.Sql = Prisma.sql`false`,
): Promise<number | null> {
  const [counter] = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO "CaseCounter" ("bodyId", "kind", "year", "last")
    SELECT ${bodyId}, ${kind}, ${year}, 1 WHERE NOT (${unless})
    ON CONFLICT ("bodyId", "kind", "year") DO UPDATE SET "last" = "CaseCounter"."last" + 1
    RETURNING "last"`;
  return counter?.last ?? null;
}
