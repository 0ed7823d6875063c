/** What a step costs: steps of cases at saturation, and the processor time that each process used for them. */
import { setTimeout as pause } from 'node:timers/promises';
import { DECISIONS, type Life } from './lives.ts';
import { ownProcessorMs, processorMs } from './processor.ts';
import type { Stage } from './stage.ts';
import type { Side } from './worker.ts';

/** The opening and the decisions. */
export const STEPS_OF_A_CASE = DECISIONS + 1;

/** Processor time by whom it was used, in ms. */
export interface Spent {
  readonly callers: number;
  readonly workers: number;
  readonly server: number;
  readonly postgres: number;
}

/** What PostgreSQL wrote, for the records and for the engine together. */
export interface Written {
  readonly walBytes: number;
  readonly commits: number;
}

export interface StepsCost {
  readonly steps: number;
  /** From the first call until the last answer and the last mail. */
  readonly seconds: number;
  readonly spent: Spent;
  readonly written: Written;
}

/** Finished steps, from opening to close and again, with so many callers that each wait for their answers before they go on. */
export async function finishSteps(life: Life, seconds: number, callers = 16): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let steps = 0;
  async function caller(): Promise<void> {
    for (let id = '', nth = DECISIONS; performance.now() < end; steps += 1) {
      if (nth === DECISIONS) [id, nth] = [await life.open(), 0];
      else await life.decide(id, nth++);
    }
  }
  await Promise.all(Array.from({ length: callers }, caller));
  return steps;
}

/** A side at saturation, with all that follows: the product sends its mails later, and they are part of what its steps cost. */
export async function costOfSteps(stage: Stage, side: Side, seconds: number): Promise<StepsCost> {
  const life = stage[side];
  if (life === undefined) throw new Error(`The stage has no ${side}.`);
  const before = spentBy(stage, side);
  const writtenBefore = await writtenBy(stage);
  const began = performance.now();
  const steps = await finishSteps(life, seconds);
  if (side === 'product') await mailsSent(stage);
  const took = (performance.now() - began) / 1000;
  const after = spentBy(stage, side);
  const spent = {
    callers: after.callers - before.callers,
    workers: after.workers - before.workers,
    server: after.server - before.server,
    postgres: after.postgres - before.postgres,
  };
  const written = await writtenBy(stage);
  return {
    steps,
    seconds: took,
    spent,
    written: {
      walBytes: written.walBytes - writtenBefore.walBytes,
      commits: written.commits - writtenBefore.commits,
    },
  };
}

/** Since PostgreSQL was started. Commits are told by its connections about once a second, so that they are right to a second. */
async function writtenBy({ database }: Stage): Promise<Written> {
  const [row] = await database.$queryRaw<[{ walBytes: number; commits: number }]>`
    SELECT (pg_current_wal_insert_lsn() - '0/0')::float8 AS "walBytes",
      (SELECT sum("xact_commit")::float8 FROM pg_stat_database) AS "commits"`;
  return row;
}

function spentBy({ workers, services }: Stage, side: Side): Spent {
  return {
    callers: ownProcessorMs(),
    workers: processorMs(workers[side]?.pids() ?? []),
    server: processorMs([services.server()]),
    postgres: processorMs([services.postgres()]),
  };
}

/** Notices that wait to be sent, or are being sent. */
export function countMails({ database }: Pick<Stage, 'database'>): Promise<number> {
  return database.notice.count({ where: { status: { in: ['PLANNED', 'SENDING'] } } });
}

/** Until no notice waits. */
export async function mailsSent(stage: Pick<Stage, 'database'>): Promise<void> {
  while ((await countMails(stage)) > 0) await pause(100);
}

export function casesASecond({ steps, seconds }: StepsCost): number {
  return steps / STEPS_OF_A_CASE / seconds;
}

/** Processor time of a case, in ms: callers, workers, server and PostgreSQL together. */
export function msOfACase({ steps, spent }: StepsCost): number {
  const all = spent.callers + spent.workers + spent.server + spent.postgres;
  return (all / steps) * STEPS_OF_A_CASE;
}
