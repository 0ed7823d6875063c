/** An interest that is declared after its holder took part in a case: each such case is told (XC-05.5). */
import { personKey, type PartyKey } from '../rules/parties/party.ts';
import { systemActor } from '../rules/roles.ts';
import type { Instant } from '../rules/time/index.ts';
import { CASES_CHANNEL } from './channels.ts';
import type { Transaction } from './client.ts';

export interface DeclaredInterest {
  readonly id: string;
  readonly accountId: string;
  readonly party: PartyKey;
}

/**
 * Leaves a message for each open case of the party in which the account took part: by something that keeps from other things, such as scoring, or
 * because it was asked by name. What is closed stands as it was decided, and is corrected on objection.
 */
export async function tellOfInterest(
  tx: Transaction,
  { id, accountId, party }: DeclaredInterest,
  now: Instant,
): Promise<void> {
  const cases = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT one."id" FROM "Case" one JOIN "CaseParty" about ON about."caseId" = one."id"
      WHERE about."party" = ${party} AND NOT about."follows" AND one."closedAt" IS NULL AND one."state" IS NOT NULL AND (
        EXISTS (
          SELECT FROM jsonb_each(COALESCE(one."state"::jsonb -> 'participants', '{}')) did
            WHERE did."value" ? ${accountId})
        OR EXISTS (
          SELECT FROM "CaseParty" asked WHERE asked."caseId" = one."id" AND asked."party" = ${personKey(accountId)}))
      ORDER BY 1`;
  if (cases.length === 0) return;
  await tx.caseMessage.createMany({
    skipDuplicates: true,
    data: cases.map((found) => ({
      id: `${found.id}:interest:${id}`,
      toCaseId: found.id,
      action: 'interestDeclared',
      input: { account: accountId },
      actor: { ...systemActor('XC-05.5') },
      createdAt: new Date(now),
    })),
  });
  await tx.$executeRaw`SELECT pg_notify(${CASES_CHANNEL}, '')`;
}
