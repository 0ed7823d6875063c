/**
 * The sweep: does what is due in the cases at the instant at which it is, from the records, many cases side by side. Each step is the one that
 * the case itself would make, by the same code, and is recorded by the same commit. The alarm of the case stays behind it as the guarantee; a case
 * that comes second finds its records ahead and goes on from there.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import type { Logger } from 'pino';
import type { ChainHash } from '../config/chain-hash.ts';
import { recordedCase } from '../prisma/case-input.ts';
import type { Database, Transaction } from '../prisma/client.ts';
import type { StackClock } from '../prisma/clock.ts';
import type { Instant } from '../rules/time/index.ts';
import { readingFor, wake, whatIsDue } from '../workflows/engine/engine.ts';
import { forRecords } from '../workflows/engine/transition.ts';
import { processes } from '../workflows/regimes.ts';
import { commitWithin } from './commit.ts';
import { takeReading } from './readings.ts';

export interface SweepDependencies {
  readonly database: Database;
  readonly clock: StackClock;
  readonly chainHash: ChainHash;
  readonly log: Pick<Logger, 'error'>;
  /** Aborted when the worker stops, so that it need not wait for the round to end. */
  readonly stopping: AbortSignal;
}

/** Cases looked up at a time. */
const A_PAGE = 200;
/** Cases worked on at a time: more keep the decisions of people waiting and are not faster. */
const AT_ONCE = 4;
/** How often it looks whether something has come due, if it has not been told of an earlier instant. */
const LOOK_EVERY_MS = 500;
/** How long a case is passed over whose step failed: its own alarm tries again, and says what stands in the way. */
const AFTER_FAILURE_MS = 60_000;
/** How long one is passed over that somebody else was writing. */
const WHEN_HELD_MS = 1_000;

export function createSweep(dependencies: SweepDependencies) {
  const { database, clock, log, stopping } = dependencies;
  /** Cases that are passed over for now, and until when. */
  const aside = new Map<string, number>();

  /** One page of what is due, in due order. @returns how many steps were made */
  async function sweepPage(): Promise<number> {
    for (const [id, until] of aside) if (Date.now() >= until) aside.delete(id);
    const due = await database.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Case"
      WHERE "wakeAt" <= ${await clock.now()}::timestamptz AND "closedAt" IS NULL AND "revision" > 0 AND "id" <> ALL(${[...aside.keys()]}::text[])
      ORDER BY "wakeAt", "id" LIMIT ${A_PAGE}`;
    const waiting = due.map(({ id }) => id).values();
    let steps = 0;
    const work = async () => {
      for (const id of waiting) {
        if (stopping.aborted) return;
        try {
          const made = await sweepCase(dependencies, id);
          if (made === 0) aside.set(id, Date.now() + WHEN_HELD_MS);
          steps += made;
        } catch (failure) {
          aside.set(id, Date.now() + AFTER_FAILURE_MS);
          log.error({ id, failure: String(failure) }, 'the sweep could not do what is due');
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return steps;
  }

  return {
    sweepPage,

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
        clearInterval(beating);
      }
    },
  };
}

/**
 * Does what is due in a case, one step after the other, each in a transaction of its own. A case that somebody else is writing is passed over: it is
 * looked at again.
 * @returns how many steps were made
 */
export async function sweepCase({ database, clock, chainHash }: SweepDependencies, caseId: string): Promise<number> {
  for (let steps = 0; ; steps += 1) {
    const now = await clock.now();
    const isDone = await database.$transaction((tx) => stepDue(tx, database, caseId, now, chainHash));
    if (!isDone) return steps;
  }
}

/** @returns true if something was due, and is done */
async function stepDue(
  tx: Transaction,
  database: Database,
  caseId: string,
  now: Instant,
  chainHash: ChainHash,
): Promise<boolean> {
  const [held] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Case" WHERE "id" = ${caseId} AND "wakeAt" <= ${now}::timestamptz AND "closedAt" IS NULL
    FOR UPDATE SKIP LOCKED`;
  if (held === undefined) return false;
  const recorded = await recordedCase(tx, caseId);
  const process = processes[recorded?.kind ?? ''];
  const state = recorded?.state;
  if (process === undefined || state === undefined) return false;
  const due = whatIsDue(state, now);
  if (due === null) return false;
  const needed = readingFor(process, due);
  const { regime } = process.contract;
  const reading =
    needed === null
      ? undefined
      : await takeReading(database, {
          ...{ reading: needed.name, regime, caseId, about: state.about, before: needed.before, at: now },
        });
  await commitWithin(tx, forRecords(wake(process, state, due, reading, now)), chainHash);
  return true;
}
