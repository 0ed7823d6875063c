/** An appointment of a case: an interview, a mediation session, a hearing. Its deadline is the moment at which it begins. */
import { refuse } from '../../rules/refusal.ts';
import { addMonths, dayOf, type Instant, type Period } from '../../rules/time/index.ts';

/** How far ahead an appointment may lie: a longer wait is a mistake of the pen. */
const MONTHS_AHEAD = 12;

/** What of a step an appointment works with. */
interface Appointing<D extends string> {
  readonly now: Instant;
  startDeadline(name: D, period: Period): void;
}

/**
 * Starts the deadline of an appointment.
 * @throws Refusal INVALID_INPUT at `field` if it lies in the past or more than a year ahead
 */
export function startAppointment<D extends string>(step: Appointing<D>, deadline: D, at: Instant, field: string): void {
  if (at <= step.now) {
    refuse('INVALID_INPUT', '约定时间必须晚于现在。', 'The appointment must lie in the future.', { field });
  }
  const furthest = addMonths(dayOf(step.now), MONTHS_AHEAD);
  if (dayOf(at) > furthest) {
    refuse(
      'INVALID_INPUT',
      `约定时间不得晚于 ${furthest}，请核对年份。`,
      `The appointment cannot lie after ${furthest}; check the year.`,
      { field, facts: { furthest } },
    );
  }
  step.startDeadline(deadline, { unit: 'instant', at, begins: true });
}

/** The sequence number of the next version of an appointment, for calendars: 0 for the first one (RFC 5545 SEQUENCE). */
export function nextSequence(before: { readonly sequence: number } | null): number {
  return before === null ? 0 : before.sequence + 1;
}
