/** What cases of the assessment read: the points of a store for the assessed year, the sheets of the assessors, and how far a campaign is. */
import type { Transaction } from '../../prisma/client.ts';
import { newestRules } from '../../prisma/case-input.ts';
import { lastDayBefore } from '../../prisma/sh-store/month-sums.ts';
import { ledgersOfStores } from '../../prisma/sh-store/points-sums.ts';
import { daysOfYear } from '../../rules/sh-eval/campaign.ts';
import type { ShEvalValues } from '../../rules/sh-eval/config.ts';
import { filedFiles, formatFaults } from '../../rules/sh-eval/filed-files.ts';
import { canWaive, checkEligibility, eligibilityOnRecord } from '../../rules/sh-eval/eligibility.ts';
import { checkEntrant, type Entrant } from '../../rules/sh-eval/entrant.ts';
import { checkDeclaration, checkReport } from '../../rules/sh-eval/form-check.ts';
import type { AssessmentFiling } from '../../rules/sh-eval/form.ts';
import { issue } from '../../rules/sh-eval/issue.ts';
import { missingMaterials } from '../../rules/sh-eval/materials-check.ts';
import { pointsOfYear } from '../../rules/sh-eval/store-points.ts';
import { dayOf, type Day } from '../../rules/time/index.ts';
import type { RecordedState } from '../../workflows/engine/state.ts';
import { assessmentCampaign } from '../../workflows/sh-eval/assessment-campaign/contract.ts';
import type { AssessmentEntryFacts } from '../../workflows/sh-eval/assessment-entry/facts.ts';
import { campaignYearOf, registers, type ScoreSheet, type ShEvalReadings } from '../../workflows/sh-eval/words.ts';
import { firstOf, type Reader, type ReaderOfMany, type ReadingRequest } from '../reader.ts';

/** The one condition that a reviewer may relax (SH-EVAL-02.3). */
const HEADCOUNT = 'fullTimeStaff';

export const assessmentReaders: { readonly [R in keyof ShEvalReadings]: Reader<ShEvalReadings[R]> } = {
  storePoints: firstOf(storePoints),
  submission,
  conditions,
  scoreSheets,
  campaignStage,
};

/** What is read for many cases at once, since it is due for thousands at one instant. */
export const assessmentReadersOfMany: { readonly [R in 'storePoints']: ReaderOfMany<ShEvalReadings[R]> } = {
  storePoints,
};

function yearOf({ about, caseId }: ReadingRequest): number {
  const year = campaignYearOf(about);
  if (year === null) throw new Error(`Case ${caseId} is about no campaign.`);
  return year;
}

/** The last day that counts: of the assessed year, or the day of the reading while the year runs (SH-EVAL-01.4). */
function asOfDay(request: ReadingRequest): Day {
  const { to } = daysOfYear(yearOf(request));
  const today = request.before === null ? dayOf(request.at) : lastDayBefore(request.before);
  return today < to ? today : to;
}

/**
 * The points of the assessed year from its first day to its 24:00 (SH-EVAL-01.4), as far as it has gone; of all stores of the institution. One
 * without a store has none (SH-EVAL-02.12). Read in sets, since thousands of entries ask at the instant at which the year ends.
 */
async function storePoints(
  tx: Transaction,
  requests: readonly ReadingRequest[],
): Promise<ShEvalReadings['storePoints'][]> {
  const cases = await tx.case.findMany({
    where: { id: { in: requests.map(({ caseId }) => caseId) } },
    select: { id: true, subject: true },
  });
  const subjects = new Map(cases.map(({ id, subject }) => [id, subject]));
  const stores = await tx.store.findMany({
    where: { creditCode: { in: [...subjects.values()] } },
    orderBy: { id: 'asc' },
    select: { id: true, creditCode: true },
  });
  const storesOf = Map.groupBy(stores, ({ creditCode }) => creditCode);
  const asked = requests.map((request) => {
    const subject = subjects.get(request.caseId);
    if (subject === undefined) throw new Error(`There is no case ${request.caseId} to read the points of.`);
    return { year: yearOf(request), asOf: asOfDay(request), ids: (storesOf.get(subject) ?? []).map(({ id }) => id) };
  });
  const ledgers = new Map<Day, Awaited<ReturnType<typeof ledgersOfStores>>>();
  for (const [asOf, alike] of Map.groupBy(asked, (one) => one.asOf)) {
    const ids = [...new Set(alike.flatMap((one) => one.ids))];
    ledgers.set(asOf, await ledgersOfStores(tx, ids, asOf));
  }
  return asked.map(({ year, asOf, ids }) => {
    const theirs = ids.map((id) => ledgers.get(asOf)?.get(id) ?? []);
    return { asOf, stores: ids, ...pointsOfYear(theirs, year) };
  });
}

/** What the newest version of the entry holds and whose it is, on the day of the reading and under the newest rules, with the points of its stores. */
async function submission(tx: Transaction, request: ReadingRequest): Promise<ShEvalReadings['submission']> {
  const { caseId, regime, at } = request;
  const points = await assessmentReaders.storePoints(tx, request);
  const { data } = await tx.form.findFirstOrThrow({
    where: { caseId },
    orderBy: { version: 'desc' },
    select: { data: true },
  });
  const filing = data as unknown as AssessmentFiling & Pick<AssessmentEntryFacts, 'basis'>;
  const { subject: party } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { subject: true } });
  const registered = await tx.registerEntry.findUnique({
    where: { register_party: { register: registers.institutions, party } },
    select: { data: true },
  });
  const { values } = await newestRules(tx, regime);
  const given = { year: yearOf(request), submittedOn: dayOf(at), values: values as unknown as ShEvalValues };
  const names = await fileNames(
    tx,
    filedFiles(filing.materials).map(({ fileId }) => fileId),
  );
  const faults = formatFaults(filing, (fileId) => names.get(fileId) ?? fileId);
  const { basis, report } = filing;
  const issues = [
    // What was filed may have been changed since the intake looked at it.
    ...checkEntrant({ basis, report, party, year: given.year, registered: registered?.data as Entrant['registered'] }),
    ...checkReport(filing.report, given),
    ...checkDeclaration(filing.report, filing.declaration),
    ...missingMaterials(filing, given),
    ...faults.filter(({ level }) => level === 'REFUSED').map((fault) => fault.issue),
    ...(checkEligibility({ filing, ...given }).blocked ? [cannotEnter] : []),
  ];
  return { points, issues };
}

/** A penalty of the last three years, or an investigation, keeps out for now (SH-EVAL-02.13). */
const cannotEnter = issue(
  'declaration.penalties',
  '02.13',
  '近三年内受过行政处罚或者正在协助接受案件调查的，暂不能申请参评',
  'Who was penalised in the last three years, or is assisting an investigation, cannot enter for now',
);

/** How the entry stands to the conditions on the day on which it was handed in. */
async function conditions(tx: Transaction, request: ReadingRequest): Promise<ShEvalReadings['conditions']> {
  const { caseId, regime, at } = request;
  const { state, forms } = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { state: true, forms: { orderBy: { version: 'desc' }, take: 1, select: { data: true } } },
  });
  const { facts } = state as unknown as RecordedState<AssessmentEntryFacts>;
  const filing = forms[0]?.data as unknown as AssessmentFiling;
  const values = (await newestRules(tx, regime)).values as unknown as ShEvalValues;
  const { items } = eligibilityOnRecord(filing, facts, at, values);
  const { allowed, why } = canWaive(HEADCOUNT, filing, values);
  return {
    notMet: items
      .filter(({ status }) => status === 'NOT_MET')
      .map(({ title, found, needed }) => ({ title, found, needed })),
    headcountStands: allowed ? null : why,
  };
}

async function fileNames(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const files = await tx.file.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(files.map(({ id, name }) => [id, name]));
}

/** The sheets of the entry in the order in which they were filed; one that became void before it was opened is none. */
async function scoreSheets(tx: Transaction, { caseId }: ReadingRequest): Promise<ShEvalReadings['scoreSheets']> {
  const { subject } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { subject: true } });
  const entry = await tx.registerEntry.findUnique({
    where: { register_party: { register: registers.sheets, party: subject } },
    select: { data: true },
  });
  type Kept = ScoreSheet & { readonly order: number };
  const ofCases = (entry?.data ?? {}) as unknown as Readonly<
    Record<string, Readonly<Record<string, Kept | null>> | undefined>
  >;
  return Object.values(ofCases[caseId] ?? {})
    .filter((sheet) => sheet !== null)
    .sort((one, other) => one.order - other.order)
    .map(({ assessor, scores, note }) => ({ assessor, scores, note }));
}

/** Of the campaign of the year; one whose draft was withdrawn is none. */
async function campaignStage(tx: Transaction, { about }: ReadingRequest): Promise<ShEvalReadings['campaignStage']> {
  const { stage } = await tx.case.findFirstOrThrow({
    where: { about, kind: assessmentCampaign.kind, OR: [{ outcome: null }, { outcome: { not: 'WITHDRAWN' } }] },
    orderBy: { openedAt: 'desc' },
    select: { stage: true },
  });
  return stage;
}
