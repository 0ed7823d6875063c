/** How a deadline of a case changes: opened, paused, resumed, re-timed. Pure; the reckoning itself is in rules/time. */
import type { Text } from '../../rules/text.ts';
import {
  deadlineInWords,
  planRungs,
  reckon,
  type CalendarData,
  type Instant,
  type Pause,
  type Period,
  type Rung,
} from '../../rules/time/index.ts';
import { underRules } from '../../rules/time/under-rules.ts';
import { phrases } from './phrases.ts';
import type { DeadlineState, RuleValues } from './state.ts';
import type { Clock } from './types.ts';

/** What a deadline is reckoned under. */
export interface Terms {
  readonly calendar: CalendarData;
  readonly rules: RuleValues;
}

interface Opening {
  readonly name: string;
  readonly entry: number;
  readonly period: Period;
  readonly startedAt: Instant;
  readonly ladder: readonly Rung[];
  readonly now: Instant;
}

export function opened(opening: Opening, terms: Terms): DeadlineState {
  const { name, entry, period, startedAt, ladder, now } = opening;
  const bare = { name, entry, period, startedAt, pauses: [], spent: [] };
  return timed(bare, ladder, now, terms);
}

export function paused(deadline: DeadlineState, pause: { from: Instant; cause: Text }, terms: Terms): DeadlineState {
  const open: Pause = { ...pause, to: null };
  return timed({ ...deadline, pauses: [...deadline.pauses, open] }, [], pause.from, terms);
}

/** Ends the open pause; at its own beginning if the facts put the end before it, so that it holds nothing up. */
export function resumed(
  deadline: DeadlineState,
  at: Instant,
  ladder: readonly Rung[],
  now: Instant,
  terms: Terms,
): DeadlineState {
  const pauses = deadline.pauses.map((pause) =>
    pause.to === null ? { ...pause, to: at > pause.from ? at : pause.from } : pause,
  );
  return timed({ ...deadline, pauses }, ladder, now, terms);
}

/** Under another calendar or other rules. A reminder whose new time has gone by already is passed over. */
export function retimed(deadline: DeadlineState, ladder: readonly Rung[], now: Instant, terms: Terms): DeadlineState {
  return timed({ ...deadline, period: underRules(deadline.period, terms.rules) }, ladder, now, terms);
}

interface Following {
  readonly name: string;
  readonly entry: number;
  readonly clock: Clock;
  readonly ladder: readonly Rung[];
  readonly now: Instant;
  readonly spent?: readonly string[];
}

/** As the clock of another case stands: reckoned here from the same start, length and pauses, so that both end on the same day. */
export function followed({ name, entry, clock, ladder, now, spent = [] }: Following, terms: Terms): DeadlineState {
  const { period, startedAt, pauses } = clock;
  return timed({ name, entry, period, startedAt, pauses, spent, follows: true }, ladder, now, terms);
}

/** With the pauses that it had. */
export function restored({ name, entry, clock, ladder, now }: Following, terms: Terms): DeadlineState {
  return timed({ name, entry, ...clock, spent: [] }, ladder, now, terms);
}

type Untimed = Pick<DeadlineState, 'name' | 'entry' | 'period' | 'startedAt' | 'pauses' | 'spent' | 'follows'>;

function timed(deadline: Untimed, ladder: readonly Rung[], now: Instant, { calendar, rules }: Terms): DeadlineState {
  const { name, entry, period, startedAt, pauses, spent, follows } = deadline;
  const reckoned = reckon({ period, startedAt, pauses, calendar });
  const planned = reckoned.dueAt === null ? [] : planRungs({ ladder, reckoned, startedAt, pauses, calendar, rules });
  const ahead = planned.filter((rung) => !spent.includes(rung.key));
  return {
    name,
    entry,
    period,
    startedAt,
    pauses,
    dueAt: reckoned.dueAt,
    lastDay: reckoned.lastDay,
    provisional: reckoned.provisional,
    calendarVersion: reckoned.calendarVersion,
    rungs: ahead.filter((rung) => rung.at > now),
    spent: [...spent, ...ahead.filter((rung) => rung.at <= now).map((rung) => rung.key)],
    ...(follows === true && { follows }),
  };
}

/** The deadline in words with its zone, or that it is suspended. */
export function inWords(deadline: DeadlineState): Text {
  if (deadline.dueAt === null) return phrases.suspended;
  const { dueAt, lastDay, provisional, period } = deadline;
  return deadlineInWords({ dueAt, lastDay, provisional, period });
}
