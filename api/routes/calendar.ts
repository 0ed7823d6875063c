import { z } from 'zod';
import { CASES_CHANNEL } from '../../prisma/channels.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { systemActor } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import {
  instantOf,
  lastPublishedDay,
  validateCalendarYear,
  type CalendarData,
  type Instant,
} from '../../rules/time/index.ts';
import { InvalidInput } from '../http/problem.ts';
import { choice } from '../../workflows/engine/choice.ts';
import { maybeLine } from '../../workflows/engine/typed.ts';
import { idSchema, instantSchema, line } from '../http/schemas.ts';
import { route } from '../http/route.ts';
import { currentCalendar } from '../views/calendars.ts';
import { deadlineMoves, movesShape, movesTold } from '../views/deadline-moves.ts';

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
  off: maybeLine(500)
    .overwrite(narrowDigits)
    .meta({ description: 'Days off as MMDD or MMDD-MMDD, separated by blanks', example: '0101-0103 0215-0223' }),
  work: maybeLine(500)
    .overwrite(narrowDigits)
    .meta({ description: 'Make-up Saturdays and Sundays', example: '0104 0214 0228' }),
  source: line(200).meta({ description: 'The notice it is taken from' }),
};
type Arrangement = z.output<z.ZodObject<typeof arrangement>>;

/** Cases that get a new calendar. */
const SCOPES = { all: text('所有受影响的案件', 'all that move'), new: text('仅新案件', 'new ones alone') };

/** Days are typed in digits of either width, with dashes of every kind. */
function narrowDigits(days: string): string {
  return days
    .normalize('NFKC')
    .replace(/[‐‑–—−]/g, '-')
    .replace(/[,、;]/g, ' ');
}

/** What loading a year's arrangement would do, without doing it (XC-02.3). */
export const previewYear = route({
  method: 'post',
  path: '/api/calendar/preview',
  ability: 'calendar.change',
  trail: { in: 'nowhere', because: 'only reckons' },
  tag: 'calendar',
  summary: text('预览日历变更', 'Preview a change of the calendar'),
  requirement: 'XC-02.3',
  keyed: false,
  body: z.strictObject(arrangement),
  answers: { 200: { description: 'Which deadlines would move', schema: z.object(movesShape) } },
  async handle({ context, body, now }) {
    const calendar = await calendarWith(context.database, body);
    return { status: 200, body: movesTold(await deadlineMoves(context, { calendar }, now)) };
  },
});

/** Loads a year's arrangement as a new version of the calendar and gives it to the cases in scope. */
export const applyYear = route({
  method: 'post',
  path: '/api/calendar/apply',
  ability: 'calendar.change',
  trail: { in: 'audit', writes: ['CALENDAR_LOADED'] },
  tag: 'calendar',
  summary: text('加载工作日历', 'Load a year’s arrangement'),
  requirement: 'XC-02.2, XC-02.3',
  body: z.strictObject({
    ...arrangement,
    scope: z
      .union([choice(SCOPES), z.strictObject({ caseIds: z.array(idSchema).min(1).max(1_000) })])
      .default('all')
      .meta({ description: 'Open cases that get it: all that move, none, or these' }),
  }),
  // What it moved stands on the timelines of the cases by now.
  again: { gist: (answer) => ({ ...(answer as object), moves: [] }), make: (_call, gist) => Promise.resolve(gist) },
  answers: {
    200: {
      description: 'The new version and what it moves',
      schema: z.object({ version: z.int(), told: z.int(), ...movesShape }),
    },
  },
  async handle({ context, reader, body, now, once, audit }) {
    const { scope, ...year } = body;
    const answer = await context.database.$transaction(
      async (tx) => {
        // Two administrators at once: the second sees what the first has loaded.
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('calendar', 0))`;
        const yearKey = String(body.year);
        const before = await currentCalendar(tx);
        const calendar = await calendarWith(tx, year);
        const preview = await deadlineMoves({ ...context, database: tx }, { calendar }, now);
        await tx.calendarVersion.create({
          data: {
            version: calendar.version,
            years: calendar.years as unknown as Prisma.InputJsonValue,
            note: `${body.year}: ${body.source}`,
            loadedAt: new Date(now),
            loadedById: reader.person.id,
          },
        });
        const loaded = {
          version: calendar.version,
          told: await tellCases(tx, scope, calendar.version, now),
          ...movesTold(preview),
        };
        await audit(tx, {
          action: 'CALENDAR_LOADED',
          object: { kind: 'calendar', id: yearKey },
          before: { version: before.version, year: before.years[yearKey] ?? null },
          after: {
            version: calendar.version,
            year: calendar.years[yearKey],
            scope,
            told: loaded.told,
            moved: loaded.moved,
          },
          reason: body.source,
        });
        await once.settle(tx, 200, loaded);
        return loaded;
      },
      { timeout: 120_000 },
    );
    // A case that was recorded while this transaction ran took the version before.
    await tellCases(context.database, scope, answer.version, now);
    return { status: 200, body: answer };
  },
});

/**
 * Leaves each open case in scope a message: also one that waits for nothing today, since it may open a deadline tomorrow. The message
 * stands with the new version or not at all, and the relay delivers it (XC-02.3).
 * @returns how many
 */
async function tellCases(
  tx: Transaction,
  scope: 'all' | 'new' | { caseIds: string[] },
  version: number,
  now: Instant,
): Promise<number> {
  if (scope === 'new') return 0;
  const caseIds = scope === 'all' ? null : scope.caseIds;
  const actor = systemActor('XC-02.3');
  const count = await tx.$executeRaw`
    INSERT INTO "CaseMessage" ("id", "toCaseId", "action", "input", "actor", "createdAt")
    SELECT "id" || ${`:calendar:${version}`}, "id", 'calendarLoaded', '{}'::jsonb, ${JSON.stringify(actor)}::jsonb, ${now}::timestamptz
    FROM "Case"
    WHERE "closedAt" IS NULL AND "calendarVersion" < ${version} AND (${caseIds}::text[] IS NULL OR "id" = ANY(${caseIds}::text[]))
    ON CONFLICT ("id") DO NOTHING`;
  await tx.$executeRaw`SELECT pg_notify(${CASES_CHANNEL}, '')`;
  return count;
}

/** The newest calendar with this year put into it. @throws InvalidInput with each fault of the arrangement */
async function calendarWith(database: Transaction, { year, off, work, source }: Arrangement): Promise<CalendarData> {
  const entry = { off, work, source };
  const faults = validateCalendarYear(year, entry);
  if (faults.length > 0) throw new InvalidInput(faults);
  const { version, years } = await currentCalendar(database);
  return { version: version + 1, years: { ...years, [String(year)]: entry } };
}
