import { expect, it } from 'vitest';
import { dayOf, fixedDateLadder, planRungs, reckon, isExceeded } from '../time/index.ts';
import { publishedCalendar } from '../time/published-calendar.ts';
import { campaign2020, checkDates, cutOffLadder, termOf, wasRecognised, yearEnd } from './campaign.ts';
import { shEvalValues } from './config.ts';

const calendar = publishedCalendar();
const startedAt = '2020-11-10T10:00:00.000+08:00';
const rules = shEvalValues();

function remindersOf(at: string, ladder: typeof cutOffLadder): string[] {
  const reckoned = reckon({ period: { unit: 'instant', at }, startedAt, calendar });
  return planRungs({ ladder, reckoned, startedAt, calendar, rules }).map((rung) => dayOf(rung.at));
}

it('SH-EVAL-05.5 institutions are reminded on 2020-11-27, 2020-12-08 and 2020-12-10', () => {
  expect(remindersOf(campaign2020.institutionCutOff, cutOffLadder)).toEqual(['2020-11-27', '2020-12-08', '2020-12-10']);
});

it('SH-EVAL-06.5 districts are reminded on 2020-12-15 and 2020-12-17', () => {
  expect(remindersOf(campaign2020.districtCutOff, fixedDateLadder)).toEqual(['2020-12-15', '2020-12-17']);
});

it('SH-EVAL-05.2 SH-EVAL-05.4 17:00:00 is in time and 17:00:01 is late', () => {
  const { institutionCutOff: at } = campaign2020;
  const deadline = { period: { unit: 'instant', at }, dueAt: at } as const;
  expect(isExceeded(deadline, at)).toBe(false);
  expect(isExceeded(deadline, '2020-12-11T17:00:01.000+08:00')).toBe(true);
});

it('SH-EVAL-01.5 dates are those of the campaign: a year of its own, the districts after the institutions, ahead of now', () => {
  const dates = {
    year: 2026,
    institutionCutOff: '2026-12-11T17:00:00.000+08:00',
    districtCutOff: '2026-12-18T17:00:00.000+08:00',
  };
  const now = '2026-11-10T10:00:00.000+08:00';
  const faults = (changes: object) => checkDates({ ...dates, ...changes }, now).map(({ field }) => field);
  expect(faults({})).toEqual([]);
  expect(faults({ districtCutOff: dates.institutionCutOff })).toEqual(['districtCutOff']);
  expect(faults({ year: 2020 })).toEqual(['institutionCutOff', 'districtCutOff']);
  expect(checkDates(dates, '2026-12-12T09:00:00.000+08:00').map(({ field }) => field)).toEqual(['institutionCutOff']);
});

it('SH-EVAL-01.4 SH-EVAL-01.6 the year ends at 24:00 of 31 December, after the cut-off', () => {
  expect(yearEnd(2020)).toBe('2021-01-01T00:00:00.000+08:00');
  expect(campaign2020.institutionCutOff < yearEnd(2020)).toBe(true);
});

it('SH-EVAL-09.3 SH-EVAL-01.1 the list of 2020-2021 is found by the campaign of 2021 and of 2022, and by no later one', () => {
  const term = termOf(2020, rules['assessment.termYears']);
  expect(term).toEqual({ validFrom: '2020-01-01', validTo: '2021-12-31' });
  expect([2020, 2021, 2022, 2023].map((year) => wasRecognised([term], year))).toEqual([false, true, true, false]);
});
