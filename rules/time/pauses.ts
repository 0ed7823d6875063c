import { dayNumber, dayOf, epochMs, type Instant } from './instant.ts';
import { text, type Text } from '../text.ts';
import type { Pause } from './period.ts';

/** Overlapping and touching pauses as one stretch; times in epoch milliseconds, days as day numbers. */
export interface Standstill {
  readonly from: number;
  /** `Infinity` while it lasts. */
  readonly to: number;
  /** The first day that does not count: the one after the day it began. Later than `lastDay` when none is lost. */
  readonly firstDay: number;
  /** The last day that does not count: the one it ended on. */
  readonly lastDay: number;
  readonly cause: Text;
}

/** The stretches in order, none touching another. @throws RangeError for a pause that ends before it begins. */
export function standstillsOf(pauses: readonly Pause[]): Standstill[] {
  const merged: { from: Instant; to: Instant | null; causes: Text[] }[] = [];
  for (const pause of [...pauses].sort((one, other) => epochMs(one.from) - epochMs(other.from))) {
    if (pause.to !== null && epochMs(pause.to) < epochMs(pause.from)) {
      throw new RangeError(`The pause "${pause.cause.en}" ends at ${pause.to}, before it begins at ${pause.from}.`);
    }
    const before = merged.at(-1);
    if (before && (before.to === null || before.to >= pause.from)) {
      before.to = later(before.to, pause.to);
      if (!before.causes.some(({ en }) => en === pause.cause.en)) before.causes.push(pause.cause);
    } else {
      merged.push({ from: pause.from, to: pause.to, causes: [pause.cause] });
    }
  }
  return merged.map(({ from, to, causes }) => ({
    from: epochMs(from),
    to: to === null ? Infinity : epochMs(to),
    firstDay: dayNumber(dayOf(from)) + 1,
    lastDay: to === null ? Infinity : dayNumber(dayOf(to)),
    cause: text(causes.map(({ zh }) => zh).join('；'), causes.map(({ en }) => en).join('; ')),
  }));
}

/** The stretch that keeps this day from counting, if one does. */
export function standstillOn(standstills: readonly Standstill[], number: number): Standstill | undefined {
  return standstills.find(({ firstDay, lastDay }) => firstDay <= number && number <= lastDay);
}

function later(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return null;
  return one > other ? one : other;
}
