/** The admitted entries of a category by the marks on record, for who grades them (SH-EVAL-03.2, 08.6). */
import { z } from 'zod';
import { Prisma } from '../../../prisma/generated/client.ts';
import { ranking, type Placed, type Ranked } from '../../../rules/ranking.ts';
import { refuse } from '../../../rules/refusal.ts';
import { categories, categoryCodes, type CategoryCode } from '../../../rules/sh-eval/categories.ts';
import { gradeTitles } from '../../../rules/sh-eval/grades.ts';
import { meanOf, totalOf } from '../../../rules/sh-eval/scores.ts';
import { text, type Text } from '../../../rules/text.ts';
import { choice } from '../../../workflows/engine/choice.ts';
import type { AssessmentEntryFacts } from '../../../workflows/sh-eval/assessment-entry/facts.ts';
import type { Access } from '../../abilities.ts';
import type { ApiContext } from '../../context.ts';
import { exportShape, sendFigures } from '../../exports/send-figures.ts';
import { tableFormat } from '../../exports/send-table.ts';
import { headsOf, tableOf, type Column } from '../../exports/table-of.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { idSchema, textSchema } from '../../http/schemas.ts';
import { rankedColumns, rankedSchema } from '../../views/ranked.ts';
import { campaignWithin, type CampaignReach } from '../campaign-reach.ts';
import { weightsUnder } from '../weights.ts';

interface Row extends Pick<AssessmentEntryFacts, 'sheets' | 'grade'> {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly party: string;
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
    const { entries } = await rankedCampaign(context, id, access);
    const { ranked, words, isTotal } = await rankedIn(context, entries, category);
    const page = pageFrom(
      ranked.map((one, at) => ({ ...one, at })).slice(after + 1),
      limit,
      ({ at }) => [at],
      ({ id: of, number, name, place, isTied, score, grade }) => ({
        ...{ id: of, number, name, place, isTied, score },
        decision: grade === null ? null : { title: gradeTitles[grade.code], reason: grade.reason, at: grade.at },
      }),
    );
    return { status: 200, body: { ...page, weights: words, isTotal } };
  },
});

/** All categories, or one, as a table to file. Each export stands in the audit log. */
export const exportCampaignRanking = route({
  ...exportShape,
  path: '/api/sh-eval/campaigns/{id}/ranking/export',
  ability: 'case.export',
  summary: text('导出测评得分排序', 'Export the entries by their marks'),
  requirement: 'SH-EVAL-03.2, 08.6',
  params: z.strictObject({ id: idSchema }),
  query: z.strictObject({ category: choice(categories).optional(), format: tableFormat }),
  refuses: ['NOT_FOUND', 'OUT_OF_SCOPE'],
  async handle(call) {
    const {
      context,
      access,
      reader: { locale },
      params: { id },
      query: { category, format },
    } = call;
    const { entries, facts } = await rankedCampaign(context, id, access);
    const asked = category === undefined ? categoryCodes : [category];
    const rows = await Promise.all(
      asked.map(async (code) => {
        const { ranked, isTotal } = await rankedIn(context, entries, code);
        return ranked.map((one) => ({ ...one, category: code, isTotal }));
      }),
    );
    return sendFigures(call, {
      ...{ id: 'sh-eval-ranking', filters: { campaign: id, category }, format },
      ...{ file: `ranking-${facts.year}${category === undefined ? '' : `-${category}`}` },
      sheet: text('测评得分排序', 'Ranking'),
      columns: headsOf(CAMPAIGN_RANKING_COLUMNS, locale),
      rows: tableOf(CAMPAIGN_RANKING_COLUMNS, rows.flat(), locale),
    });
  },
});

type TableRow = RankedEntry & { readonly category: CategoryCode; readonly isTotal: boolean };

/** The columns of the table. */
export const CAMPAIGN_RANKING_COLUMNS: readonly Column<TableRow>[] = [
  [text('申报类别', 'Category'), ({ category }) => categories[category].title],
  ...rankedColumns<TableRow>(),
  [
    text('得分说明', 'What the score is'),
    ({ isTotal, score }) => {
      if (score === null) return text('未评分', 'not scored');
      return isTotal
        ? text('按指标权重计算的总分', 'total by the weights')
        : text('权重未设定（NOT_CONFIGURED），为评分平均分，仅供参考', 'weights NOT_CONFIGURED: a mean, and no result');
    },
  ],
  [text('等次', 'Grade'), ({ grade }) => (grade === null ? null : gradeTitles[grade.code])],
  [text('定级理由', 'Reason'), ({ grade }) => grade?.reason ?? null],
];

/** @throws Refusal NOT_FOUND, OUT_OF_SCOPE for who is of none of its bodies */
async function rankedCampaign(context: ApiContext, id: string, access: Access): Promise<CampaignReach> {
  const campaign = await campaignWithin(context, id, access);
  if (campaign.seesAll) return campaign;
  return refuse(
    'OUT_OF_SCOPE',
    '得分排序由组织测评的单位查看。',
    'The ranking is for the bodies that run the campaign.',
  );
}

type RankedEntry = Omit<Row, 'sheets'> & Ranked & Placed;

/** The admitted entries of a category, the best first, with what their scores are. */
async function rankedIn(
  { database }: ApiContext,
  entries: Prisma.Sql,
  category: CategoryCode,
): Promise<{ readonly ranked: readonly RankedEntry[]; readonly words: Text; readonly isTotal: boolean }> {
  const rows = await database.$queryRaw<Row[]>`
    SELECT "id", "number", "title" AS "name", "subject" AS "party", "ruleVersion",
      "state" -> 'facts' -> 'sheets' AS "sheets", "state" -> 'facts' -> 'grade' AS "grade"
    FROM "Case" WHERE ${Prisma.join(
      [
        entries,
        Prisma.sql`"state" -> 'facts' ->> 'category' = ${category}`,
        Prisma.sql`"state" -> 'facts' ->> 'admittedAt' IS NOT NULL`,
      ],
      ' AND ',
    )}`;
  const versions = rows.map(({ ruleVersion }) => ruleVersion);
  const { weights, words } = await weightsUnder(database, versions);
  const scored = rows.map(({ sheets, ...row }) => {
    const marks = (sheets ?? []).map(({ scores }) => scores);
    return { ...row, score: weights === null ? meanOf(marks) : totalOf(marks, weights) };
  });
  return { ranked: ranking(scored), words, isTotal: weights !== null };
}
