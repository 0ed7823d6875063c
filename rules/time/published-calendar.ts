/**
 * The State Council's arrangements as chinese-days carries them. Kept apart from the counting rules: a workflow is
 * handed its calendar as data and must not carry this package into its bundle.
 */
import chineseDays from 'chinese-days';
import arrangements from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import library from 'chinese-days/package.json' with { type: 'json' };
import type { CalendarData, CalendarYear } from './calendar.ts';
import { addDays, dayFromNumber, dayNumber, type Day } from './instant.ts';

// The package's data file and not its isWorkday: that one shifts by a day where the host's zone lies west of Greenwich,
// and answers for years it does not have.
const offDays = Object.keys(arrangements.holidays).sort();
const workDays = Object.keys(arrangements.workdays).sort();

/** Years past the published ones that are filled in from the almanac, so that a lunar holiday is not missed. */
const yearsAhead = 2;

let published: CalendarData | undefined;

/**
 * Version 1 of the calendar (XC-02.4): every year that chinese-days carries, and the two after it as provisional
 * (XC-02.2). The same frozen object at each call.
 */
export function publishedCalendar(): CalendarData {
  published ??= Object.freeze({ version: 1, years: Object.freeze(allYears()) });
  return published;
}

/**
 * A year whose arrangement is not out yet, reckoned from weekends and the statutory holidays of the State Council's
 * regulation as in force since 2025. Which days are swapped for make-up days cannot be known and is not guessed.
 * @throws RangeError for a year outside 2025-2099, which the almanac or that regulation does not reach.
 */
export function provisionalYear(year: number): CalendarYear {
  if (!Number.isInteger(year) || year < 2025 || year > 2099) {
    throw new RangeError(`The holidays of ${year} cannot be reckoned; only those of 2025 to 2099 can.`);
  }
  const springFestival = lunarDay(year, 1, 1);
  const days = new Set([
    `${year}-01-01`,
    ...[-1, 0, 1, 2].map((n) => addDays(springFestival, n)),
    pureBrightness(year),
    `${year}-05-01`,
    `${year}-05-02`,
    lunarDay(year, 5, 5),
    lunarDay(year, 8, 15),
    ...['01', '02', '03'].map((n) => `${year}-10-${n}`),
  ]);
  return {
    off: compact([...days].sort()),
    work: '',
    source: `${year}年放假安排尚未公布，按周末和法定节假日推算 (not yet published; weekends and statutory holidays)`,
    provisional: true,
  };
}

function allYears(): Record<string, CalendarYear> {
  const years: Record<string, CalendarYear> = {};
  // Every notice covers National Day; a stray 31 December taken from the neighbouring notice does not make a year.
  const carried = offDays.filter((day) => day.endsWith('-10-01')).map((day) => Number(day.slice(0, 4)));
  for (const year of carried) years[year] = Object.freeze(carriedYear(year));
  const horizon = Math.max(...carried);
  for (let ahead = 1; ahead <= yearsAhead; ahead += 1) {
    years[horizon + ahead] = Object.freeze(provisionalYear(horizon + ahead));
  }
  return years;
}

function carriedYear(year: number): CalendarYear {
  const within = (day: Day): boolean => day.startsWith(`${year}-`);
  return {
    off: compact(offDays.filter(within)),
    work: compact(workDays.filter(within)),
    source: `国务院办公厅关于${year}年部分节假日安排的通知 (State Council notice for ${year}; chinese-days ${library.version})`,
  };
}

/** Sorted days of one year as `MMDD` and `MMDD-MMDD`. */
function compact(days: readonly Day[]): string {
  const runs: { first: Day; last: Day }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && addDays(run.last, 1) === day) run.last = day;
    else runs.push({ first: day, last: day });
  }
  const short = (day: Day): string => day.slice(5).replace('-', '');
  return runs.map(({ first, last }) => (first === last ? short(first) : `${short(first)}-${short(last)}`)).join(' ');
}

/** Looked up by walking the year: of the package's lunar functions only this one is right in every host zone. */
function lunarDay(year: number, month: number, day: number): Day {
  const end = dayNumber(`${year}-12-31`);
  for (let number = dayNumber(`${year}-01-01`); number <= end; number += 1) {
    const date = dayFromNumber(number);
    const lunar = chineseDays.getLunarDate(date);
    if (!lunar.isLeap && lunar.lunarMon === month && lunar.lunarDay === day) return date;
  }
  throw new RangeError(`The almanac has no day ${day} of lunar month ${month} in ${year}.`);
}

/** Qingming: the usual approximation for this century, which needs no host zone as the package's own does. */
function pureBrightness(year: number): Day {
  const inCentury = year % 100;
  return `${year}-04-0${Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4)}`;
}
