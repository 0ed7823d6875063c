/** A bar on re-application that a case has brought about, and its lifting by a manager (XC-05.4). Regimes that have bars add it. */
import { notice, type Phrase } from '../../rules/notices.ts';
import { changed } from '../../rules/phrases.ts';
import { refuse } from '../../rules/refusal.ts';
import { text, type Text } from '../../rules/text.ts';
import { dayInWords, dayOf, type Day, type Instant } from '../../rules/time/index.ts';
import { ANY_STAGE, type ActionContract } from './contract.ts';
import { handling } from './grants.ts';
import type { Step } from './step.ts';
import type { CommonReadings } from './types.ts';

/** The action by which a manager lifts a bar of the case, under the clause that sets such bars. */
export function liftBarUnder<const K extends string>(clause: K) {
  return {
    title: text('解除不受理期', 'Lift a bar'),
    done: text('不受理期已解除', 'Bar lifted'),
    event: 'BAR_LIFTED',
    by: [handling('manager')],
    at: [ANY_STAGE],
    whenClosed: true,
    clause,
    requirement: 'XC-05.4',
    adverse: true,
    effect: 'waives',
    reading: 'bars',
  } as const satisfies ActionContract;
}

/** The action by which a manager shortens a bar of the case, under the clause that sets such bars and by the requirement of their regime. */
export function shortenBarUnder<const K extends string, const R extends string>(clause: K, requirement: R) {
  return {
    ...liftBarUnder(clause),
    title: text('缩短不受理期', 'Shorten a bar'),
    done: text('不受理期已缩短', 'Bar shortened'),
    event: 'BAR_SHORTENED',
    requirement,
  } as const satisfies ActionContract;
}

export interface ShortenBarInput extends LiftBarInput {
  /** The new last day. */
  readonly lastDay: Day;
}

export interface BarShortened {
  readonly firstDay: Day;
  readonly lastDayBefore: Day;
  readonly lastDay: Day;
  readonly shortenedAt: Instant;
  readonly reason: Phrase;
}

/** The notice of a shortened bar. */
export function barShortenedUnder(clause: string, requirement: string) {
  return notice<BarShortened>(requirement, '不受理期已缩短', 'Bar on applications shortened', clause);
}

/** What the timeline says of {@link shortenBarUnder}: until when the bar would have held, and now holds. */
export function shortenedBar(
  { barId, lastDay }: Pick<ShortenBarInput, 'barId' | 'lastDay'>,
  { reading }: { readonly reading: CommonReadings['bars'] },
): Text {
  const before = reading.find(({ id }) => id === barId)?.lastDay ?? lastDay;
  return changed(dayInWords(before), dayInWords(lastDay));
}

export interface LiftBarInput {
  readonly barId: string;
  readonly reason: string;
}

export interface BarLifted {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly liftedAt: Instant;
  readonly reason: Phrase;
}

/** The notice of a lifted bar. */
export function barLiftedUnder(clause: string) {
  return notice<BarLifted>('XC-05.4', '不受理期已解除', 'Bar on applications lifted', clause, 2);
}

/** What the timeline says of {@link liftBarUnder}: until when the bar would have held. */
export function liftedBar(
  { barId }: Pick<LiftBarInput, 'barId'>,
  { reading }: { readonly reading: CommonReadings['bars'] },
): Text {
  const bar = reading.find(({ id }) => id === barId);
  if (bar === undefined) return text('不受理期', 'the bar');
  const until = dayInWords(bar.lastDay);
  return text(`原至 ${until.zh} 止`, `it was to hold until ${until.en}`);
}

/** The handler of {@link liftBarUnder}; `to` is the party that is told. */
export function liftBar(
  step: Pick<Step, 'actor' | 'now' | 'write'> & { notify(template: 'barLifted', to: never, data: BarLifted): void },
  { barId, reason }: LiftBarInput,
  bars: CommonReadings['bars'],
  to: string,
): void {
  const bar = standingBar(bars, barId);
  step.write('liftBar', { id: barId, byId: step.actor.id, byRole: step.actor.role, reason });
  step.notify('barLifted', to as never, { firstDay: bar.firstDay, lastDay: bar.lastDay, liftedAt: step.now, reason });
}

/** The handler of {@link shortenBarUnder}; `to` is the party that is told. @returns the bar with its new last day */
export function shortenBar(
  step: Pick<Step, 'actor' | 'now' | 'write'> & {
    notify(template: 'barShortened', to: never, data: BarShortened): void;
  },
  { barId, lastDay, reason }: ShortenBarInput,
  bars: CommonReadings['bars'],
  to: string,
): CommonReadings['bars'][number] {
  const bar = standingBar(bars, barId);
  const { firstDay, lastDay: lastDayBefore } = bar;
  const today = dayOf(step.now);
  const earliest = firstDay > today ? firstDay : today;
  if (lastDay >= lastDayBefore || lastDay < earliest) {
    const [from, before] = [dayInWords(earliest), dayInWords(lastDayBefore)];
    refuse(
      'INVALID_INPUT',
      `新的最后一日须早于原最后一日（${before.zh}），且不早于${from.zh}；不再适用的，请解除不受理期。`,
      `The new last day must be before the present one (${before.en}) and not before ${from.en}; lift the bar if it is not to hold at all.`,
      { field: 'lastDay', facts: { lastDay: lastDayBefore, earliest } },
    );
  }
  const { id: byId, role: byRole } = step.actor;
  step.write('shortenBar', { id: barId, lastDay, byId, byRole, reason });
  step.notify('barShortened', to as never, { firstDay, lastDayBefore, lastDay, shortenedAt: step.now, reason });
  return { ...bar, lastDay };
}

/** @throws Refusal NOT_FOUND, NOT_ALLOWED, ALREADY_DONE unless the case has this bar, which holds in principle and was not lifted */
function standingBar(bars: CommonReadings['bars'], barId: string): CommonReadings['bars'][number] {
  const bar = bars.find((one) => one.id === barId);
  if (bar === undefined)
    refuse('NOT_FOUND', '本案没有这项不受理期。', 'There is no such bar of this case.', { field: 'barId' });
  if (bar.firm) {
    const article = bar.clause.split(' ').slice(1).join(' ');
    refuse(
      'NOT_ALLOWED',
      `${article} 的不受理期不是“原则上”的规定，不得解除或者缩短。`,
      `The bar under ${article} does not hold merely in principle; it can be neither lifted nor shortened.`,
      { field: 'barId', facts: { clause: bar.clause } },
    );
  }
  if (bar.isLifted)
    refuse('ALREADY_DONE', '该不受理期已经解除。', 'The bar has been lifted already.', { field: 'barId' });
  return bar;
}
