/** What is measured of a peer: saturation, a midnight, and a midnight with its service killed one second before. */
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Life } from '../lives.ts';
import { ownProcessorMs, processorMs } from '../processor.ts';
import { report } from '../run-measurement.ts';
import { finishSteps, STEPS_OF_A_CASE } from '../steps.ts';
import { countUnanswered, decideUntil, type Decisions } from '../storm/decisions.ts';
import { times } from '../times.ts';
import type { RunningPeer } from './peer.ts';

export interface Saturation {
  readonly casesASecond: number;
  /** Processor time of a case, in ms: callers, service, server and PostgreSQL. */
  readonly msOfACase: number;
}

export interface Midnight {
  /** Seconds from midnight until the last rows stood there, and until the last mail was sent. */
  readonly rows: number;
  readonly mail: number;
  readonly early: number;
  readonly made: number;
  readonly unanswered: number;
  readonly p99: number;
  /** p99 in the storm against p99 in quiet. */
  readonly toQuiet: number;
}

/** A peer as it is measured, with the records that it writes. */
export interface Measured {
  readonly peer: RunningPeer;
  readonly records: pg.Pool;
  postgresPid(): number;
}

async function count(records: pg.Pool, what: string, values: unknown[] = []): Promise<number> {
  const { rows } = await records.query<{ count: number }>(`SELECT count(*)::int AS "count" FROM ${what}`, values);
  return rows[0]?.count ?? 0;
}

const NOT_SENT = `"Notice" WHERE "status" <> 'SENT'`;

export async function saturate(measured: Measured, life: Life, seconds: number): Promise<Saturation> {
  const { peer, records } = measured;
  const pids = () => [
    peer.service.pid(),
    measured.postgresPid(),
    ...(peer.serverPid === undefined ? [] : [peer.serverPid]),
  ];
  await finishSteps(life, 2);
  while ((await count(records, NOT_SENT)) > 0) await pause(50);
  const before = processorMs(pids()) + ownProcessorMs();
  const began = performance.now();
  const steps = await finishSteps(life, seconds);
  while ((await count(records, NOT_SENT)) > 0) await pause(50);
  const took = (performance.now() - began) / 1000;
  const cases = steps / STEPS_OF_A_CASE;
  return { casesASecond: cases / took, msOfACase: (processorMs(pids()) + ownProcessorMs() - before) / cases };
}

export interface StormPlan {
  readonly cases: number;
  /** Cases that can be opened a second. */
  readonly opensASecond: number;
  readonly quietSeconds: number;
  readonly decisionsASecond: number;
  readonly kill: boolean;
}

const OTHERS = 40;
const OPENERS = 16;
const DECIDE_BEFORE_MS = 3_000;
const KILL_BEFORE_MS = 1_000;

function openMany(life: Life, many: number): Promise<string[]> {
  return times(many, OPENERS, () => life.open());
}

export async function midnightOf({ peer, records }: Measured, othersLife: Life, plan: StormPlan): Promise<Midnight> {
  const { cases, kill, decisionsASecond } = plan;
  const others = await openMany(othersLife, OTHERS);
  const quietEnd = Date.now() + plan.quietSeconds * 1000;
  const quiet = await decideUntil(othersLife, others, decisionsASecond, () => Date.now() >= quietEnd);
  // Time enough to open them all, and some to come to rest.
  const midnight = Date.now() + (cases / plan.opensASecond) * 3_000 + 15_000;
  const ids = await openMany(peer.lifeUntil(midnight), cases);
  while ((await count(records, NOT_SENT)) > 0) await pause(100);
  if (Date.now() > midnight - 2 * DECIDE_BEFORE_MS) throw new Error(`${cases} cases were not opened before midnight.`);
  report(`  ${cases} cases wait for midnight`);
  const ended = () =>
    count(records, `"Case" WHERE "id" = ANY($1) AND "closedAt" IS NOT NULL AND "revision" > 1`, [ids]);
  await pause(midnight - DECIDE_BEFORE_MS - Date.now());
  let isOver = false;
  const deciding = decideUntil(othersLife, others, decisionsASecond, () => isOver);
  await pause(midnight - KILL_BEFORE_MS - Date.now());
  const early = await ended();
  const killing = kill ? peer.service.killAndRestart() : Promise.resolve();
  const rows = await secondsUntil(midnight, async () => (await ended()) === ids.length);
  const mail = await secondsUntil(midnight, async () => (await count(records, NOT_SENT)) === 0);
  isOver = true;
  await killing;
  return { rows, mail, early, ...told(await deciding, quiet) };
}

function told(meanwhile: Decisions, quiet: Decisions): Pick<Midnight, 'made' | 'unanswered' | 'p99' | 'toQuiet'> {
  const { made, p99 } = meanwhile;
  return { made, unanswered: countUnanswered(meanwhile), p99, toQuiet: p99 / quiet.p99 };
}

/** How long nothing may come before it counts as lost. */
const PATIENCE_MS = 120_000;

async function secondsUntil(midnight: number, isSo: () => Promise<boolean>): Promise<number> {
  const until = Math.max(Date.now(), midnight) + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > until) return Number.NaN;
    await pause(50);
  }
  return Math.max(0, Date.now() - midnight) / 1000;
}
