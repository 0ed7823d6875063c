/** Writes cases that are opened, with their parties, bodies and names, in one statement: whoever opens the next of the kind waits for its number. */
import type { Transaction } from './client.ts';
import type { partyRows } from './open-case.ts';
import { saveNames, type NamedParty } from './party-names.ts';

/** What is written of cases that are opened. Instants are ISO 8601. */
export interface CaseRows {
  readonly cases: readonly object[];
  readonly parties: ReturnType<typeof partyRows>;
  readonly bodies: readonly { readonly caseId: string; readonly bodyId: string; readonly region: string }[];
  readonly names: readonly NamedParty[];
}

/** Inserts them; of a case that is there already, nothing. */
export async function insertCases(tx: Transaction, { cases, parties, bodies, names }: CaseRows): Promise<void> {
  await tx.$executeRaw`
    WITH opened AS (
      INSERT INTO "Case" ("id", "number", "kind", "regime", "stage", "subject", "title", "bodyId", "region", "about", "parentId", "openedById",
        "ruleVersion", "calendarVersion", "priority", "openedAt", "wakeAt", "opening")
      SELECT "id", "number", "kind", "regime", "stage", "subject", "title", "bodyId", "region", "about", "parentId", "openedById",
        "ruleVersion", "calendarVersion", COALESCE("priority", 0), "openedAt", "openedAt", "opening"
      FROM jsonb_to_recordset(${JSON.stringify(cases)}::jsonb) AS row ("id" text, "number" text, "kind" text, "regime" text, "stage" text,
        "subject" text, "title" text, "bodyId" text, "region" text, "about" text, "parentId" text, "openedById" text, "ruleVersion" int,
        "calendarVersion" int, "priority" int, "openedAt" timestamptz, "opening" jsonb)
      ON CONFLICT DO NOTHING RETURNING "id"
    ), party AS (
      INSERT INTO "CaseParty" ("caseId", "name", "party", "follows")
      SELECT row.* FROM jsonb_to_recordset(${JSON.stringify(parties)}::jsonb)
        AS row ("caseId" text, "name" text, "party" text, "follows" boolean) JOIN opened ON opened."id" = row."caseId"
      ON CONFLICT DO NOTHING
    ), body AS (
      INSERT INTO "CaseBody" ("caseId", "bodyId", "region")
      SELECT row.* FROM jsonb_to_recordset(${JSON.stringify(bodies)}::jsonb)
        AS row ("caseId" text, "bodyId" text, "region" text) JOIN opened ON opened."id" = row."caseId"
      ON CONFLICT DO NOTHING
    )
    ${saveNames(names)}`;
}
