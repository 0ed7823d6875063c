import { expect, it } from 'vitest';
import { answerAlike, type AlikeMeans } from './answer-alike.ts';

/** A clock that moves with the work and with the rest. */
function started() {
  const clock = { now: 1_000 };
  const means: AlikeMeans = {
    now: () => clock.now,
    rest: (ms) => Promise.resolve((clock.now += ms)),
  };
  const after = async (workMs: number, end: () => string) => {
    const began = clock.now;
    const work = () => {
      clock.now += workMs;
      return Promise.resolve().then(end);
    };
    const answer = await answerAlike(work, means).catch(String);
    return [answer, clock.now - began];
  };
  return after;
}

it('XC-05.5 an answer comes at the same time whether there was much to do or little, or it was refused', async () => {
  const after = started();
  const refused = () => {
    throw new Error('refused');
  };
  expect(await after(2, () => 'little')).toEqual(['little', 200]);
  expect(await after(20, () => 'much')).toEqual(['much', 200]);
  expect(await after(1, refused)).toEqual(['Error: refused', 200]);
});

it('does not wait any longer where the work took longer', async () => {
  expect(await started()(350, () => 'late')).toEqual(['late', 350]);
});
