/** When a provider may report an evaluation as unlawful: one report at a time, and the same content on the same ground once. */
import type { HideReasonCode } from '../../../rules/hn-net/evaluation.ts';
import { refuse } from '../../../rules/refusal.ts';
import type { StepOf } from '../../engine/step-of.ts';
import type { consumerEvaluation } from './contract.ts';

type Evaluation = StepOf<typeof consumerEvaluation>;

/** @throws Refusal ALREADY_OPEN while a report waits for the platform's decision */
export function refuseReported({ facts: { report } }: Evaluation): void {
  if (report === null) return;
  refuse(
    'ALREADY_OPEN',
    '该评价已被举报，正在核查，请等待结果。',
    'The evaluation has been reported and is being examined; wait for the result.',
    { facts: { reportedAt: report.reportedAt } },
  );
}

/** @throws Refusal ALREADY_DONE if a report on this ground was turned down and nothing was added to the evaluation since */
export function refuseExamined({ facts: { examined } }: Evaluation, ground: HideReasonCode): void {
  if (!examined.includes(ground)) return;
  refuse(
    'ALREADY_DONE',
    '该评价已就同一事由核查，举报不成立。',
    'The evaluation was examined on this ground and the report was turned down.',
    { field: 'ground', facts: { examined } },
  );
}
