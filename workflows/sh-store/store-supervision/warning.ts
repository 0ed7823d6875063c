/** A warning runs as a deadline of the store: who is warned sees until when it can still be averted, and is reminded. */
import type { Day } from '../../../rules/time/index.ts';
import type { Supervision } from './contract.ts';

type Warning = 'gainPoints' | 'raiseRating';

/**
 * Warns until this day, unless it does already. One that begins with a month is sent in the morning by its first reminder; one that
 * begins later, e.g. since figures were corrected, is sent at once.
 */
export function warnUntil(step: Supervision, name: Warning, lastDay: Day, send: () => void): void {
  const running = step.deadline(name);
  if (running?.lastDay === lastDay) return;
  step.cancelDeadline(name);
  step.startDeadline(name, { unit: 'date', day: lastDay });
  if (!step.deadline(name)?.rungs.some(({ key }) => key === 'first-day')) send();
}

/** The store has done what was wanted, or the ground has arisen: a warning whose time is over by then passes of itself. */
export function endWarning(step: Supervision, name: Warning, how: 'AVERTED' | 'ARISEN'): void {
  if (how === 'AVERTED') step.meetDeadline(name);
  else if ((step.deadline(name)?.dueAt ?? step.now) > step.now) step.cancelDeadline(name);
}
