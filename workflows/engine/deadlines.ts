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
import { phrases } from './phrases.ts';
import type { DeadlineState } from './state.ts';

interface Opening {
  readonly name: string;
  readonly entry: number;
  readonly period: Period;
  readonly startedAt: Instant;
  readonly ladder: readonly Rung[];
  readonly now: Instant;
}

export function opened(opening: Opening, calendar: CalendarData): DeadlineState {
  const { name, entry, period, startedAt, ladder, now } = opening;
  const bare = { name, entry, period, startedAt, pauses: [], spent: [] };
  return timed(bare, ladder, now, calendar);
}

export function paused(
  deadline: DeadlineState,
  pause: { from: Instant; cause: string },
  calendar: CalendarData,
): DeadlineState {
  const open: Pause = { ...pause, to: null };
  return timed({ ...deadline, pauses: [...deadline.pauses, open] }, [], pause.from, calendar);
}

/** Ends the open pause; at its own beginning if the facts put the end before it, so that it holds nothing up. */
export function resumed(
  deadline: DeadlineState,
  at: Instant,
  ladder: readonly Rung[],
  now: Instant,
  calendar: CalendarData,
): DeadlineState {
  const pauses = deadline.pauses.map((pause) =>
    pause.to === null ? { ...pause, to: at > pause.from ? at : pause.from } : pause,
  );
  return timed({ ...deadline, pauses }, ladder, now, calendar);
}

/** Under another calendar. A reminder whose new time has gone by already is passed over. */
export function retimed(
  deadline: DeadlineState,
  ladder: readonly Rung[],
  now: Instant,
  calendar: CalendarData,
): DeadlineState {
  return timed(deadline, ladder, now, calendar);
}

type Untimed = Pick<DeadlineState, 'name' | 'entry' | 'period' | 'startedAt' | 'pauses' | 'spent'>;

function timed(deadline: Untimed, ladder: readonly Rung[], now: Instant, calendar: CalendarData): DeadlineState {
  const { name, entry, period, startedAt, pauses, spent } = deadline;
  const reckoned = reckon({ period, startedAt, pauses, calendar });
  const planned = reckoned.dueAt === null ? [] : planRungs({ ladder, reckoned, startedAt, pauses, calendar });
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
  };
}

/** The deadline in words with its zone, or that it is suspended. */
export function inWords(deadline: DeadlineState): Text {
  if (deadline.dueAt === null) return phrases.suspended;
  const { dueAt, lastDay, provisional, period } = deadline;
  return deadlineInWords({ dueAt, lastDay, provisional, period });
}
