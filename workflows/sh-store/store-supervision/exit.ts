/** The store asks to leave, 四.5(7); it may take that back until it is confirmed (SH-STORE-15.4). */
import { entry } from '../../../rules/phrases.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { momentInWords } from '../../../rules/time/index.ts';
import type { Supervision } from './contract.ts';
import { detect, isOpen, withdraw } from './grounds.ts';

const GROUND = 'CLEAR_7_VOLUNTARY';

export function refuseIfRequested(step: Supervision): void {
  if (isOpen(step, GROUND)) {
    refuse('ALREADY_DONE', '退出申请已经提出，正在办理。', 'The store has asked to leave already.');
  }
}

export function refuseUnlessRequested(step: Supervision): void {
  if (!isOpen(step, GROUND)) refuse('NOT_NOW', '没有待办理的退出申请。', 'There is no request to leave.');
}

export function requestExit(step: Supervision, reason: string): void {
  step.facts.exit = { state: 'EXIT_REQUESTED', requestedAt: step.now };
  const { zh, en } = momentInWords(step.now);
  detect(step, GROUND, [
    text(`店铺于${zh}提出退出申请`, `The store asked to leave at ${en}`),
    entry(text('退出理由', 'Why'), reason),
  ]);
  const barMonths = step.number('bar.clearanceMonths');
  step.notify('exitReceived', 'provider', { requestedAt: step.now, reason, barMonths });
}

export function withdrawExit(step: Supervision): void {
  step.facts.exit = { state: 'EXIT_WITHDRAWN', requestedAt: null };
  withdraw(step, GROUND, text('店铺撤回退出申请', 'the store withdrew its request to leave'));
  step.notify('exitWithdrawn', 'provider', { withdrawnAt: step.now });
}
