/** From the kill of the only worker (SIGKILL) until a decision is answered again, with a worker that is started at once. */
import type { Life } from '../lives.ts';
import { pairedRow, type Measurement } from '../measurement.ts';
import type { Workers } from '../workers.ts';

async function secondsToRecover(life: Life, workers: Workers): Promise<number> {
  const id = await life.open(1_000_000);
  await life.decideAgain(id);
  const began = performance.now();
  const restarted = workers.killOne();
  // A decision that got no answer in time is made again, as a person would.
  const answered = async (): Promise<unknown> => life.decideAgain(id).catch(answered);
  await answered();
  const took = (performance.now() - began) / 1000;
  await restarted;
  return took;
}

export const recovery: Measurement = {
  name: 'recovery',
  what: 'the only worker is killed',
  async measure({ product, bare, workers }, { kills }) {
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let kill = 0; kill < kills; kill += 1) {
      ours.push(await secondsToRecover(product, workers.product));
      theirs.push(await secondsToRecover(bare, workers.bare));
    }
    return [
      pairedRow({
        measure: `next answer after the only worker was killed (longest of ${kills}: ${Math.max(...ours).toFixed(1)} s)`,
        product: ours,
        against: theirs,
        by: 'bare, start of a worker included',
        words: (value) => `${value.toFixed(1)} s`,
        goal: '10 s, aim 3 s',
      }),
    ];
  },
};
