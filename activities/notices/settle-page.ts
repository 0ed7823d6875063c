/** Writes down what came of notices: their states, the lines of their cases and what follows from them, for many in one transaction. */
import { NOTICES_CHANNEL } from '../../prisma/channels.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { Instant } from '../../rules/time/index.ts';
import { addNotices } from '../notice-rows.ts';
import { reportServed } from '../report-served.ts';
import { reportSettled } from '../report-undeliverable.ts';
import { appendChained, chained, chainEnd, type ChainEnd } from '../timeline.ts';
import { outcomeOf, type Answered } from './answer.ts';
import type { DeliveryMeans } from './delivery-means.ts';
import { lineOf } from './delivery-line.ts';
import { insist } from './insist.ts';
import { declared } from './notice-data.ts';
import { settle, type Outcome } from './notice-queue.ts';

/** What was written of a notice; `LOST` where another sender had taken it over. */
export type Settled = Outcome['status'] | 'LOST';

interface Try extends Answered {
  readonly outcome: Outcome;
}

const FINAL: readonly Outcome['status'][] = ['SENT', 'FAILED', 'CANCELLED'];

/** Has an end, which is written on the timeline of its case. */
function isFinal({ outcome, answer }: Try): boolean {
  return FINAL.includes(outcome.status) && answer.kind !== 'unchanged';
}

/**
 * Writes what came of these notices: together, or, should one of them stand in the way, each by itself, as long as its lease lasts. Answers for
 * each in the order given.
 */
export async function settlePage(
  means: DeliveryMeans,
  page: readonly Answered[],
): Promise<readonly PromiseSettledResult<Settled>[]> {
  if (page.length > 1) {
    try {
      const settled = await write(means, page);
      return settled.map((value) => ({ status: 'fulfilled', value }));
    } catch (error) {
      means.log.warn({ err: error }, 'what came of a page of notices is written one by one');
    }
  }
  return Promise.allSettled(
    page.map((answered) =>
      insist(means, [answered.claim], async () => {
        const [settled = 'LOST'] = await write(means, [answered]);
        return settled;
      }),
    ),
  );
}

async function write(means: DeliveryMeans, page: readonly Answered[]): Promise<readonly Settled[]> {
  const at = await means.now();
  const tries = page.map((answered): Try => ({
    ...answered,
    outcome: outcomeOf(means.retry, answered.claim, answered.answer, at),
  }));
  const needsCase = tries.some((one) => isFinal(one) || one.claim.revived);
  const kept = needsCase
    ? await means.database.$transaction((tx) => writeWithCases(tx, means, tries, at))
    : await settle(means.database, tries);
  return tries.map(({ claim, outcome }) => (kept.has(claim.notice.id) ? outcome.status : 'LOST'));
}

/** A case as its chain ends, locked until the transaction ends. */
interface LockedCase extends ChainEnd {
  readonly id: string;
  /** Whether it knows of notices that could not be delivered. */
  readonly hasUndelivered: boolean;
}

async function writeWithCases(
  tx: Transaction,
  means: DeliveryMeans,
  tries: readonly Try[],
  at: Instant,
): Promise<ReadonlySet<string>> {
  const cases = await lockCases(tx, tries);
  const kept = await settle(tx, tries);
  const ours = tries.filter(({ claim }) => kept.has(claim.notice.id));
  const ends = ours.filter(isFinal);
  await appendEnds(tx, means, cases, ends, at);
  await forgetCodes(tx, ends);
  await addSuccessors(tx, ends);
  for (const caseId of idsOf(ends.filter(isServing))) await reportServed(tx, caseId);
  const heardOf = ours.filter((one) => one.outcome.status !== 'FAILED' && (isFinal(one) || one.claim.revived));
  for (const caseId of idsOf(heardOf)) if (cases.get(caseId)?.hasUndelivered === true) await reportSettled(tx, caseId);
  for (const one of ends) if (one.outcome.status === 'FAILED') await reportFailure(tx, means, one, at);
  return kept;
}

function idsOf(tries: readonly Try[]): string[] {
  return [...new Set(tries.flatMap(({ claim }) => claim.notice.caseId ?? []))];
}

/** In the order of their ids, so that two senders never wait for each other. */
async function lockCases(tx: Transaction, tries: readonly Try[]): Promise<ReadonlyMap<string, LockedCase>> {
  const ids = idsOf(tries.filter((one) => isFinal(one) || one.claim.revived));
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<LockedCase[]>`
    SELECT "id", ${chainEnd},
      jsonb_array_length(COALESCE("state" -> 'undelivered', '[]')) > 0 AS "hasUndelivered"
    FROM "Case" WHERE "id" = ANY(${ids}::text[]) ORDER BY "id" FOR UPDATE`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** The lines of all cases in one statement. A notice that goes out before there is a case has no timeline. */
async function appendEnds(
  tx: Transaction,
  { chainHash }: DeliveryMeans,
  cases: ReadonlyMap<string, LockedCase>,
  ends: readonly Try[],
  at: Instant,
): Promise<void> {
  const chains = idsOf(ends).map((caseId) => {
    const end = cases.get(caseId);
    if (end === undefined) throw new Error(`There is no case ${caseId} to write lines for.`);
    const lines = ends.filter(({ claim }) => claim.notice.caseId === caseId).map((one) => lineOf(one, one.outcome, at));
    return { caseId, ...chained(caseId, end, lines, chainHash) };
  });
  if (chains.length > 0) await appendChained(tx, chains);
}

/**
 * A code that verifies an address is forgotten with its mail: nobody who reads the table later can use it. So is what a test repeats of a case: it is of
 * no case, and what keeps and destroys the records of the case would not find it (XC-05.3).
 */
async function forgetCodes(tx: Transaction, ends: readonly Try[]): Promise<void> {
  const ids = ends.filter(({ claim }) => claim.notice.caseId === null).map(({ claim }) => claim.notice.id);
  if (ids.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Notice" SET "data" = "data" - 'code', "html" = NULL, "text" = NULL
    WHERE "id" = ANY(${ids}::text[]) AND jsonb_exists("data", 'code')`;
  await tx.$executeRaw`
    UPDATE "Notice" SET "data" = jsonb_build_object('test', true, 'caseKind', "data" -> 'caseKind'),
      "subject" = NULL, "html" = NULL, "text" = NULL, "attachments" = NULL
    WHERE "id" = ANY(${ids}::text[]) AND "data" ->> 'test' = 'true'`;
}

/** Two who are gone may have the same successor, who is told once. */
async function addSuccessors(tx: Transaction, ends: readonly Try[]): Promise<void> {
  const rows = ends.flatMap(({ answer }) => (answer.kind === 'cancelled' ? answer.successors : []));
  if (rows.length === 0) return;
  await addNotices(tx, [...new Map(rows.map((row) => [row.id, row])).values()]);
  await tx.$executeRaw`SELECT pg_notify(${NOTICES_CHANNEL}, '')`;
}

/** A notice that goes by letter, too, is served when both have gone out (XC-04.2). */
function isServing({ claim: { notice }, outcome }: Try): boolean {
  return outcome.status === 'SENT' && declared(notice)?.channels.includes('LETTER') === true;
}

/**
 * Before there is a case nobody could reach the recipient otherwise: whoever did not get a code asks for another. What did not reach a room reached
 * its people by mail, or failed there too.
 */
async function reportFailure(
  tx: Transaction,
  means: DeliveryMeans,
  { claim, outcome }: Try,
  at: Instant,
): Promise<void> {
  const { id, caseId, channel, template, recipientId, recipientName, recipientEmail } = claim.notice;
  if (caseId === null || channel === 'WEBHOOK') return;
  await means.onUndeliverable(
    {
      ...{ id, caseId, template, recipientId, recipientName, recipientEmail },
      attempts: outcome.attempts,
      lastError: outcome.lastError ?? '',
      failedAt: at,
      try: claim.lease.getTime(),
    },
    tx,
  );
}
