import { expect, it } from 'vitest';
import { isDue } from './schedule.ts';

const at = (instant: string) => new Date(instant);

it.each([
  ['there is none yet', '2026-11-26T10:00:00+08:00', null, true],
  ['the newest is of before three o’clock', '2026-11-26T03:00:00+08:00', '2026-11-26T02:59:59+08:00', true],
  ['it is a second before three', '2026-11-26T02:59:59+08:00', '2026-11-25T03:00:01+08:00', false],
  ['this night’s was taken', '2026-11-26T23:00:00+08:00', '2026-11-26T03:00:02+08:00', false],
  ['the machine was off at three', '2026-11-26T09:00:00+08:00', '2026-11-25T03:00:02+08:00', true],
  ['one was taken by hand after three', '2026-11-26T18:00:00+08:00', '2026-11-26T16:00:00+08:00', false],
  ['weeks went by', '2026-11-26T01:00:00+08:00', '2026-11-02T03:00:02+08:00', true],
])('a backup at 03:00 in Beijing: %s', (_when, now, newest, due) => {
  expect(isDue(at(now), '03:00', newest === null ? null : at(newest))).toBe(due);
});
