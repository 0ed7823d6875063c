/**
 * The sweep: does what is due in the cases at the instant at which it is, and opens the cases that follow from others, from the records, a page of
 * cases at a time. Each step is the one that the case itself would make, by the same code, and is recorded by the same commit. The alarm of the
 * case stays behind it as the guarantee; a case that comes second finds its records ahead and goes on from there.
 */
import { setImmediate as immediate, setTimeout as pause } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import type { Logger } from 'pino';
import type { ChainHash } from '../config/chain-hash.ts';
import { inputOf, type RecordedCase } from '../prisma/case-input.ts';
import { createVersions, recordedCases } from '../prisma/recorded-cases.ts';
import type { Database, Transaction } from '../prisma/client.ts';
import type { StackClock } from '../prisma/clock.ts';
import type { Instant } from '../rules/time/index.ts';
import { openFrom, readingFor, wake, whatIsDue } from '../workflows/engine/engine.ts';
import { forRecords, type RecordedTransition, type Transition } from '../workflows/engine/transition.ts';
import { processes } from '../workflows/regimes.ts';
import { commitAll } from './commit.ts';
import type { ReadingRequest } from './reader.ts';
import { takeReadings } from './readings.ts';

export interface SweepDependencies {
  readonly database: Database;
  readonly clock: StackClock;
  readonly chainHash: ChainHash;
  readonly log: Pick<Logger, 'error'>;
  /** Aborted when the worker stops, so that it need not wait for the round to end. */
  readonly stopping: AbortSignal;
}

/**
 * Cases whose steps are recorded in one transaction. Cases that are opened on the way are numbered one after the other, so that many transactions side by
 * side would wait for each other; and a decision on one of these cases waits until the page is written.
 */
const A_PAGE = 50;
/** How often it looks whether something has come due. */
const LOOK_EVERY_MS = 500;
/** How long a case is passed over whose step failed: its own alarm tries again, and says what stands in the way. */
const AFTER_FAILURE_MS = 60_000;
/** How long a page may take. */
const PAGE_TIMEOUT_MS = 30_000;

export function createSweep({ database, clock, chainHash, log, stopping }: SweepDependencies) {
  /** Cases that are passed over for now, and until when. */
  const aside = new Map<string, number>();
  const versions = createVersions(database);
  let hasBacklog = false;

  /** One page of what is due, in due order, but for what somebody else is writing. @returns how many steps were made */
  async function sweepPage(): Promise<number> {
    for (const [id, until] of aside) if (Date.now() >= until) aside.delete(id);
    const now = await clock.now();
    const page: string[] = [];
    try {
      return await within(async (tx) => {
        page.push(...(await takeDue(tx, now, [...aside.keys()])));
        hasBacklog = page.length === A_PAGE;
        return stepsOf(tx, page, now);
      });
    } catch (failure) {
      if (page.length === 0) throw failure;
      return oneByOne(page, now);
    }
  }

  /** A case whose step fails keeps none of the others of its page waiting. */
  async function oneByOne(page: readonly string[], now: Instant): Promise<number> {
    let steps = 0;
    for (const id of page) {
      try {
        steps += await within((tx) => stepsOf(tx, [id], now));
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

  /** Does what is due in these cases, and what comes due with it, until nothing is. */
  async function stepsOf(tx: Transaction, ids: readonly string[], now: Instant): Promise<number> {
    let steps = 0;
    for (let left = ids; left.length > 0;) {
      const transitions = await transitionsOf(tx, await recordedCases(tx, versions, left), now);
      const stepped = new Set(transitions.map(({ caseId }) => caseId));
      // The row says that something is due, and the state does not: that is for `reconcile`.
      if (left === ids) for (const id of ids) if (!stepped.has(id)) setAside(id);
      if (transitions.length > 0) await commitAll(tx, transitions, { chainHash, byWorkflow: false });
      steps += transitions.length;
      left = transitions.filter(({ wakeAt }) => wakeAt !== null && wakeAt <= now).map(({ caseId }) => caseId);
    }
    return steps;
  }

  /** The next step of each of these cases that has one. */
  async function transitionsOf(
    tx: Transaction,
    cases: readonly RecordedCase[],
    now: Instant,
  ): Promise<RecordedTransition[]> {
    const due = cases.flatMap((recorded) => dueIn(recorded, now));
    const asked = due.flatMap(({ reading }) => (reading === null ? [] : [reading]));
    const readings = (await takeReadings(tx, asked)).values();
    const transitions: RecordedTransition[] = [];
    for (const { reading, step } of due) {
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
          if ((await sweepPage()) > 0) continue;
          await pause(LOOK_EVERY_MS, undefined, { ref: false, signal: stop }).catch(() => undefined);
        }
      } finally {
        hasBacklog = false;
        clearInterval(beating);
      }
    },
  };
}

/** A step that a case makes of itself, and what it reads of the records before. */
interface DueStep {
  readonly reading: ReadingRequest | null;
  readonly step: (reading: unknown) => Transition;
}

/** What a case does next of itself: it is opened, or does what is due; nothing if there is nothing. */
function dueIn(recorded: RecordedCase, now: Instant): DueStep[] {
  const { id: caseId, kind, about, state } = recorded;
  const process = processes[kind];
  if (process === undefined) return [];
  if (state === undefined) return [{ reading: null, step: () => openFrom(process, inputOf(recorded, null)) }];
  const due = whatIsDue(state, now);
  if (due === null) return [];
  const { regime } = process.contract;
  const needed = readingFor(process, due);
  return [
    {
      reading: needed && { reading: needed.name, regime, caseId, about, before: needed.before, at: now },
      step: (reading) => wake(process, state, due, reading, now),
    },
  ];
}

/** Takes hold of the cases that have something due, the earliest first; those that somebody else is writing are left to the next page. */
async function takeDue(tx: Transaction, now: Instant, aside: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Case"
    WHERE "wakeAt" <= ${now}::timestamptz AND "closedAt" IS NULL AND ("revision" > 0 OR "parentId" IS NOT NULL)
      AND "id" <> ALL(${[...aside]}::text[])
    ORDER BY "wakeAt", "id" LIMIT ${A_PAGE} FOR UPDATE SKIP LOCKED`;
  return rows.map(({ id }) => id);
}
