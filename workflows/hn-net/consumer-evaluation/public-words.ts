/** What a side adds to an evaluation in public: the provider one answer, the consumer one comment. */
import { refuse } from '../../../rules/refusal.ts';
import type { StepOf } from '../../engine/step-of.ts';
import type { consumerEvaluation } from './contract.ts';
import { isShownAt } from './contract.ts';

type Evaluation = StepOf<typeof consumerEvaluation>;
type Remembered = 'answeredAt' | 'commentedAt';

export function isInView({ state }: Evaluation): void {
  if (isShownAt(state.stage)) return;
  refuse('NOT_NOW', '评价已被隐藏，不能再公开发言。', 'The evaluation is hidden: nothing can be added in public.');
}

/** Each side adds once. */
export function notAddedYet(remembered: Remembered) {
  return ({ facts }: Evaluation): void => {
    const before = facts[remembered];
    if (before === null) return;
    refuse('ALREADY_DONE', '每份评价只能公开答复或追加一次。', 'Each side adds to an evaluation once.', {
      facts: { [remembered]: before },
    });
  };
}

/** Lays the words beside the evaluation in the record of its form. */
export function addInPublic(
  step: Evaluation,
  remembered: Remembered,
  part: 'answer' | 'comment',
  { text, fileIds }: { readonly text: string; readonly fileIds: readonly string[] },
): void {
  step.facts[remembered] = step.now;
  step.write('form', { changes: { [part]: { text, fileIds, at: step.now } }, filedById: step.actor.id });
}
