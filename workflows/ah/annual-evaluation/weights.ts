/** What whoever scores is told while the weights are not set (AH-EVAL-01.4). */
import { NOT_CONFIGURED, notConfigured } from '../../../rules/ah/scoring.ts';
import { refuse } from '../../../rules/refusal.ts';

/** @throws Refusal CONDITION_NOT_MET: a total of what is not set would be invented (AH-EVAL-01.4) */
export function refuseUnconfigured(): never {
  return refuse('CONDITION_NOT_MET', notConfigured.zh, notConfigured.en, {
    facts: { requirement: 'AH-EVAL-01.4', total: NOT_CONFIGURED },
  });
}
