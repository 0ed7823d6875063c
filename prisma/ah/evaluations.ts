/** The annual evaluations of the members of the Anhui network, from the register (AH-EVAL-07). */
import type { MemberKind } from '../../rules/ah/indicators.ts';
import type { Grade } from '../../rules/ah/scoring.ts';
import type { PartyKey } from '../../rules/parties/party.ts';
import { annualEvaluation } from '../../workflows/ah/annual-evaluation/contract.ts';
import { registers, type Rank } from '../../workflows/ah/words.ts';
import type { Database } from '../client.ts';
import type { Prisma } from '../generated/client.ts';

/** A member in the evaluation of a year. */
export interface EvaluationRow {
  readonly party: PartyKey;
  readonly name: string;
  readonly kind: MemberKind;
  readonly cityPlatform: string;
  /** Null while it is not scored, ranked, graded. */
  readonly total: number | null;
  readonly rank: Rank | null;
  readonly grade: Grade | null;
  /** `PROPOSED` for who is put forward for the reward; null for others. */
  readonly reward: string | null;
  /** How many of its kind have its total, itself included: more than one is a tie; 0 while it has no place. */
  readonly atPlace: number;
  readonly caseId: string | null;
  readonly stage: string | null;
  /** Null while the case is open: the result was not notified yet. */
  readonly outcome: string | null;
}

/**
 * Members that are evaluated for a year, by kind and place; those without a place come last. A grade comes
 * into the register by its notice; before that the case knows it. Places follow from the totals on record, in whatever order they
 * came, but for a result that was notified: it keeps the place that the member was told (AH-EVAL-07.1).
 * @param within what the reader may see, as a condition on the register of members `m`
 * @param concluded only results that were notified
 */
export function evaluationRows(
  database: Pick<Database, '$queryRaw'>,
  { year, within, concluded }: { readonly year: number; readonly within: Prisma.Sql; readonly concluded: boolean },
): Promise<EvaluationRow[]> {
  const ofYear = String(year);
  return database.$queryRaw<EvaluationRow[]>`
    SELECT r."party", r."name", r."kind", r."total", r."rank", coalesce(r."grade", c."grade") AS "grade", r."reward", r."atPlace",
      i."cityPlatform", c."caseId", c."stage", c."outcome"
    FROM (
      SELECT e."party", e."name", v."value" ->> 'kind' AS "kind", (v."value" ->> 'total')::float8 AS "total",
        CASE
          WHEN v."value" #>> '{rank,place}' IS NULL THEN NULL
          WHEN v."value" ->> 'grade' IS NOT NULL THEN v."value" -> 'rank'
          ELSE jsonb_build_object(
            'place', rank() OVER (PARTITION BY v."value" ->> 'kind' ORDER BY (v."value" ->> 'total')::float8 DESC NULLS LAST),
            'of', count(v."value" ->> 'total') OVER (PARTITION BY v."value" ->> 'kind'),
            'late', coalesce((v."value" #>> '{rank,late}')::boolean, false))
        END AS "rank",
        v."value" ->> 'grade' AS "grade", v."value" ->> 'reward' AS "reward",
        count(v."value" #>> '{rank,place}') OVER (PARTITION BY v."value" ->> 'kind', (v."value" ->> 'total')::float8)::int AS "atPlace"
      FROM "RegisterEntry" e, jsonb_each(e."data") AS v ("key", "value")
      WHERE e."register" = ${registers.evaluations} AND v."key" = ${ofYear}) r
    JOIN LATERAL (
      SELECT m."data" ->> 'cityPlatform' AS "cityPlatform" FROM "RegisterEntry" m
      WHERE m."register" = ${registers.members} AND m."party" = r."party" AND ${within}) i ON TRUE
    LEFT JOIN LATERAL (
      SELECT c."id" AS "caseId", c."stage", c."outcome", c."state" #>> '{facts,grade}' AS "grade" FROM "Case" c
      WHERE c."kind" = ${annualEvaluation.kind} AND c."subject" = r."party" AND c."state" #>> '{facts,year}' = ${ofYear}
      ORDER BY c."openedAt" DESC, c."id" DESC LIMIT 1) c ON TRUE
    WHERE ${!concluded} OR c."outcome" IS NOT NULL
    ORDER BY r."kind", (r."rank" ->> 'place')::int NULLS LAST, r."total" DESC NULLS LAST, r."name", r."party"`;
}

/** The years for which anybody is evaluated, the latest first. */
export async function evaluatedYears(database: Pick<Database, '$queryRaw'>): Promise<number[]> {
  const rows = await database.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT v."key"::int AS "year" FROM "RegisterEntry" e, jsonb_object_keys(e."data") AS v ("key")
    WHERE e."register" = ${registers.evaluations} ORDER BY 1 DESC`;
  return rows.map(({ year }) => year);
}
