/** The admitted entries of a category by the marks on record, for who grades them (SH-EVAL-03.2, 08.6). */
import { z } from 'zod';
import { Prisma } from '../../../prisma/generated/client.ts';
import { ranking } from '../../../rules/ranking.ts';
import { refuse } from '../../../rules/refusal.ts';
import { categories } from '../../../rules/sh-eval/categories.ts';
import { gradeTitles } from '../../../rules/sh-eval/grades.ts';
import { meanOf, totalOf } from '../../../rules/sh-eval/scores.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../../workflows/engine/choice.ts';
import type { AssessmentEntryFacts } from '../../../workflows/sh-eval/assessment-entry/facts.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { idSchema, textSchema } from '../../http/schemas.ts';
import { rankedSchema } from '../../views/ranked.ts';
import { campaignWithin } from '../campaign-reach.ts';
import { weightsUnder } from '../weights.ts';

interface Row extends Pick<AssessmentEntryFacts, 'sheets' | 'grade'> {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly ruleVersion: number;
}

/** By their totals once the weights are set; before, by a mean that helps whoever grades and is no result (A-49). */
export const getCampaignRanking = route({
  method: 'get',
  path: '/api/sh-eval/campaigns/{id}/ranking',
  ability: 'case.handle',
  tag: 'figures',
  summary: text('测评得分排序', 'The entries of a category by their marks'),
  requirement: 'SH-EVAL-03.2, 08.6',
  params: z.strictObject({ id: idSchema }),
  query: z.strictObject({ ...pageQuery, category: choice(categories) }),
  refuses: ['NOT_FOUND', 'OUT_OF_SCOPE'],
  answers: {
    200: {
      description: 'A page, the best first; those of one place by their ids, those that are not scored last',
      schema: pageOf(rankedSchema).extend({
        weights: textSchema.meta({ description: 'What is set of the weights of the indicators' }),
        isTotal: z.boolean().meta({
          description: 'Scores are totals by the weights; without weights they are means, which are no result',
        }),
      }),
    },
  },
  async handle({ context, access, params: { id }, query: { category, cursor, limit } }) {
    const [after = -1] = positionOf(cursor, z.tuple([sortKey.count])) ?? [];
    const { entries, seesAll } = await campaignWithin(context, id, access);
    if (!seesAll) {
      refuse('OUT_OF_SCOPE', '得分排序由组织测评的单位查看。', 'The ranking is for the bodies that run the campaign.');
    }
    const rows = await context.database.$queryRaw<Row[]>`
      SELECT "id", "number", "title" AS "name", "ruleVersion", "state" -> 'facts' -> 'sheets' AS "sheets", "state" -> 'facts' -> 'grade' AS "grade"
      FROM "Case" WHERE ${Prisma.join(
        [
          entries,
          Prisma.sql`"state" -> 'facts' ->> 'category' = ${category}`,
          Prisma.sql`"state" -> 'facts' ->> 'admittedAt' IS NOT NULL`,
        ],
        ' AND ',
      )}`;
    const versions = rows.map(({ ruleVersion }) => ruleVersion);
    const { weights, words } = await weightsUnder(context.database, versions);
    const scored = rows.map(({ sheets, ...row }) => {
      const marks = (sheets ?? []).map(({ scores }) => scores);
      return { ...row, score: weights === null ? meanOf(marks) : totalOf(marks, weights) };
    });
    const ranked = ranking(scored).map((one, at) => ({ ...one, at }));
    const page = pageFrom(
      ranked.slice(after + 1),
      limit,
      ({ at }) => [at],
      ({ id: of, number, name, place, isTied, score, grade }) => ({
        ...{ id: of, number, name, place, isTied, score },
        decision: grade === null ? null : { title: gradeTitles[grade.code], reason: grade.reason, at: grade.at },
      }),
    );
    return { status: 200, body: { ...page, weights: words, isTotal: weights !== null } };
  },
});
