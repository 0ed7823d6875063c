import { describe, expect, expectTypeOf, it } from 'vitest';
import { RuleValueError } from '../book/rule-book.ts';
import { timeValues } from '../book/time-values.ts';
import { atTime, monthsLadder, planRungs, reckon, startOfDay } from '../time/index.ts';
import type { Period } from '../time/index.ts';
import { publishedCalendar } from '../time/published-calendar.ts';
import type { HnNetNumberKey, HnNetSwitchKey, HnNetValues } from './config.ts';
import { hnNetRules, hnNetValues, statutes } from './config.ts';

const calendar = publishedCalendar();
const values = hnNetValues();

const workingDays = (key: HnNetNumberKey): Period => ({ unit: 'workingDays', n: values[key], rule: key });
const lastDayOf = (period: Period, day: string, clock = '10:00') =>
  reckon({ period, startedAt: atTime(day, clock), calendar }).lastDay;

const verification: Period = {
  unit: 'months',
  n: values['provider.verifyEvery'],
  rollForward: values['time.rollForward.verification'],
};

describe('the rule book of HN_NET', () => {
  it('HN-NET-27.2 is in force from 2015-01-23', () => {
    expect(hnNetRules).toMatchObject({
      regime: 'HN_NET',
      version: 1,
      status: { code: 'IN_FORCE', on: '2015-01-23', from: '2015-01-23' },
    });
    expect(hnNetValues({ 'regime.from': '2015-05-26' })['regime.from']).toBe('2015-05-26');
  });

  it('XC-06.2 names clause, requirement and both languages for every value', () => {
    for (const [key, value] of Object.entries(hnNetRules.values)) {
      expect(value.clause, key).toMatch(/^(HN-NET 第.+条(第.+项)?|A-\d\d|XC-\d\d\.\d)$/);
      expect(value.requirement, key).toMatch(/^(HN-NET|XC)-\d\d\.\d+$/);
      expect(value.zh && value.en, key).toBeTruthy();
    }
    expect(hnNetRules.values).toMatchObject(timeValues);
    expect(JSON.parse(JSON.stringify(values))).toEqual(values);
  });

  it('XC-06.1 holds no value of another regime and refuses one', () => {
    expectTypeOf<HnNetSwitchKey>().toEqualTypeOf<'time.rollForward.verification'>();
    expectTypeOf<HnNetValues['mediation.department']>().toEqualTypeOf<'PLATFORM' | 'PROVIDER' | 'CONSUMER'>();
    expect(() => hnNetValues({ 'trial.months': 3 })).toThrow(RuleValueError);
    expect(() => hnNetValues({ 'mediation.department': 'COURT' })).toThrow(RuleValueError);
  });

  it('HN-NET-09.1 has a name for the statute that notices cite', () => {
    expect(statutes[values['statute.infringement']].zh).toBe('《中华人民共和国民法典》');
  });
});

describe('the dates of HN_NET', () => {
  it('HN-NET-09.2 leaves a provider until 2025-10-16 to answer a measure of 2025-09-26', () => {
    expect(lastDayOf(workingDays('infringement.answerWithin'), '2025-09-26')).toBe('2025-10-16');
  });

  it('HN-NET-06.1 verifies a registration of 2025-03-03 by 2026-03-03 and reminds before', () => {
    const startedAt = atTime('2025-03-03', '10:00');
    const reckoned = reckon({ period: verification, startedAt, calendar });
    expect(reckoned.lastDay).toBe('2026-03-03');
    const rungs = planRungs({ ladder: monthsLadder, reckoned, startedAt, calendar, rules: values });
    // 14 days before is Tue 17 February, within the Spring Festival: the reminder goes out on the make-up Saturday.
    expect(rungs.map(({ at }) => at.slice(0, 16))).toEqual([
      '2026-02-14T09:00',
      '2026-02-24T09:00',
      '2026-03-02T09:00',
    ]);
  });

  it('HN-NET-06.1 moves a verification that is due on a holiday, unless the switch is off (A-02)', () => {
    expect(lastDayOf(verification, '2025-02-16')).toBe('2026-02-24');
    expect(lastDayOf({ ...verification, rollForward: false }, '2025-02-16')).toBe('2026-02-16');
  });

  it('HN-NET-06.7 suspends at 2025-10-17 00:00 what was due on 2025-09-26 and stayed unanswered', () => {
    // The period starts on the day that was due, although it is exceeded only at its 24:00.
    const startedAt = startOfDay('2025-09-26');
    const { dueAt, lastDay } = reckon({ period: workingDays('provider.suspendAfter'), startedAt, calendar });
    expect(lastDay).toBe('2025-10-16');
    expect(dueAt).toBe('2025-10-17T00:00:00.000+08:00');
    // Started at the moment at which it was exceeded, 00:00 of the next day, it would run a working day longer.
    const { lastDay: afterMonday } = reckon({
      period: workingDays('provider.suspendAfter'),
      startedAt: startOfDay('2025-11-03'),
      calendar,
    });
    expect(afterMonday).toBe('2025-11-17');
    expect(lastDayOf(workingDays('provider.suspendAfter'), '2025-11-04', '00:00')).toBe('2025-11-18');
  });

  it('HN-NET-20.2 registers a complaint of Fri 2026-02-13 18:00 by Sat 2026-02-14 24:00', () => {
    const startedAt = atTime('2026-02-13', '18:00');
    const { dueAt, lastDay } = reckon({ period: workingDays('complaint.registerWithin'), startedAt, calendar });
    expect(lastDay).toBe('2026-02-14');
    expect(dueAt).toBe('2026-02-15T00:00:00.000+08:00');
  });

  it('HN-NET-20.3 handles a complaint registered on 2026-02-14 by 2026-03-13', () => {
    expect(lastDayOf(workingDays('complaint.handleWithin'), '2026-02-14')).toBe('2026-03-13');
  });

  it('HN-NET-21.5 gives a mediation applied for on 2025-09-26 until 2025-10-30', () => {
    expect(lastDayOf(workingDays('mediation.level'), '2025-09-26')).toBe('2025-10-30');
  });
});
