/** Where the time of cases goes: whose deadlines run, and when their clocks stand still. */
import { z } from 'zod';
import { Prisma } from '../../prisma/generated/client.ts';
import { inBoth } from '../../rules/text.ts';
import { addDays, dayOf, isWorkingDay, startOfDay, type CalendarData, type Day } from '../../rules/time/index.ts';
import type { ApiContext } from '../context.ts';
import { textSchema } from '../http/schemas.ts';
import { sidedDeadlines } from '../views/deadline-sides.ts';
import { bounds, casesAsked, listFilters, type Asked } from './asked.ts';
import { figureSchema, ofCases } from './figure.ts';
import { oneDecimal } from './on-time.ts';

export const timeSpentSchema = z
  .array(
    z.object({
      kind: z.string(),
      kindTitle: textSchema,
      cases: figureSchema.meta({ description: 'Cases that were open at some time in the period' }),
      workingDays: z.object({
        platform: z.number().meta({ description: 'A deadline of the platform ran' }),
        party: z.number().meta({ description: 'A deadline of a party ran, and none of the platform' }),
        paused: z.number().meta({ description: 'Every deadline that was open stood still' }),
        none: z.number().meta({ description: 'The case was open, and no deadline of anybody was' }),
      }),
    }),
  )
  .meta({
    description:
      'Time of the cases within the period, up to now, that fell on working days; in days of 24 hours with one decimal. The four add up to all of it',
  });

interface Row {
  readonly kind: string;
  readonly cases: number;
  readonly platform: number;
  readonly party: number;
  readonly paused: number;
  readonly none: number;
}

/** {@link timeSpentSchema}: sets of stretches of time, added up by the database. */
export async function timeSpent(
  { database, contracts }: Pick<ApiContext, 'database' | 'contracts'>,
  asked: Asked,
  calendar: CalendarData,
): Promise<z.infer<typeof timeSpentSchema>> {
  const sided = sidedDeadlines(contracts).filter(({ side }) => side !== 'nobody');
  const now = new Date(asked.now);
  const { start, end: after } = bounds(asked);
  const end = after < now ? after : now;
  if (end <= start) return [];
  const worked = stretchesWorked(calendar, asked.from, asked.to < dayOf(asked.now) ? asked.to : dayOf(asked.now));
  const rows = await database.$queryRaw<Row[]>(Prisma.sql`
    WITH sided AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(sided)}::jsonb) AS row ("kind" text, "name" text, "side" text)
    ), chosen AS (
      SELECT c."id", c."kind",
        tstzmultirange(tstzrange(greatest(c."openedAt", ${start}), least(coalesce(c."closedAt", ${end}), ${end}))) * ${worked}::tstzmultirange AS life
      FROM "Case" AS c
      WHERE ${casesAsked(asked)} AND c."openedAt" < ${end} AND (c."closedAt" IS NULL OR c."closedAt" >= ${start})
    ), clock AS (
      SELECT d."caseId", s."side", tstzmultirange(tstzrange(d."startedAt", greatest(coalesce(d."endedAt", ${end}), d."startedAt"))) AS open,
        coalesce((
          SELECT range_agg(tstzrange((p->>'from')::timestamptz, greatest(coalesce((p->>'to')::timestamptz, 'infinity'), (p->>'from')::timestamptz)))
          FROM jsonb_array_elements(d."pauses") AS p), '{}') AS pauses
      FROM "Deadline" AS d JOIN chosen ON chosen."id" = d."caseId"
        JOIN sided AS s ON s."kind" = chosen."kind" AND s."name" = d."name"
    ), ran AS (
      SELECT "caseId",
        coalesce(range_agg(open - pauses) FILTER (WHERE "side" = 'platform'), '{}') AS platform,
        coalesce(range_agg(open - pauses) FILTER (WHERE "side" = 'party'), '{}') AS party,
        coalesce(range_agg(open * pauses), '{}') AS paused
      FROM clock GROUP BY 1
    ), spent AS (
      SELECT chosen."kind", chosen."id", life * coalesce(platform, '{}') AS platform, life * (coalesce(party, '{}') - platform) AS party,
        life * (coalesce(paused, '{}') - platform - party) AS paused, life - coalesce(platform + party + paused, '{}') AS none
      FROM chosen LEFT JOIN ran ON ran."caseId" = chosen."id"
    )
    SELECT "kind", count(*)::int AS "cases", ${Prisma.join(
      ['platform', 'party', 'paused', 'none'].map(
        (name) => Prisma.sql`coalesce(sum((
          SELECT sum(extract(epoch FROM upper(stretch) - lower(stretch))) FROM unnest(${Prisma.raw(name)}) AS stretch)) / 86400, 0)::float8
          AS ${Prisma.raw(`"${name}"`)}`,
      ),
    )}
    FROM spent GROUP BY 1 ORDER BY 1`);
  return rows.map(({ kind, cases, platform, party, paused, none }) => ({
    kind,
    kindTitle: contracts[kind]?.title ?? inBoth(kind),
    cases: ofCases(cases, {
      ...listFilters({ ...asked, kind }),
      openedTo: asked.to < dayOf(asked.now) ? asked.to : dayOf(asked.now),
      runningFrom: asked.from,
    }),
    workingDays: {
      platform: oneDecimal(platform),
      party: oneDecimal(party),
      paused: oneDecimal(paused),
      none: oneDecimal(none),
    },
  }));
}

/** The working days of a period as a multirange of PostgreSQL, days that follow one another as one stretch. */
function stretchesWorked(calendar: CalendarData, from: Day, to: Day): string {
  const stretches: { from: Day; until: Day }[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!isWorkingDay(calendar, day)) continue;
    const last = stretches.at(-1);
    if (last?.until === day) last.until = addDays(day, 1);
    else stretches.push({ from: day, until: addDays(day, 1) });
  }
  return `{${stretches.map((one) => `[${startOfDay(one.from)},${startOfDay(one.until)})`).join(',')}}`;
}
