/**
 * What more processes bring, and what open cases cost to keep: `npm run bench:growth`; `-- --quick` does less, `-- --json` prints one document for programs.
 * Everything runs on the cores of this machine, so that more processes share them; see docs/growth.md.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Parts } from '../dev/start-all.ts';
import { instantOf } from '../rules/time/index.ts';
import { report, runMeasurement } from './run-measurement.ts';
import { countUnopened, openSetUps } from './set-ups.ts';
import { onStage, type Stage } from './stage.ts';
import { cells } from './stats.ts';
import { casesASecond, costOfSteps, finishSteps, mailsSent, msOfACase } from './steps.ts';
import { untilNone } from './until-none.ts';

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});
const plan = options.quick
  ? { workers: [1, 2], seconds: 4, openCases: 200 }
  : { workers: [1, 2, 4], seconds: 15, openCases: 5_000 };

interface Rate {
  readonly workers: number;
  readonly casesASecond: number;
  readonly msOfACase: number;
  /** Connections to PostgreSQL, by database. */
  readonly connections: Readonly<Record<string, number>>;
}

/** What one open case takes up. */
interface Kept {
  readonly cases: number;
  readonly recordsKb: number;
  readonly engineKb: number;
  /** Memory of the processes with all of them open, and before, in MB. */
  readonly serverMb: readonly [before: number, after: number];
  readonly workerMb: readonly [before: number, after: number];
}

async function connectionsTo({ database }: Stage): Promise<Record<string, number>> {
  const rows = await database.$queryRaw<{ name: string; count: number }[]>`
    SELECT "datname" AS "name", count(*)::int AS "count" FROM pg_stat_activity WHERE "datname" IS NOT NULL GROUP BY 1 ORDER BY 1`;
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

async function rateOf(stage: Stage, workers: number): Promise<Rate> {
  await finishSteps(stage.product, 3);
  const cost = await costOfSteps(stage, 'product', plan.seconds);
  const connections = await connectionsTo(stage);
  return { workers, casesASecond: casesASecond(cost), msOfACase: msOfACase(cost), connections };
}

/** Memory that a process holds, in MB. */
function memoryMb(pid: number): number {
  const [, kb = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kb) / 1024;
}

interface Sizes {
  readonly records: number;
  readonly engine: number;
}

async function sizesOf({ database }: Stage): Promise<Sizes> {
  const [sizes] = await database.$queryRaw<[Sizes]>`
    SELECT pg_database_size(current_database())::float8 AS "records",
      (pg_database_size('temporal') + pg_database_size('temporal_visibility'))::float8 AS "engine"`;
  return sizes;
}

async function keep(stage: Stage, cases: number): Promise<Kept> {
  const { database, gateway, services, workers } = stage;
  await finishSteps(stage.product, 3);
  await mailsSent(stage);
  const worker = () => workers.product.pids().reduce((sum, pid) => sum + memoryMb(pid), 0);
  const before = { ...(await sizesOf(stage)), server: memoryMb(services.server()), worker: worker() };
  await openSetUps(database, gateway, cases, instantOf(Date.now()));
  await untilNone('they are open', 'cases to begin', () => countUnopened(database));
  await mailsSent(stage);
  const after = await sizesOf(stage);
  return {
    cases,
    recordsKb: (after.records - before.records) / 1024 / cases,
    engineKb: (after.engine - before.engine) / 1024 / cases,
    serverMb: [before.server, memoryMb(services.server())],
    workerMb: [before.worker, worker()],
  };
}

async function measure(parts: Parts): Promise<void> {
  const rates: Rate[] = [];
  for (const workers of plan.workers) {
    report(`· worker processes: ${workers}`);
    rates.push(await onStage(parts, { workers }, (stage) => rateOf(stage, workers)));
  }
  report(`· ${plan.openCases} open cases are kept`);
  const kept = await onStage(parts, { workers: 1 }, (stage) => keep(stage, plan.openCases));
  const cores = availableParallelism();
  if (options.json) {
    console.log(JSON.stringify({ cores, plan, rates, kept }, null, 2));
    return;
  }
  const connections = (rate: Rate) =>
    Object.entries(rate.connections)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  console.log(`\n${cores} cores for workers, server, PostgreSQL and callers together.\n`);
  console.log(
    cells([
      ['worker processes', 'cases a second', 'processor time a case', 'connections to PostgreSQL'],
      ...rates.map((rate) => [
        String(rate.workers),
        rate.casesASecond.toFixed(1),
        `${rate.msOfACase.toFixed(0)} ms`,
        connections(rate),
      ]),
    ]),
  );
  const grown = ([before, after]: Kept['serverMb']) => `${before.toFixed(0)} MB before, ${after.toFixed(0)} MB after`;
  console.log(
    `\n${kept.cases} open cases: records ${kept.recordsKb.toFixed(1)} KB and engine ${kept.engineKb.toFixed(1)} KB each;`,
  );
  console.log(`  memory of the server ${grown(kept.serverMb)}; of the worker ${grown(kept.workerMb)}.`);
}

await runMeasurement(measure);
