/**
 * The clock of the yearly verification (HN-NET-06.1, 06.7): due every so many months from the day of registration, asked for with the
 * first reminder, overdue after the due day, and then some working days until the listing is suspended.
 */
import { addDays, addMonths, dayOf, occurrenceAfter, startOfDay, type Day } from '../../../rules/time/index.ts';
import type { Registration } from './contract.ts';

/**
 * Starts the next verification. Counted from the day of registration each time, so that neither a late answer nor a holiday moves the
 * later years. A verification that was just answered does not come again, nor does one that would be asked for right away.
 */
export function startNextVerification(step: Registration): void {
  const { months } = step.facts.verification;
  const anchor = registrationDay(step);
  const soon = addDays(dayOf(step.now), step.number('reminders.months.first'));
  const answered = addMonths(anchor, months);
  const after = startOfDay(answered > soon ? answered : soon);
  const next = occurrenceAfter(anchor, step.number('provider.verifyEvery'), after);
  step.facts.verification = { months: next, state: 'NOT_ASKED', dueOn: null };
  run(step);
}

/** The first reminder asks for the verification, the later ones remind of it; none while an answer is under review. */
export function remind(step: Registration): void {
  const { verification, submitted } = step.facts;
  const isFirst = verification.state === 'NOT_ASKED';
  if (isFirst) verification.state = 'ASKED';
  if (submitted) return;
  if (isFirst) step.notify('verificationAsked', 'provider', { registeredOn: registrationDay(step) }, ['verification']);
  else {
    const duty = step.contract.deadlines.verification.title;
    step.notify('deadlineReminder', 'provider', { duty }, ['verification']);
  }
}

/** At the last moment: data that are under review answer the verification; otherwise the due day is noted, from which the rest is counted. */
export function settleVerification(step: Registration): void {
  const { verification, submitted } = step.facts;
  verification.dueOn = step.deadline('verification')?.lastDay ?? null;
  if (!submitted) return;
  verification.state = 'ASKED';
  step.meetDeadline('verification');
}

/** Nobody answered by the due day. The working days to the suspension run from that day, not from its 24:00. */
export function fallOverdue(step: Registration): void {
  const dueOn = step.facts.verification.dueOn ?? dayOf(step.now);
  startSuspensionClock(step, dueOn);
  step.notify('verificationOverdue', 'provider', { dueOn }, ['suspension']);
}

/** The provider has answered: what it has to do is done, and the review of the platform costs it no time. */
export function answerVerification(step: Registration): void {
  const { verification } = step.facts;
  const running = step.deadline('verification');
  if (verification.state === 'ASKED' && running !== undefined) {
    verification.dueOn = running.lastDay;
    step.meetDeadline('verification');
  }
  step.meetDeadline('suspension');
}

/**
 * The answer was returned: the same due day if it is still ahead, and otherwise the working days to the suspension from today. A listing
 * that is suspended for it stays so.
 */
export function resumeVerification(step: Registration): void {
  const { verification, suspendedFor } = step.facts;
  const isAsked = verification.state !== 'NOT_ASKED';
  if (!isAsked || suspendedFor.includes('VERIFICATION_OVERDUE') || step.deadline('verification') !== undefined) return;
  const today = dayOf(step.now);
  if (verification.state === 'ASKED' && verification.dueOn !== null && today <= verification.dueOn) run(step);
  else startSuspensionClock(step, today);
}

/** The deadline that an answer is due by now, to be named in a notice. */
export function openDuty(step: Registration): ('verification' | 'suspension')[] {
  const { state } = step.facts.verification;
  if (state === 'NOT_ASKED') return [];
  return (['verification', 'suspension'] as const).filter((name) => step.deadline(name) !== undefined);
}

function startSuspensionClock(step: Registration, from: Day): void {
  step.facts.verification.state = 'OVERDUE';
  step.startDeadline('suspension', step.workingDays('provider.suspendAfter'), startOfDay(from));
}

/** The end of the period of months, past days off if the rules say so. */
function run(step: Registration): void {
  const rollForwardRule = 'time.rollForward.verification';
  const { months: n } = step.facts.verification;
  const period = { unit: 'months', n, rollForward: step.isOn(rollForwardRule), rollForwardRule } as const;
  step.startDeadline('verification', period, startOfDay(registrationDay(step)));
}

function registrationDay({ facts }: Registration): Day {
  if (facts.registeredOn === null) throw new Error('A provider is verified only once it is registered.');
  return facts.registeredOn;
}
