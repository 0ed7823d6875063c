/** What was deducted for complaints rests on findings: one that is taken back counts no more, wherever the evaluation stands (AH-EVAL-08.1). */
import { grades, NOT_CONFIGURED, totalOf } from '../../../rules/ah/scoring.ts';
import { text, type Text } from '../../../rules/text.ts';
import type { Evaluation } from './contract.ts';
import { enter } from './enter.ts';
import type { AnnualEvaluationInputs } from './input.ts';
import { complaintsThen } from './named-complaints.ts';
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
  const before = step.facts.counts?.complaints;
  if (isNotified) tellOfLifted(step, counts);
  else if (total !== null) deductAnew(step);
  recordChange(step, counts, isNotified, !isNotified && total !== null && before === step.facts.counts?.complaints);
}

/**
 * The complaints that count, by the figure that was set and what the records held then and hold now: a new one adds,
 * a reversed one lowers, but not again where a person had set the figure without it (A-85, AH-EVAL-08.1).
 */
export function complaintsCounted(set: number, then: number, now: number): number {
  if (now >= then) return set + now - then;
  const leftOut = Math.max(0, then - set);
  return Math.max(0, set - Math.max(0, then - now - leftOut));
}

/** The total with the complaints that still stand. A grade that was given on the total before is given anew; the place is reckoned anew at that. */
function deductAnew(step: Evaluation): void {
  const { kind, marks, counts, data, deductedFor, lifted } = step.facts;
  if (counts === null || data === null) throw new Error('It is not scored.');
  const set = data.figures.complaints ?? 0;
  const complaints = complaintsCounted(set, complaintsThen(data), deductedFor.length - lifted.length);
  if (complaints === counts.complaints) return;
  const changed = { ...counts, complaints };
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

function recordChange(step: Evaluation, counts: boolean, isNotified: boolean, isSetWithout: boolean): void {
  const { zh, en } = isSetWithout
    ? setByHand(step)
    : counts
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

/** Where the figure comes from that stays as it is. */
function setByHand({ facts: { data, counts } }: Evaluation): Text {
  const [sent, set] = [data?.complaintsAtSending ?? 0, counts?.complaints ?? 0];
  return text(
    `已计减分投诉的认定有变化；投诉件数此前已由人工更正（报送时记录 ${sent} 件），仍按 ${set} 件减分，不重复增减`,
    `The finding on a complaint changed; the number of complaints had been corrected by hand (${sent} on record when the data were sent); deducted as before: ${set}`,
  );
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
