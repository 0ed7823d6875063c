/** The annual evaluation of a year: city platforms and institutions ranked apart, with grades and what follows (AH-EVAL-07). */
import { z } from 'zod';
import { setReport } from '../../../activities/letters/sheet-setter.ts';
import { newestRules } from '../../../prisma/case-input.ts';
import { evaluatedYears, evaluationRows, type EvaluationRow } from '../../../prisma/ah/evaluations.ts';
import { ahRules } from '../../../rules/ah/config.ts';
import { memberKinds, type MemberKind } from '../../../rules/ah/indicators.ts';
import { grades, isConfigured, notConfigured, type Grade } from '../../../rules/ah/scoring.ts';
import { text } from '../../../rules/text.ts';
import { yearOf } from '../../../rules/time/index.ts';
import type { Access } from '../../abilities.ts';
import type { Database } from '../../../prisma/client.ts';
import { handOut } from '../../documents/hand-out.ts';
import { exportShape, sendFigures } from '../../exports/send-figures.ts';
import { tableFormat } from '../../exports/send-table.ts';
import { route } from '../../http/route.ts';
import { textSchema } from '../../http/schemas.ts';
import { evaluationDocument } from '../documents/evaluation-document.ts';
import { evaluationColumns, evaluationTableRows, standingOf } from '../documents/evaluation-rows.ts';
import { memberSchema, memberView } from '../views/member-schema.ts';
import { membersWithin, seesNetwork } from '../views/members-within.ts';
import { openableOf } from '../../views/openable.ts';

const yearSchema = z.coerce.number().int().min(2019).max(2199);
const params = z.strictObject({ year: yearSchema });

const gradeNames = Object.keys(grades) as [Grade, ...Grade[]];

const rowSchema = z.object({
  member: memberSchema,
  place: z.int().nullable().meta({ description: 'Among its kind; equal totals share a place' }),
  tied: z.boolean().meta({ description: 'Another of its kind has the same total' }),
  late: z.boolean().meta({ description: 'Ranked after results of its kind were notified, which keep their places' }),
  total: z.number().nullable().meta({ description: 'Null while it is not scored: nothing is invented' }),
  grade: z.enum(gradeNames).nullable(),
  gradeTitle: textSchema.nullable(),
  rewardProposed: z.boolean(),
  standing: textSchema.meta({ description: 'Where the evaluation stands, or what became of title or residency' }),
  caseId: z.string().nullable().meta({ description: 'Its case; null to who may not open it' }),
});

/** Before a result is notified, department and provincial platform alone see it. */
export const getEvaluations = route({
  method: 'get',
  path: '/api/ah/evaluations/{year}',
  ability: 'record.read',
  tag: 'figures',
  summary: text('年度综合评价结果', 'Results of the annual evaluation'),
  requirement: 'AH-EVAL-07.1, 07.2, 07.3, 07.4, AH-OPS-06.2',
  params: z.strictObject({
    year: z.union([z.literal('latest'), yearSchema]).meta({
      description: '`latest`: the last for which there is an evaluation, or the year before this one',
    }),
  }),
  answers: {
    200: {
      description: 'The two rankings, the best first',
      schema: z.object({
        year: z.int(),
        years: z.array(z.int()).meta({ description: 'The years for which there is an evaluation, the latest first' }),
        rankings: z.array(
          z.object({
            kind: z.enum(Object.keys(memberKinds) as [MemberKind, ...MemberKind[]]),
            title: textSchema,
            notConfigured: textSchema.nullable().meta({
              description: 'Why no total can be reckoned under the newest rules; null once all weights are set',
            }),
            grades: z.array(z.object({ grade: z.enum(gradeNames), title: textSchema, n: z.int() })),
            items: z.array(rowSchema),
          }),
        ),
      }),
    },
  },
  async handle({ context: { database }, access, reader, params: { year: asked }, now }) {
    const years = await evaluatedYears(database);
    const year = asked === 'latest' ? (years[0] ?? yearOf(now) - 1) : asked;
    const rows = await rowsOf(database, access, year);
    const openable = await openableOf(
      database,
      reader,
      rows.flatMap(({ caseId }) => caseId ?? []),
    );
    const { values } = await newestRules(database, ahRules.regime);
    const rankings = (Object.keys(memberKinds) as MemberKind[]).map((kind) => {
      const ofKind = rows.filter((row) => row.kind === kind);
      return {
        ...{ kind, title: memberKinds[kind] },
        notConfigured: isConfigured(kind, values) ? null : notConfigured,
        grades: gradeNames.map((grade) => ({
          ...{ grade, title: grades[grade] },
          n: ofKind.filter((row) => row.grade === grade).length,
        })),
        items: ofKind.map((row) => rowView(row, openable)),
      };
    });
    return { status: 200, body: { year, years, rankings } };
  },
});

function rowView(row: EvaluationRow, openable: ReadonlySet<string>) {
  const { total, rank, grade, reward, atPlace, caseId } = row;
  return {
    member: memberView(row),
    ...{ place: rank?.place ?? null, tied: atPlace > 1, late: rank?.late ?? false, total },
    ...{ grade, gradeTitle: grade === null ? null : grades[grade], rewardProposed: reward !== null },
    standing: standingOf(row),
    caseId: caseId !== null && openable.has(caseId) ? caseId : null,
  };
}

/** The two rankings as a table to file. Each export stands in the audit log. */
export const exportEvaluations = route({
  ...exportShape,
  path: '/api/ah/evaluations/{year}/export',
  ability: 'case.export',
  summary: text('导出年度综合评价结果', 'Export the annual evaluation'),
  requirement: 'AH-EVAL-07.1, 07.4',
  params,
  query: z.strictObject({ format: tableFormat }),
  async handle(call) {
    const {
      context,
      access,
      reader,
      params: { year },
      query: { format },
    } = call;
    const rows = await rowsOf(context.database, access, year);
    return sendFigures(call, {
      ...{ id: 'ah-evaluations', filters: { year }, format },
      ...{ file: `evaluations-${year}`, sheet: text('综合评价', 'Evaluation') },
      columns: evaluationColumns(reader.locale),
      rows: evaluationTableRows(rows, year, reader.locale),
    });
  },
});

/** The same two rankings as PDF/A, to be sealed and filed. */
export const getEvaluationsPdf = route({
  method: 'get',
  path: '/api/ah/evaluations/{year}/results.pdf',
  ability: 'case.export',
  tag: 'figures',
  summary: text('年度综合评价结果（PDF）', 'Results of the annual evaluation as PDF'),
  requirement: 'AH-EVAL-07.1, 07.4',
  params,
  answers: { 200: { description: 'The results as they stand', mediaType: 'application/pdf' } },
  async handle({ context, access, params: { year }, now }) {
    const rows = await rowsOf(context.database, access, year);
    const content = await setReport(evaluationDocument(rows, year, now), context.settings.letters.fonts);
    const name = `${year}年度综合评价结果.pdf`;
    return handOut({ id: `evaluations-${year}.pdf`, name, mime: 'application/pdf' }, content);
  },
});

function rowsOf(database: Database, access: Access, year: number): Promise<EvaluationRow[]> {
  return evaluationRows(database, { year, within: membersWithin(access), concluded: !seesNetwork(access) });
}
