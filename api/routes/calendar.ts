import { z } from 'zod';
import type { Prisma } from '../../prisma/generated/client.ts';
import { text } from '../../rules/text.ts';
import { instantOf, lastPublishedDay, validateCalendarYear, type CalendarData } from '../../rules/time/index.ts';
import { previewCalendar, type Preview } from '../calendar/preview.ts';
import type { ApiContext } from '../context.ts';
import { InvalidInput } from '../http/problem.ts';
import { idSchema, instantSchema, line } from '../http/schemas.ts';
import { route } from '../http/route.ts';
import { currentCalendar } from '../views/calendars.ts';

const yearSchema = z.object({
  off: z.string(),
  work: z.string(),
  source: z.string(),
  provisional: z.boolean().optional(),
});

/** The calendar that new deadlines are counted with. */
export const getCalendar = route({
  method: 'get',
  path: '/api/calendar',
  ability: 'calendar.read',
  tag: 'calendar',
  summary: text('工作日历', 'The working-day calendar'),
  requirement: 'XC-02.1, XC-02.4',
  answers: {
    200: {
      description: 'The newest version, and all versions there were',
      schema: z.object({
        version: z.int(),
        lastPublishedDay: z.string().nullable(),
        years: z.record(z.string(), yearSchema),
        versions: z.array(
          z.object({ version: z.int(), note: z.string(), loadedAt: instantSchema, loadedById: z.string().nullable() }),
        ),
      }),
    },
  },
  async handle({ context: { database } }) {
    const { version, years } = await currentCalendar(database);
    const versions = await database.calendarVersion.findMany({ orderBy: { version: 'desc' }, omit: { years: true } });
    return {
      status: 200,
      body: {
        version,
        lastPublishedDay: lastPublishedDay({ version, years }),
        years,
        versions: versions.map((row) => ({ ...row, loadedAt: instantOf(row.loadedAt.getTime()) })),
      },
    };
  },
});

const arrangement = {
  year: z.int().min(2004).max(2100),
  off: z
    .string()
    .trim()
    .max(500)
    .meta({ description: 'Days off as MMDD or MMDD-MMDD, separated by blanks', example: '0101-0103 0215-0223' }),
  work: z.string().trim().max(500).meta({ description: 'Make-up Saturdays and Sundays', example: '0104 0214 0228' }),
  source: line(200).meta({ description: 'The notice it is taken from' }),
};
type Arrangement = z.output<z.ZodObject<typeof arrangement>>;

const moveSchema = z.object({
  caseId: z.string(),
  kind: z.string(),
  deadline: z.string(),
  from: instantSchema.nullable(),
  to: instantSchema.nullable(),
  lastDay: z.string().nullable(),
  becomesLate: z.boolean(),
  settles: z.boolean(),
  reminders: z.array(z.object({ key: z.string(), at: instantSchema })),
});
const previewShape = {
  examined: z.int(),
  moved: z.int(),
  late: z.int(),
  settled: z.int(),
  moves: z.array(moveSchema).meta({ description: 'The first 1,000 deadlines that would stand otherwise' }),
};

/** What loading a year's arrangement would do, without doing it (XC-02.3). */
export const previewYear = route({
  method: 'post',
  path: '/api/calendar/preview',
  ability: 'calendar.change',
  tag: 'calendar',
  summary: text('预览日历变更', 'Preview a change of the calendar'),
  requirement: 'XC-02.3',
  keyed: false,
  body: z.strictObject(arrangement),
  answers: { 200: { description: 'Which deadlines would move', schema: z.object(previewShape) } },
  async handle({ context, body, now }) {
    const calendar = await calendarWith(context, body);
    return { status: 200, body: told(await previewCalendar(context, calendar, now)) };
  },
});

/** Loads a year's arrangement as a new version of the calendar and gives it to the cases in scope. */
export const applyYear = route({
  method: 'post',
  path: '/api/calendar/apply',
  ability: 'calendar.change',
  tag: 'calendar',
  summary: text('加载工作日历', 'Load a year’s arrangement'),
  requirement: 'XC-02.2, XC-02.3',
  body: z.strictObject({
    ...arrangement,
    scope: z
      .union([z.enum(['all', 'new']), z.strictObject({ caseIds: z.array(idSchema).min(1).max(1_000) })])
      .default('all')
      .meta({ description: 'Open cases that get it: all that move, none, or these' }),
  }),
  refuses: ['UNAVAILABLE'],
  answers: {
    200: {
      description: 'The new version and what it moves',
      schema: z.object({ version: z.int(), told: z.int(), ...previewShape }),
    },
  },
  async handle({ context, reader, body, now }) {
    const { scope, ...year } = body;
    const calendar = await calendarWith(context, year);
    const preview = await previewCalendar(context, calendar, now);
    const caseIds = await casesToTell(context, scope, calendar.version);
    const answer = { version: calendar.version, told: caseIds.length, ...told(preview) };
    await context.database.$transaction(async (tx) => {
      await tx.calendarVersion.create({
        data: {
          version: calendar.version,
          years: calendar.years as unknown as Prisma.InputJsonValue,
          note: `${body.year}: ${body.source}`,
          loadedAt: new Date(now),
          loadedById: reader.actor.id,
        },
      });
    });
    // Asked again: a case that was opened meanwhile took the version before.
    await context.gateway.calendarChanged(calendar, await casesToTell(context, scope, calendar.version));
    return { status: 200, body: answer };
  },
});

/** Every open case keeps a calendar, also one that waits for nothing today: it may open a deadline tomorrow. */
async function casesToTell(
  { database }: ApiContext,
  scope: 'all' | 'new' | { caseIds: string[] },
  version: number,
): Promise<string[]> {
  if (scope === 'new') return [];
  const rows = await database.case.findMany({
    where: {
      closedAt: null,
      calendarVersion: { lt: version },
      ...(scope !== 'all' && { id: { in: scope.caseIds } }),
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}

/** The newest calendar with this year put into it. @throws InvalidInput with each fault of the arrangement */
async function calendarWith({ database }: ApiContext, { year, off, work, source }: Arrangement): Promise<CalendarData> {
  const entry = { off, work, source };
  const faults = validateCalendarYear(year, entry);
  if (faults.length > 0) throw new InvalidInput(faults.map((message) => ({ field: 'year', message })));
  const { version, years } = await currentCalendar(database);
  return { version: version + 1, years: { ...years, [String(year)]: entry } };
}

function told({ examined, moves }: Preview) {
  return {
    examined,
    moved: moves.filter(({ from, to }) => from !== to).length,
    late: moves.filter(({ becomesLate }) => becomesLate).length,
    settled: moves.filter(({ settles }) => settles).length,
    moves: moves.slice(0, 1_000).map((move) => ({ ...move, reminders: [...move.reminders] })),
  };
}
