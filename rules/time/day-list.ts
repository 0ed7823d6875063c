import { text, type Text } from '../text.ts';
import { dayNumber } from './instant.ts';

/** What a compact list of days says: day numbers in the order written, and what is wrong with it, for a person. */
export interface DayList {
  readonly days: number[];
  readonly problems: Text[];
}

/**
 * Reads `0101 0215-0223` within a year (`'2026'`) as day numbers. Entries that cannot be read are reported and left out.
 */
export function parseDayList(year: string, list: string): DayList {
  const days: number[] = [];
  const problems: Text[] = [];
  for (const entry of list.split(/\s+/).filter((word) => word !== '')) {
    const parts = /^(\d{4})(?:-(\d{4}))?$/.exec(entry);
    if (!parts?.[1]) {
      problems.push(text(`“${entry}”应写作 MMDD 或 MMDD-MMDD。`, `"${entry}" must be written MMDD or MMDD-MMDD.`));
      continue;
    }
    const first = numberOf(year, parts[1]);
    const last = numberOf(year, parts[2] ?? parts[1]);
    if (first === null || last === null) {
      problems.push(
        text(`“${entry}”中有 ${year} 年不存在的日期。`, `"${entry}" has a date that ${year} does not have.`),
      );
    } else if (last < first) {
      problems.push(text(`“${entry}”的止日早于起日。`, `"${entry}" ends before it begins.`));
    } else {
      for (let number = first; number <= last; number += 1) days.push(number);
    }
  }
  return { days, problems };
}

function numberOf(year: string, monthAndDay: string): number | null {
  try {
    return dayNumber(`${year}-${monthAndDay.slice(0, 2)}-${monthAndDay.slice(2)}`);
  } catch {
    return null;
  }
}
