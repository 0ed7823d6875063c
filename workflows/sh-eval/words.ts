/** The words of the assessment: what its contracts and processes may name. */
import { assessmentBodies } from '../../rules/sh-eval/bodies.ts';
import { shEvalRules, type ShEvalValues } from '../../rules/sh-eval/config.ts';
import { contractsOf } from '../engine/define.ts';

export const contract = contractsOf<{ rules: ShEvalValues; readings: object; writes: object }>('SH_EVAL', {
  rules: shEvalRules.values,
  bodies: Object.fromEntries(assessmentBodies.map(({ id, name }) => [id, name])),
});
