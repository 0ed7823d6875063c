/** How far matters of a regime come, by the steps that the regime declares. */
import { z } from 'zod';
import { Prisma } from '../../prisma/generated/client.ts';
import { regimes } from '../../workflows/regimes.ts';
import type { ApiContext } from '../context.ts';
import { textSchema } from '../http/schemas.ts';
import { bounds, casesAsked, listFilters, type Asked } from './asked.ts';
import { figureSchema, ofCases } from './figure.ts';
import { oneDecimal } from './on-time.ts';

export const funnelsSchema = z
  .array(
    z.object({
      regime: z.string(),
      regimeTitle: textSchema,
      steps: z.array(
        z.object({
          title: textSchema,
          cases: figureSchema,
          share: z.number().nullable().meta({ description: 'Percent of the first step, with one decimal' }),
        }),
      ),
    }),
  )
  .meta({
    description:
      'Steps of the regimes that were reached in the period, whenever the step before was; of cases of any kind, also where one is asked for',
  });

/** {@link funnelsSchema}, in one statement for all regimes. */
export async function funnels(
  { database }: Pick<ApiContext, 'database'>,
  asked: Asked,
): Promise<z.infer<typeof funnelsSchema>> {
  const shown = regimes.filter(
    ({ code, funnel = [] }) => funnel.length > 0 && (asked.regime === undefined || asked.regime === code),
  );
  const steps = shown.flatMap(({ code, funnel = [] }) =>
    funnel.map(({ kind, outcomes = [] }, nth) => ({ regime: code, nth, kind, outcomes })),
  );
  const { start, end } = bounds(asked);
  const rows = await database.$queryRaw<{ regime: string; nth: number; count: number }[]>(Prisma.sql`
    SELECT s."regime", s."nth", count(*)::int AS "count"
    FROM jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) AS s ("regime" text, "nth" int, "kind" text, "outcomes" jsonb)
      JOIN "Case" AS c ON c."kind" = s."kind"
    WHERE ${casesAsked({ ...asked, kind: undefined })}
      AND CASE WHEN s."outcomes" = '[]' THEN c."openedAt" >= ${start} AND c."openedAt" < ${end}
        ELSE s."outcomes" ? c."stage" AND c."closedAt" >= ${start} AND c."closedAt" < ${end} END
    GROUP BY 1, 2`);
  const countOf = (regime: string, at: number) =>
    rows.find((row) => row.regime === regime && row.nth === at)?.count ?? 0;
  return shown.map(({ code, title, funnel = [] }) => ({
    regime: code,
    regimeTitle: title,
    steps: funnel.map((step, nth) => {
      const count = countOf(code, nth);
      const first = countOf(code, 0);
      const { from, to } = asked;
      const query = listFilters({ ...asked, kind: step.kind });
      const reached: Readonly<Record<string, string>> =
        step.outcomes === undefined
          ? { openedFrom: from, openedTo: to }
          : { stage: step.outcomes.join(','), closedFrom: from, closedTo: to };
      return {
        title: step.title,
        cases: ofCases(count, { ...query, ...reached }),
        share: first === 0 ? null : oneDecimal((100 * count) / first),
      };
    }),
  }));
}
