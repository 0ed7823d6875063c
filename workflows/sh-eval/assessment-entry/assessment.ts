/** What the third party does with an entry (三、测评内容; SH-EVAL-08): documents, points of the store, verification, and two sheets of marks. */
import { refuse } from '../../../rules/refusal.ts';
import { gradeTitles, type GradeCode } from '../../../rules/sh-eval/grades.ts';
import {
  gradeOf,
  indicatorTitles,
  totalOf,
  weightsIn,
  type IndicatorCode,
  type SheetName,
} from '../../../rules/sh-eval/scores.ts';
import { momentInWords, type Instant } from '../../../rules/time/index.ts';
import { yearEnd } from '../../../rules/sh-eval/campaign.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { registers, type ScoreSheet } from '../words.ts';
import { endInterest } from '../../engine/common.ts';
import { ASSESSORS, askForSheet } from './ask-for-sheet.ts';
import type { assessmentEntry } from './contract.ts';
import { followInterests } from './interests.ts';

type Entry = StepOf<typeof assessmentEntry>;

export function finishDocuments(step: Entry): void {
  const { facts } = step;
  facts.documentsReviewedAt = step.now;
  step.closeTask('reviewDocuments');
  if (facts.points.fixed === null) step.moveTo('STORE_POINTS_REVIEW');
  else {
    step.moveTo('VERIFICATION');
    step.openTask('verifyService', { category: facts.category });
  }
}

export function clarify(step: Entry, { question }: { readonly question: string }): void {
  const { year } = step.facts;
  step.facts.clarification = { question, askedAt: step.now, answeredAt: null };
  step.startDeadline('clarification', step.workingDays('assessment.clarifyWithin'));
  step.notify('clarificationAsked', 'institution', { year, question, askedAt: step.now }, ['clarification']);
}

export function nothingAsked(step: Entry): void {
  const askedAt = unansweredSince(step);
  if (askedAt === null) return;
  refuse('ALREADY_OPEN', '此前的说明要求尚待答复。', 'A request for clarification waits for its answer already.', {
    facts: { askedAt },
  });
}

/** What comes late is taken as well: the sheets may still be open. */
export function somethingAsked({ facts: { clarification } }: Entry): void {
  if (clarification === null) refuse('NOT_NOW', '没有待答复的说明要求。', 'No clarification was asked for.');
  if (clarification.answeredAt === null) return;
  refuse('ALREADY_DONE', '已提交说明。', 'The clarification was given already.', {
    facts: { answeredAt: clarification.answeredAt },
  });
}

/** Since when the institution is asked, with time left to answer; null if it is not. */
function unansweredSince(step: Entry): Instant | null {
  const { clarification } = step.facts;
  if (clarification === null || clarification.answeredAt !== null) return null;
  return step.deadline('clarification') === undefined ? null : clarification.askedAt;
}

/** @throws Refusal NOT_NOW while the institution has time to answer: no mark is given before it is heard (SH-EVAL-08.5) */
export function isClarified(step: Entry): void {
  const askedAt = unansweredSince(step);
  if (askedAt === null) return;
  refuse(
    'NOT_NOW',
    '服务机构的说明尚在答复期限内，答复或期限届满后方可评分。',
    'The institution has time left to answer the request for clarification: score after its answer, or after the time.',
    { facts: { requirement: 'SH-EVAL-08.5', askedAt } },
  );
}

export function verify(
  step: Entry,
  {
    authentic,
    satisfaction,
    asked,
  }: { readonly authentic: boolean; readonly satisfaction: number; readonly asked: number },
): void {
  step.facts.verification = { authentic, satisfaction, asked, at: step.now };
  step.closeTask('verifyService');
  askForSheet(step);
}

/** @throws Refusal CONDITION_NOT_MET before the verification is on record (SH-EVAL-08.5) */
export function isVerified({ facts: { verification } }: Entry): void {
  if (verification !== null) return;
  refuse(
    'CONDITION_NOT_MET',
    '尚未登记服务核验，不能评分。',
    'The verification is not on record: nothing can be scored before it.',
    { facts: { requirement: 'SH-EVAL-08.5' } },
  );
}

/** @throws Refusal NOT_NOW before the end of the assessed year, when its points are fixed (SH-EVAL-01.6) */
export function pointsAreFixed({ facts: { points, year } }: Entry): void {
  if (points.fixed !== null) return;
  const end = momentInWords(yearEnd(year));
  refuse(
    'NOT_NOW',
    `年度积分在 ${year} 年 12 月 31 日 24:00 固定，此后方可评分。`,
    `The points of the year are fixed at ${end.en}; nothing is scored before.`,
    { facts: { requirement: 'SH-EVAL-01.6', fixedAt: yearEnd(year) } },
  );
}

/** The sheet of one assessor; with the second one both are opened, and everybody who reads the case sees them. */
export function fileSheet(
  step: Entry,
  { scores, note }: { readonly scores: Readonly<Record<IndicatorCode, number>>; readonly note?: string | undefined },
  earlier: readonly ScoreSheet[],
): void {
  const { facts } = step;
  const sheet: ScoreSheet = { assessor: step.actor.id, scores, note: note ?? null };
  step.participate('scorer');
  facts.filedSheets += 1;
  facts.filedBy = [...(facts.filedBy ?? []), sheet.assessor];
  keepSheet(step, sheet, facts.filedSheets);
  // Who took the work up and filed holds it no longer.
  step.closeTask('scoreEntry');
  askForSheet(step);
  if (facts.filedSheets < ASSESSORS) return;
  facts.sheets = [...earlier, sheet];
  step.moveTo('SCORED');
  step.openTask('submitAssessment', { category: facts.category });
}

/** Sheets stand in a register of their own, which nobody reads before they are opened; each state of it is kept. */
function keepSheet(
  step: Entry,
  sheet: ScoreSheet,
  order: number,
  { reason, inPlaceOf }: { readonly reason?: string; readonly inPlaceOf?: string | undefined } = {},
): void {
  const replaced = inPlaceOf === undefined ? {} : { [inPlaceOf]: null };
  step.write('register', {
    register: registers.sheets,
    status: 'FILED',
    validFrom: null,
    validTo: null,
    data: { [step.state.id]: { ...replaced, [sheet.assessor]: { ...sheet, order } } },
    adds: true,
    ...(reason !== undefined && { reason }),
  });
}

/** @throws Refusal NOT_ALLOWED for who has filed none */
export function ownSheet({ facts: { sheets }, actor }: Entry): ScoreSheet {
  const own = sheets?.find(({ assessor }) => assessor === actor.id);
  return own ?? refuse('NOT_ALLOWED', '只能更正自己的评分表。', 'Only whoever filed a sheet corrects it.');
}

/** Whoever filed a sheet corrects a mark of it: everybody sees what it was, who changed it and why. */
export function correct(
  step: Entry,
  { indicator, marks, reason }: { readonly indicator: IndicatorCode; readonly marks: number; readonly reason: string },
): void {
  const { sheets } = step.facts;
  const own = ownSheet(step);
  const nth = (sheets ?? []).indexOf(own);
  if (own.scores[indicator] === marks) {
    refuse(
      'INVALID_INPUT',
      `“${indicatorTitles[indicator].zh}”的分数没有变化。`,
      `The marks of “${indicatorTitles[indicator].en}” are the same as before.`,
      { field: 'marks' },
    );
  }
  const sheet = { ...own, scores: { ...own.scores, [indicator]: marks } };
  step.facts.sheets = (sheets ?? []).map((one) => (one === own ? sheet : one));
  keepSheet(step, sheet, nth + 1, { reason });
}

/** Another assessor scores in place of one who cannot answer for the sheet any more; it, who, and why stay on record. */
export function replaceSheet(
  step: Entry,
  {
    sheet: which,
    scores,
    reason,
  }: { readonly sheet: SheetName; readonly scores: Readonly<Record<IndicatorCode, number>>; readonly reason: string },
): void {
  const nth = which === 'FIRST' ? 0 : 1;
  const sheet: ScoreSheet = { assessor: step.actor.id, scores, note: null };
  const before = step.facts.sheets ?? [];
  step.participate('scorer');
  step.facts.sheets = before.map((one, at) => (at === nth ? sheet : one));
  keepSheet(step, sheet, nth + 1, { reason, inPlaceOf: before[nth]?.assessor });
  endInterest(step, (account) => account === before[nth]?.assessor);
  followInterests(step);
}

export function interfere(step: Entry, { reason }: { readonly reason: string }): void {
  const { facts } = step;
  facts.interferences = [...facts.interferences, { what: reason, at: step.now }];
  step.notify('interferenceRecorded', 'institution', { year: facts.year, reason, decidedAt: step.now });
}

/** The commission grades and says why; where weights and limits are set, the grade is theirs (A-49, SH-EVAL-08.6). */
export function setGrade(step: Entry, { grade, reason }: { readonly grade: GradeCode; readonly reason: string }): void {
  followsLimits(step, grade);
  step.participate('grader');
  step.facts.grade = { code: grade, reason, at: step.now };
  step.closeTask('setGrade');
  step.moveTo('RESULTS_SET');
}

/** @throws Refusal INVALID_INPUT for another grade than that of the limits; untruth and interference make it unqualified whatever the total (SH-EVAL-08.7) */
function followsLimits({ facts, rules }: Entry, grade: GradeCode): void {
  const limits = gradeByLimits({ facts, rules });
  if (limits === null || limits.grade === grade) return;
  const faulty = facts.interferences.length > 0 || facts.verification?.authentic === false;
  if (grade === 'UNQUALIFIED' && faulty) return;
  const { zh, en } = gradeTitles[limits.grade];
  refuse(
    'INVALID_INPUT',
    `总分 ${limits.total}，按分数线应为${zh}。`,
    `With a total of ${limits.total} it is by the limits: ${en}.`,
    {
      field: 'grade',
      facts: { requirement: 'SH-EVAL-08.6', total: limits.total },
    },
  );
}

/** The total of an entry and the grade that the limits give it; null while weights or limits are not set (SH-EVAL-08.6). */
export function gradeByLimits({
  facts,
  rules,
}: {
  readonly facts: Pick<Entry['facts'], 'sheets'>;
  readonly rules: Parameters<typeof gradeOf>[1];
}): { readonly total: number; readonly grade: GradeCode } | null {
  const marks = (facts.sheets ?? []).map(({ scores }) => scores);
  const total = totalOf(marks, weightsIn(rules));
  const grade = total === null ? null : gradeOf(total, rules);
  return total === null || grade === null ? null : { total, grade };
}
