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
