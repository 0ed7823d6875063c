/** What cases of the assessment read: the points of a store for the assessed year, the sheets of the assessors, and how far a campaign is. */
import type { Transaction } from '../../prisma/client.ts';
import { lastDayBefore } from '../../prisma/sh-store/month-sums.ts';
import { pointsByRuleAndMonth } from '../../prisma/sh-store/points-sums.ts';
import { daysOfYear } from '../../rules/sh-eval/campaign.ts';
import { sumsOf } from '../../rules/sh-store/points-sums.ts';
import { dayOf } from '../../rules/time/index.ts';
import { assessmentEntry } from '../../workflows/sh-eval/assessment-entry/contract.ts';
import { campaignYearOf, registers, type ScoreSheet, type ShEvalReadings } from '../../workflows/sh-eval/words.ts';
import type { Reader, ReadingRequest } from '../reader.ts';

export const assessmentReaders: { readonly [R in keyof ShEvalReadings]: Reader<ShEvalReadings[R]> } = {
  storePoints,
  scoreSheets,
  campaignFigures,
};

function yearOf({ about, caseId }: ReadingRequest): number {
  const year = campaignYearOf(about);
  if (year === null) throw new Error(`Case ${caseId} is about no campaign.`);
  return year;
}

/**
 * The points of the assessed year from its first day to its 24:00 (SH-EVAL-01.4), as far as it has gone; of all stores of the institution. One
 * without a store has none (SH-EVAL-02.12).
 */
async function storePoints(tx: Transaction, request: ReadingRequest): Promise<ShEvalReadings['storePoints']> {
  const year = yearOf(request);
  const { to } = daysOfYear(year);
  const today = request.before === null ? dayOf(request.at) : lastDayBefore(request.before);
  const asOf = today < to ? today : to;
  const { subject } = await tx.case.findUniqueOrThrow({ where: { id: request.caseId }, select: { subject: true } });
  const stores = await tx.store.findMany({
    where: { creditCode: subject },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  const points = { year: 0, cumulative: 0, byAngle: {} as Record<string, number> };
  for (const { id } of stores) {
    const { total, byYear } = sumsOf(await pointsByRuleAndMonth(tx, id, asOf));
    const ofYear = byYear.find((one) => one.year === String(year));
    points.cumulative += total;
    points.year += ofYear?.net ?? 0;
    for (const [angle, sum] of Object.entries(ofYear?.byAngle ?? {})) {
      points.byAngle[angle] = (points.byAngle[angle] ?? 0) + sum;
    }
  }
  return { asOf, stores: stores.map(({ id }) => id), ...points };
}

/** The sheets of the entry in the order in which they were filed. */
async function scoreSheets(tx: Transaction, { caseId }: ReadingRequest): Promise<ShEvalReadings['scoreSheets']> {
  const { subject } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { subject: true } });
  const entry = await tx.registerEntry.findUnique({
    where: { register_party: { register: registers.sheets, party: subject } },
    select: { data: true },
  });
  type Kept = ScoreSheet & { readonly order: number };
  const ofCases = (entry?.data ?? {}) as unknown as Readonly<
    Record<string, Readonly<Record<string, Kept>> | undefined>
  >;
  return Object.values(ofCases[caseId] ?? {})
    .sort((one, other) => one.order - other.order)
    .map(({ assessor, scores, note }) => ({ assessor, scores, note }));
}

/** Counted in the records: a campaign has thousands of entries. */
async function campaignFigures(tx: Transaction, { about }: ReadingRequest): Promise<ShEvalReadings['campaignFigures']> {
  const rows = await tx.$queryRaw<{ stage: string; isOpen: boolean; n: number }[]>`
    SELECT "stage", "closedAt" IS NULL AS "isOpen", count(*)::int AS "n" FROM "Case"
    WHERE "about" = ${about} AND "kind" = ${assessmentEntry.kind} GROUP BY 1, 2`;
  const counted = (open: boolean) =>
    Object.fromEntries(rows.filter(({ isOpen }) => isOpen === open).map(({ stage, n }) => [stage, n]));
  return { open: counted(true), closed: counted(false) };
}
