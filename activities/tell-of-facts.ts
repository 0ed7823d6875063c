import { CASES_CHANNEL } from '../prisma/channels.ts';
import type { Transaction } from '../prisma/client.ts';
import { systemActor } from '../rules/roles.ts';
import type { Instant } from '../rules/time/index.ts';
import { FACTS_ARRIVED } from '../workflows/engine/messages.ts';
import { contracts } from '../workflows/regimes.ts';
import type { CaseHead } from './case-head.ts';

/** Kinds of case that follow facts of what they are about. */
const FOLLOWING = Object.values(contracts)
  .filter(({ factsReading }) => factsReading !== undefined)
  .map(({ kind }) => kind);

/** Has the open cases about the same thing read their facts anew: a case has found some, and the platform will not report them. */
export async function tellOfFacts(tx: Transaction, { id, about, revision }: CaseHead, at: Instant): Promise<void> {
  const told = await tx.$executeRaw`
    INSERT INTO "CaseMessage" ("id", "fromCaseId", "toCaseId", "action", "input", "actor", "createdAt")
    SELECT ${`${id}:${revision + 1}:facts:`} || "id", ${id}, "id", ${FACTS_ARRIVED}, '{}'::jsonb,
      ${JSON.stringify(systemActor(id))}::jsonb, ${at}::timestamptz
    FROM "Case" WHERE "about" = ${about} AND "kind" = ANY(${FOLLOWING}) AND "closedAt" IS NULL AND "id" <> ${id}
    ON CONFLICT DO NOTHING`;
  if (told > 0) await tx.$executeRaw`SELECT pg_notify(${CASES_CHANNEL}, '')`;
}
