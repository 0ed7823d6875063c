/** One storm on a stage of its own, from the opening of its cases to the count of what went wrong. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Parts } from '../../dev/start-all.ts';
import { setTrainingClock } from '../../prisma/clock.ts';
import { epochMs, instantOf } from '../../rules/time/index.ts';
import { report } from '../run-measurement.ts';
import { countUnopened, openSetUps } from '../set-ups.ts';
import { onStage, type Stage } from '../stage.ts';
import { countMails } from '../steps.ts';
import { times } from '../times.ts';
import { untilNone } from '../until-none.ts';
import { faultsOf, type Faults } from './checks.ts';
import { decideUntil, revisionsOf, type Decisions } from './decisions.ts';
import { watchEffects, type LastEffects } from './effects.ts';

/**
 * - `warm`: the workers have the cases in memory, as many as they keep.
 * - `cold`: the workers are started anew before midnight.
 * - `kill`: a worker is killed (SIGKILL) one second before midnight and started anew.
 */
export const KINDS = ['warm', 'cold', 'kill'] as const;
export type Kind = (typeof KINDS)[number];

export interface StormOptions {
  readonly cases: number;
  /** Decisions a second on other cases. */
  readonly decisions: number;
  /** How long decisions are made in quiet, in s. */
  readonly quietSeconds: number;
  /** Worker processes. */
  readonly workers: number;
}

export interface StormFigures {
  readonly kind: Kind;
  readonly cases: number;
  readonly workers: number;
  /** How the cases came into being: seconds until the last row, and until the last workflow, was there. */
  readonly opening: { readonly rows: number; readonly workflows: number; readonly casesASecond: number };
  readonly storm: LastEffects;
  readonly quiet: Decisions;
  readonly meanwhile: Decisions;
  readonly faults: Faults;
}

/** Approved on a Monday in a week without holidays: the fifth working day is the next Monday. */
const APPROVED = instantOf(Date.parse('2025-11-03T10:00:00+08:00'));
/** After the last reminder of the ladder: the cases are opened then, so that none is sent. */
const EVENING = instantOf(Date.parse('2025-11-10T20:00:00+08:00'));
/** When the five days are over. */
const MIDNIGHT = instantOf(Date.parse('2025-11-11T00:00:00+08:00'));
/** Decisions begin this long before midnight. */
const BEFORE_MS = 3_000;
const KILL_BEFORE_MS = 1_000;
/** Cases that people decide on meanwhile. */
const OTHERS = 40;

/** Measures a storm; all that it starts is stopped again. */
export function runStorm(kind: Kind, options: StormOptions, parent: Parts): Promise<StormFigures> {
  return onStage(parent, { mode: 'training', workers: options.workers }, (stage) => measure(kind, options, stage));
}

async function measure(kind: Kind, options: StormOptions, stage: Stage): Promise<StormFigures> {
  const { database, databaseUrl, product, workers, mail } = stage;
  const { cases } = options;
  await setTrainingClock(database, EVENING);
  const opening = await open(stage, cases);
  const others = await times(OTHERS, 4, () => product.open());
  await untilNone('their notices are sent', 'mails to send', () => countMails(stage));
  await database.$executeRaw`ANALYZE`;
  if (kind === 'cold') {
    report('· the workers are started anew');
    await workers.product.restart();
  }
  const revisionsBefore = await revisionsOf(database, others);
  report(`· ${options.quietSeconds} s of decisions in quiet`);
  const quietEnd = Date.now() + options.quietSeconds * 1000;
  const quiet = await decideUntil(product, others, options.decisions, () => Date.now() >= quietEnd);

  report(kind === 'kill' ? '· midnight, a worker killed one second before' : '· midnight');
  await setTrainingClock(database, instantOf(epochMs(MIDNIGHT) - BEFORE_MS));
  const midnight = Date.now() + BEFORE_MS;
  let isOver = false;
  const deciding = decideUntil(product, others, options.decisions, () => isOver);
  const killing = kind === 'kill' ? killBefore(stage, midnight) : Promise.resolve();
  const storm = await watchEffects(databaseUrl, cases, midnight).finally(() => {
    isOver = true;
  });
  await killing;
  const meanwhile = await deciding;
  await untilNone('all mails are sent', 'mails to send', () => countMails(stage));
  report('· counting what went wrong');
  const decisions = [quiet, meanwhile];
  const faults = await faultsOf({ database, mail, cases, midnight: MIDNIGHT, decisions, revisionsBefore });
  return { kind, cases, workers: options.workers, opening, storm, quiet, meanwhile, faults };
}

async function open({ database, gateway }: Stage, cases: number): Promise<StormFigures['opening']> {
  report(`· ${cases} set-ups are opened`);
  const began = performance.now();
  await openSetUps(database, gateway, cases, APPROVED, EVENING);
  const rows = (performance.now() - began) / 1000;
  report(`  ${cases} rows after ${rows.toFixed(1)} s`);
  await untilNone('their workflows have begun', 'cases to begin', () => countUnopened(database));
  const workflows = (performance.now() - began) / 1000;
  return { rows, workflows, casesASecond: cases / workflows };
}

async function killBefore({ workers }: Stage, midnight: number): Promise<void> {
  await pause(Math.max(0, midnight - KILL_BEFORE_MS - Date.now()));
  await workers.product.killOne();
}
