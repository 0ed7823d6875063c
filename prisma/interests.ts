/** The parties in which somebody has an interest, so that they handle none of their cases (XC-05.5). */
import type { PartyKey } from '../rules/parties/party.ts';
import { MEMBER_ROLES, type Role } from '../rules/roles.ts';
import type { Day } from '../rules/time/index.ts';
import { contracts } from '../workflows/regimes.ts';
import type { Transaction } from './client.ts';

/** Kinds of case that people outside the bodies alone file: staff who enter one for a caller file it for nobody. */
const filedKinds = Object.values(contracts)
  .filter(({ intake, filedFromOutside }) => filedFromOutside === true || isFromOutside(intake?.by))
  .map(({ kind }) => kind);

function isFromOutside(by: readonly Role[] | undefined): boolean {
  return by?.every((role) => MEMBER_ROLES.includes(role)) === true;
}

/** What is on record on a day: declared, recommended, or filed for. Whom they act for now follows from their offices. */
export async function interestsOf(tx: Transaction, accountId: string, day: Day): Promise<PartyKey[]> {
  const rows = await tx.$queryRaw<{ party: string }[]>`
    SELECT "party" FROM "Interest"
      WHERE "accountId" = ${accountId} AND "endedAt" IS NULL AND "firstDay" <= ${day} AND ("lastDay" IS NULL OR "lastDay" >= ${day})
    UNION SELECT "creditCode" FROM "Recommendation" WHERE "recommenderId" = ${accountId}
    UNION SELECT "subject" FROM "Case" WHERE "openedById" = ${accountId} AND "kind" = ANY(${filedKinds}::text[])
    ORDER BY 1`;
  return rows.map(({ party }) => party);
}

/**
 * The accounts that have an interest in one of these parties on a day: on record, as {@link interestsOf} has it, or because they act for it
 * from outside the bodies now.
 */
export async function interestedIn(tx: Transaction, parties: readonly PartyKey[], day: Day): Promise<string[]> {
  if (parties.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "accountId" AS "id" FROM "Interest"
      WHERE "party" = ANY(${parties}::text[]) AND "endedAt" IS NULL AND "firstDay" <= ${day} AND ("lastDay" IS NULL OR "lastDay" >= ${day})
    UNION SELECT "recommenderId" FROM "Recommendation" WHERE "creditCode" = ANY(${parties}::text[])
    UNION SELECT "openedById" FROM "Case"
      WHERE "subject" = ANY(${parties}::text[]) AND "openedById" IS NOT NULL AND "kind" = ANY(${filedKinds}::text[])
    UNION SELECT "userId" FROM "Office" WHERE "party" = ANY(${parties}::text[]) AND "role" = ANY(${[...MEMBER_ROLES]}::text[])`;
  return rows.map(({ id }) => id);
}

/** What has been declared and not ended, on a day. Having recommended a party before keeps nobody from recommending it again. */
export async function declaredInterests(tx: Transaction, accountId: string, day: Day): Promise<PartyKey[]> {
  const rows = await tx.interest.findMany({
    where: {
      ...{ accountId, endedAt: null, firstDay: { lte: day } },
      OR: [{ lastDay: null }, { lastDay: { gte: day } }],
    },
    select: { party: true },
  });
  return rows.map(({ party }) => party);
}
