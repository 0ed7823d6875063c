import { expect, it } from 'vitest';
import { BASE, BaseCase, basePeople as people, fileBaseForm } from '../../../test/support/base-case.ts';
import { at, people as anyone } from '../../../test/support/engine-samples.ts';
import type { BaseTitleFacts } from './contract.ts';
import { baseTitleIntake } from './intake.ts';
import { baseTitle } from './process.ts';

const form = { holder: BASE, name: '麓谷基地', batch: 2016, validFrom: '2016-12-31' };
const call = { year: 2019, filingDay: '2019-04-26' };

function title(openedAt = '2019-03-01 10:00', changes: object = {}) {
  const filing = fileBaseForm(baseTitleIntake, { ...form, ...changes }, people.provinceManager);
  return new BaseCase<BaseTitleFacts>(baseTitle, filing, { id: 'btl-1', openedAt: at(openedAt) });
}

it('HN-BASE-05.1 a title of 2016 is valid until 2019-12-31 24:00, another until the day it states', () => {
  const one = title();
  expect(one.deadline('expiry')).toMatchObject({ lastDay: '2019-12-31', dueAt: '2020-01-01T00:00:00.000+08:00' });
  one.liveUntil(at('2019-12-31 23:59'));
  expect(one.state.closedAt).toBeNull();
  one.liveUntil(at('2020-01-01 00:00'));
  expect(one.state.outcome).toBe('EXPIRED');
  expect(one.toldTo('titleExpired')).toEqual([BASE]);
  expect(() => title('2019-03-01 10:00', { batch: 2018 })).toThrow('Give the last day');
  const later = title('2019-03-01 10:00', { batch: 2018, validTo: '2021-11-30' });
  expect(later.deadline('expiry')).toMatchObject({ lastDay: '2021-11-30' });
});

it('HN-BASE-05.1 the province alone puts a title on record', () => {
  expect(() => fileBaseForm(baseTitleIntake, form, people.cityManager)).toThrow('provincial department');
});

it('HN-BASE-05.2 its holder is reminded on Monday 2019-09-30, three months before', () => {
  const one = title();
  expect(one.liveUntil(at('2019-12-31 23:00'))).toEqual([at('2019-09-30 09:00')]);
  expect(one.toldTo('titleExpiring')).toEqual([BASE]);
  expect(one.state.stage).toBe('EXPIRING');
});

it('HN-BASE-05.2 HN-BASE-01.5 is listed as due and its holder told when a call opens in the year of its end', () => {
  const one = title();
  one.act('callOpened', anyone.otherCase, call, at('2019-04-01 10:00'));
  expect(one.state.stage).toBe('EXPIRING');
  expect(one.toldTo('mayDeclareAgain')).toEqual([BASE]);
  one.act('callOpened', anyone.otherCase, call, at('2019-04-02 10:00'));
  expect(one.toldTo('mayDeclareAgain')).toEqual([]);
  const early = title('2018-03-01 10:00');
  early.act('callOpened', anyone.otherCase, { year: 2018, filingDay: '2018-04-26' }, at('2018-04-01 10:00'));
  expect(early.state.stage).toBe('VALID');
});

it('HN-BASE-05.3 one that was declared again keeps to its own end, whatever comes of the declaration', () => {
  const one = title();
  one.act('redeclared', anyone.otherCase, { year: 2019 }, at('2019-04-10 10:00'));
  expect(one.state).toMatchObject({ stage: 'REDECLARED', facts: { redeclaredIn: 2019 } });
  one.liveUntil(at('2020-01-01 00:00'));
  expect(one.state).toMatchObject({ outcome: 'EXPIRED', facts: { validTo: '2019-12-31' } });
});

it('HN-BASE-05.1 a wrong day is corrected with a reason, and nothing before today', () => {
  const one = title();
  const correct = (validTo: string) =>
    one.act('correctValidity', people.provinceManager, { validTo, reason: '按文件更正。' }, at('2019-05-01 10:00'));
  expect(() => correct('2019-04-30')).toThrow('before today');
  correct('2020-06-30');
  expect(one.deadline('expiry')).toMatchObject({ lastDay: '2020-06-30' });
  expect(one.deadline('expiring')?.dueAt).toBe(at('2020-03-30 09:00'));
  one.liveUntil(at('2020-03-30 09:00'));
  expect(one.state.stage).toBe('EXPIRING');
  const later = { validTo: '2021-06-30', reason: '按文件更正。' };
  one.act('correctValidity', people.provinceManager, later, at('2020-04-01 10:00'));
  expect(one.state.stage).toBe('VALID');
  expect(one.last.writes.at(-1)).toMatchObject({ data: { status: 'VALID', validTo: '2021-06-30' } });
  one.liveUntil(at('2021-03-30 09:00'));
  expect(one.state.stage).toBe('EXPIRING');
  expect(one.toldTo('titleExpiring')).toEqual([BASE]);
});

it('HN-BASE-05.2 one that is listed for the call of its year stays listed when its day is corrected within the year', () => {
  const one = title();
  one.act('callOpened', anyone.otherCase, call, at('2019-04-01 10:00'));
  const correct = (validTo: string) =>
    one.act('correctValidity', people.provinceManager, { validTo, reason: '按文件更正。' }, at('2019-05-01 10:00'));
  correct('2019-11-30');
  expect(one.state.stage).toBe('EXPIRING');
  correct('2020-11-30');
  expect(one.state.stage).toBe('VALID');
});
