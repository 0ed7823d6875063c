import { describe, expect, it } from 'vitest';
import { validateCalendarYear } from './calendar-check.ts';
import {
  dayStatus,
  isWorkingDay,
  lastPublishedDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  type CalendarData,
} from './calendar.ts';
import { addDays } from './instant.ts';
import { publishedCalendar } from './published-calendar.ts';

const calendar = publishedCalendar();
const empty: CalendarData = { version: 7, years: {} };

describe('dayStatus', () => {
  it('XC-02.4 answers the known reference days', () => {
    const days = ['2025-09-28', '2025-10-08', '2025-10-11', '2026-02-14', '2026-02-16', '2026-02-28'];
    expect(days.map((day) => isWorkingDay(calendar, day))).toEqual([true, false, true, true, false, true]);
  });

  it.each([
    ['2025-10-01', '2025-10-08', ['2025-09-28', '2025-10-11']],
    ['2026-01-01', '2026-01-03', ['2026-01-04']],
    ['2026-02-15', '2026-02-23', ['2026-02-14', '2026-02-28']],
    ['2026-05-01', '2026-05-05', ['2026-05-09']],
    ['2026-09-25', '2026-09-27', []],
    ['2026-10-01', '2026-10-07', ['2026-09-20', '2026-10-10']],
    ['2019-05-01', '2019-05-04', ['2019-04-28', '2019-05-05']],
  ])('XC-02.4 is off from %s to %s and works on %j', (from, to, made) => {
    for (let day = from; day <= to; day = addDays(day, 1)) expect(isWorkingDay(calendar, day)).toBe(false);
    for (const day of made) expect(isWorkingDay(calendar, day)).toBe(true);
  });

  it('XC-02.1 says why a day is worked or not', () => {
    const why = (day: string) => dayStatus(calendar, day).why;
    expect(why('2025-10-09')).toEqual({ zh: '工作日', en: 'working day' });
    expect(why('2025-10-11')).toEqual({ zh: '调休上班日', en: 'make-up working day' });
    expect(why('2025-10-04')).toEqual({ zh: '节假日放假', en: 'public holiday' });
    expect(why('2025-10-18')).toEqual({ zh: '周末', en: 'weekend' });
    expect(dayStatus(calendar, '2026-12-31').provisional).toBe(false);
  });

  it('XC-02.2 reckons a year it lacks from weekends and fixed holidays, and says it is not published', () => {
    const answers = ['2027-01-01', '2027-01-04', '2027-05-02', '2027-05-03', '2027-10-03', '2027-10-04', '2027-06-05'];
    expect(answers.map((day) => isWorkingDay(empty, day))).toEqual([false, true, false, true, false, true, false]);
    for (const day of answers) {
      expect(dayStatus(empty, day).provisional).toBe(true);
      expect(dayStatus(empty, day).why.en).toContain('not yet published');
      expect(dayStatus(empty, day).why.zh).toContain('尚未公布');
    }
  });

  it('XC-02.3 follows a list that is edited in place, and a year that is replaced', () => {
    const year = { off: '0227', work: '', source: 'test' };
    const edited: CalendarData = { version: 1, years: { '2026': year } };
    expect(isWorkingDay(edited, '2026-02-27')).toBe(false);
    year.off = '0226';
    expect(isWorkingDay(edited, '2026-02-27')).toBe(true);
    expect(isWorkingDay({ version: 2, years: { '2026': { ...year, off: '0227' } } }, '2026-02-27')).toBe(false);
  });

  it('refuses a list it cannot read instead of taking the day for an ordinary one', () => {
    const broken: CalendarData = { version: 1, years: { '2026': { off: '1 Oct', work: '', source: 'test' } } };
    expect(() => dayStatus(broken, '2026-10-01')).toThrow(/2026 cannot be used/);
  });
});

describe('the nearest working day', () => {
  it('is strictly before or after where the name does not say "on"', () => {
    expect(nextWorkingDay(calendar, '2025-09-30')).toBe('2025-10-09');
    expect(nextWorkingDay(calendar, '2025-10-10')).toBe('2025-10-11');
    expect(previousWorkingDay(calendar, '2025-10-09')).toBe('2025-09-30');
    expect(previousWorkingDay(calendar, '2025-09-29')).toBe('2025-09-28');
  });

  it('is the day itself where that is worked', () => {
    expect(workingDayOnOrAfter(calendar, '2026-02-28')).toBe('2026-02-28');
    expect(workingDayOnOrAfter(calendar, '2026-02-15')).toBe('2026-02-24');
    expect(workingDayOnOrBefore(calendar, '2025-10-02')).toBe('2025-09-30');
    expect(workingDayOnOrBefore(calendar, '2025-09-28')).toBe('2025-09-28');
  });

  it('XC-02.4 knows how far the arrangements reach without a gap', () => {
    expect(lastPublishedDay(calendar)).toBe('2026-12-31');
    expect(lastPublishedDay(empty)).toBeNull();
    const year = { off: '', work: '', source: 'test' };
    expect(lastPublishedDay({ version: 1, years: { '2024': year, '2026': year } })).toBe('2024-12-31');
    expect(lastPublishedDay({ version: 1, years: { '2026': { ...year, provisional: true } } })).toBeNull();
  });
});

describe('validateCalendarYear', () => {
  const good = { off: '0101-0103 0501-0505 1001-1008', work: '0104', source: '国办发明电〔2025〕7号' };
  const faults = (change: Partial<typeof good>) => validateCalendarYear(2026, { ...good, ...change });

  it('XC-02.3 passes an arrangement that can be used', () => {
    expect(validateCalendarYear(2026, good)).toEqual([]);
    expect(validateCalendarYear('2026', good)).toEqual([]);
  });

  it.each([
    [{ off: `${good.off} 10-09` }, '"10-09" must be written MMDD or MMDD-MMDD.'],
    [{ off: `${good.off} 0229` }, '"0229" has a date that 2026 does not have.'],
    [{ off: `${good.off} 0410-0404` }, '"0410-0404" ends before it begins.'],
    [{ work: '0228 0105' }, '2026-01-05 is a weekday and cannot be a make-up working day.'],
    [{ work: '0103' }, '2026-01-03 is listed both as off and as working.'],
    [{ off: `${good.off} 1008` }, '2026-10-08 is listed twice.'],
    [{ work: '0104 0104' }, '2026-01-04 is listed twice.'],
    [{ off: '0101 1001-1008' }, 'The statutory holiday 2026-05-01 is not listed as off.'],
    [{ source: ' ' }, 'Name the notice the arrangement is taken from.'],
  ])('XC-02.3 faults %j where it stands', (change, fault) => {
    const [field] = Object.keys(change);
    expect(faults(change)).toEqual([{ field, message: { zh: expect.any(String) as string, en: fault } }]);
  });

  it('finds every fault at once, and refuses what is not a year', () => {
    expect(faults({ off: `${good.off} x`, work: '0105', source: '' })).toHaveLength(3);
    expect(validateCalendarYear('26', good)[0]?.message.en).toBe('"26" is not a year of four digits.');
  });
});
