import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { worked } from './almanac.test-support.ts';
import { validateCalendarYear } from './calendar-check.ts';
import { dayStatus, isWorkingDay } from './calendar.ts';
import { parseDayList } from './day-list.ts';
import { addDays, dayFromNumber } from './instant.ts';
import { provisionalYear, publishedCalendar } from './published-calendar.ts';

const daysOff = (year: number) => parseDayList(String(year), provisionalYear(year).off).days.map(dayFromNumber);

/** What an expression over the modules gives on a host in another zone. A zone is fixed when a process starts. */
function inZone(zone: string, imports: string, expression: string): unknown {
  const code = `${imports}; process.stdout.write(JSON.stringify(${expression}))`;
  const options = { cwd: fileURLToPath(new URL('.', import.meta.url)), env: { ...process.env, TZ: zone } };
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', code], options).toString());
}

describe('publishedCalendar', () => {
  it('XC-02.1 agrees with chinese-days on every day of the years it carries', () => {
    const days: string[] = [];
    for (let day = '2004-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) days.push(day);
    const theirs = inZone(
      'Asia/Shanghai',
      `import chineseDays from 'chinese-days'`,
      `${JSON.stringify(days)}.filter((day) => chineseDays.isWorkday(day))`,
    );
    expect(days.filter((day) => isWorkingDay(publishedCalendar(), day))).toEqual(theirs);
    expect(days.filter(worked)).toEqual(theirs);
    expect(days.filter((day) => dayStatus(publishedCalendar(), day).provisional)).toEqual([]);
  });

  it('XC-02.4 is version 1, names a source for each year, and passes its own check', () => {
    const { version, years } = publishedCalendar();
    expect(version).toBe(1);
    expect(Object.keys(years)).toEqual(Array.from({ length: 25 }, (_, index) => String(2004 + index)));
    for (const [year, data] of Object.entries(years)) expect(validateCalendarYear(year, data)).toEqual([]);
    expect(years['2026']?.source).toContain('1.5.7');
    expect(years['2026']?.work).toBe('0104 0214 0228 0509 0920 1010');
  });

  it('XC-02.2 marks the two years after the last notice as provisional', () => {
    const { years } = publishedCalendar();
    const provisional = Object.keys(years).filter((year) => years[year]?.provisional);
    expect(provisional).toEqual(['2027', '2028']);
    expect(isWorkingDay(publishedCalendar(), '2027-01-01')).toBe(false);
    expect(dayStatus(publishedCalendar(), '2027-01-04')).toMatchObject({ working: true, provisional: true });
  });

  it('is plain data that survives the wire and cannot be edited', () => {
    expect(JSON.parse(JSON.stringify(publishedCalendar()))).toEqual(publishedCalendar());
    expect(Object.isFrozen(publishedCalendar().years['2026'])).toBe(true);
    expect(publishedCalendar()).toBe(publishedCalendar());
  });
});

describe('provisionalYear', () => {
  it('XC-02.2 finds the lunar holidays of 2027 and of 2028, when Mid-Autumn falls on National Day', () => {
    expect(provisionalYear(2027)).toMatchObject({
      off: '0101 0205-0208 0405 0501-0502 0609 0915 1001-1003',
      work: '',
      provisional: true,
    });
    expect(provisionalYear(2028).off).toBe('0101 0125-0128 0404 0501-0502 0528 1001-1003');
  });

  it.each([2025, 2026])('XC-02.2 is borne out by the notice of %i: each day it names was off', (year) => {
    for (const day of daysOff(year)) expect(worked(day)).toBe(false);
    expect(daysOff(year)).toHaveLength(13);
  });

  it.each(['America/Los_Angeles', 'UTC', 'Pacific/Auckland'])('is the same on a host in %s', (zone) => {
    const imports = `import { publishedCalendar } from './published-calendar.ts'`;
    expect(inZone(zone, imports, 'publishedCalendar()')).toEqual(publishedCalendar());
  });

  it.each([2024, 2100, 2027.5])('refuses %d', (year) => {
    expect(() => provisionalYear(year)).toThrow(RangeError);
  });
});
