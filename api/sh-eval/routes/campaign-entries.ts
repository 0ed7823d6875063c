/** The entries of a campaign by name: what stands behind each figure of its board, and who is late (SH-EVAL-05.4, 06.1). */
import { z } from 'zod';
import { Prisma } from '../../../prisma/generated/client.ts';
import { categories, type CategoryCode } from '../../../rules/sh-eval/categories.ts';
import { FORGIVEN, lateStages, lateTitles, missedCutOff, type Lateness } from '../../../rules/sh-eval/lateness.ts';
import { regionTitles } from '../../../rules/sh-store/districts.ts';
import { inBoth, text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';
import { choice, yesOrNo } from '../../../workflows/engine/choice.ts';
import { stageTitle } from '../../../workflows/engine/contract.ts';
import { assessmentEntry } from '../../../workflows/sh-eval/assessment-entry/contract.ts';
import type { AssessmentEntryFacts } from '../../../workflows/sh-eval/assessment-entry/facts.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { idSchema, instantSchema, line, textSchema } from '../../http/schemas.ts';
import { campaignWithin } from '../campaign-reach.ts';

/** The condition on rows of "Case" that are late at an instant. */
export function lateEntries(late: Readonly<Record<string, Lateness>>): Prisma.Sql {
  return Prisma.sql`("stage" = ANY(${Object.keys(late)})
    AND NOT ("stage" = ANY(${[...FORGIVEN]}) AND ("state" -> 'facts' ->> 'lateAllowed')::boolean))`;
}

const lateSchema = z
  .object({
    who: choice(lateTitles),
    title: textSchema,
    cutOff: instantSchema.meta({ description: 'The cut-off that was missed' }),
    electronicAt: instantSchema.nullable().meta({ description: 'When the electronic materials were handed in' }),
    paperAt: instantSchema.nullable().meta({ description: 'When the paper set arrived' }),
  })
  .meta({ id: 'LateEntry' });

const entrySchema = z
  .object({
    id: z.string(),
    number: z.string(),
    name: z.string(),
    district: z.object({ region: z.string(), title: textSchema }),
    categoryTitle: textSchema,
    stage: z.string(),
    stageTitle: textSchema,
    late: lateSchema.nullable(),
  })
  .meta({ id: 'CampaignEntry' });

interface Row extends Pick<AssessmentEntryFacts, 'electronicAt' | 'paperAt' | 'lateAllowed'> {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly region: string;
  readonly category: CategoryCode;
  readonly stage: string;
}

/** Those that the filters choose, by name. */
export const listCampaignEntries = route({
  method: 'get',
  path: '/api/sh-eval/campaigns/{id}/entries',
  ability: 'case.read',
  tag: 'figures',
  summary: text('测评申报名单', 'The entries of a campaign by name'),
  requirement: 'SH-EVAL-05.4, 06.1, 06.2',
  params: z.strictObject({ id: idSchema }),
  query: z.strictObject({
    ...pageQuery,
    district: line(60).optional().meta({ description: 'Region of the district, e.g. `SH/PUDONG`' }),
    category: choice(categories).optional(),
    stage: line(60).optional().meta({ description: 'Stage, or outcome of a closed one' }),
    open: yesOrNo.optional().meta({ description: 'Entries that are not closed, or that are' }),
    late: yesOrNo.optional().meta({ description: 'Entries that are late, or that are not' }),
  }),
  refuses: ['NOT_FOUND', 'OUT_OF_SCOPE'],
  answers: { 200: { description: 'A page of them by name', schema: pageOf(entrySchema) } },
  async handle({ context, access, now, params: { id }, query }) {
    const { district, category, stage, open, late: isLate, cursor, limit } = query;
    const after = positionOf(cursor, z.tuple([sortKey.id]));
    const { facts, entries } = await campaignWithin(context, id, access);
    const late = lateStages(facts, now);
    const conditions = [
      entries,
      ...(district === undefined ? [] : [Prisma.sql`"state" -> 'bodies' -> 'district' ->> 'region' = ${district}`]),
      ...(category === undefined ? [] : [Prisma.sql`"state" -> 'facts' ->> 'category' = ${category}`]),
      ...(stage === undefined ? [] : [Prisma.sql`"stage" = ${stage}`]),
      ...(open === undefined ? [] : [Prisma.sql`("closedAt" IS NULL) = ${open === 'true'}`]),
      ...(isLate === undefined ? [] : [Prisma.sql`${lateEntries(late)} = ${isLate === 'true'}`]),
      ...(after === null
        ? []
        : [Prisma.sql`("title", "id") > (SELECT "title", "id" FROM "Case" WHERE "id" = ${after[0]})`]),
    ];
    const rows = await context.database.$queryRaw<Row[]>`
      SELECT "id", "number", "title" AS "name", "stage", "state" -> 'bodies' -> 'district' ->> 'region' AS "region",
        "state" -> 'facts' ->> 'category' AS "category", "state" -> 'facts' ->> 'electronicAt' AS "electronicAt",
        "state" -> 'facts' ->> 'paperAt' AS "paperAt", ("state" -> 'facts' ->> 'lateAllowed')::boolean AS "lateAllowed"
      FROM "Case" WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY "title", "id" LIMIT ${limit + 1}`;
    const body = pageFrom(
      rows,
      limit,
      ({ id: of }) => [of],
      ({ region, category: of, lateAllowed, electronicAt, paperAt, ...one }) => ({
        ...one,
        district: { region, title: regionTitles[region] ?? inBoth(region) },
        categoryTitle: categories[of].title,
        stageTitle: stageTitle(assessmentEntry, one.stage) ?? inBoth(one.stage),
        late: lateOf(one.stage, lateAllowed, { electronicAt, paperAt }),
      }),
    );
    return { status: 200, body };

    function lateOf(
      at: string,
      lateAllowed: boolean,
      arrived: { readonly electronicAt: Instant | null; readonly paperAt: Instant | null },
    ): z.infer<typeof lateSchema> | null {
      const who = lateAllowed && FORGIVEN.includes(at) ? undefined : late[at];
      return who === undefined ? null : { who, title: lateTitles[who], cutOff: missedCutOff(facts, who), ...arrived };
    }
  },
});
