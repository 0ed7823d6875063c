/** How an entry is handed in, in time or late (五（一）; SH-EVAL-05): paper and electronic materials both, and arrival counts. */
import { refuseBefore } from '../../../rules/refuse-before.ts';
import { refuse } from '../../../rules/refusal.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import { failedPaperChecks, paperChecks, type PaperCheck } from '../../../rules/sh-eval/formats.ts';
import { yearEnd } from '../../../rules/sh-eval/campaign.ts';
import { listed } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import { dayOf, lateFrom, type Instant } from '../../../rules/time/index.ts';
import type { StepOf } from '../../engine/step-of.ts';
import type { SubmissionReading } from '../words.ts';
import type { assessmentEntry } from './contract.ts';

type Entry = StepOf<typeof assessmentEntry>;

/** Whether something that arrived then is too late for this entry: 17:00:00 is in time and 17:00:01 is not. */
function isLate({ lateAllowed, institutionCutOff: at }: Entry['facts'], arrivedAt: Instant): boolean {
  return !lateAllowed && arrivedAt >= lateFrom({ period: { unit: 'instant', at }, dueAt: at });
}

/** @throws Refusal NOT_NOW for what came from 17:00:01 on, whether or not the passing of the cut-off is on record yet (SH-EVAL-05.2) */
export function isInTime({ receivedAt, facts }: Entry): void {
  if (!isLate(facts, receivedAt)) return;
  refuse(
    'NOT_NOW',
    '申报截止时间已过，不再受理；如有特殊情况，请联系市经济信息化委。',
    'The cut-off has passed: no materials are taken any more. Turn to the municipal commission if there is a special reason.',
    { facts: { requirement: 'SH-EVAL-05.2', institutionCutOff: facts.institutionCutOff } },
  );
}

/** @throws Refusal INVALID_INPUT while something is to be put right in what was filed (SH-EVAL-05.1) */
export function isComplete(_step: unknown, { issues }: SubmissionReading): void {
  refuseIssues(issues);
}

export function handIn(step: Entry, _input: object, { points }: SubmissionReading): void {
  const { facts } = step;
  if (step.state.closedAt !== null) takeWhatWaited(step);
  facts.electronicAt = step.receivedAt;
  const fixedNow = step.rules['assessment.period'] === 'SUBMISSION';
  facts.points = { provisional: points, fixed: fixedNow ? points : null };
  if (fixedNow) step.cancelDeadline('yearEnd');
  const { year, paperAt } = facts;
  step.notify('entrySubmitted', 'institution', { year, submittedAt: facts.electronicAt, paperAt, points: points.year });
  if (paperAt === null) {
    step.moveTo('SUBMITTED');
    step.openOrDescribeTask('recordPaper', { category: facts.category });
  }
  awaitDistrict(step);
  takeIn(step);
}

/** It came in time and waited while the cut-off was recorded as missed (SH-EVAL-05.2): the entry goes on as if it had been taken at once. */
function takeWhatWaited(step: Entry): void {
  step.reopen('ENTRY_DRAFT');
  awaitYearEnd(step);
}

/** @throws Refusal ALREADY_DONE for a paper set that was on record when the district was late: it is not recorded otherwise then */
export function isPaperAwaited({ state: { stage }, facts: { paperAt } }: Entry): void {
  if (stage !== 'DISTRICT_LATE' || paperAt === null) return;
  refuse('ALREADY_DONE', '纸质材料已登记收到。', 'The paper set is on record already.', { facts: { paperAt } });
}

/** @throws Refusal CONDITION_NOT_MET while one of the two versions is not on record: a manager excuses the district, not the institution (SH-EVAL-05.2) */
export function isWhole({ facts }: Entry): void {
  if (hasBoth(facts)) return;
  const { electronicAt, paperAt } = facts;
  refuse(
    'CONDITION_NOT_MET',
    electronicAt === null
      ? '电子版材料未提交，不能继续办理。'
      : '尚未登记收到纸质材料，不能继续办理；请先登记纸质材料的收到时间。',
    electronicAt === null
      ? 'The electronic materials were not handed in: it cannot go on.'
      : 'The paper set is not on record: record first when it arrived.',
    { facts: { requirement: 'SH-EVAL-05.2', electronicAt, paperAt } },
  );
}

/** Paper and electronic materials are both in. */
function hasBoth({ electronicAt, paperAt }: Entry['facts']): boolean {
  return electronicAt !== null && paperAt !== null;
}

/** The district has the paper set; what arrived in time and was written down later is in time. */
export function receivePaper(
  step: Entry,
  { receivedAt, checks }: { readonly receivedAt: Instant; readonly checks: Readonly<Record<PaperCheck, boolean>> },
): void {
  if (receivedAt > step.now) {
    refuse('INVALID_INPUT', '收到时间不得晚于现在。', 'The papers cannot have arrived in the future.', {
      field: 'receivedAt',
    });
  }
  const begunOn = dayOf(step.state.openedAt);
  refuseBefore('receivedAt', dayOf(receivedAt), begunOn, text('申报建立之日', 'the day on which the entry was begun'));
  const failed = failedPaperChecks(checks);
  if (failed.length > 0) {
    const titles = listed(failed.map((check) => paperChecks[check]));
    refuse(
      'CONDITION_NOT_MET',
      `纸质材料不符合要求：${titles.zh}；请退回机构补正后再登记。`,
      `The paper set is not in order: ${titles.en}. Give it back, and record it once it is.`,
      {
        field: 'checks',
        facts: { requirement: failed[0] === 'COMMITMENT_UNALTERED' ? 'SH-EVAL-12.11' : 'SH-EVAL-13.2', failed },
      },
    );
  }
  const { facts } = step;
  facts.paperAt = receivedAt;
  step.closeTask('recordPaper');
  const { year, electronicAt } = facts;
  if (isLate(facts, receivedAt)) refuseLate(step);
  else {
    step.notify('paperReceived', 'institution', { year, paperAt: receivedAt, submittedAt: electronicAt });
    takeIn(step);
  }
}

/** The points of the year are fixed when it ends, or at once if it has ended (SH-EVAL-01.6). */
export function awaitYearEnd(step: Entry): void {
  const { points, year } = step.facts;
  if (points.fixed !== null || step.deadline('yearEnd') !== undefined) return;
  step.startDeadline('yearEnd', { unit: 'instant', at: yearEnd(year), begins: true });
}

/** Both versions are in: the district reviews, unless it is late itself and a manager decides. */
function takeIn(step: Entry): void {
  const { category } = step.facts;
  if (!hasBoth(step.facts) || step.state.stage === 'DISTRICT_LATE') return;
  step.meetDeadline('institutionCutOff');
  step.closeTask('recordPaper');
  step.moveTo('DISTRICT_REVIEW');
  step.openTask('reviewEntry', { category });
}

function awaitDistrict(step: Entry): void {
  if (step.deadline('districtCutOff') !== undefined) return;
  step.startDeadline('districtCutOff', { unit: 'instant', at: step.facts.districtCutOff });
}

/**
 * The cut-off has passed. Whoever has not handed in electronically is late (SH-EVAL-05.4). Where the paper alone is not on record, the
 * district still says when it arrived: that nobody wrote it down is not the institution's fault.
 */
export function missTheCutOff(step: Entry): void {
  if (step.facts.electronicAt === null) refuseLate(step);
}

function refuseLate(step: Entry): void {
  const { year, institutionCutOff: cutOff, electronicAt, paperAt } = step.facts;
  // The commission has it from here: its manager may let it in.
  step.moveTo('LATE');
  step.notify('lateRefused', 'institution', { year, cutOff, submittedAt: electronicAt, paperAt });
  step.close('LATE_REFUSED');
}

export function isBeforeCutOff({ now, facts }: Entry): void {
  if (!isLate(facts, now)) return;
  refuse(
    'NOT_NOW',
    '申报截止时间已过，不能再退回补正；请决定是否推荐。',
    'The cut-off has passed: it cannot be returned any more. Decide whether to recommend it.',
    { facts: { requirement: 'SH-EVAL-06.1', institutionCutOff: facts.institutionCutOff } },
  );
}

export function returnToDraft(step: Entry, { reason }: { readonly reason: string }): void {
  const { facts } = step;
  facts.electronicAt = null;
  for (const task of ['reviewEntry', 'recordPaper'] as const) step.closeTask(task);
  // Who was let in late has no other clock: what is never handed in comes to a manager at the cut-off of the districts.
  if (!facts.lateAllowed) step.cancelDeadline('districtCutOff');
  step.moveTo('ENTRY_DRAFT');
  awaitInstitution(step);
  const told = { year: facts.year, reason, decidedAt: step.now };
  step.notify('entryReturned', 'institution', told, facts.lateAllowed ? [] : ['institutionCutOff']);
}

function awaitInstitution(step: Entry): void {
  const { lateAllowed, institutionCutOff: at } = step.facts;
  if (lateAllowed || step.deadline('institutionCutOff') !== undefined) return;
  step.startDeadline('institutionCutOff', { unit: 'instant', at });
}

/** What is not complete can still be completed, as long as the districts hand in (SH-EVAL-05.4). */
export function canBeComplete({ now, facts }: Entry): void {
  const { districtCutOff: at } = facts;
  if (hasBoth(facts) || now < lateFrom({ period: { unit: 'instant', at }, dueAt: at })) return;
  refuse(
    'NOT_NOW',
    '区级报送截止时间已过，材料不齐的申报不能再受理。',
    'The cut-off of the districts has passed: an entry whose materials are not complete cannot be let in any more.',
    { facts: { requirement: 'SH-EVAL-05.4', districtCutOff: facts.districtCutOff } },
  );
}

/** A manager lets a late entry in: it goes on from what it has (SH-EVAL-05.4). */
export function takeLate(step: Entry, { reason }: { readonly reason: string }): void {
  const { facts } = step;
  facts.lateAllowed = true;
  step.reopen('ENTRY_DRAFT');
  awaitYearEnd(step);
  awaitDistrict(step);
  step.notify('lateAllowed', 'institution', { year: facts.year, reason, decidedAt: step.now });
  if (facts.electronicAt === null) return;
  if (facts.paperAt === null) step.moveTo('SUBMITTED');
  takeIn(step);
}
