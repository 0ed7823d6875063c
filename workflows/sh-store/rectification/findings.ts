/** Findings of the supervision that come to a rectification, and go again (SH-STORE-09.2). */
import type { Text } from '../../../rules/text.ts';
import { clearance } from '../clearance/contract.ts';
import { tellWhatToCorrect } from './content.ts';
import type { Rectification } from './contract.ts';
import type { RectificationInputs } from './input.ts';

/** One more finding is to be corrected, with a time of its own; where people decide on a clearance, or on more time, it waits for them. */
export function addFinding(step: Rectification, finding: RectificationInputs['addFinding']): void {
  const { findings = [] } = step.facts;
  step.facts.findings = [...findings, finding.findingId];
  if (step.state.stage === 'ESCALATED_TO_CLEARANCE') return;
  if (step.state.closedAt !== null) step.reopen('UNDER_CORRECTION');
  if (step.facts.correctedAt !== null) goOnCorrecting(step);
  if (step.facts.limitPassedAt == null) startAnew(step);
  tellWhatToCorrect(step, finding);
}

/** A finding is taken back. What rests on nothing any more ends, and its clearance with it. */
export function withdrawFinding(step: Rectification, { findingId, why }: RectificationInputs['withdrawFinding']): void {
  const { findings = [] } = step.facts;
  if (!findings.includes(findingId)) return;
  step.facts.findings = findings.filter((one) => one !== findingId);
  step.record('RECTIFICATION_FINDING_WITHDRAWN', why, { clause: 'SH-STORE 四.4', requirement: 'SH-STORE-09.2' });
  if (!restsOnNothing(step)) return;
  const { closedAt, stage } = step.state;
  if (stage === 'ESCALATED_TO_CLEARANCE') {
    const originCaseId = step.state.id;
    step.tellAbout(clearance, 'withdrawGround', { originCaseId, ground: 'CLEAR_8_VIOLATION', why });
  }
  // One that the clearance has ended goes on, or ends, once that is undone.
  if (closedAt === null || stage === 'RELEASED') endWithoutFinding(step, why);
}

/** Whether all that it rested on was taken back. */
export function restsOnNothing({ facts: { ground, products = [], findings = [] } }: Rectification): boolean {
  return ground === 'RECT_CONTENT_REFUSAL' && products.length === 0 && findings.length === 0;
}

export function endWithoutFinding(step: Rectification, why: Text): void {
  if (step.state.closedAt !== null) step.reopen('UNDER_CORRECTION');
  step.notify('rectificationUnfounded', 'provider', { why, withdrawnAt: step.now });
  step.close('WITHDRAWN');
}

/** What was handed in is not all that there is to be corrected. */
function goOnCorrecting(step: Rectification): void {
  step.facts.correctedAt = null;
  step.facts.limitPassedAt = null;
  step.closeTask('rectificationCheck');
  step.moveTo('UNDER_CORRECTION');
}

/** The time to correct runs anew; a manager may have given more. */
function startAnew(step: Rectification): void {
  const before = step.deadline('contentCorrection');
  if (before !== undefined) step.cancelDeadline('contentCorrection');
  step.startDeadline('contentCorrection', step.workingDays('rectification.contentDays'));
  const given = step.deadline('contentCorrection');
  if (before?.lastDay == null || given?.lastDay == null || before.lastDay <= given.lastDay) return;
  step.cancelDeadline('contentCorrection');
  step.startDeadline('contentCorrection', before.period);
}
