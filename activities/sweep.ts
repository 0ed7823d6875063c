/**
 * The sweep: does what is due in the cases at the instant at which it is, and opens the cases that follow from others, from the records, a page of
 * cases at a time. Each step is the one that the case itself would make, by the same code, and is recorded by the same commit. The alarm of the
 * case stays behind it as the guarantee; a case that comes second finds its records ahead and goes on from there.
 *
 * Where more messages wait than one page takes, it carries them out the same way; the relay, which delivers the others, tells the workflows afterwards.
 */
import { setImmediate as immediate, setTimeout as pause } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import type { Logger } from 'pino';
import type { ChainHash } from '../config/chain-hash.ts';
import type { RecordedCase } from '../prisma/case-input.ts';
import { createVersions, recordedCases } from '../prisma/recorded-cases.ts';
import type { Database, Transaction } from '../prisma/client.ts';
import type { StackClock } from '../prisma/clock.ts';
import type { Instant } from '../rules/time/index.ts';
import { FACTS_ARRIVED } from '../workflows/engine/messages.ts';
import { forRecords, type RecordedTransition } from '../workflows/engine/transition.ts';
import { commitAll } from './commit.ts';
import type { GiveWay } from './give-way.ts';
import { takeReadings } from './readings.ts';
import { dueIn, stepOf, type SweptMessage, type SweptStep } from './sweep-steps.ts';

export interface SweepDependencies {
  readonly database: Database;
  readonly clock: StackClock;
  readonly chainHash: ChainHash;
  readonly log: Pick<Logger, 'error'>;
  readonly giveWay: Pick<GiveWay, 'restAfter'>;
  /** Aborted when the worker stops, so that it need not wait for the round to end. */
  readonly stopping: AbortSignal;
}

/**
 * Cases whose steps are recorded in one transaction. Cases that are opened on the way are numbered one after the other, so that many transactions side by
 * side would wait for each other; and a decision on one of these cases waits until the page is written.
 */
const A_PAGE = 50;
/** While people decide, a page is followed by a rest of so many times its length: a decision waits for one page at most. */
const REST = 1;
/** How often it looks whether something has come due. */
const LOOK_EVERY_MS = 500;
/** How long a case is passed over whose step failed: its own alarm tries again, and says what stands in the way. */
const AFTER_FAILURE_MS = 60_000;
/** How long a page may take. */
const PAGE_TIMEOUT_MS = 30_000;

/** What is done a page at a time: how its pieces are taken hold of, and what becomes of them. */
interface Work<Piece> {
  /** Of a page; or of `only` this piece, if it is still to be done. */
  readonly take: (tx: Transaction, now: Instant, aside: readonly string[], only?: Piece) => Promise<Piece[]>;
  readonly caseOf: (piece: Piece) => string;
  /** @returns how many steps were made */
  readonly stepsOf: (tx: Transaction, pieces: readonly Piece[], now: Instant) => Promise<number>;
}

export function createSweep({ database, clock, chainHash, log, giveWay, stopping }: SweepDependencies) {
  /** Cases that are passed over for now, and until when. */
  const aside = new Map<string, number>();
  const versions = createVersions(database);
  let hasBacklog = false;

  /** One page of what is due, in due order, but for what somebody else is writing; where nothing is, of messages. @returns how many steps were made */
  async function sweepPage(): Promise<number> {
    for (const [id, until] of aside) if (Date.now() >= until) aside.delete(id);
    const now = await clock.now();
    const due = await pageOf(dueCases, now);
    return due > 0 || !(await manyMessagesWait(database)) ? due : pageOf(messages, now);
  }

  /** Takes hold of a page of work and does it in one transaction; a piece that fails keeps none of the others of its page waiting. */
  async function pageOf<Piece>({ take, caseOf, stepsOf }: Work<Piece>, now: Instant): Promise<number> {
    const page: Piece[] = [];
    try {
      return await within(async (tx) => {
        page.push(...(await take(tx, now, [...aside.keys()])));
        hasBacklog = page.length === A_PAGE;
        return page.length === 0 ? 0 : stepsOf(tx, page, now);
      });
    } catch (failure) {
      if (page.length === 0) throw failure;
    }
    let steps = 0;
    for (const piece of page) {
      const id = caseOf(piece);
      try {
        // The first try has let go of it: somebody else may have done it since, or be at it.
        steps += await within(async (tx) => {
          const again = await take(tx, now, [...aside.keys()], piece);
          return again.length === 0 ? 0 : stepsOf(tx, again, now);
        });
      } catch (failure) {
        setAside(id);
        log.error({ id, failure: String(failure) }, 'the sweep could not do what is due');
      }
    }
    return steps;
  }

  function within<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return database.$transaction(work, { timeout: PAGE_TIMEOUT_MS, maxWait: PAGE_TIMEOUT_MS });
  }

  const dueCases: Work<string> = {
    take: takeDue,
    caseOf: (id) => id,

    /** Does what is due in these cases, and what comes due with it, until nothing is. */
    async stepsOf(tx, ids, now) {
      let steps = 0;
      for (let left = ids; left.length > 0;) {
        const cases = await recordedCases(tx, versions, left);
        const transitions = await transitionsOf(
          tx,
          cases.flatMap((recorded) => dueIn(recorded, now)),
        );
        const stepped = new Set(transitions.map(({ caseId }) => caseId));
        // The row says that something is due, and the state does not: that is for `reconcile`.
        if (left === ids) for (const id of ids) if (!stepped.has(id)) setAside(id);
        if (transitions.length > 0) await commitAll(tx, transitions, { chainHash, byWorkflow: false });
        steps += transitions.length;
        left = transitions.filter(({ wakeAt }) => wakeAt !== null && wakeAt <= now).map(({ caseId }) => caseId);
      }
      return steps;
    },
  };

  const messages: Work<SweptMessage> = {
    take: takeMessages,
    caseOf: ({ toCaseId }) => toCaseId,

    /** Carries out these messages, one a case, and leaves to the relay that the workflows hear of it. */
    async stepsOf(tx, taken, now) {
      const cases = await recordedCases(
        tx,
        versions,
        taken.map(({ toCaseId }) => toCaseId),
      );
      const waiting = new Map(taken.map((message) => [message.toCaseId, message]));
      const stepAfter = (recorded: RecordedCase) => {
        const message = waiting.get(recorded.id);
        return message === undefined ? [] : stepOf(recorded, message, now);
      };
      const transitions = await transitionsOf(tx, cases.flatMap(stepAfter));
      const stepped = new Set(transitions.map(({ caseId }) => caseId));
      // One that its case has carried out, and that is not noted as such: the relay finds out.
      for (const { toCaseId } of taken) if (!stepped.has(toCaseId)) setAside(toCaseId);
      const ahead = transitions.length > 0 ? await commitAll(tx, transitions, { chainHash, byWorkflow: false }) : [];
      // A case that was ahead has recorded the step itself, and its workflow knows.
      const written = transitions.filter((_, nth) => ahead[nth] === null);
      const done = written.flatMap(({ handledMessage }) => (handledMessage === undefined ? [] : handledMessage.id));
      await tx.caseMessage.updateMany({ where: { id: { in: done } }, data: { untold: true } });
      return transitions.length;
    },
  };

  /** The transitions of these steps, with what each reads of the records. */
  async function transitionsOf(tx: Transaction, swept: readonly SweptStep[]): Promise<RecordedTransition[]> {
    const asked = swept.flatMap(({ reading }) => (reading === null ? [] : [reading]));
    const readings = (await takeReadings(tx, asked)).values();
    const transitions: RecordedTransition[] = [];
    for (const { reading, step } of swept) {
      transitions.push(forRecords(step(reading === null ? undefined : readings.next().value)));
      // People's requests have their turn in between.
      await immediate();
    }
    return transitions;
  }

  function setAside(id: string): void {
    aside.set(id, Date.now() + AFTER_FAILURE_MS);
  }

  return {
    sweepPage,

    /** Whether more is due than one page takes: what follows from it can wait until the rest is recorded. */
    hasBacklog: () => hasBacklog,

    /** Sweeps as things come due, for this long or until the worker shuts down. Heartbeats all the while. */
    async sweepDue({ forMs }: { readonly forMs: number }): Promise<void> {
      const context = Context.current();
      const until = Date.now() + forMs;
      const stop = AbortSignal.any([context.cancellationSignal, stopping]);
      const beating = setInterval(() => context.heartbeat(), 1_000);
      try {
        while (Date.now() < until && !stop.aborted) {
          const began = performance.now();
          if ((await sweepPage()) > 0) {
            await giveWay.restAfter(performance.now() - began, stop, REST);
            continue;
          }
          await pause(LOOK_EVERY_MS, undefined, { ref: false, signal: stop }).catch(() => undefined);
        }
      } finally {
        hasBacklog = false;
        clearInterval(beating);
      }
    },
  };
}

/** Takes hold of the cases that have something due, the earliest first; those that somebody else is writing are left to the next page. */
async function takeDue(
  tx: Transaction,
  now: Instant,
  aside: readonly string[],
  only: string | null = null,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Case"
    WHERE "wakeAt" <= ${now}::timestamptz AND "closedAt" IS NULL AND ("revision" > 0 OR "parentId" IS NOT NULL)
      AND "id" <> ALL(${[...aside]}::text[]) AND (${only}::text IS NULL OR "id" = ${only}::text)
    ORDER BY "wakeAt", "id" LIMIT ${A_PAGE} FOR UPDATE SKIP LOCKED`;
  return rows.map(({ id }) => id);
}

/** Whether more wait than one page takes: fewer are delivered to the workflows by the relay as fast. A nudge is no request, and is the relay's. */
async function manyMessagesWait(database: Database): Promise<boolean> {
  const [row] = await database.$queryRaw<[{ n: number }]>`
    SELECT count(*)::int AS "n" FROM (
      SELECT FROM "CaseMessage" WHERE "handledAt" IS NULL AND "action" <> ${FACTS_ARRIVED} LIMIT ${A_PAGE + 1}) waiting`;
  return row.n > A_PAGE;
}

/**
 * Takes hold of the messages that wait longest, of each case the first, with the cases: of those that are open and have nothing due. A closed case that
 * hears a message has to be started again, which is the relay's.
 */
async function takeMessages(
  tx: Transaction,
  now: Instant,
  aside: readonly string[],
  only?: SweptMessage,
): Promise<SweptMessage[]> {
  const id = only?.id ?? null;
  return tx.$queryRaw<SweptMessage[]>`
    SELECT m."id", m."toCaseId", m."action", m."input", m."actor"
    FROM "CaseMessage" m JOIN "Case" c ON c."id" = m."toCaseId"
    WHERE m."handledAt" IS NULL AND (${id}::text IS NULL OR m."id" = ${id}::text)
      AND m."action" <> ${FACTS_ARRIVED} AND c."id" <> ALL(${[...aside]}::text[])
      AND c."closedAt" IS NULL AND c."revision" > 0 AND (c."wakeAt" IS NULL OR c."wakeAt" > ${now}::timestamptz)
      AND NOT EXISTS (SELECT FROM "CaseMessage" e WHERE e."toCaseId" = m."toCaseId" AND e."handledAt" IS NULL
        AND e."action" <> ${FACTS_ARRIVED} AND (e."createdAt", e."id") < (m."createdAt", m."id"))
    ORDER BY m."createdAt", m."id" LIMIT ${A_PAGE} FOR UPDATE OF m, c SKIP LOCKED`;
}
