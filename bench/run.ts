/**
 * Measures the product against the bare engine in one run: `npm run bench`; `-- --quick` does less, `-- --only cost,visible` chooses, `-- --json` prints
 * one document for programs. Product and denominator are taken alternately and compared pair by pair: what the machine does meanwhile
 * happens to both. Ratios count; absolute figures are of this machine.
 */
import { availableParallelism, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { Parts } from '../dev/start-all.ts';
import { PLANS, type Measurement } from './measurement.ts';
import { cost } from './measurements/cost.ts';
import { decade } from './measurements/decade.ts';
import { heap } from './measurements/heap.ts';
import { history } from './measurements/history.ts';
import { ledger } from './measurements/ledger.ts';
import { openings } from './measurements/openings.ts';
import { recovery } from './measurements/recovery.ts';
import { statistics } from './measurements/statistics.ts';
import { timeline } from './measurements/timeline.ts';
import { visible } from './measurements/visible.ts';
import { report, runMeasurement } from './run-measurement.ts';
import { openStage } from './stage.ts';
import { table, type Row } from './stats.ts';

/** In this order: what fills tables comes last. */
const MEASUREMENTS: readonly Measurement[] = [
  cost,
  visible,
  history,
  heap,
  openings,
  recovery,
  ledger,
  decade,
  timeline,
  statistics,
];

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const plan = PLANS[options.quick ? 'quick' : 'whole'];

function chosen(): readonly Measurement[] {
  const names = options.only?.split(',');
  const unknown = names?.filter((name) => !MEASUREMENTS.some((one) => one.name === name)) ?? [];
  if (unknown.length > 0) {
    const known = MEASUREMENTS.map(({ name }) => name).join(', ');
    throw new Error(`There is no measurement '${unknown.join("', '")}'. There are: ${known}.`);
  }
  return MEASUREMENTS.filter(({ name }) => names?.includes(name) ?? true);
}

async function measure(parts: Parts): Promise<void> {
  const measurements = chosen();
  const began = performance.now();
  const stage = await openStage(parts, { floor: true });
  const measured: Record<string, Row[]> = {};
  for (const measurement of measurements) {
    const { name, what } = measurement;
    report(`· ${what}`);
    measured[name] = await measurement.measure(stage, plan);
  }
  const machine = {
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
  };
  const seconds = Math.round((performance.now() - began) / 1000);
  if (options.json) {
    console.log(JSON.stringify({ machine, plan, seconds, measured }, null, 2));
    return;
  }
  console.log(
    `\n${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}; server, PostgreSQL, workers and callers all on them.`,
  );
  console.log(`${plan.pairs} pairs of ${plan.seconds} s, ${seconds} s in all${options.quick ? ' (quick)' : ''}.\n`);
  console.log(table(Object.values(measured).flat()));
}

await runMeasurement(measure);
