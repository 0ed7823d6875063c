import { expect, it } from 'vitest';
import { roundedTo } from './decimals.ts';

it.each([
  [1.005, 2, 1.01],
  [1.0049999, 2, 1],
  [90.005, 2, 90.01],
  [0.1 + 0.2, 1, 0.3],
  [57.05, 1, 57.1],
  [84.85 + 0.1, 1, 85],
  [99.995, 2, 100],
  [99.994, 2, 99.99],
  [0, 1, 0],
  [-0.25, 1, -0.2],
])('AH-EVAL-07.1 %s at %s decimals is %s', (value, decimals, rounded) => {
  expect(roundedTo(value, decimals)).toBe(rounded);
});
