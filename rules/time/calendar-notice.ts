import { text, type Text } from '../text.ts';
import { validateCalendarYear } from './calendar-check.ts';
import { dayFromNumber, dayNumber, weekday, type Day } from './instant.ts';

/** Something wrong with a notice that was typed. `line` counts from 1; null where the notice as a whole lacks something. */
export interface NoticeFault {
  readonly line: number | null;
  readonly message: Text;
}

/** What one line of a notice says: these days are off, or worked. */
export interface NoticeLine {
  readonly line: number;
  readonly from: Day;
  readonly to: Day;
  readonly working: boolean;
  readonly words: string;
}

/** A notice as the calendar takes it, and everything that is wrong with it. */
export interface Notice {
  /** The year of its first day; null if no line could be read. */
  readonly year: number | null;
  readonly off: string;
  readonly work: string;
  readonly lines: readonly NoticeLine[];
  readonly faults: readonly NoticeFault[];
}

const DAY = String.raw`(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?`;
const LINE = new RegExp(String.raw`^${DAY}(?:\s*(?:\.\.+|…|~|至|到|—+|-)\s*${DAY})?\s*[:,，：]?\s*(.*)$`);
/** What makes a day one that is worked. */
const WORKED = /上班|补班|\bwork(ing)?\b/i;

/**
 * Reads a year's notice, one day or range a line: `2027-10-01..2027-10-07 国庆节` is off, `2027-10-09 上班` is worked. Lines that
 * are empty or begin with # say nothing. Every fault is named at its line, and what the calendar would refuse of the whole beside them
 * (XC-02.3).
 */
export function readNotice(typed: string): Notice {
  const faults: NoticeFault[] = [];
  const lines: NoticeLine[] = [];
  const seen = new Map<Day, number>();
  for (const [at, raw] of typed.normalize('NFKC').split('\n').entries()) {
    const written = raw.trim();
    if (written === '' || written.startsWith('#')) continue;
    const line = at + 1;
    const read = readLine(written, line);
    if ('message' in read) {
      faults.push(read);
      continue;
    }
    const year = lines[0]?.from.slice(0, 4) ?? read.from.slice(0, 4);
    const fault = faultOf(read, year, seen);
    if (fault !== null) faults.push({ line, message: fault });
    else lines.push(read);
  }
  const year = lines[0] === undefined ? null : Number(lines[0].from.slice(0, 4));
  const listed = (working: boolean) =>
    lines
      .filter((one) => one.working === working)
      .map(({ from, to }) => (from === to ? short(from) : `${short(from)}-${short(to)}`))
      .join(' ');
  const [off, work] = [listed(false), listed(true)];
  return { year, off, work, lines, faults: [...faults, ...wholeFaults(year, off, work)] };
}

function readLine(written: string, line: number): NoticeLine | NoticeFault {
  const parts = LINE.exec(written);
  if (parts === null) {
    const message = text(
      `“${written}”无法读取，应写作 2027-10-01..2027-10-07 国庆节，或 2027-10-09 上班。`,
      `"${written}" cannot be read. Write 2027-10-01..2027-10-07 National Day, or 2027-10-09 work.`,
    );
    return { line, message };
  }
  const [, year, month, day, lastYear, lastMonth, lastDay, words = ''] = parts;
  const from = dayFrom(year, month, day);
  const to = lastYear === undefined ? from : dayFrom(lastYear, lastMonth, lastDay);
  if (exists(from) && exists(to)) return { line, from, to, working: WORKED.test(words), words };
  const missing = exists(from) ? to : from;
  return { line, message: text(`没有 ${missing} 这一天。`, `There is no such day as ${missing}.`) };
}

/** What is wrong with a line beside those before it; its days are marked as seen if nothing is. */
function faultOf({ line, from, to, working }: NoticeLine, year: string, seen: Map<Day, number>): Text | null {
  if (to < from) return text(`止日 ${to} 早于起日 ${from}。`, `It ends on ${to}, before it begins on ${from}.`);
  if (from.slice(0, 4) !== year || to.slice(0, 4) !== year)
    return text(
      `一次只能加载一个年度，此前各行为 ${year} 年。`,
      `A notice is of one year; the lines before are of ${year}.`,
    );
  const days = daysFrom(from, to);
  for (const day of days) {
    const before = seen.get(day);
    if (before !== undefined)
      return text(`${day} 已在第 ${before} 行列出。`, `${day} stands in line ${before} already.`);
    if (working && ![0, 6].includes(weekday(day)))
      return text(
        `${day} 是周一至周五，不能列为调休上班日。`,
        `${day} is a weekday and cannot be a make-up working day.`,
      );
  }
  for (const day of days) seen.set(day, line);
  return null;
}

/** What the calendar would refuse of the whole, e.g. a holiday by law that no line names. */
function wholeFaults(year: number | null, off: string, work: string): NoticeFault[] {
  if (year === null) return [{ line: null, message: text('请粘贴放假安排。', 'Paste the notice of a year.') }];
  return validateCalendarYear(year, { off, work, source: '—' }).map(({ message }) => ({ line: null, message }));
}

function dayFrom(year = '', month = '', day = ''): Day {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function exists(day: Day): boolean {
  try {
    return dayNumber(day) > 0;
  } catch {
    return false;
  }
}

function daysFrom(from: Day, to: Day): Day[] {
  const first = dayNumber(from);
  return Array.from({ length: dayNumber(to) - first + 1 }, (_, nth) => dayFromNumber(first + nth));
}

/** A day as the lists of a year have it: MMDD. */
function short(day: Day): string {
  return day.slice(5).replace('-', '');
}
