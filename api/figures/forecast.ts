/** Which days open deadlines end on. */
import { z } from 'zod';
import { Prisma } from '../../prisma/generated/client.ts';
import { addDays, dayOf, endOfDay, isWorkingDay, startOfDay, type CalendarData } from '../../rules/time/index.ts';
import type { ApiContext } from '../context.ts';
import { daySchema } from '../http/schemas.ts';
import { sidedDeadlines } from '../views/deadline-sides.ts';
import { casesAsked, listFilters, type Asked } from './asked.ts';
import { figureSchema, ofCases } from './figure.ts';

const DAYS_AHEAD = 30;

export const forecastSchema = z.array(z.object({ day: daySchema, isWorked: z.boolean(), cases: figureSchema })).meta({
  description:
    'Today and the 29 days after it: cases with an open deadline that ends on the day, at its last midnight included; those that run out of themselves left out',
});

/** {@link forecastSchema}. */
export async function forecast(
  { database, contracts }: Pick<ApiContext, 'database' | 'contracts'>,
  asked: Asked,
  calendar: CalendarData,
): Promise<z.infer<typeof forecastSchema>> {
  const today = dayOf(asked.now);
  const days = Array.from({ length: DAYS_AHEAD }, (_, nth) => addDays(today, nth));
  const ofItself = sidedDeadlines(contracts).filter(({ side }) => side === 'nobody');
  // A day ends at 24:00: a deadline of that instant is of the day that it ends (XC-01.4).
  const rows = await database.$queryRaw<{ day: string; count: number }[]>(Prisma.sql`
    SELECT to_char((d."dueAt" - interval '1 millisecond') AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "day",
      count(DISTINCT c."id")::int AS "count"
    FROM "Case" AS c JOIN "Deadline" AS d ON d."caseId" = c."id"
    WHERE ${casesAsked(asked)} AND d."status" = 'OPEN'
      AND d."dueAt" > ${new Date(startOfDay(today))} AND d."dueAt" <= ${new Date(endOfDay(days[days.length - 1] ?? today))}
      AND NOT EXISTS (
        SELECT FROM jsonb_to_recordset(${JSON.stringify(ofItself)}::jsonb) AS row ("kind" text, "name" text)
        WHERE row."kind" = c."kind" AND row."name" = d."name")
    GROUP BY 1`);
  const counted = new Map(rows.map(({ day, count }) => [day, count]));
  return days.map((day) => ({
    day,
    isWorked: isWorkingDay(calendar, day),
    cases: ofCases(counted.get(day) ?? 0, { ...listFilters(asked), dueOn: day }),
  }));
}
