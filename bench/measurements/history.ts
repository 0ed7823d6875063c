/** What the history of a case costs: events, billable actions, and the time to replay it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import proto from '@temporalio/proto';
import { costOf } from '../../test/engine/cost.ts';
import { DECISIONS, type Life } from '../lives.ts';
import { alternately, inMs, pairedRow, type Measurement } from '../measurement.ts';
import { replayMs } from '../replay.ts';
import type { Row } from '../stats.ts';

export const history: Measurement = {
  name: 'history',
  what: 'events, actions, replay',
  async measure({ product, bare, client, payloadKeys, codePath, folder }, { pairs, replays: times }) {
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
    const [events, floor] = [costOf(ours), costOf(theirs)];
    const orderOf = async (side: 'product' | 'bare', past: typeof ours) => {
      const historyPath = join(folder, `${side}.history`);
      await writeFile(historyPath, proto.temporal.api.history.v1.History.encode(past).finish());
      return { codePath: codePath[side], historyPath, payloadKeys, times };
    };
    const [ofOurs, ofTheirs] = [await orderOf('product', ours), await orderOf('bare', theirs)];
    const taken = await alternately(pairs, {
      product: () => replayMs(ofOurs, 'product'),
      bare: () => replayMs(ofTheirs, 'sdk'),
      alike: () => replayMs(ofTheirs, 'product'),
    });
    const replay = (measure: string, against: readonly number[], by: string, goal: string) =>
      pairedRow({ measure, product: taken.product, against, by, words: inMs, goal });
    return [
      exact('events of a case', events.events, floor.events),
      exact('billable actions of a case', events.actions, floor.actions),
      replay(`replay of a case of ${events.events} events`, taken.bare, 'bare', '1.25, aim 1.05'),
      replay('  against the bare one run as the product is', taken.alike, 'bare, alike', ''),
    ];
  },
};

function exact(measure: string, product: number, against: number): Row {
  const goal = '1.00';
  return pairedRow({ measure, product: [product], against: [against], by: 'bare', words: String, goal });
}
