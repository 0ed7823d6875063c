/** Open cases by kind and stage, and how long they have been open. */
import { z } from 'zod';
import { Prisma } from '../../prisma/generated/client.ts';
import { inBoth, text } from '../../rules/text.ts';
import {
  addDays,
  dayOf,
  previousWorkingDay,
  startOfDay,
  workingDayOnOrBefore,
  type CalendarData,
  type Day,
} from '../../rules/time/index.ts';
import { stageTitle } from '../../workflows/engine/contract.ts';
import type { ApiContext } from '../context.ts';
import { textSchema } from '../http/schemas.ts';
import { listFilters, casesAsked, type Asked } from './asked.ts';
import { figureSchema, ofCases } from './figure.ts';

/** Last working day of each class; the last class has none. */
const CLASS_ENDS = [5, 15, 30] as const;

export const backlogSchema = z
  .object({
    classes: z.array(textSchema).meta({ description: 'Ages in working days since the day of opening' }),
    rows: z.array(
      z.object({
        kind: z.string(),
        kindTitle: textSchema,
        stage: z.string(),
        stageTitle: textSchema,
        all: figureSchema,
        ages: z.array(figureSchema).meta({ description: 'In the order of the classes' }),
      }),
    ),
  })
  .meta({ description: 'Open cases as of now, whenever they were opened' });

interface AgeClass {
  readonly title: z.infer<typeof textSchema>;
  /** Days of opening, both included. */
  readonly openedFrom?: Day;
  readonly openedTo?: Day;
}

/** The classes of age as of a day: a case opened on that day is 0 working days old, and one a working day older with each that follows. */
export function ageClasses(calendar: CalendarData, today: Day): AgeClass[] {
  // A case is at most n working days old if it was opened on the working day with n others after it up to today, or later.
  const firstDays = CLASS_ENDS.map((most) => {
    let day = workingDayOnOrBefore(calendar, today);
    for (let left = most; left > 0; left -= 1) day = previousWorkingDay(calendar, day);
    return day;
  });
  const titles = CLASS_ENDS.map((most, nth) => {
    const least = nth === 0 ? 0 : (CLASS_ENDS[nth - 1] ?? 0) + 1;
    return text(`${least}–${most} 个工作日`, `${least}–${most} working days`);
  });
  const last = CLASS_ENDS[CLASS_ENDS.length - 1] ?? 0;
  return [
    ...firstDays.map((openedFrom, nth) => {
      const before = firstDays[nth - 1];
      const title = titles[nth] ?? inBoth('');
      return { title, openedFrom, ...(before !== undefined && { openedTo: addDays(before, -1) }) };
    }),
    {
      title: text(`超过 ${last} 个工作日`, `more than ${last} working days`),
      openedTo: addDays(firstDays[firstDays.length - 1] ?? today, -1),
    },
  ];
}

/** {@link backlogSchema}. */
export async function backlog(
  { database, contracts }: Pick<ApiContext, 'database' | 'contracts'>,
  asked: Asked,
  calendar: CalendarData,
): Promise<z.infer<typeof backlogSchema>> {
  const classes = ageClasses(calendar, dayOf(asked.now));
  const counts = classes.map(({ openedFrom, openedTo }, nth) => {
    const since = openedFrom === undefined ? Prisma.sql`TRUE` : Prisma.sql`c."openedAt" >= ${instant(openedFrom)}`;
    const until =
      openedTo === undefined ? Prisma.sql`TRUE` : Prisma.sql`c."openedAt" < ${instant(addDays(openedTo, 1))}`;
    return Prisma.sql`count(*) FILTER (WHERE ${since} AND ${until})::int AS ${Prisma.raw(`"age${nth}"`)}`;
  });
  const rows = await database.$queryRaw<
    ({ kind: string; stage: string; all: number } & Record<`age${number}`, number>)[]
  >(
    Prisma.sql`
      SELECT c."kind", c."stage", count(*)::int AS "all", ${Prisma.join(counts)}
      FROM "Case" AS c WHERE ${casesAsked(asked)} AND c."closedAt" IS NULL GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  return {
    classes: classes.map(({ title }) => title),
    rows: rows.map((row) => {
      const { kind, stage } = row;
      const query = { ...listFilters({ ...asked, kind }), stage, open: 'true' };
      return {
        kind,
        kindTitle: contracts[kind]?.title ?? inBoth(kind),
        stage,
        stageTitle: stageTitle(contracts[kind], stage) ?? inBoth(stage),
        all: ofCases(row.all, query),
        ages: classes.map(({ openedFrom, openedTo }, nth) =>
          ofCases(row[`age${nth}`] ?? 0, {
            ...query,
            ...(openedFrom !== undefined && { openedFrom }),
            ...(openedTo !== undefined && { openedTo }),
          }),
        ),
      };
    }),
  };
}

const instant = (day: Day) => new Date(startOfDay(day));
