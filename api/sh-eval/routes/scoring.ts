/** The score sheet of an entry with what each indicator rests on: filed materials, parts of the report, points of the year, the verification (SH-EVAL-08). */
import { z } from 'zod';
import { refuse } from '../../../rules/refusal.ts';
import { filedFiles, type FiledFile } from '../../../rules/sh-eval/filed-files.ts';
import type { AssessmentFiling } from '../../../rules/sh-eval/form.ts';
import {
  angleTitles,
  dimensionTitles,
  indicators,
  indicatorsOf,
  type Dimension,
  type IndicatorKey,
} from '../../../rules/sh-eval/indicators.ts';
import { materials } from '../../../rules/sh-eval/materials.ts';
import { FULL_MARKS, indicatorTitles, meanOf, totalOf } from '../../../rules/sh-eval/scores.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../../workflows/engine/choice.ts';
import { readableFacts } from '../../../workflows/engine/contract.ts';
import type { RecordedState } from '../../../workflows/engine/state.ts';
import { assessmentEntry } from '../../../workflows/sh-eval/assessment-entry/contract.ts';
import type { AssessmentEntryFacts } from '../../../workflows/sh-eval/assessment-entry/facts.ts';
import type { Database } from '../../../prisma/client.ts';
import { isShownInPlace } from '../../files/download.ts';
import { withoutContent } from '../../files/kept-files.ts';
import { route } from '../../http/route.ts';
import { daySchema, idSchema, instantSchema, textSchema } from '../../http/schemas.ts';
import { requireWithin, SCOPED } from '../../views/case-scope.ts';
import { namedSchema, namesOf } from '../../views/people.ts';
import { weightsUnder } from '../weights.ts';

const indicator = choice(indicatorTitles);

const fileSchema = z.object({ id: z.string(), name: z.string(), mediaType: z.string(), inPlace: z.boolean() });

const indicatorSchema = z
  .object({
    code: indicator,
    title: textSchema,
    purpose: textSchema,
    weight: z.number().nullable().meta({ description: 'Null as long as none is set: never zero' }),
    materials: z.array(
      z.object({
        key: z.string(),
        title: textSchema,
        material: z.int().nullable().meta({ description: 'Number among the materials of the notice' }),
        attachment: z.int().nullable().meta({ description: 'Number among the attachments of the report' }),
        files: z.array(fileSchema),
      }),
    ),
    report: z.array(z.string()).meta({ description: 'Parts of the report that it rests on, as paths into the form' }),
    points: z.array(
      z.object({
        angle: z.string(),
        title: textSchema,
        points: z.int().nullable().meta({ description: 'Null before the points were read' }),
      }),
    ),
  })
  .meta({ id: 'ScoredIndicator' });

/** For the bodies that handle the entry: who is assessed reads neither marks nor how they come about before the publication. */
export const getScoring = route({
  method: 'get',
  path: '/api/sh-eval/entries/{id}/scoring',
  ability: 'case.handle',
  tag: 'cases',
  summary: text('评分表与依据', 'The score sheet of an entry with what it rests on'),
  requirement: 'SH-EVAL-08.1 to 08.6',
  params: z.strictObject({ id: idSchema.meta({ description: 'Id of the entry' }) }),
  refuses: ['NOT_FOUND', 'OUT_OF_SCOPE'],
  answers: {
    200: {
      description: 'The indicators by dimension, and the sheets once both are opened',
      schema: z.object({
        fullMarks: z.int().meta({ description: 'Most marks of an indicator' }),
        weights: textSchema.meta({ description: 'What is set of the weights of the indicators' }),
        dimensions: z.array(z.object({ code: z.string(), title: textSchema, indicators: z.array(indicatorSchema) })),
        points: z
          .object({ asOf: daySchema, year: z.int(), isFixed: z.boolean() })
          .nullable()
          .meta({ description: 'Points of the stores in the assessed year; null before they were read' }),
        verification: z
          .object({ authentic: z.boolean(), satisfaction: z.number(), asked: z.int(), at: instantSchema })
          .nullable(),
        filed: z.int().meta({ description: 'How many sheets were filed' }),
        sheets: z
          .array(
            z.object({
              assessor: namedSchema,
              scores: z.partialRecord(indicator, z.number()),
              note: z.string().nullable(),
              mean: z.number().nullable(),
            }),
          )
          .nullable()
          .meta({ description: 'Null for everybody until both are in' }),
        total: z.number().nullable().meta({
          description: 'By the weights, from 0 to 100; null while no weights are set, or before the sheets are opened',
        }),
      }),
    },
  },
  async handle({ context: { database }, access, params: { id } }) {
    const found = await database.case.findFirst({
      where: { id, kind: assessmentEntry.kind },
      select: {
        ...SCOPED,
        state: true,
        ruleVersion: true,
        forms: { orderBy: { version: 'desc' }, take: 1, select: { data: true } },
      },
    });
    const { row, standing } = requireWithin(access, found);
    const filing = row.forms[0]?.data as unknown as AssessmentFiling | undefined;
    if (!standing.seesAll || filing === undefined || row.state === null) {
      return refuse('NOT_FOUND', '该申报没有评分表。', 'There is no score sheet of this entry.');
    }
    const { facts } = row.state as unknown as RecordedState<AssessmentEntryFacts & Record<string, unknown>>;
    const { sheets = null, verification = null } = readableFacts(assessmentEntry, facts, standing) as Partial<
      Pick<AssessmentEntryFacts, 'sheets' | 'verification'>
    >;
    const points = facts.points.fixed ?? facts.points.provisional;
    const filed = filedFiles(filing.materials);
    const [files, names, { weights, words }] = await Promise.all([
      filesById(database, filed),
      namesOf(database, sheets?.map(({ assessor }) => assessor) ?? []),
      weightsUnder(database, [row.ruleVersion]),
    ]);
    const body = {
      ...{ fullMarks: FULL_MARKS, weights: words, verification, filed: facts.filedSheets },
      dimensions: (Object.keys(dimensionTitles) as Dimension[]).map((code) => ({
        code,
        title: dimensionTitles[code],
        indicators: indicatorsOf(code).map(view),
      })),
      points: points === null ? null : { asOf: points.asOf, year: points.year, isFixed: facts.points.fixed !== null },
      sheets:
        sheets?.map(({ assessor, scores, note }) => ({
          ...{ scores, note, mean: meanOf([scores]) },
          assessor: { id: assessor, name: names.get(assessor) ?? null },
        })) ?? null,
      total: totalOf(
        (sheets ?? []).map(({ scores }) => scores),
        weights,
      ),
    };
    return { status: 200, body };

    function view(code: IndicatorKey): z.infer<typeof indicatorSchema> {
      const { title, purpose, materials: keys, report, angles } = indicators[code];
      return {
        ...{ code, title, purpose, weight: weights?.[code] ?? null },
        materials: keys.map((key) => {
          const { title: called, material, attachment } = materials[key];
          const ids = [...new Set(filed.filter((file) => file.key === key).map(({ fileId }) => fileId))];
          return { key, title: called, material, attachment, files: ids.flatMap((fileId) => files.get(fileId) ?? []) };
        }),
        report: report.map((part) => `report.${part}`),
        points: angles.map((angle) => ({
          angle,
          title: angleTitles[angle],
          points: points === null ? null : (points.byAngle[angle] ?? 0),
        })),
      };
    }
  },
});

/** The filed files by their ids; one that is gone is left out. */
async function filesById(
  database: Database,
  filed: readonly FiledFile[],
): Promise<ReadonlyMap<string, z.infer<typeof fileSchema>>> {
  const rows = await database.file.findMany({
    where: { id: { in: [...new Set(filed.map(({ fileId }) => fileId))] } },
    select: withoutContent,
  });
  return new Map(rows.map(({ id, name, mime }) => [id, { id, name, mediaType: mime, inPlace: isShownInPlace(mime) }]));
}
