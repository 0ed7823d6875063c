/** A provider contests an entry of its credit record, and a manager decides: the record shows it as contested until then (HN-NET-12.2). */
import { contestResults, type CreditContest } from '../../../rules/hn-net/credit.ts';
import { refuse } from '../../../rules/refusal.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { namedCase } from '../../engine/case-number.ts';
import { enterCredit } from '../credit-entry.ts';
import type { Registration } from './contract.ts';

/** @throws Refusal INVALID_INPUT for what is no entry of its record, ALREADY_DONE while a contest of it is under way */
export function contest(step: Registration, entry: string, entries: readonly string[]): void {
  if (!entries.includes(entry)) {
    refuse('INVALID_INPUT', '您的信用记录中没有这一项。', 'Your credit record has no such entry.', { field: 'entry' });
  }
  const { contests = {} } = step.facts;
  if (contests[entry] !== undefined) {
    refuse('ALREADY_DONE', '该项异议正在核查。', 'A contest of this entry is under examination already.', {
      facts: { contestedOn: contests[entry] },
    });
  }
  const contestedOn = dayOf(step.now);
  step.facts.contests = { ...contests, [entry]: contestedOn };
  note(step, 'CONTESTED', [[entry, { contestedOn }]]);
  step.openOrDescribeTask('examineContest', { contested: Object.keys(step.facts.contests).length });
}

/** @throws Refusal INVALID_INPUT for an entry that is not contested */
export function decideContest(step: Registration, entry: string, decision: 'UPHELD' | 'REMOVED', reason: string): void {
  const { [entry]: contestedOn, ...others } = step.facts.contests ?? {};
  if (contestedOn === undefined) {
    refuse('INVALID_INPUT', '该项没有待核查的异议。', 'This entry is not contested.', { field: 'entry' });
  }
  step.facts.contests = others;
  note(step, decision, [[entry, { contestedOn, decidedOn: dayOf(step.now) }]]);
  const left = Object.keys(others).length;
  if (left === 0) step.closeTask('examineContest');
  else step.openOrDescribeTask('examineContest', { contested: left });
  step.notify('contestDecided', 'provider', {
    result: contestResults[decision],
    entry: namedCase(entry),
    reason,
    decidedAt: step.now,
  });
}

/**
 * The registration ends, and with it every contest that was not decided: nobody examines it any more, and the record says so. What was contested
 * stands; the provider may contest it again once it is registered anew (HN-NET-12.2).
 */
export function endContests(step: Registration): void {
  const open = Object.entries(step.facts.contests ?? {});
  if (open.length === 0) return;
  const endedOn = dayOf(step.now);
  note(
    step,
    'ENDED',
    open.map(([entry, contestedOn]) => [entry, { contestedOn, endedOn }]),
  );
  step.facts.contests = {};
  step.closeTask('examineContest');
  step.notify('contestsEnded', 'provider', { entries: open.map(([entry]) => namedCase(entry)), endedOn });
}

type Status = CreditContest['status'];

function note(
  step: Registration,
  status: Status,
  entries: readonly (readonly [entry: string, days: Omit<CreditContest, 'status'>])[],
): void {
  const contests = Object.fromEntries(entries.map(([entry, days]) => [entry, { status, ...days }]));
  enterCredit(step, step.party('provider'), { contests }, contestResults[status], status);
}
