/** What a side adds to an evaluation in public: the provider one answer, the consumer one comment. */
import { refuse } from '../../../rules/refusal.ts';
import type { StepOf } from '../../engine/step-of.ts';
import type { consumerEvaluation } from './contract.ts';
import { isShownAt } from './contract.ts';

/**
 * Lays the words beside the evaluation in the record of its form, once.
 * @throws Refusal NOT_NOW if the evaluation is hidden, ALREADY_DONE at the second time
 */
export function addInPublic(
  step: StepOf<typeof consumerEvaluation>,
  remembered: 'answeredAt' | 'commentedAt',
  part: 'answer' | 'comment',
  { text, fileIds }: { readonly text: string; readonly fileIds: readonly string[] },
): void {
  if (!isShownAt(step.state.stage)) {
    refuse('NOT_NOW', '评价已被隐藏，不能再公开发言。', 'The evaluation is hidden: nothing can be added in public.');
  }
  const before = step.facts[remembered];
  if (before !== null) {
    refuse('ALREADY_DONE', '每份评价只能公开答复或追加一次。', 'Each side adds to an evaluation once.', {
      facts: { [remembered]: before },
    });
  }
  step.facts[remembered] = step.now;
  step.write('form', { changes: { [part]: { text, fileIds, at: step.now } }, filedById: step.actor.id });
}
