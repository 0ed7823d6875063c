/** Months or quarters in a row that bring a ground about: watching, warning, detected (SH-STORE-12, 13). */
import type { Text } from '../../../rules/text.ts';
import type { Day } from '../../../rules/time/index.ts';
import type { Supervision } from './contract.ts';
import type { SupervisedGround, Watched } from './facts.ts';
import { detect, withdraw } from './grounds.ts';

/** A row as it stands, and what to say of it. */
export interface Row<State extends string> {
  readonly ground: SupervisedGround;
  readonly states: { readonly good: State; readonly warned: State; readonly detected: State };
  /** The periods in a row up to the one that ended last, in order. */
  readonly periods: readonly string[];
  /** How many bring the ground about. */
  readonly needed: number;
  /** Whether the period that runs has ended the row already. */
  readonly endsNow: boolean;
  /** Whether one of these earlier periods is known not to count, e.g. since a fact arrived late. */
  isRefuted(period: string): boolean;
  /** Whether the platform detects it by itself (XC-05.2). */
  readonly detects: boolean;
  facts(periods: readonly string[]): readonly Text[];
  readonly refuted: Text;
  readonly sentences: { readonly warned: Text; readonly detected: Text; readonly good: Text };
  /** The last day on which the ground can be kept from arising, if so many more periods are needed. */
  lastDay(more: number): Day;
  warn(lastDay: Day): void;
  endWarning(how: 'AVERTED' | 'ARISEN'): void;
  readonly cite: { readonly clause: string; readonly requirement: string };
}

/** Goes from the state that the row was in to the one it is in now; does nothing twice. */
export function follow<State extends string>(
  step: Supervision,
  before: Watched<State>,
  row: Row<State>,
): Watched<State> {
  const { good, warned, detected } = row.states;
  if (before.state === detected) {
    if (!before.periods.some((period) => row.isRefuted(period))) return before;
    tell(good, row.refuted, before.periods);
    withdraw(step, row.ground, row.refuted);
    return judge({ ...before, state: good, periods: [] });
  }
  return judge(before);

  function judge(known: Watched<State>): Watched<State> {
    const { periods, needed } = row;
    const last = periods.at(-1);
    const isNew = last !== undefined && last > (known.dismissed ?? '');
    if (isNew && periods.length >= needed) {
      const counting = periods.slice(-needed);
      tell(detected, row.sentences.detected, counting);
      row.endWarning('ARISEN');
      if (row.detects) detect(step, row.ground, row.facts(counting));
      return { ...known, state: detected, periods: counting };
    }
    if (last === undefined || row.endsNow || needed < 2) {
      if (known.state !== good) tell(good, row.sentences.good, []);
      row.endWarning('AVERTED');
      return { ...known, state: good, periods: [] };
    }
    if (known.state !== warned || known.periods.at(-1) !== last) tell(warned, row.sentences.warned, periods);
    row.warn(row.lastDay(Math.max(1, needed - periods.length)));
    return { ...known, state: warned, periods: periods.slice(-needed) };
  }

  function tell(state: State, sentence: Text, periods: readonly string[]): void {
    step.record(`${row.ground}_${state}`, sentence, { ...row.cite, detail: { ground: row.ground, state, periods } });
  }
}

/** The row after a person has dismissed the ground: these periods alone do not bring it about again. */
export function dismissed<State extends string>(before: Watched<State>, good: State): Watched<State> {
  return { state: good, periods: [], dismissed: before.periods.at(-1) ?? before.dismissed };
}
