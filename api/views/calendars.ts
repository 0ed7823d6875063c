import type { Transaction } from '../../prisma/client.ts';
import type { CalendarData } from '../../rules/time/index.ts';
import { refuse } from '../../rules/refusal.ts';
import { remembered } from './version-memory.ts';

/** A stored version of the calendar. */
export const calendarOf = remembered(async (database, version: number): Promise<CalendarData> => {
  const { years } = await database.calendarVersion.findUniqueOrThrow({ where: { version }, select: { years: true } });
  return { version, years: years as unknown as CalendarData['years'] };
});

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
