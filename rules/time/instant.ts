/**
 * Days and instants of Asia/Shanghai as plain strings (XC-01.1). China keeps UTC+8 the whole year, so a fixed width makes
 * string order the order in time, and no zone database is needed. Nothing here reads a clock.
 */

/**
 * A moment, always written with milliseconds and +08:00: `2025-10-11T00:00:00.000+08:00`. Two instants compare with
 * `<` and `>` as strings.
 */
export type Instant = string;

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export type Day = string;

const dayLength = 86_400_000;
const shanghaiOffset = 8 * 3_600_000;
const dayForm = /^(\d{4})-(\d{2})-(\d{2})$/;
const instantForm = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}\+08:00$/;
const zonedForm =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:([Zz])|([+-])(\d{2})(?::?(\d{2}))?)$/;

/**
 * Days since 1970-01-01, for arithmetic.
 * @throws RangeError when the text is not a day that exists (2025-02-30).
 */
export function dayNumber(day: Day): number {
  const parts = dayForm.exec(day);
  if (!parts) throw new RangeError(`"${day}" is not a day. Write it as YYYY-MM-DD, for example 2025-10-11.`);
  const at = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  if (new Date(at).toISOString().slice(0, 10) !== day) throw new RangeError(`There is no such day as ${day}.`);
  return at / dayLength;
}

/** Year, month and day as numbers, for what draws a date by itself. */
export function partsOfDay(day: Day): [year: number, month: number, date: number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
}

/** The day with this {@link dayNumber}. */
export function dayFromNumber(number: number): Day {
  return isoOf(number * dayLength).slice(0, 10);
}

/** The year of the day with this {@link dayNumber}. */
export function yearOfNumber(number: number): number {
  return new Date(number * dayLength).getUTCFullYear();
}

/** The moment at this many milliseconds since 1970-01-01T00:00Z, as Shanghai writes it. */
export function instantOf(epochMilliseconds: number): Instant {
  return `${isoOf(Math.floor(epochMilliseconds) + shanghaiOffset).slice(0, -1)}+08:00`;
}

/** Milliseconds since 1970-01-01T00:00Z. @throws RangeError for anything but an {@link Instant}. */
export function epochMs(instant: Instant): number {
  return dayNumber(dayOf(instant)) * dayLength + millisecondsIntoDay(instant) - shanghaiOffset;
}

/**
 * Reads any ISO 8601 date and time that carries a zone (`Z`, `+08:00`, `-0500`) into Shanghai time. `24:00` is the end
 * of the day; fractions finer than a millisecond are cut off.
 * @throws RangeError saying what is wrong, e.g. that the zone is missing.
 */
export function parseInstant(text: string): Instant {
  const parts = zonedForm.exec(text.trim());
  if (!parts) {
    throw new RangeError(
      `"${text}" is not a moment in time. Write date, time and zone, for example 2025-10-11T09:00:00+08:00.`,
    );
  }
  const [
    ,
    day = '',
    hour = '',
    minute = '',
    second = '00',
    fraction = '',
    utc,
    sign,
    zoneHour = '00',
    zoneMinute = '00',
  ] = parts;
  const milliseconds = clockMilliseconds(`${hour}:${minute}:${second}`) + Number(fraction.padEnd(3, '0').slice(0, 3));
  if (milliseconds > dayLength) throw new RangeError(`"${text}" is later than 24:00 of its day.`);
  if (Number(zoneHour) > 23 || Number(zoneMinute) > 59)
    throw new RangeError(`"${text}" has a zone that does not exist.`);
  const ahead = utc ? 0 : (sign === '-' ? -1 : 1) * (Number(zoneHour) * 60 + Number(zoneMinute)) * 60_000;
  return instantOf(dayNumber(day) * dayLength + milliseconds - ahead);
}

/** The Shanghai day of a moment (XC-01.1). @throws RangeError for anything but an {@link Instant}. */
export function dayOf(instant: Instant): Day {
  if (!instantForm.test(instant)) {
    throw new RangeError(
      `"${instant}" is not an instant of the form 2025-10-11T00:00:00.000+08:00. Pass it through parseInstant first.`,
    );
  }
  return instant.slice(0, 10);
}

/** The year in Shanghai in which an instant lies. */
export function yearOf(at: Instant): number {
  return Number(dayOf(at).slice(0, 4));
}

/** 00:00 of a day. */
export function startOfDay(day: Day): Instant {
  return instantOf(dayNumber(day) * dayLength - shanghaiOffset);
}

/** 24:00 of a day, which is 00:00 of the next: the first moment that is no longer that day (XC-01.4). */
export function endOfDay(day: Day): Instant {
  return instantOf((dayNumber(day) + 1) * dayLength - shanghaiOffset);
}

/** A clock time on a day; `HH:MM` or `HH:MM:SS`, up to `24:00`. @throws RangeError for a time that does not exist. */
export function atTime(day: Day, clock: string): Instant {
  return instantOf(dayNumber(day) * dayLength + clockMilliseconds(clock) - shanghaiOffset);
}

/** The instant so many hours of the clock later, at any hour and on any day. */
export function addHours(instant: Instant, n: number): Instant {
  return instantOf(epochMs(instant) + n * 3_600_000);
}

/** The day `n` days later, or earlier when `n` is negative. */
export function addDays(day: Day, n: number): Day {
  return dayFromNumber(dayNumber(day) + n);
}

/** Days from one day to the other; negative when `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: Day): number {
  return weekdayOfNumber(dayNumber(day));
}

/** {@link weekday} of a {@link dayNumber}. */
export function weekdayOfNumber(number: number): number {
  // 1970-01-01 was a Thursday; the second remainder keeps days before it positive.
  return (((number + 4) % 7) + 7) % 7;
}

/**
 * The corresponding day `n` months later, or the last day of that month where it has no such day: 2025-12-31 and two
 * months give 2026-02-28 (XC-01.3, Civil Code art. 202).
 */
export function addMonths(day: Day, n: number): Day {
  const start = new Date(dayNumber(day) * dayLength);
  const month = start.getUTCFullYear() * 12 + start.getUTCMonth() + n;
  const lastOfMonth = new Date(Date.UTC(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 0)).getUTCDate();
  const first = Date.UTC(Math.floor(month / 12), ((month % 12) + 12) % 12, 1) / dayLength;
  return dayFromNumber(first + Math.min(start.getUTCDate(), lastOfMonth) - 1);
}

function clockMilliseconds(clock: string): number {
  const parts = /^(\d{2}):([0-5]\d)(?::([0-5]\d))?$/.exec(clock);
  const total = parts ? (Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3] ?? 0)) * 1000 : NaN;
  if (!(total <= dayLength)) throw new RangeError(`"${clock}" is not a time of day. Write it as HH:MM, at most 24:00.`);
  return total;
}

function millisecondsIntoDay(instant: Instant): number {
  return clockMilliseconds(instant.slice(11, 19)) + Number(instant.slice(20, 23));
}

function isoOf(milliseconds: number): string {
  const iso =
    Number.isFinite(milliseconds) && Math.abs(milliseconds) < 8.64e15 ? new Date(milliseconds).toISOString() : '';
  if (iso.length !== 24) throw new RangeError('This moment lies outside the years 0 to 9999, which no deadline needs.');
  return iso;
}
