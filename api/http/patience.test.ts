import { expect, it } from 'vitest';
import { patienceOf } from './patience.ts';

it.each([
  ['wait=1', 1_000],
  ['wait=10', 10_000],
  ['wait=3600', 10_000],
  ['WAIT = 2', 2_000],
  ['wait="5"', 5_000],
  ['respond-async, wait=4', 4_000],
  ['handling=lenient, wait=4; x=y, return=minimal', 4_000],
  ['wait=0', 10_000],
  ['wait=-1', 10_000],
  ['wait=1.5', 10_000],
  ['wait=soon', 10_000],
  ['await=1', 10_000],
  ['wait', 10_000],
  ['', 10_000],
  [undefined, 10_000],
])('a caller with Prefer: %s waits %s ms at most', (prefer, ms) => {
  expect(patienceOf({ headers: { prefer } })).toBe(ms);
});
