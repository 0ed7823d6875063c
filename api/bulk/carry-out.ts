/** Carries out bulk decisions: each case once, as the person's own action, whatever dies meanwhile. */
import type { BulkDecision, BulkDecisionItem, Prisma } from '../../prisma/generated/client.ts';
import { personOf } from '../../prisma/person-of.ts';
import { Refusal, refuse } from '../../rules/refusal.ts';
import type { Person } from '../../rules/roles.ts';
import { accessOf } from '../abilities.ts';
import type { ApiContext } from '../context.ts';
import { InvalidInput } from '../http/problem.ts';
import { describeError } from '../middleware/request-log.ts';
import type { ItemStatus } from './bulk-schema.ts';
import { bulkRefusal } from './bulk-view.ts';
import { itemAction } from './item-input.ts';

/** Cases asked at a time by one process. */
const AT_ONCE = 8;
/** What a process has taken and told nothing of for so long is taken up again. */
const ABANDONED_AFTER = '20 seconds';
/** After so many attempts that ended in a fault of ours, one is given up and named. */
const MOST_FAULTS = 5;

/** Refusals that pass by themselves: the case is asked again, under the same key. */
const PASSING: readonly string[] = ['CASE_NOT_READY', 'OUTCOME_UNKNOWN', 'UNAVAILABLE', 'TOO_MANY_REQUESTS'];

type Taken = BulkDecisionItem & Pick<BulkDecision, 'ownerId' | 'action' | 'input'>;

/**
 * Carries out what is due, some cases at a time. Several processes at it share the work.
 * @returns how many cases were taken in hand; 0 if nothing is due
 */
export async function carryOutSome(context: ApiContext): Promise<number> {
  const items = await takeSome(context);
  await Promise.all(items.map((item) => carryOut(context, item)));
  return items.length;
}

/** Takes cases in hand; the database's clock is one for all processes, and no training clock moves it. */
function takeSome({ database }: ApiContext): Promise<Taken[]> {
  return database.$queryRaw<Taken[]>`
    UPDATE "BulkDecisionItem" AS i SET "takenAt" = now(), "attempts" = i."attempts" + 1
    FROM (
      SELECT i."bulkId", i."seq", b."ownerId", b."action", b."input"
      FROM "BulkDecisionItem" i JOIN "BulkDecision" b ON b."id" = i."bulkId"
      WHERE i."status" = 'WAITING' AND b."runsAt" <= now()
        AND (i."takenAt" IS NULL OR i."takenAt" < now() - ${ABANDONED_AFTER}::interval)
      ORDER BY b."runsAt", i."bulkId", i."seq" LIMIT ${AT_ONCE} FOR UPDATE OF i SKIP LOCKED) AS t
    WHERE i."bulkId" = t."bulkId" AND i."seq" = t."seq"
    RETURNING i.*, t."ownerId", t."action", t."input"`;
}

async function carryOut(context: ApiContext, item: Taken): Promise<void> {
  const { bulkId, caseId, action, attempts } = item;
  try {
    const revision = await ask(context, item);
    await end(context, item, 'DONE', { revision });
  } catch (failure) {
    if (failure instanceof Refusal || failure instanceof InvalidInput) {
      const refusal = bulkRefusal(failure);
      // Left in hand: it is asked again once that time is over.
      if (PASSING.includes(refusal.code)) return;
      await end(context, item, refusal.code === 'STALE' ? 'STALE' : 'REFUSED', {
        refusal: { ...refusal } as Prisma.InputJsonObject,
      });
      return;
    }
    context.log.error(
      { bulkId, caseId, action, attempts, error: describeError(failure) },
      'a bulk decision met a fault',
    );
    if (attempts >= MOST_FAULTS)
      await end(context, item, 'FAILED', { refusal: { ...bulkRefusal(failure) } as Prisma.InputJsonObject });
  }
}

/** Asks the case as its person would: by their offices as of now, under a key of its own. */
async function ask(context: ApiContext, item: Taken): Promise<number> {
  const { bulkId, seq, caseId, entry, seenRevision, ownerId, action, input } = item;
  const person = await actingNow(context, ownerId);
  const toDo = { caseId, entry, action, input: input as Record<string, unknown> };
  const found = await itemAction(context, toDo, person, accessOf('case.actInBulk', person));
  const { revision } = await context.gateway.act({
    ...{ caseId, action, key: `bulk:${bulkId}:${seq}`, actor: person, input: found.input, seenRevision, bulk: bulkId },
    personal: found.action.personal ?? [],
    recordedRevision: found.row.revision,
    receivedAt: await context.clock.now(),
  });
  return revision;
}

/** @throws Refusal NOT_ALLOWED if the account was disabled since */
async function actingNow({ database, clock }: ApiContext, ownerId: string): Promise<Person> {
  const account = await database.user.findUnique({ where: { id: ownerId }, select: { disabledAt: true } });
  if (account === null || account.disabledAt !== null) {
    refuse(
      'NOT_ALLOWED',
      '作出决定的账户已停用，未予办理。',
      'The account that decided was disabled since; nothing was done.',
    );
  }
  return personOf(database, ownerId, await clock.now());
}

async function end(
  { database, clock }: ApiContext,
  { bulkId, seq }: Taken,
  status: ItemStatus,
  result: Prisma.BulkDecisionItemUpdateManyMutationInput,
): Promise<void> {
  await database.bulkDecisionItem.updateMany({
    where: { bulkId, seq, status: 'WAITING' },
    data: { ...result, status, endedAt: new Date(await clock.now()) },
  });
}
