/** What several actions of the supervision refuse. */
import { refuse } from '../../../rules/refusal.ts';
import { refuseBefore } from '../../../rules/refuse-before.ts';
import { text } from '../../../rules/text.ts';
import { dayOf, type Day } from '../../../rules/time/index.ts';
import type { Supervision } from './contract.ts';

/** What was found, done or listed cannot lie in the future. */
export function refuseFuture(step: Supervision, day: Day, field: string): void {
  if (day <= dayOf(step.now)) return;
  refuse('INVALID_INPUT', '日期不能晚于今天。', 'The day cannot lie in the future.', { field });
}

/** What is found of the store in operation cannot lie before it was opened. */
export function refuseBeforeOpening(step: Supervision, day: Day, field: string): void {
  refuseBefore(field, day, step.facts.openedOn, text('店铺开通之日', 'the day on which the store opened'));
}
