import { describe, expect, it } from 'vitest';
import { resolveValues, RuleValueError } from '../../rules/book/rule-book.ts';
import { Refusal } from '../../rules/refusal.ts';
import { shStoreRules } from '../../rules/sh-store/config.ts';
import type { Instant, Period } from '../../rules/time/index.ts';
import { publishedCalendar } from '../../rules/time/published-calendar.ts';
import { at } from '../../test/support/engine-samples.ts';
import { confirmedOutsideHours, startAppointment, type Proposed } from './appointment.ts';
import type { RuleValues } from './state.ts';

const NOW = at('2025-09-22 10:00');

/** What comes of it: when the appointment begins, or the refusal. */
function appointed(when: string, more: Partial<Proposed> = {}, rules: RuleValues = {}): Instant | Refusal {
  const started: Period[] = [];
  const step = {
    now: NOW,
    rules,
    state: { calendar: publishedCalendar() },
    startDeadline: (_name: string, period: Period) => started.push(period),
  };
  try {
    startAppointment(step, 'interview', { at: at(when), minutes: 60, ...more }, 'interview.');
  } catch (failure) {
    if (failure instanceof Refusal) return failure;
    throw failure;
  }
  const [period] = started;
  if (period?.unit !== 'instant') throw new Error('Nothing was started.');
  return period.at;
}

/** What the timeline says of when it lies. */
function saidOf(when: string, more: Partial<Proposed> = {}, rules: RuleValues = {}): string | undefined {
  const calendar = publishedCalendar();
  return confirmedOutsideHours({ rules, calendar }, { at: at(when), minutes: 60, confirmOutsideHours: true, ...more })
    ?.en;
}

describe('an appointment', () => {
  it.each([
    ['at night', '2025-09-26 03:00'],
    ['before the office opens', '2025-09-26 08:59'],
    ['after it has closed', '2025-09-26 17:30'],
    ['that goes on after it has closed', '2025-09-26 17:00'],
    ['on a Sunday', '2025-10-19 10:00'],
    ['on a holiday in the week', '2025-10-01 10:00'],
    ['on a make-up Sunday at night', '2025-09-28 20:00'],
  ])('SH-STORE-04.3 HN-NET-21.3 %s is taken only if that is confirmed', (_when, when) => {
    const refusal = appointed(when) as Refusal;
    expect(refusal).toMatchObject({
      code: 'INVALID_INPUT',
      details: { field: 'interview.confirmOutsideHours', facts: { at: at(when), officeHours: { from: '09:00' } } },
    });
    expect(refusal.details.message.zh).toContain('请确认');
    expect(appointed(when, { confirmOutsideHours: false })).toBeInstanceOf(Refusal);
    expect(appointed(when, { confirmOutsideHours: true })).toBe(at(when));
    expect(saidOf(when)).toBe('confirmed though outside office hours');
  });

  it.each([
    ['as the office opens', '2025-09-26 09:00', 60],
    ['that ends as it closes', '2025-09-26 16:30', 60],
    ['all day', '2025-09-26 09:00', 480],
    ['on a make-up Sunday', '2025-09-28 10:00', 60],
    ['on a make-up Saturday', '2025-10-11 14:00', 60],
  ])('XC-02.1 %s needs no confirmation', (_when, when, minutes) => {
    expect(appointed(when, { minutes })).toBe(at(when));
    // XC-05.3: a confirmation that nobody needed is no exception, and no line says that there was one.
    expect(appointed(when, { minutes, confirmOutsideHours: true })).toBe(at(when));
    expect(saidOf(when, { minutes })).toBeUndefined();
  });

  it('XC-06.2 is held to the office hours of the rules of its case', () => {
    const hours = { 'officeHours.from': '08:30', 'officeHours.to': '12:00' };
    expect(appointed('2025-09-26 08:30', {}, hours)).toBe(at('2025-09-26 08:30'));
    expect(appointed('2025-09-26 11:30', {}, hours)).toBeInstanceOf(Refusal);
    expect([saidOf('2025-09-26 08:30', {}, hours), saidOf('2025-09-26 11:30', {}, hours)]).toEqual([
      undefined,
      'confirmed though outside office hours',
    ]);
    expect(resolveValues(shStoreRules, hours)).toMatchObject(hours);
    for (const wrong of ['25:00', '9:00', 'noon', '']) {
      expect(() => resolveValues(shStoreRules, { 'officeHours.from': wrong })).toThrow(RuleValueError);
    }
  });

  it('is neither past nor more than a year ahead, confirmed or not', () => {
    for (const when of ['2025-09-22 10:00', '2026-09-23 10:00']) {
      expect(appointed(when, { confirmOutsideHours: true })).toMatchObject({ details: { field: 'interview.at' } });
    }
  });
});
