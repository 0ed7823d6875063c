/** How long a decision takes until others can read it, at half of saturation. */
import { answered, decisionToVisible, sqlTransaction, type Latencies, type VisibleLatencies } from '../latency.ts';
import { DECISIONS, type Life } from '../lives.ts';
import { inMs, type Measurement } from '../measurement.ts';
import { finishSteps } from '../steps.ts';
import { quantile, type Row } from '../stats.ts';

export const visible: Measurement = {
  name: 'visible',
  what: 'from a decision until others see it, at half of saturation',
  async measure({ product, bare, databaseUrl }, { pairs, seconds }) {
    const saturated = (await finishSteps(product, seconds)) / seconds;
    const aSecond = Math.max(1, Math.round(saturated / 2));
    // A window has some four hundred decisions, of which its p99 is the fifth slowest: what one pause of the machine does to it says nothing.
    const windows = 2 * pairs;
    // As many cases as take the decisions of a life each: one that is driven on and on is rolled over after some forty, and all of them at
    // once if they take turns.
    const cases = Math.ceil((aSecond * seconds * (windows + 1)) / DECISIONS);
    const openMany = (life: Life) => Promise.all(Array.from({ length: cases }, () => life.open(1_000_000)));
    const ours = await openMany(product);
    const theirs = await openMany(bare);
    // The first window of each does not count: in it code is compiled and heaps grow.
    await answered(product, ours, aSecond, seconds);
    await answered(bare, theirs, aSecond, seconds);
    const seen: VisibleLatencies[] = [];
    const updates: Latencies[] = [];
    const sql: Latencies[] = [];
    for (let window = 0; window < windows; window += 1) {
      seen.push(await decisionToVisible(product, ours, databaseUrl, aSecond, seconds));
      updates.push(await answered(bare, theirs, aSecond, seconds));
      sql.push(await sqlTransaction(databaseUrl, aSecond, seconds));
    }
    const stale = seen.map((one) => one.stale);
    const ofWindows = seen.map(({ taken }) => taken);
    const count = ofWindows.flat().length;
    const row = (name: string, share: number, goal: string): Row => {
      const at = (taken: Latencies) => quantile(taken, share);
      const floorOf = (update: Latencies, transaction: Latencies) => at(update) + at(transaction);
      const [whole, floor] = [at(ofWindows.flat()), floorOf(updates.flat(), sql.flat())];
      const ratios = ofWindows.map((taken, nth) => at(taken) / floorOf(updates[nth] ?? [], sql[nth] ?? []));
      return {
        measure: `decision to visible, ${name} of all windows, ${aSecond}/s`,
        product: inMs(whole),
        against: `${inMs(floor)} bare update + SQL (of it SQL ${inMs(at(sql.flat()))})`,
        ratio: { median: whole / floor, least: Math.min(...ratios), greatest: Math.max(...ratios) },
        goal,
        figures: { product: ofWindows.map(at), against: updates.map((update, nth) => floorOf(update, sql[nth] ?? [])) },
      };
    };
    return [
      row('p50', 0.5, ''),
      row('p99', 0.99, '1.3, aim 1.1'),
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
