/**
 * The storm: many set-ups whose five days end at one midnight, and people who decide on other cases meanwhile. `npm run bench:storm`, with
 * `-- --cases 10000` for more, `-- --json` for figures that a program reads. Times are of this machine; nothing is asserted.
 */
import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Parts } from '../dev/start-all.ts';
import type { Database } from '../prisma/client.ts';
import { instantOf } from '../rules/time/index.ts';
import { setTrainingClock } from '../prisma/clock.ts';
import { report, runMeasurement } from './run-measurement.ts';
import { openSetUps } from './set-ups.ts';
import { openStage, type Stage } from './stage.ts';
import { quantile } from './stats.ts';
import { atRate } from './latency.ts';

const { values: options } = parseArgs({
  options: {
    cases: { type: 'string', default: '1200' },
    decisions: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});
const count = Number(options.cases);
const aSecond = Number(options.decisions);

/** Approved on a Monday in a week without holidays: the fifth working day is the next Monday. */
const APPROVED = instantOf(Date.parse('2025-11-03T10:00:00+08:00'));
/** After the last reminder of the ladder, and the midnight at which the five days are over. */
const AFTER_REMINDERS = instantOf(Date.parse('2025-11-10T20:00:00+08:00'));
const MIDNIGHT = instantOf(Date.parse('2025-11-11T00:00:00+08:00'));
const QUIET_SECONDS = 15;
/** Cases that people decide on meanwhile. */
const OTHERS = 40;

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  report(`· ${what}`);
  while (!(await isSo())) await pause(250);
}

/** How long after midnight the last of them was so, in s. */
interface Storm {
  readonly line: number;
  readonly notice: number;
  readonly rectification: number;
  readonly mail: number;
}

interface Counts {
  readonly late: number;
  readonly planned: number;
  readonly opened: number;
  readonly sent: number;
}

async function counts(database: Database): Promise<Counts> {
  const [row] = await database.$queryRaw<[Counts]>`
    SELECT count(*) FILTER (WHERE "stage" = 'SETUP_LATE_RECTIFICATION')::int AS "late",
      (SELECT count(*) FROM "Notice" n WHERE n."caseId" LIKE 'rec-%' AND n."ordinal" = 1)::int AS "planned",
      (SELECT count(*) FROM "Case" r WHERE r."kind" = 'rectification' AND r."revision" > 0)::int AS "opened",
      (SELECT count(*) FROM "Notice" n WHERE n."caseId" LIKE 'rec-%' AND n."status" = 'SENT')::int AS "sent"
    FROM "Case" WHERE "kind" = 'storeSetup'`;
  return row;
}

/** Watches the records until all has happened. */
async function watch(database: Database): Promise<Storm> {
  const midnight = performance.now();
  const ended: { -readonly [K in keyof Storm]: number } = { line: 0, notice: 0, rectification: 0, mail: 0 };
  for (;;) {
    const { late, planned, opened, sent } = await counts(database);
    const seconds = (performance.now() - midnight) / 1000;
    if (late < count) ended.line = seconds;
    if (planned < count) ended.notice = seconds;
    if (opened < count) ended.rectification = seconds;
    if (sent < count) ended.mail = seconds;
    else return ended;
    await pause(200);
  }
}

interface Decisions {
  readonly made: number;
  readonly unanswered: number;
  readonly p50: number;
  readonly p99: number;
}

/** People decide on other cases, at a steady rate, until it is over. */
async function decide({ product }: Stage, ids: readonly string[], over: () => boolean): Promise<Decisions> {
  const taken: number[] = [];
  let unanswered = 0;
  const second = async () => {
    taken.push(
      ...(await atRate(aSecond, 1, async () => {
        const id = ids[Math.floor(Math.random() * ids.length)] ?? '';
        await product.decideAgain(id).catch(() => {
          unanswered += 1;
        });
      })),
    );
  };
  const running: Promise<void>[] = [];
  while (!over()) {
    running.push(second());
    await pause(1_000);
  }
  await Promise.all(running);
  return { made: taken.length, unanswered, p50: quantile(taken, 0.5), p99: quantile(taken, 0.99) };
}

async function measure(parts: Parts): Promise<void> {
  const stage = await openStage(report, parts, 'training');
  const { database, gateway } = stage;
  await setTrainingClock(database, APPROVED);
  report(`· ${count} set-ups`);
  await openSetUps(database, gateway, count, APPROVED);
  await until('opened', async () => (await database.case.count({ where: { revision: 0 } })) === 0);
  const others: string[] = [];
  while (others.length < OTHERS) {
    others.push(...(await Promise.all(Array.from({ length: 4 }, () => stage.product.open()))));
  }
  await setTrainingClock(database, AFTER_REMINDERS);
  const isQuiet = async () =>
    (await database.case.count({ where: { closedAt: null, wakeAt: { lte: new Date(AFTER_REMINDERS) } } })) === 0 &&
    (await database.notice.count({ where: { status: { in: ['PLANNED', 'SENDING'] } } })) === 0;
  await until('reminders are sent', isQuiet);
  report('· decisions in quiet');
  const end = Date.now() + QUIET_SECONDS * 1000;
  const quiet = await decide(stage, others, () => Date.now() >= end);
  report('· midnight');
  await setTrainingClock(database, MIDNIGHT);
  let isOver = false;
  const deciding = decide(stage, others, () => isOver);
  const storm = await watch(database);
  isOver = true;
  const meanwhile = await deciding;
  const figures = { cases: count, cores: availableParallelism(), storm, quiet, meanwhile };
  if (options.json) console.log(JSON.stringify(figures));
  else {
    const s = (value: number) => `${value.toFixed(1)} s`;
    const ms = ({ made, unanswered, p50, p99 }: Decisions) =>
      `${unanswered} of ${made} unanswered, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`;
    console.log(`\n${count} set-ups whose time is over at one midnight, ${aSecond} decisions a second beside them:`);
    console.log(`  last line recorded after          ${s(storm.line)}`);
    console.log(`  last rectification opened after   ${s(storm.rectification)}`);
    console.log(`  last notice of one planned after  ${s(storm.notice)}`);
    console.log(`  last mail of one sent after       ${s(storm.mail)}`);
    console.log(`  decisions in quiet                ${ms(quiet)}`);
    console.log(`  decisions meanwhile               ${ms(meanwhile)}`);
  }
}

await runMeasurement(measure);
