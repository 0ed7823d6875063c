/** What holds of the stores, their points and their letters whatever was asked of the stack, once it has come to rest. */
import type { Database } from '../../prisma/client.ts';
import { verifyFactSums } from '../../prisma/sh-store/verify-fact-sums.ts';
import { verifySums } from '../../prisma/sh-store/verify-sums.ts';

interface Fault {
  readonly fault: string;
}

/** What is not as it must be, in words; each line names the requirement it breaks. */
export async function storeFaults(database: Database): Promise<string[]> {
  const found = await Promise.all([
    severalClearances(database),
    openBesideClearance(database),
    trialMailAfterClearance(database),
    wrongFactSums(database),
    lettersOfOneNumber(database),
  ]);
  return [...found.flat().map(({ fault }) => fault), ...(await wrongBalances(database))];
}

/** The balance that is shown is the sum of the ledger, a day and a row of the points table. */
async function wrongBalances(database: Database): Promise<string[]> {
  const { wrong } = await verifySums(database);
  return wrong.map(
    ({ storeId, onDay, rule, kept, added }) =>
      `points of ${storeId} on ${onDay} for ${rule}: the ledger says ${added ?? 0}, the balance has ${kept ?? 0} (SH-EVAL-10.18)`,
  );
}

/** What is counted of the orders and facts of a store is what its facts are. */
async function wrongFactSums(database: Database): Promise<Fault[]> {
  const { wrong } = await verifyFactSums(database);
  return wrong.map(({ about, of, kept, counted }) => ({
    fault: `${of} of ${about}: ${counted ?? 0} by the facts, ${kept ?? 0} kept (SH-STORE-07.7)`,
  }));
}

/** One case of clearance a store, however many grounds it has (SH-STORE-10.11). */
function severalClearances(database: Database): Promise<Fault[]> {
  return database.$queryRaw`
    SELECT "about" || ' has ' || count(*) || ' open clearances: ' || string_agg("id", ', ' ORDER BY "id") || ' (SH-STORE-10.11)' AS fault
    FROM "Case" WHERE "kind" = 'clearance' AND "closedAt" IS NULL GROUP BY "about" HAVING count(*) > 1`;
}

/** A confirmed clearance has ended everything else that ran about its store (SH-STORE-11.10). */
function openBesideClearance(database: Database): Promise<Fault[]> {
  return database.$queryRaw`
    SELECT c."id" || ' (' || c."kind" || ') is open beside the confirmed clearance ' || k."id" || ' (SH-STORE-11.10)' AS fault
    FROM "Case" k JOIN "Case" c ON c."about" = k."about" AND c."closedAt" IS NULL
      AND c."kind" IN ('storeSetup', 'trialOperation', 'productReview', 'productSplitting', 'rectification', 'storeSupervision', 'storeRecommendation')
    WHERE k."kind" = 'clearance' AND k."state"#>>'{facts,confirmedAt}' IS NOT NULL
    ORDER BY c."id"`;
}

/** The trial of a store that is cleared has nothing more to say (SH-STORE-11.10). */
function trialMailAfterClearance(database: Database): Promise<Fault[]> {
  return database.$queryRaw`
    SELECT 'notice ' || n."id" || ' (' || n."template" || ') of ' || t."id" || ' was planned after the clearance ' || k."id" || ' (SH-STORE-11.10)' AS fault
    FROM "Case" k
      JOIN "Case" t ON t."about" = k."about" AND t."kind" = 'trialOperation'
      JOIN "Notice" n ON n."caseId" = t."id" AND n."status" <> 'CANCELLED'
        AND n."plannedAt" > (k."state"#>>'{facts,confirmedAt}')::timestamptz
    WHERE k."kind" = 'clearance' AND k."state"#>>'{facts,confirmedAt}' IS NOT NULL
    ORDER BY n."id"`;
}

/** A letter is known by its number (SH-STORE-11.2). */
function lettersOfOneNumber(database: Database): Promise<Fault[]> {
  return database.$queryRaw`
    SELECT 'letters ' || string_agg("id", ', ' ORDER BY "id") || ' have one number, ' || "number" || ' (SH-STORE-11.2)' AS fault
    FROM "Letter" GROUP BY "number" HAVING count(*) > 1`;
}
