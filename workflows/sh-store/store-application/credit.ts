/** The credit-risk check and what it says of condition (5) (SH-STORE-01.16, 04.2). */
import { refuse } from '../../../rules/refusal.ts';
import type { LimbKey } from '../../../rules/sh-store/eligibility.ts';
import { dayOf } from '../../../rules/time/index.ts';
import type { Application } from './contract.ts';
import type { StoreApplicationInputs } from './input.ts';

/** A hit says which limb of condition (5) it touches or, with the reason, that it touches none. */
export function takeCreditCheck(step: Application, check: StoreApplicationInputs['recordCreditCheck']): void {
  const { result, source, checkedOn, operatingRisk, touches, note } = check;
  if (checkedOn > dayOf(step.now)) {
    refuse('INVALID_INPUT', '核查日期不能晚于今天。', 'The check cannot lie in the future.', { field: 'checkedOn' });
  }
  if (result === 'HIT' && touches === undefined) {
    refuse(
      'INVALID_INPUT',
      '有不良记录的，须写明涉及条件（5）的哪种情形；均不涉及的，填空清单并说明理由。',
      'Say which limb of condition (5) the hit touches; if it touches none, give an empty list and a note that says why.',
      { field: 'touches' },
    );
  }
  if (result === 'HIT' && touches?.length === 0 && note === undefined) {
    refuse(
      'REASON_REQUIRED',
      '不良记录不涉及条件（5）的，须说明理由。',
      'A hit that touches no limb of condition (5) needs a note that says why.',
      { field: 'note' },
    );
  }
  if (result === 'CLEAR' && touches !== undefined && touches.length > 0) {
    refuse('INVALID_INPUT', '无不良记录时不涉及条件（5）。', 'A clear check touches no limb of condition (5).', {
      field: 'touches',
    });
  }
  step.facts.credit = { result, source, checkedOn, operatingRisk, touches: touches ?? [] };
}

/** A finding on a limb stands over what the applicant declared, not over what the credit check has shown. */
export function takeFinding(step: Application, limb: LimbKey, found: boolean, reason: string): void {
  if (!found && step.facts.credit?.touches?.includes(limb) === true) {
    refuse(
      'NOT_NOW',
      '信用核查已查明涉及该情形，只能由负责人例外处理；核查有误的，请重新记录核查结果。',
      'The credit check touches this limb: only a manager can override it. If the check was wrong, record it again.',
      { field: 'limb', facts: { requirement: 'SH-STORE-01.16' } },
    );
  }
  step.facts.findings = { ...step.facts.findings, [limb]: { found, reason } };
}
