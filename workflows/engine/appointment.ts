/** An appointment of a case: an interview, a mediation session, a hearing. Its deadline is the moment at which it begins. */
import { OFFICE_HOURS } from '../../rules/book/time-values.ts';
import { refuse } from '../../rules/refusal.ts';
import { text, type Text } from '../../rules/text.ts';
import {
  addMonths,
  atTime,
  dayOf,
  epochMs,
  instantOf,
  isWorkingDay,
  momentInWords,
  type Instant,
  type Period,
} from '../../rules/time/index.ts';
import type { CaseState, RuleValues } from './state.ts';

/** How far ahead an appointment may lie: a longer wait is a mistake of the pen. */
const MONTHS_AHEAD = 12;

/** What of a step an appointment works with. */
interface Appointing<D extends string> {
  readonly now: Instant;
  readonly rules: RuleValues;
  readonly state: Pick<CaseState, 'calendar'>;
  startDeadline(name: D, period: Period): void;
}

/** An appointment as it is asked for. */
export interface Proposed {
  readonly at: Instant;
  readonly minutes: number;
  /** True if it is meant to lie outside office hours. */
  readonly confirmOutsideHours?: boolean | undefined;
}

/**
 * Starts the deadline of an appointment.
 * @param within path of the appointment in the input, e.g. `interview.`; empty where it is the input itself
 * @throws Refusal INVALID_INPUT if it lies in the past or more than a year ahead, or outside office hours without being confirmed
 */
export function startAppointment<D extends string>(
  step: Appointing<D>,
  deadline: D,
  proposed: Proposed,
  within = '',
): void {
  const { at } = proposed;
  const field = `${within}at`;
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
  if (proposed.confirmOutsideHours !== true) refuseOutsideHours(step, proposed, `${within}confirmOutsideHours`);
  step.startDeadline(deadline, { unit: 'instant', at, begins: true });
}

/** Said on the timeline of an appointment that lies outside office hours or on a day off, and was confirmed; nothing of any other. */
export function confirmedOutsideHours(
  { rules, calendar }: Pick<CaseState, 'rules' | 'calendar'>,
  { at, minutes, confirmOutsideHours = false }: Proposed,
): Text | undefined {
  if (!confirmOutsideHours || !hoursOf(rules, calendar, { at, minutes }).isOutside) return undefined;
  return text('已确认安排在工作时间以外', 'confirmed though outside office hours');
}

/** How an appointment lies to the office hours of its day. */
function hoursOf(
  { 'officeHours.from': from = OFFICE_HOURS.from, 'officeHours.to': to = OFFICE_HOURS.to }: RuleValues,
  calendar: CaseState['calendar'],
  { at, minutes }: Proposed,
) {
  const day = dayOf(at);
  const isWorking = isWorkingDay(calendar, day);
  const ends = instantOf(epochMs(at) + minutes * 60_000);
  const isOutside = !isWorking || at < atTime(day, String(from)) || ends > atTime(day, String(to));
  const why = isWorking
    ? text(`不在办公时间（${from}至${to}）之内`, `does not lie within office hours (${from} to ${to})`)
    : text('不是工作日', 'is on no working day');
  return { isOutside, why, facts: { workingDay: isWorking, officeHours: { from, to } } };
}

/** An appointment at night or on a day off is a mistake of the pen, unless somebody says that it is meant. */
function refuseOutsideHours(
  { rules, state }: Pick<Appointing<string>, 'rules' | 'state'>,
  proposed: Proposed,
  field: string,
): void {
  const { isOutside, why, facts } = hoursOf(rules, state.calendar, proposed);
  if (!isOutside) return;
  const { at, minutes } = proposed;
  const { zh, en } = momentInWords(at);
  refuse(
    'INVALID_INPUT',
    `约定时间 ${zh}（${minutes} 分钟）${why.zh}；确需如此安排的，请确认：勾选“确认安排在非工作时间”。`,
    `The appointment at ${en}, for ${minutes} minutes, ${why.en}; tick “Confirm that it lies outside office hours” if it is meant.`,
    { field, facts: { at, minutes, ...facts } },
  );
}

/**
 * The end of a time that somebody sets, such as a cut-off: at night or on a day off nobody is there to be asked, so it is to be confirmed.
 * @param what what ends then, as it is called
 * @throws Refusal INVALID_INPUT at `confirmOutsideHours`
 */
export function refuseEndOutsideHours(
  { rules, state: { calendar } }: Pick<Appointing<string>, 'rules' | 'state'>,
  what: Text,
  at: Instant,
): void {
  const { isOutside, why, facts } = hoursOf(rules, calendar, { at, minutes: 0 });
  if (!isOutside) return;
  const { zh, en } = momentInWords(at);
  refuse(
    'INVALID_INPUT',
    `${what.zh} ${zh}${why.zh}；确需如此安排的，请勾选“确认安排在非工作时间”。`,
    `${what.en}: ${en} ${why.en}; tick “Confirm that it lies outside office hours” if it is meant.`,
    { field: 'confirmOutsideHours', facts: { at, ...facts } },
  );
}

/** The sequence number of the next version of an appointment, for calendars: 0 for the first one (RFC 5545 SEQUENCE). */
export function nextSequence(before: { readonly sequence: number } | null): number {
  return before === null ? 0 : before.sequence + 1;
}
