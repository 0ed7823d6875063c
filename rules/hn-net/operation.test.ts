import { expect, it } from 'vitest';
import { incidentsAfter, type Check, type Incident } from './operation.ts';

const check = (hour: string, status: Check['status'], account: string | null = null): Check => ({
  ...{ at: `2025-10-09T${hour}:00:00.000+08:00`, status, account },
});
const after = (...checks: readonly Check[]) =>
  checks.reduce<Incident[]>((incidents, one) => incidentsAfter(incidents, one, 2), []);

it('HN-NET-14.3 an incident begins with the first check that finds it and ends with the first that finds all well', () => {
  expect(after(check('08', 'NORMAL'))).toEqual([]);
  const found = [check('09', 'DEGRADED', '上传变慢。'), check('10', 'DOWN', '数据库切换。')];
  expect(after(...found)).toEqual([
    { from: found[0]?.at, to: null, worst: 'DOWN', accounts: ['上传变慢。', '数据库切换。'] },
  ]);
  const ended = check('11', 'NORMAL', '已恢复。');
  expect(after(...found, check('10', 'DEGRADED'), ended)).toEqual([
    { from: found[0]?.at, to: ended.at, worst: 'DOWN', accounts: ['上传变慢。', '数据库切换。', '已恢复。'] },
  ]);
});

it('HN-NET-14.3 the latest incidents are kept', () => {
  const times = ['01', '03', '05'];
  const all = times.flatMap((hour) => [check(hour, 'DOWN', hour), check(`0${Number(hour) + 1}`, 'NORMAL')]);
  expect(after(...all).map(({ accounts }) => accounts[0])).toEqual(['03', '05']);
});
