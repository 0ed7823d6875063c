/** How a campaign stands, for those who work on it, and what it came to, for everybody (SH-EVAL-01.3, 03.2). */
import { z } from 'zod';
import { setReport } from '../../../activities/letters/sheet-setter.ts';
import type { Database } from '../../../prisma/client.ts';
import { Prisma } from '../../../prisma/generated/client.ts';
import { refuse } from '../../../rules/refusal.ts';
import { categories, categoryCodes } from '../../../rules/sh-eval/categories.ts';
import { gradeCodes, gradeTitles } from '../../../rules/sh-eval/grades.ts';
import { lateStages } from '../../../rules/sh-eval/lateness.ts';
import { regionTitles } from '../../../rules/sh-store/districts.ts';
import { inBoth, text } from '../../../rules/text.ts';
import { choice } from '../../../workflows/engine/choice.ts';
import { stageTitle } from '../../../workflows/engine/contract.ts';
import {
  assessmentCampaign,
  type AssessmentCampaignFacts,
} from '../../../workflows/sh-eval/assessment-campaign/contract.ts';
import { assessmentEntry } from '../../../workflows/sh-eval/assessment-entry/contract.ts';
import type { EntryStage } from '../../../workflows/sh-eval/entry-stages.ts';
import { campaignReference } from '../../../workflows/sh-eval/words.ts';
import { handOut } from '../../documents/hand-out.ts';
import { exportShape, sendFigures } from '../../exports/send-figures.ts';
import { tableFormat } from '../../exports/send-table.ts';
import { headsOf, tableOf, type Column } from '../../exports/table-of.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { daySchema, idSchema, instantSchema, textSchema } from '../../http/schemas.ts';
import { resultList } from '../documents/result-list.ts';
import { campaignWithin, factsOf } from '../campaign-reach.ts';
import { lateEntries } from './campaign-entries.ts';

const category = choice(categories);
const grade = choice(gradeTitles);

const publication = z
  .object({
    at: instantSchema,
    link: z.string(),
    term: z.object({ validFrom: daySchema, validTo: daySchema }),
  })
  .nullable();

const cell = z
  .object({
    district: z.object({ region: z.string(), title: textSchema }),
    category,
    categoryTitle: textSchema,
    stage: z.string(),
    stageTitle: textSchema,
    isOpen: z.boolean(),
    entries: z.int(),
    late: z.int().meta({ description: 'How many of them are late: see the entries by name' }),
  })
  .meta({ id: 'CampaignCell' });

/** How many entries stand where: a district reads its own, the commission all. */
export const getCampaign = route({
  method: 'get',
  path: '/api/sh-eval/campaigns/{id}',
  ability: 'case.read',
  tag: 'figures',
  summary: text('测评工作进度', 'How a campaign stands'),
  requirement: 'SH-EVAL-01.5, 03.2, 06.1',
  params: z.strictObject({ id: idSchema }),
  refuses: ['NOT_FOUND', 'OUT_OF_SCOPE'],
  answers: {
    200: {
      description: 'Its dates, and its entries counted by district, category and stage',
      schema: z.object({
        id: z.string(),
        year: z.int(),
        stage: z.string(),
        stageTitle: textSchema,
        institutionCutOff: instantSchema,
        districtCutOff: instantSchema,
        published: publication,
        ranks: z.boolean().meta({ description: 'Whether the reader may read how the entries rank' }),
        cells: z.array(cell),
      }),
    },
  },
  async handle({ context, access, now, params: { id } }) {
    const { stage: campaignStage, facts, entries, seesAll } = await campaignWithin(context, id, access);
    const { year, institutionCutOff, districtCutOff, published } = facts;
    const cells = await context.database.$queryRaw<Cell[]>`
      SELECT "state" -> 'bodies' -> 'district' ->> 'region' AS "region", "state" -> 'facts' ->> 'category' AS "category", "stage",
        "closedAt" IS NULL AS "isOpen", count(*)::int AS "entries",
        (count(*) FILTER (WHERE ${lateEntries(lateStages(facts, now))}))::int AS "late"
      FROM "Case" WHERE ${entries}
      GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;
    return {
      status: 200,
      body: {
        ...{ id, year, stage: campaignStage, institutionCutOff, districtCutOff, published, ranks: seesAll },
        stageTitle: stageTitle(assessmentCampaign, campaignStage) ?? inBoth(campaignStage),
        cells: cells.map(({ region, stage, ...one }) => ({
          categoryTitle: categories[one.category].title,
          district: { region, title: regionTitles[region] ?? inBoth(region) },
          stage,
          stageTitle: stageTitle(assessmentEntry, stage) ?? inBoth(stage),
          ...one,
        })),
      },
    };
  },
});

interface Cell {
  readonly region: string;
  readonly category: (typeof categoryCodes)[number];
  readonly stage: string;
  readonly isOpen: boolean;
  readonly entries: number;
  readonly late: number;
}

interface Result {
  readonly id: string;
  readonly name: string;
  readonly party: string;
  readonly category: (typeof categoryCodes)[number];
  readonly grade: (typeof gradeCodes)[number];
  readonly categoryNumber: number;
  readonly gradeNumber: number;
}

/** Graded, and to be told of the publication: once the campaign is published such a grade can neither change nor be joined by another (decision 0058). */
const WAITING: EntryStage = 'RESULTS_SET';

/**
 * The grades of a year from the moment of their publication, all at one instant, category by category, the best first: an entry that the publication has
 * not reached yet is among them.
 */
export const getAssessment = route({
  method: 'get',
  path: '/api/sh-eval/assessments/{year}',
  ability: 'public',
  tag: 'public',
  summary: text('第三方测评结果', 'Results of the assessment of a year'),
  requirement: 'SH-EVAL-01.3, 03.2, 09.1',
  params: z.strictObject({ year: z.coerce.number().int().min(2000).max(2199) }),
  query: z.strictObject({ ...pageQuery, category: category.optional().describe('All ten if left out') }),
  answers: {
    200: {
      description:
        'A page of the institutions that were assessed, by category and grade; none and `published` null before that',
      schema: pageOf(
        z.object({
          party: z.string(),
          name: z.string(),
          category,
          categoryTitle: textSchema,
          grade,
          gradeTitle: textSchema,
        }),
      ).extend({ year: z.int(), published: publication }),
    },
  },
  async handle({ context: { database }, params: { year }, query: { cursor, limit, category: only } }) {
    const published = await publicationOf(database, year);
    const after = positionOf(cursor, position);
    if (published === null) return { status: 200, body: { items: [], nextCursor: null, year, published } };
    const rows = await resultsOf(database, { year, only }, { after, limit: limit + 1 });
    const page = pageFrom(
      rows,
      limit,
      ({ categoryNumber, gradeNumber, name, id }) => [categoryNumber, gradeNumber, name, id],
      ({ party, name, category: of, grade: code }) => ({
        ...{ party, name, category: of, categoryTitle: categories[of].title },
        ...{ grade: code, gradeTitle: gradeTitles[code] },
      }),
    );
    return { status: 200, body: { ...page, year, published } };
  },
});

const position = z.tuple([sortKey.count, sortKey.count, z.string().max(500), sortKey.id]);

/** What was published of a year; null before that. */
async function publicationOf(database: Database, year: number): Promise<AssessmentCampaignFacts['published']> {
  const campaign = await database.case.findFirst({
    where: {
      ...{ kind: assessmentCampaign.kind, about: campaignReference(year) },
      OR: [{ outcome: null }, { outcome: { not: 'WITHDRAWN' } }],
    },
    select: { state: true },
  });
  return campaign?.state == null ? null : factsOf(campaign.state).published;
}

/** The results of a year, category by category, the best first, behind a position. */
async function resultsOf(
  database: Database,
  { year, only }: { readonly year: number; readonly only?: Result['category'] | undefined },
  { after, limit }: { readonly after: z.output<typeof position> | null; readonly limit: number },
): Promise<Result[]> {
  const behind =
    after === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`("categoryNumber", "gradeNumber", "name", "id") > (${after[0]}, ${after[1]}, ${after[2]}, ${after[3]})`;
  return database.$queryRaw<Result[]>`
    SELECT * FROM (
      SELECT "id", "title" AS "name", "subject" AS "party", "state" -> 'facts' ->> 'category' AS "category",
        "state" -> 'facts' -> 'grade' ->> 'code' AS "grade",
        array_position(${[...categoryCodes]}::text[], "state" -> 'facts' ->> 'category') AS "categoryNumber",
        array_position(${[...gradeCodes]}::text[], "state" -> 'facts' -> 'grade' ->> 'code') AS "gradeNumber"
      FROM "Case" WHERE "about" = ${campaignReference(year)} AND "kind" = ${assessmentEntry.kind}
        AND ("state" -> 'facts' ->> 'published' IS NOT NULL OR "stage" = ${WAITING})) graded
    WHERE ${behind} AND (${only ?? null}::text IS NULL OR "category" = ${only ?? null})
    ORDER BY "categoryNumber", "gradeNumber", "name", "id" LIMIT ${limit}`;
}

/** @throws Refusal NOT_NOW before the publication: grades are told by it (SH-EVAL-09.2) */
async function publishedResults(database: Database, year: number) {
  const published = await publicationOf(database, year);
  if (published === null) {
    return refuse('NOT_NOW', '测评结果尚未公布，没有名单。', 'The results are not published yet.', {
      facts: { requirement: 'SH-EVAL-09.1' },
    });
  }
  // A campaign is sized for 5,000 entries.
  const results = await resultsOf(database, { year }, { after: null, limit: 20_000 });
  return { published, results };
}

/** The columns of the published results as a table. */
export const RESULT_COLUMNS: readonly Column<Result & { readonly year: number }>[] = [
  [text('年度', 'Year'), ({ year }) => year],
  [text('申报类别', 'Category'), ({ category: of }) => categories[of].title],
  [text('机构名称', 'Institution'), ({ name }) => name],
  [text('统一社会信用代码', 'Credit code'), ({ party }) => party],
  [text('等次', 'Grade'), ({ grade: code }) => gradeTitles[code]],
];

const ofYear = {
  ability: 'case.export',
  params: z.strictObject({ year: z.coerce.number().int().min(2000).max(2199) }),
  requirement: 'SH-EVAL-03.2, 09.1',
  refuses: ['NOT_NOW'],
} as const;

/** The published results as a table to file. Each export stands in the audit log. */
export const exportAssessment = route({
  ...exportShape,
  ...ofYear,
  path: '/api/sh-eval/assessments/{year}/export',
  summary: text('导出第三方测评结果', 'Export the results of the assessment of a year'),
  query: z.strictObject({ format: tableFormat }),
  async handle(call) {
    const {
      context,
      reader,
      params: { year },
      query: { format },
    } = call;
    const { results } = await publishedResults(context.database, year);
    return sendFigures(call, {
      ...{ id: 'sh-eval-results', filters: { year }, format },
      ...{ file: `assessment-${year}`, sheet: text('测评结果', 'Results') },
      columns: headsOf(RESULT_COLUMNS, reader.locale),
      rows: tableOf(
        RESULT_COLUMNS,
        results.map((one) => ({ ...one, year })),
        reader.locale,
      ),
    });
  },
});

/** The published results as PDF/A, to be sealed and filed. */
export const getAssessmentPdf = route({
  method: 'get',
  ...ofYear,
  path: '/api/sh-eval/assessments/{year}/results.pdf',
  tag: 'figures',
  summary: text('第三方测评结果（PDF）', 'Results of the assessment of a year as PDF'),
  answers: { 200: { description: 'The institutions by category, with their grades', mediaType: 'application/pdf' } },
  async handle({ context, params: { year } }) {
    const found = await publishedResults(context.database, year);
    const content = await setReport(resultList({ year, ...found }), context.settings.letters.fonts);
    const name = `${year}年度第三方测评结果.pdf`;
    return handOut({ id: `assessment-${year}.pdf`, name, mime: 'application/pdf' }, content);
  },
});

/** The years whose results are published, the latest first (SH-EVAL-09.1). */
export const listAssessments = route({
  method: 'get',
  path: '/api/sh-eval/assessments',
  ability: 'public',
  tag: 'public',
  summary: text('已公布的第三方测评', 'Assessments whose results are published'),
  requirement: 'SH-EVAL-09.1',
  answers: {
    200: {
      description: 'The years, the latest first',
      schema: z.object({ items: z.array(z.object({ year: z.int(), publishedAt: instantSchema })) }),
    },
  },
  async handle({ context: { database } }) {
    const campaigns = await database.case.findMany({
      where: { kind: assessmentCampaign.kind, OR: [{ outcome: null }, { outcome: { not: 'WITHDRAWN' } }] },
      select: { state: true },
    });
    const items = campaigns
      .flatMap(({ state }) => {
        if (state === null) return [];
        const { year, published } = factsOf(state);
        return published === null ? [] : [{ year, publishedAt: published.at }];
      })
      .sort((a, b) => b.year - a.year);
    return { status: 200, body: { items } };
  },
});
