/** What is printed of an assessment: the self-evaluation report of an entry as PDF and Word, and annex 1 of a district as a spreadsheet. */
import { z } from 'zod';
import { setReport } from '../../../activities/letters/sheet-setter.ts';
import { assessmentBodies } from '../../../rules/sh-eval/bodies.ts';
import { filedFiles } from '../../../rules/sh-eval/filed-files.ts';
import type { AssessmentFiling } from '../../../rules/sh-eval/form.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import type { RecordedState } from '../../../workflows/engine/state.ts';
import { assessmentCampaign } from '../../../workflows/sh-eval/assessment-campaign/contract.ts';
import { assessmentEntry } from '../../../workflows/sh-eval/assessment-entry/contract.ts';
import type { AssessmentEntryFacts } from '../../../workflows/sh-eval/assessment-entry/facts.ts';
import { campaignYearOf } from '../../../workflows/sh-eval/words.ts';
import type { ApiContext } from '../../context.ts';
import type { Access } from '../../abilities.ts';
import { handOut, SPREADSHEET, WORD } from '../../documents/hand-out.ts';
import { reportWord } from '../../documents/report-word.ts';
import { route } from '../../http/route.ts';
import { idSchema, line } from '../../http/schemas.ts';
import { requireWithin, SCOPED } from '../../views/case-scope.ts';
import { recommendationsWorkbook, type Recommended } from '../documents/recommendations.ts';
import { reportDocument } from '../documents/report-content.ts';

const ofEntry = {
  method: 'get',
  ability: 'case.read',
  tag: 'cases',
  requirement: 'SH-EVAL-05.1, 13.3',
  params: z.strictObject({ id: idSchema.meta({ description: 'Id of the entry' }) }),
  refuses: ['OUT_OF_SCOPE'],
} as const;

/** The report as it is filed now, as PDF/A; to be sealed electronically, or printed and sealed (SH-EVAL-13.4). */
export const getReportPdf = route({
  ...ofEntry,
  path: '/api/sh-eval/entries/{id}/report.pdf',
  summary: text('自评报告（PDF）', 'The self-evaluation report as PDF'),
  answers: {
    200: { description: 'The report, from its cover to its list of attachments', mediaType: 'application/pdf' },
  },
  async handle({ context, access, params: { id } }) {
    const { page, name } = await reportOf(context, id, access);
    const content = await setReport(page, context.settings.letters.fonts);
    return handOut({ id: `${id}.pdf`, name: `${name}.pdf`, mime: 'application/pdf' }, content);
  },
});

/** The same report as a Word file. */
export const getReportWord = route({
  ...ofEntry,
  path: '/api/sh-eval/entries/{id}/report.docx',
  summary: text('自评报告（Word）', 'The self-evaluation report as a Word file'),
  answers: { 200: { description: 'The report, from its cover to its list of attachments', mediaType: WORD } },
  async handle({ context, access, params: { id } }) {
    const { page, name } = await reportOf(context, id, access);
    return handOut({ id: `${id}.docx`, name: `${name}.docx`, mime: WORD }, await reportWord(page));
  },
});

/** The table of a district's recommended entrants that goes with its letter (SH-EVAL-06.2). */
export const getRecommendations = route({
  method: 'get',
  path: '/api/sh-eval/campaigns/{id}/recommendations.xlsx',
  ability: 'case.handle',
  tag: 'cases',
  summary: text('参评推荐汇总表', 'Summary table of recommended entrants'),
  requirement: 'SH-EVAL-06.3',
  params: z.strictObject({ id: idSchema.meta({ description: 'Id of the campaign' }) }),
  query: z.strictObject({
    district: line(60).meta({ description: 'Region of the district, e.g. `SH/PUDONG`' }),
  }),
  refuses: ['NOT_FOUND', 'OUT_OF_SCOPE'],
  answers: { 200: { description: 'Annex 1: eight columns, the unit with its seal, the day', mediaType: SPREADSHEET } },
  async handle({ context: { database }, access, params: { id }, query: { district }, now }) {
    const campaign = await database.case.findFirst({
      where: { id, kind: assessmentCampaign.kind },
      select: { about: true },
    });
    const unit = assessmentBodies.find(({ region }) => region === district);
    if (campaign === null || unit === undefined || !district.includes('/')) {
      return refuse('NOT_FOUND', '没有这次测评，或者没有这个区。', 'There is no such campaign, or no such district.');
    }
    const rows = await database.case.findMany({
      where: { kind: assessmentEntry.kind, about: campaign.about, bodies: { some: { bodyId: unit.id } } },
      orderBy: [{ title: 'asc' }, { id: 'asc' }],
      select: {
        ...{ ...SCOPED, outcome: true, state: true },
        forms: { orderBy: { version: 'desc' }, take: 1, select: { data: true } },
      },
    });
    // Who withdrew is recommended no more.
    const recommended = rows.filter(
      ({ outcome, state }) => outcome !== 'WITHDRAWN' && factsOf(state)?.recommendedAt != null,
    );
    const entrants = recommended.map((row) => entrantOf(requireWithin(access, row).row));
    const year = campaignYearOf(campaign.about) ?? 0;
    const content = await recommendationsWorkbook({ year, unit: unit.name.zh, on: dayOf(now), entrants });
    const name = `${year}年参评推荐汇总表（${unit.name.zh}）.xlsx`;
    return handOut({ id: `${id}.xlsx`, name, mime: SPREADSHEET }, Buffer.from(content));
  },
});

/** @throws Refusal NOT_FOUND, OUT_OF_SCOPE */
async function reportOf({ database }: ApiContext, id: string, access: Access) {
  const found = await database.case.findFirst({
    where: { id, kind: assessmentEntry.kind },
    select: {
      ...SCOPED,
      title: true,
      state: true,
      forms: { orderBy: { version: 'desc' }, take: 1, select: { data: true } },
    },
  });
  const { row, standing } = requireWithin(access, found);
  const filing = filingOf(row);
  const facts = factsOf(row.state);
  if (!standing.takesPart && !standing.seesAll) return refuse('NOT_FOUND', '没有这个案件。', 'There is no such case.');
  if (filing === null || facts === null) {
    return refuse('NOT_FOUND', '该申报没有自评报告。', 'This entry holds no report.');
  }
  const filed = [...new Set(filedFiles(filing.materials).map(({ key }) => key))];
  const page = reportDocument({ report: filing.report, year: facts.year, filed });
  return { page, name: `${row.title}自评报告（${facts.year}年）` };
}

function entrantOf(row: { readonly forms: readonly { readonly data: unknown }[] }): Recommended {
  const { overview } = (filingOf(row) as AssessmentFiling).report;
  const { contact } = overview;
  return {
    ...{ name: overview.name, category: overview.category, contactName: contact.name, mobile: contact.mobile },
    ...{ officePhone: contact.officePhone, fax: contact.fax, email: contact.email },
  };
}

function filingOf({
  forms: [form],
}: {
  readonly forms: readonly { readonly data: unknown }[];
}): AssessmentFiling | null {
  return (form?.data ?? null) as AssessmentFiling | null;
}

function factsOf(state: unknown): AssessmentEntryFacts | null {
  return (state as RecordedState<AssessmentEntryFacts> | null)?.facts ?? null;
}
