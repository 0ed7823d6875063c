/** A store's ledger by calendar months (Asia/Shanghai), from which its monitors judge (SH-STORE-12, 13). */
import { addDays, addMonths, dayOf, type Day, type Instant } from '../time/instant.ts';

/** A calendar month, such as `2025-09`. */
export type Month = string;

/** What the ledger holds of one month, in points. */
export interface MonthSums {
  readonly month: Month;
  /** All lines that count in it, reversals taken off. */
  readonly net: number;
  /** Newly gained: positive lines alone. */
  readonly gained: number;
  /** The same without points that come by themselves, for the company's age (SH-STORE-12.4). */
  readonly earned: number;
}

/** The ledger of a store as of an instant. */
export interface MonthlyPoints {
  readonly asOf: Instant;
  /** The balance before the first of the months. */
  readonly before: number;
  /** Every month from the first one to the one in which `asOf` lies, in order. */
  readonly months: readonly MonthSums[];
}

/** The month of a day. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The month that lies so many months later; earlier if `n` is negative. */
export function monthsLater(month: Month, n: number): Month {
  return monthOf(addMonths(firstDayOf(month), n));
}

/** The first day of a month. */
export function firstDayOf(month: Month): Day {
  return `${month}-01`;
}

/** The last day of a month. */
export function lastDayOf(month: Month): Day {
  return addDays(addMonths(firstDayOf(month), 1), -1);
}

/** The first month of the calendar quarter in which a month lies. */
export function quarterStart(month: Month): Month {
  const number = Number(month.slice(5));
  return `${month.slice(0, 5)}${String(number - ((number - 1) % 3)).padStart(2, '0')}`;
}

/** The full months of a store that are over: the month in which it opened is none (SH-STORE-12.2). */
export function fullMonths({ asOf, months }: MonthlyPoints, openedOn: Day): readonly MonthSums[] {
  const running = monthOf(dayOf(asOf));
  return months.filter(({ month }) => month > monthOf(openedOn) && month < running);
}

/** The month that runs at the instant of the reading. */
export function runningMonth({ asOf, months }: MonthlyPoints): MonthSums {
  const month = monthOf(dayOf(asOf));
  return months.find((one) => one.month === month) ?? { month, net: 0, gained: 0, earned: 0 };
}

/** The last ones in a row of which something is true, in order. */
export function lastInARow<T>(of: readonly T[], isSo: (one: T) => boolean): readonly T[] {
  return of.slice(of.findLastIndex((one) => !isSo(one)) + 1);
}

/** The balance at the instant of the reading. */
export function balanceOf({ before, months }: MonthlyPoints): number {
  return months.reduce((sum, { net }) => sum + net, before);
}
