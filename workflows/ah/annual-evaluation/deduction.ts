/** What was deducted for complaints rests on findings: one that is taken back counts no more, wherever the evaluation stands (AH-EVAL-08.1). */
import { grades, NOT_CONFIGURED, totalOf } from '../../../rules/ah/scoring.ts';
import { text } from '../../../rules/text.ts';
import type { Evaluation } from './contract.ts';
import { enter } from './enter.ts';
import type { AnnualEvaluationInputs } from './input.ts';
import { refuseUnconfigured } from './weights.ts';

/** A finding was taken back, or stands after review. What was verified after the scoring does not count, whatever becomes of it. */
export function complaintCounts(
  step: Evaluation,
  { complaint, counts }: AnnualEvaluationInputs['complaintCounts'],
): void {
  const { deductedFor, lifted, total } = step.facts;
  if (!deductedFor.includes(complaint) || lifted.includes(complaint) !== counts) return;
  step.facts.lifted = counts ? lifted.filter((one) => one !== complaint) : [...lifted, complaint];
  const isNotified = step.state.closedAt !== null;
  if (isNotified) tellOfLifted(step, counts);
  else if (total !== null) deductAnew(step, counts ? 1 : -1);
  recordChange(step, counts, isNotified);
}

/** The total with one complaint more or less. A grade that was given on the total before is given anew; the place is reckoned anew at that. */
function deductAnew(step: Evaluation, change: 1 | -1): void {
  const { kind, marks, counts } = step.facts;
  if (counts === null) throw new Error('It is not scored.');
  const changed = { ...counts, complaints: Math.max(0, counts.complaints + change) };
  const total = totalOf(kind, marks, changed, step.rules);
  if (total === NOT_CONFIGURED) return refuseUnconfigured();
  Object.assign(step.facts, { counts: changed, total });
  if (step.state.stage === 'SCORING') step.openOrDescribeTask('rank', { total });
  else if (step.state.stage === 'RANKED') step.describeTask('grade', { total });
  else if (step.state.stage === 'GRADED') gradeAnew(step);
  enter(step);
}

/** The result was notified: it is for the managers of the department to correct it. */
function tellOfLifted(step: Evaluation, counts: boolean): void {
  const { year, grade, total } = step.facts;
  if (counts || grade === null || total === null) return;
  step.notify('deductionLifted', { role: 'manager' }, { year, grade: grades[grade], total, liftedAt: step.now });
}

function recordChange(step: Evaluation, counts: boolean, isNotified: boolean): void {
  const { zh, en } = counts
    ? text('已计减分的投诉经复核仍成立，恢复减分', 'A complaint stands after review and is deducted again')
    : text(
        '已计减分的投诉，其认定已撤销或者正在复核，不再减分',
        'The finding on a deducted complaint was taken back: it counts no more',
      );
  const { total } = step.facts;
  const now =
    total === null
      ? text('尚未重新计分', 'it is not scored anew yet')
      : text(`得分为 ${total}`, `the score is ${total}`);
  const after = isNotified ? text('结果已通知，得分不变', 'the result was notified, and its score stays') : now;
  step.record('DEDUCTION_CHANGED', text(`${zh}；${after.zh}`, `${en}; ${after.en}`), {
    clause: 'AH-EVAL 附件1(减分项)',
    requirement: 'AH-EVAL-08.1',
  });
}

/** The grade is taken back, to be given anew. */
export function gradeAnew(step: Evaluation): void {
  step.facts.grade = null;
  step.facts.confirmed = false;
  for (const task of ['confirm', 'notifyResult'] as const) step.closeTask(task);
  delete step.state.participants['grader'];
  step.moveTo('RANKED');
  step.openTask('grade', { total: step.facts.total, ...step.facts.rank });
}
