/** Quarters of the bulletin (AH-EVAL-05). */
import { text, type Text } from '../text.ts';
import { addDays, addMonths, startOfDay, type Day, type Instant } from '../time/index.ts';
import { monthOf, type Month } from './figures.ts';

/** A quarter of a year; 1 to 4. */
export interface Quarter {
  readonly year: number;
  readonly quarter: number;
}

export function firstDayOf({ year, quarter }: Quarter): Day {
  return `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;
}

export function lastDayOfQuarter(of: Quarter): Day {
  return addDays(addMonths(firstDayOf(of), 3), -1);
}

/** The moment at which it is over: 24:00 of its last day. Figures of the bulletin are as of then (AH-EVAL-05.4). */
export function endOf(of: Quarter): Instant {
  return startOfDay(addMonths(firstDayOf(of), 3));
}

export function monthsOfQuarter(of: Quarter): readonly [Month, Month] {
  return [monthOf(firstDayOf(of)), monthOf(lastDayOfQuarter(of))];
}

export function nextQuarter({ year, quarter }: Quarter): Quarter {
  return quarter === 4 ? { year: year + 1, quarter: 1 } : { year, quarter: quarter + 1 };
}

/** `2025-Q3`, as references have it. */
export function quarterCode({ year, quarter }: Quarter): string {
  return `${year}-Q${quarter}`;
}

/** The quarter that a code names; see {@link quarterCode}. */
export function quarterOf(code: string): Quarter {
  const [year = '', quarter = ''] = code.split('-Q');
  return { year: Number(year), quarter: Number(quarter) };
}

export function quarterInWords({ year, quarter }: Quarter): Text {
  return text(`${year}年第${'一二三四'.charAt(quarter - 1)}季度`, `Q${quarter} of ${year}`);
}
