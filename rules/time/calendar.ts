import { text, type Text } from '../text.ts';
import { dayFromNumber, dayNumber, weekdayOfNumber, yearOfNumber, type Day } from './instant.ts';
import { parseDayList } from './day-list.ts';

/**
 * One year of the State Council's arrangement in a form an administrator can type: days as `MMDD`, ranges as
 * `MMDD-MMDD`, separated by blanks (XC-02).
 */
export interface CalendarYear {
  /** Holidays, those that fall on a weekend included. */
  readonly off: string;
  /** Saturdays and Sundays that are worked to make up for them. */
  readonly work: string;
  /** The notice it was taken from. */
  readonly source: string;
  /** True while the arrangement has not been published and the year is only reckoned (XC-02.2). */
  readonly provisional?: boolean;
}

/** The calendar a deadline was counted with; replaceable data with a version (XC-02.4). */
export interface CalendarData {
  readonly version: number;
  readonly years: Readonly<Record<string, CalendarYear>>;
}

/** Whether a day is worked, how sure that is, and why. */
export interface DayStatus {
  readonly working: boolean;
  /** True where the State Council's arrangement of that year is not loaded (XC-02.2). */
  readonly provisional: boolean;
  readonly why: Text;
}

interface YearTable {
  /** Day number to working or not, for the days that differ from the plain week. */
  readonly exceptions: ReadonlyMap<number, boolean>;
  readonly off: string;
  readonly work: string;
}

/** The fixed holidays of the State Council's regulation as in force since 2025; the lunar ones need a table. */
const fixedHolidays: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

// Keyed by the year's own object, so that calendars which share a year share its table and nothing outlives its calendar.
const tables = new WeakMap<CalendarYear, YearTable>();

/** Whether a day is a working day under this calendar, and why (XC-02.1, XC-02.2). */
export function dayStatus(calendar: CalendarData, day: Day): DayStatus {
  return statusOfNumber(calendar, dayNumber(day));
}

/** {@link dayStatus} of a day number, for counts over many days. */
export function statusOfNumber(calendar: CalendarData, number: number): DayStatus {
  const key = yearKey(yearOfNumber(number));
  const year = calendar.years[key];
  const exception = year ? exceptionsOf(key, year).get(number) : missingYearException(number);
  const day = weekdayOfNumber(number);
  const weekend = day === 0 || day === 6;
  const kind = exception === undefined ? (weekend ? 'weekend' : 'ordinary') : exception ? 'makeUp' : 'holiday';
  return statuses[!year || year.provisional ? 'provisional' : 'published'][kind];
}

/** Working days are the plain week, less public holidays, plus make-up Saturdays and Sundays (XC-02.1). */
export function isWorkingDay(calendar: CalendarData, day: Day): boolean {
  return dayStatus(calendar, day).working;
}

/** The first working day strictly after `day`. */
export function nextWorkingDay(calendar: CalendarData, day: Day): Day {
  return seek(calendar, dayNumber(day) + 1, 1);
}

/** The last working day strictly before `day`. */
export function previousWorkingDay(calendar: CalendarData, day: Day): Day {
  return seek(calendar, dayNumber(day) - 1, -1);
}

/** `day` itself if it is worked, otherwise the first working day after it (XC-01.5). */
export function workingDayOnOrAfter(calendar: CalendarData, day: Day): Day {
  return seek(calendar, dayNumber(day), 1);
}

/** `day` itself if it is worked, otherwise the last working day before it (XC-03.1). */
export function workingDayOnOrBefore(calendar: CalendarData, day: Day): Day {
  return seek(calendar, dayNumber(day), -1);
}

/**
 * The last day up to which arrangements are loaded without a gap, or null when none is. A year's last days can still
 * change: the next year's notice may move a weekend at the end of December (it did for 2018 and 2022).
 */
export function lastPublishedDay(calendar: CalendarData): Day | null {
  const published = (year: number): boolean => {
    const entry = calendar.years[yearKey(year)];
    return entry !== undefined && !entry.provisional;
  };
  const years = Object.keys(calendar.years).map(Number).filter(published);
  if (years.length === 0) return null;
  let last = Math.min(...years);
  while (published(last + 1)) last += 1;
  return `${yearKey(last)}-12-31`;
}

function seek(calendar: CalendarData, from: number, step: 1 | -1): Day {
  let number = from;
  while (!statusOfNumber(calendar, number).working) number += step;
  return dayFromNumber(number);
}

function missingYearException(number: number): boolean | undefined {
  return fixedHolidays.has(dayFromNumber(number).slice(5)) ? false : undefined;
}

function exceptionsOf(key: string, year: CalendarYear): ReadonlyMap<number, boolean> {
  const known = tables.get(year);
  // The lists are compared too: an object that was edited in place must not be answered from its old table.
  if (known && known.off === year.off && known.work === year.work) return known.exceptions;
  const exceptions = new Map<number, boolean>();
  for (const number of daysOrThrow(key, year.off)) exceptions.set(number, false);
  for (const number of daysOrThrow(key, year.work)) exceptions.set(number, true);
  tables.set(year, { exceptions, off: year.off, work: year.work });
  return exceptions;
}

function daysOrThrow(key: string, list: string): number[] {
  const { days, problems } = parseDayList(key, list);
  if (problems[0]) throw new RangeError(`The calendar of ${key} cannot be used. ${problems[0].en}`);
  return days;
}

function yearKey(year: number): string {
  return String(year).padStart(4, '0');
}

const reasons = {
  ordinary: { working: true, zh: '工作日', en: 'working day' },
  makeUp: { working: true, zh: '调休上班日', en: 'make-up working day' },
  weekend: { working: false, zh: '周末', en: 'weekend' },
  holiday: { working: false, zh: '节假日放假', en: 'public holiday' },
};

const statuses = { published: statusesOf(false), provisional: statusesOf(true) };

function statusesOf(provisional: boolean): Record<keyof typeof reasons, DayStatus> {
  const zhNote = provisional ? '（该年放假安排尚未公布，按周末和法定节假日推算）' : '';
  const enNote = provisional ? ' (not yet published, reckoned from weekends and statutory holidays)' : '';
  const status = (reason: (typeof reasons)[keyof typeof reasons]): DayStatus => ({
    working: reason.working,
    provisional,
    why: text(reason.zh + zhNote, reason.en + enNote),
  });
  return {
    ordinary: status(reasons.ordinary),
    makeUp: status(reasons.makeUp),
    weekend: status(reasons.weekend),
    holiday: status(reasons.holiday),
  };
}
