import type { Transaction } from '../../prisma/client.ts';
import type { CalendarData } from '../../rules/time/index.ts';
import { refuse } from '../../rules/refusal.ts';

// A version never changes once it is stored, so it is read once; keyed by connection for tests with several databases.
const known = new WeakMap<Transaction, Map<number, CalendarData>>();

/** A stored version of the calendar. */
export async function calendarOf(database: Transaction, version: number): Promise<CalendarData> {
  const versions = known.get(database) ?? new Map<number, CalendarData>();
  known.set(database, versions);
  const found = versions.get(version);
  if (found !== undefined) return found;
  const row = await database.calendarVersion.findUniqueOrThrow({ where: { version }, select: { years: true } });
  const calendar: CalendarData = { version, years: row.years as unknown as CalendarData['years'] };
  versions.set(version, calendar);
  return calendar;
}

/** The newest version of the calendar. */
export async function currentCalendar(database: Transaction): Promise<CalendarData> {
  const newest = await database.calendarVersion.findFirst({ orderBy: { version: 'desc' }, select: { version: true } });
  if (newest === null)
    refuse(
      'UNAVAILABLE',
      '尚未加载工作日历，请联系管理员。',
      'No calendar is loaded; an administrator must run the seed.',
    );
  return calendarOf(database, newest.version);
}
