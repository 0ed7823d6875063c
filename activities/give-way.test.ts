/** Work that nobody waits for leaves room for people while they are at work, and goes at full speed while they are not. */
import { expect, it } from 'vitest';
import { createGiveWay } from './give-way.ts';

function started() {
  const clock = { now: 1_000_000 };
  const rests: number[] = [];
  const giveWay = createGiveWay({
    now: () => clock.now,
    rest: (ms) => Promise.resolve(rests.push(ms)),
  });
  return { clock, rests, giveWay, stop: new AbortController().signal };
}

it('does not rest while no case has recorded a step', async () => {
  const { rests, giveWay, stop } = started();
  await giveWay.restAfter(500, stop);
  expect(rests).toEqual([]);
});

it('rests twice as long as it worked, or as often as that work asks, while people are at work, two seconds at most, and no longer once they are gone', async () => {
  const { clock, rests, giveWay, stop } = started();
  giveWay.noteStep();
  await giveWay.restAfter(40, stop);
  await giveWay.restAfter(40, stop, 1);
  clock.now += 3_000;
  await giveWay.restAfter(60_000, stop);
  clock.now += 1;
  await giveWay.restAfter(40, stop);
  expect(rests).toEqual([80, 40, 2_000]);
});

it('does not rest on when the worker stops', async () => {
  const giveWay = createGiveWay();
  const stop = new AbortController();
  giveWay.noteStep();
  const resting = giveWay.restAfter(60_000, stop.signal);
  stop.abort();
  await resting;
});
