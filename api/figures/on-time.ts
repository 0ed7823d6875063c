/** How deadlines are kept, by kind of case and deadline. */
import { z } from 'zod';
import { Prisma } from '../../prisma/generated/client.ts';
import { inBoth } from '../../rules/text.ts';
import type { ApiContext } from '../context.ts';
import { textSchema } from '../http/schemas.ts';
import { sidedDeadlines } from '../views/deadline-sides.ts';
import type { Timeliness } from '../views/timeliness.ts';
import { bounds, casesAsked, listFilters, type Asked } from './asked.ts';
import { figureSchema, ofCases } from './figure.ts';

export const onTimeSchema = z
  .array(
    z.object({
      kind: z.string(),
      kindTitle: textSchema,
      deadline: z.string(),
      title: textSchema,
      side: z.enum(['platform', 'party']).meta({ description: 'Whose deadline it is' }),
      inTime: figureSchema,
      doneLate: figureSchema,
      openLate: figureSchema,
      missed: figureSchema,
      rate: z.number().nullable().meta({ description: 'Percent in time of all four, with one decimal' }),
    }),
  )
  .meta({
    description:
      'Deadlines that ended in the period, or came due in it and are open; cancelled ones and those that run out of themselves left out. Cases are counted: one in which a deadline was opened again may count under several heads',
  });

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly inTime: number;
  readonly doneLate: number;
  readonly openLate: number;
  readonly missed: number;
}

/** {@link onTimeSchema}; what each head means is said of `TIMELINESS` in api/views/timeliness.ts. */
export async function onTime(
  { database, contracts }: Pick<ApiContext, 'database' | 'contracts'>,
  asked: Asked,
): Promise<z.infer<typeof onTimeSchema>> {
  const sided = sidedDeadlines(contracts).filter(({ side }) => side !== 'nobody');
  const { start, end } = bounds(asked);
  const rows = await database.$queryRaw<Row[]>(Prisma.sql`
    WITH sided AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(sided)}::jsonb) AS row ("kind" text, "name" text, "side" text, "tasks" jsonb)
    ), kept AS (
      SELECT c."id", c."kind", d."name", d."status", d."endedAt", d."dueAt", s."side",
        EXISTS (SELECT FROM "Task" AS t WHERE t."caseId" = c."id" AND t."closedAt" IS NULL AND s."tasks" ? t."name") AS "wanted"
      FROM "Case" AS c
        JOIN "Deadline" AS d ON d."caseId" = c."id"
        JOIN sided AS s ON s."kind" = c."kind" AND s."name" = d."name"
      WHERE ${casesAsked(asked)}
        AND ((d."status" IN ('MET', 'PASSED') AND d."endedAt" >= ${start} AND d."endedAt" < ${end})
          OR (d."status" = 'OPEN' AND d."dueAt" <= ${new Date(asked.now)} AND d."dueAt" >= ${start} AND d."dueAt" < ${end}))
    )
    SELECT "kind", "name",
      count(DISTINCT "id") FILTER (WHERE "status" = 'MET')::int AS "inTime",
      count(DISTINCT "id") FILTER (WHERE "status" = 'PASSED' AND "side" = 'platform' AND NOT "wanted")::int AS "doneLate",
      count(DISTINCT "id") FILTER (WHERE "status" = 'OPEN' OR ("status" = 'PASSED' AND "side" = 'platform' AND "wanted"))::int AS "openLate",
      count(DISTINCT "id") FILTER (WHERE "status" = 'PASSED' AND "side" = 'party')::int AS "missed"
    FROM kept GROUP BY 1, 2 ORDER BY 1, 2`);
  const sideOf = (row: Row) => sided.find(({ kind, name }) => kind === row.kind && name === row.name)?.side;
  return rows.map((row) => {
    const { kind, name, inTime, doneLate, openLate, missed } = row;
    const all = inTime + doneLate + openLate + missed;
    const query = { ...listFilters({ ...asked, kind }), deadline: name, endedFrom: asked.from, endedTo: asked.to };
    const figure = (timeliness: Timeliness) => ofCases(row[timeliness], { ...query, timeliness });
    return {
      kind,
      kindTitle: contracts[kind]?.title ?? inBoth(kind),
      deadline: name,
      title: contracts[kind]?.deadlines[name]?.title ?? inBoth(name),
      side: sideOf(row) === 'platform' ? ('platform' as const) : ('party' as const),
      inTime: figure('inTime'),
      doneLate: figure('doneLate'),
      openLate: figure('openLate'),
      missed: figure('missed'),
      rate: all === 0 ? null : oneDecimal((100 * inTime) / all),
    };
  });
}

/** Rounded to one decimal. */
export function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
