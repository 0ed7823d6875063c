/**
 * Measures the product against the bare engine in one run: `npm run bench`, or `npm run bench -- --quick`. Product and denominator
 * are taken alternately and compared pair by pair: what the machine does meanwhile happens to both. Ratios count; absolute
 * figures are of this machine.
 */
import { availableParallelism, totalmem } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Parts } from '../dev/start-all.ts';
import { costOf } from '../test/engine/cost.ts';
import { heapPerCase } from './heap.ts';
import { ledgerRows } from './ledger.ts';
import { answered, decisionToVisible, sqlTransaction, type Latency, type VisibleLatency } from './latency.ts';
import { DECISIONS, type Life } from './lives.ts';
import { replayMs } from './replay.ts';
import { report, runMeasurement } from './run-measurement.ts';
import { openStage, type Stage } from './stage.ts';
import { median, ratioOf, table, type Row } from './stats.ts';
import { casesPerSecond } from './throughput.ts';

const quick = process.argv.includes('--quick');
const plan = quick
  ? { pairs: 2, seconds: 3, heapPairs: 1, heapCases: 50, replays: 20, open: 16 }
  : { pairs: 3, seconds: 8, heapPairs: 3, heapCases: 150, replays: 100, open: 64 };

const ms = (values: readonly number[]) => `${median(values).toFixed(1)} ms`;

/** Product, bare, product, bare … */
async function alternately<T, U>(
  pairs: number,
  product: () => Promise<T>,
  bare: () => Promise<U>,
): Promise<[T[], U[]]> {
  const [ours, theirs]: [T[], U[]] = [[], []];
  for (let pair = 0; pair < pairs; pair += 1) {
    ours.push(await product());
    theirs.push(await bare());
  }
  return [ours, theirs];
}

async function throughput({ product, bare }: Stage): Promise<{ row: Row; perSecond: number }> {
  await Promise.all([casesPerSecond(product, 2), casesPerSecond(bare, 2)]);
  const { seconds, pairs } = plan;
  const [ours, theirs] = await alternately(
    pairs,
    () => casesPerSecond(product, seconds),
    () => casesPerSecond(bare, seconds),
  );
  const row = {
    measure: 'full cases a second at saturation',
    product: median(ours).toFixed(1),
    against: `${median(theirs).toFixed(1)} bare`,
    ratio: ratioOf(ours, theirs),
    goal: 'pass 0.75, goal 0.95',
  };
  return { row, perSecond: median(ours) };
}

async function latency({ product, bare, databaseUrl }: Stage, aSecond: number): Promise<Row[]> {
  const openMany = (life: Life) => Promise.all(Array.from({ length: plan.open }, () => life.open(1_000_000)));
  const ours = await openMany(product);
  const theirs = await openMany(bare);
  const { seconds } = plan;
  await answered(product, ours, aSecond, 1);
  await answered(bare, theirs, aSecond, 1);
  const visible: VisibleLatency[] = [];
  const floor: { update: Latency; sql: Latency }[] = [];
  for (let pair = 0; pair < plan.pairs; pair += 1) {
    visible.push(await decisionToVisible(product, ours, databaseUrl, aSecond, seconds));
    floor.push({
      update: await answered(bare, theirs, aSecond, seconds),
      sql: await sqlTransaction(databaseUrl, aSecond, seconds),
    });
  }
  const stale = visible.reduce((sum, one) => sum + one.stale, 0);
  const count = visible.reduce((sum, one) => sum + one.count, 0);
  const row = (which: 'p50' | 'p99', goal: string): Row => {
    const sums = floor.map(({ update, sql }) => update[which] + sql[which]);
    return {
      measure: `decision to visible, ${which}, ${aSecond}/s`,
      product: ms(visible.map((one) => one[which])),
      against: `${ms(floor.map(({ update }) => update[which]))} bare update + ${ms(floor.map(({ sql }) => sql[which]))} SQL`,
      ratio: ratioOf(
        visible.map((one) => one[which]),
        sums,
      ),
      goal,
    };
  };
  return [
    row('p50', ''),
    row('p99', 'pass 1.5, goal 1.10'),
    { measure: 'stale reads', product: `${stale} of ${count}`, against: '', ratio: null, goal: '0' },
  ];
}

async function costAndReplay({ product, bare, client, payloads, bundles }: Stage): Promise<Row[]> {
  const lived = async (life: Life) => {
    const id = await life.open();
    const handle = client.workflow.getHandle(life.workflowIdOf(id));
    // A first decision that arrives while the opening task runs would share it on one side and not on the other.
    while (((await handle.fetchHistory()).events?.length ?? 0) < 6) await pause(5);
    for (let nth = 0; nth < DECISIONS; nth += 1) await life.decide(id, nth);
    await handle.result();
    return handle.fetchHistory();
  };
  const [ours, theirs] = [await lived(product), await lived(bare)];
  const [cost, floor] = [costOf(ours), costOf(theirs)];
  const [oursMs, theirsMs] = await alternately(
    plan.pairs,
    () => replayMs(bundles.product, payloads, ours, plan.replays),
    () => replayMs(bundles.bare, payloads, theirs, plan.replays),
  );
  const exact = (name: string, one: number, other: number): Row => ({
    measure: name,
    product: String(one),
    against: `${other} bare`,
    ratio: { median: one / other, least: one / other, greatest: one / other },
    goal: '1.00',
  });
  return [
    exact('events of a case', cost.events, floor.events),
    exact('billable actions of a case', cost.actions, floor.actions),
    {
      measure: `replay of a case of ${cost.events} events`,
      product: ms(oursMs),
      against: `${ms(theirsMs)} bare`,
      ratio: ratioOf(oursMs, theirsMs),
      goal: 'pass 1.3, goal 1.05',
    },
  ];
}

async function heap({ databaseUrl, address, namespace, payloadKeys }: Stage): Promise<Row> {
  let run = 0;
  const of = (side: 'product' | 'bare') => () => {
    run += 1;
    const queue = `bench-heap-${run}`;
    return heapPerCase({ side, cases: plan.heapCases, databaseUrl, address, namespace, queue, payloadKeys });
  };
  const [ours, theirs] = await alternately(plan.heapPairs, of('product'), of('bare'));
  const kb = (values: readonly number[]) => `${(median(values) / 1024).toFixed(0)} KB`;
  return {
    measure: 'heap of a cached open case',
    product: kb(ours),
    against: `${kb(theirs)} bare`,
    ratio: ratioOf(ours, theirs),
    goal: 'pass 1.5, goal 1.1',
  };
}

async function measure(parts: Parts): Promise<void> {
  const began = performance.now();
  const stage = await openStage(parts);
  const rows: Row[] = [];
  report('· a ledger of a million lines');
  rows.push(...(await ledgerRows(stage.database, plan.replays)));
  report('· throughput');
  const { row, perSecond } = await throughput(stage);
  rows.push(row);
  report('· latency at half of it');
  rows.push(...(await latency(stage, Math.max(1, Math.round((perSecond * DECISIONS) / 2)))));
  report('· events, actions, replay');
  rows.push(...(await costAndReplay(stage)));
  report('· heap');
  rows.push(await heap(stage));
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0);
  console.log(
    `\n${availableParallelism()} cores, ${gigabytes} GB, Node ${process.versions.node}; server, PostgreSQL, workers and callers all on them.`,
  );
  console.log(
    `${plan.pairs} pairs of ${plan.seconds} s, ${((performance.now() - began) / 1000).toFixed(0)} s in all${quick ? ' (quick)' : ''}.\n`,
  );
  console.log(table(rows));
}

await runMeasurement(measure);
