import { expect, it } from 'vitest';
import { askedOfLate } from './pollers.ts';

const now = Date.parse('2026-11-26T10:00:00Z');
const poller = (identity: string, secondsAgo: number) => ({
  identity,
  lastAccessTime: { seconds: (now / 1_000 - secondsAgo) as never },
});

it.each([
  ['nobody', [], false],
  ['another worker', [poller('other', 1)], false],
  ['itself, a minute ago', [poller('other', 1), poller('me', 61)], true],
  ['itself, but not for minutes', [poller('other', 1), poller('me', 181)], false],
])('a worker takes tasks if Temporal was asked by %s', (_by, pollers, expected) => {
  expect(askedOfLate(pollers, now).has('me')).toBe(expected);
});
