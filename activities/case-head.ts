/** Cases as a transition finds them. */
import type { Transaction } from '../prisma/client.ts';
import { Prisma } from '../prisma/generated/client.ts';
import type { RecordedTransition } from '../workflows/engine/transition.ts';
import { chainEnd, type ChainEnd } from './timeline.ts';

/** The case as the transition found it. */
export interface CaseHead extends ChainEnd {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly regime: string;
  readonly subject: string;
  readonly title: string;
  readonly bodyId: string;
  readonly region: string;
  readonly about: string | null;
  readonly ruleVersion: number;
  readonly calendarVersion: number;
  readonly revision: number;
  readonly priority: number;
}

export type FoundHead = CaseHead & { readonly isClosed: boolean };

/** A transition that is being written, and its case as it stands by then. */
export interface Written {
  readonly head: CaseHead;
  readonly transition: RecordedTransition;
}

/** The cases, which nobody else writes until the transaction ends; always locked in one order. */
export function lockCases(tx: Transaction, ids: readonly string[]): Promise<Map<string, FoundHead>> {
  return headsOf(tx, ids, Prisma.sql`ORDER BY "id" FOR UPDATE`);
}

/** A case as it stands now; somebody else may write it the next moment. */
export async function readHead(tx: Transaction, id: string): Promise<FoundHead | undefined> {
  return (await headsOf(tx, [id], Prisma.empty)).get(id);
}

async function headsOf(tx: Transaction, ids: readonly string[], how: Prisma.Sql): Promise<Map<string, FoundHead>> {
  const [only = ''] = ids;
  // A comparison with one value is planned once, a list anew for its length.
  const isAsked = ids.length === 1 ? Prisma.sql`"id" = ${only}` : Prisma.sql`"id" = ANY(${[...ids]}::text[])`;
  const rows = await tx.$queryRaw<FoundHead[]>`
    SELECT "id", "number", "kind", "regime", "subject", "title", "bodyId", "region", "about", "ruleVersion", "calendarVersion", "revision",
      "priority", "closedAt" IS NOT NULL AS "isClosed", ${chainEnd}
    FROM "Case" WHERE ${isAsked} ${how}`;
  return new Map(rows.map((row) => [row.id, row]));
}
