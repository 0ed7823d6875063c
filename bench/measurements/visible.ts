/** How long a decision takes until others can read it, at half of saturation. */
import { answered, decisionToVisible, sqlTransaction, type Latency, type VisibleLatency } from '../latency.ts';
import type { Life } from '../lives.ts';
import { inMs, pairedRow, type Measurement } from '../measurement.ts';
import { finishSteps } from '../steps.ts';
import { median } from '../stats.ts';

export const visible: Measurement = {
  name: 'visible',
  what: 'from a decision until others see it, at half of saturation',
  async measure({ product, bare, databaseUrl }, { pairs, seconds, open }) {
    const saturated = (await finishSteps(product, seconds)) / seconds;
    const aSecond = Math.max(1, Math.round(saturated / 2));
    const openMany = (life: Life) => Promise.all(Array.from({ length: open }, () => life.open(1_000_000)));
    const ours = await openMany(product);
    const theirs = await openMany(bare);
    await answered(product, ours, aSecond, 1);
    await answered(bare, theirs, aSecond, 1);
    const seen: VisibleLatency[] = [];
    const floor: { update: Latency; sql: Latency }[] = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      seen.push(await decisionToVisible(product, ours, databaseUrl, aSecond, seconds));
      floor.push({
        update: await answered(bare, theirs, aSecond, seconds),
        sql: await sqlTransaction(databaseUrl, aSecond, seconds),
      });
    }
    const stale = seen.map((one) => one.stale);
    const count = seen.reduce((sum, one) => sum + one.count, 0);
    const row = (which: 'p50' | 'p99', goal: string) => {
      const sql = inMs(median(floor.map((one) => one.sql[which])));
      return pairedRow({
        measure: `decision to visible, ${which}, ${aSecond}/s`,
        product: seen.map((one) => one[which]),
        against: floor.map((one) => one.update[which] + one.sql[which]),
        by: `bare update + SQL (of it SQL ${sql})`,
        words: inMs,
        goal,
      });
    };
    return [
      row('p50', ''),
      row('p99', '1.3, aim 1.1'),
      {
        measure: 'stale reads',
        product: `${stale.reduce((sum, one) => sum + one, 0)} of ${count}`,
        against: '',
        ratio: null,
        goal: '0',
        figures: { product: stale },
      },
    ];
  },
};
