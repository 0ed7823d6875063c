/** The quarterly bulletins: the public summary of each, and for the network the whole with its eight columns (AH-EVAL-05, AH-OPS-04.2). */
import { z } from 'zod';
import { setReport } from '../../../activities/letters/sheet-setter.ts';
import { bulletinFigures, bulletinSums, bulletinTitles, type BulletinFigure } from '../../../rules/ah/figures.ts';
import { memberKinds, type MemberKind } from '../../../rules/ah/indicators.ts';
import { quarterInWords, quarterOf } from '../../../rules/ah/quarters.ts';
import { bilingual } from '../../../rules/bilingual.ts';
import { refuse } from '../../../rules/refusal.ts';
import { inBoth, text } from '../../../rules/text.ts';
import { quarterlyBulletin } from '../../../workflows/ah/quarterly-bulletin/contract.ts';
import { registers } from '../../../workflows/ah/words.ts';
import { handOut, WORD } from '../../documents/hand-out.ts';
import { reportWord } from '../../documents/report-word.ts';
import { pageFrom, pageOf, pageQuery, positionOf } from '../../http/paging.ts';
import { route, type Call } from '../../http/route.ts';
import { instantSchema, line, textSchema } from '../../http/schemas.ts';
import { bulletinDocument } from '../documents/bulletin-document.ts';
import { bulletinOf } from '../views/bulletin.ts';

const quarter = line(7).regex(
  /^\d{4}-Q[1-4]$/,
  bilingual('应为季度，例如 2025-Q3。', 'must be a quarter, e.g. 2025-Q3'),
);

const figureSchema = z.object({ figure: z.string(), title: textSchema, n: z.int() });

/** Rows of the register, one bulletin each. */
interface Issued {
  readonly quarter: string;
  readonly document: string;
  readonly issuedAt: string;
  readonly summary: { readonly members: number; readonly figures: Readonly<Record<BulletinFigure, number>> };
}

export const listAnhuiBulletins = route({
  method: 'get',
  path: '/api/ah/bulletins',
  ability: 'public',
  tag: 'public',
  summary: text('平台网络季度服务情况', 'Quarterly services of the network'),
  requirement: 'AH-OPS-04.2, AH-EVAL-05.2',
  query: z.strictObject(pageQuery),
  answers: {
    200: {
      description:
        'A page of the bulletins that were issued, the latest first: sums of the network, none of a single member',
      schema: pageOf(
        z.object({
          quarter: z.string(),
          title: textSchema,
          document: z.string(),
          issuedAt: instantSchema,
          members: z.int(),
          figures: z.array(figureSchema),
        }),
      ),
    },
  },
  async handle({ context: { database }, query: { cursor, limit } }) {
    const [before] = positionOf(cursor, z.tuple([quarter])) ?? [null];
    const rows = await database.$queryRaw<Issued[]>`
      SELECT b."key" AS "quarter", b."value" ->> 'document' AS "document", b."value" ->> 'issuedAt' AS "issuedAt",
        b."value" -> 'summary' AS "summary"
      FROM "RegisterEntry" AS e, jsonb_each(e."data") AS b ("key", "value")
      WHERE e."register" = ${registers.bulletins} AND (${before}::text IS NULL OR b."key" < ${before}::text)
      ORDER BY b."key" DESC LIMIT ${limit + 1}`;
    const page = pageFrom(
      rows,
      limit,
      (row) => [row.quarter],
      ({ quarter: of, document, issuedAt, summary }) => ({
        ...{ quarter: of, title: quarterInWords(quarterOf(of)), document, issuedAt },
        ...{ members: summary.members, figures: figuresOf(summary.figures) },
      }),
    );
    return { status: 200, body: page };
  },
});

const ofQuarter = {
  method: 'get',
  ability: 'record.read',
  tag: 'figures',
  params: z.strictObject({ quarter: quarter.meta({ description: 'e.g. `2025-Q3`' }) }),
  refuses: ['NOT_FOUND', 'OUT_OF_SCOPE'],
} as const;

export const getBulletin = route({
  ...ofQuarter,
  path: '/api/ah/bulletins/{quarter}',
  summary: text('季度通报', 'The bulletin of a quarter'),
  requirement: 'AH-EVAL-05.1, 05.2, 05.3, 05.4',
  answers: {
    200: {
      description:
        'The bulletin with its figures, counted as of now while the quarter runs and frozen from its end on; for the network once it is issued, before that for who handles it',
      schema: z.object({
        quarter: z.string(),
        title: textSchema,
        standing: textSchema,
        issued: z.boolean(),
        asOf: instantSchema.nullable().meta({ description: 'Null while the quarter runs: nothing is frozen yet' }),
        issuedAt: instantSchema.nullable(),
        document: z.string().nullable(),
        notes: z.array(z.object({ note: z.string(), at: instantSchema })).meta({
          description: 'Corrections after the draft, also after the issue; the figures stay as they were',
        }),
        sums: z.array(figureSchema),
        groups: z.array(
          z.object({
            kind: z.string(),
            title: textSchema,
            rows: z.array(
              z.object({
                party: z.string(),
                name: z.string(),
                figures: z.array(z.int()).meta({ description: 'In the order of the sums' }),
              }),
            ),
          }),
        ),
        caseId: z.string().nullable().meta({ description: 'Null to who may not open the case' }),
      }),
    },
  },
  async handle(call) {
    const { facts, stage, outcome, caseId } = await seenBulletin(call);
    const { asOf, issuedAt, document, notes, rows } = facts;
    const titles = { ...quarterlyBulletin.stages, ...quarterlyBulletin.outcomes };
    const code = outcome ?? stage;
    return {
      status: 200,
      body: {
        ...{ quarter: call.params.quarter, title: quarterInWords(facts) },
        standing: Object.hasOwn(titles, code) ? titles[code as keyof typeof titles] : inBoth(code),
        ...{ issued: issuedAt !== null, asOf, issuedAt, document, notes: [...notes], caseId },
        sums: figuresOf(bulletinSums(rows)),
        groups: (Object.keys(memberKinds) as MemberKind[]).map((kind) => ({
          ...{ kind, title: memberKinds[kind] },
          rows: rows
            .filter((row) => row.kind === kind)
            .map(({ party, name, figures }) => ({ party, name, figures: bulletinFigures.map((one) => figures[one]) })),
        })),
      },
    };
  },
});

/** The bulletin as PDF/A, to be sealed and filed. */
export const getBulletinPdf = route({
  ...ofQuarter,
  path: '/api/ah/bulletins/{quarter}/bulletin.pdf',
  summary: text('季度通报（PDF）', 'The bulletin as PDF'),
  refuses: [...ofQuarter.refuses, 'NOT_NOW'],
  requirement: 'AH-EVAL-05.3',
  answers: { 200: { description: 'The bulletin as it stands', mediaType: 'application/pdf' } },
  async handle(call) {
    const { page, name } = await documentOf(call);
    const content = await setReport(page, call.context.settings.letters.fonts);
    return handOut({ id: `${call.params.quarter}.pdf`, name: `${name}.pdf`, mime: 'application/pdf' }, content);
  },
});

/** The same bulletin as a Word file. */
export const getBulletinWord = route({
  ...ofQuarter,
  path: '/api/ah/bulletins/{quarter}/bulletin.docx',
  summary: text('季度通报（Word）', 'The bulletin as a Word file'),
  refuses: [...ofQuarter.refuses, 'NOT_NOW'],
  requirement: 'AH-EVAL-05.3',
  answers: { 200: { description: 'The bulletin as it stands', mediaType: WORD } },
  async handle(call) {
    const { page, name } = await documentOf(call);
    return handOut({ id: `${call.params.quarter}.docx`, name: `${name}.docx`, mime: WORD }, await reportWord(page));
  },
});

type OfQuarter = Call<{ readonly quarter: string }>;

function seenBulletin({ context: { database }, reader, access, params }: OfQuarter) {
  return bulletinOf(database, { reader, access }, params.quarter);
}

async function documentOf(call: OfQuarter) {
  const { facts } = await seenBulletin(call);
  if (facts.asOf === null) {
    return refuse(
      'NOT_NOW',
      `${quarterInWords(facts).zh}尚未结束，数据未固定；季度结束后可以下载通报。`,
      `Nothing is frozen yet of ${quarterInWords(facts).en}; there is a bulletin to download once the quarter is over.`,
    );
  }
  return { page: bulletinDocument(facts, call.now), name: `${quarterInWords(facts).zh}服务情况通报` };
}

function figuresOf(sums: Readonly<Record<BulletinFigure, number>>) {
  return bulletinFigures.map((figure) => ({ figure, title: bulletinTitles[figure], n: sums[figure] }));
}
