/** The deadlines of a step: started, met, paused, moved, followed. The reckoning is in `deadlines.ts`. */
import type { DeadlineView } from '../../rules/notices.ts';
import type { Text } from '../../rules/text.ts';
import {
  occurrenceAfter,
  remainingWorkingDays,
  startOfDay,
  type Day,
  type Instant,
  type Period,
} from '../../rules/time/index.ts';
import { hasLegalEffect } from './contract.ts';
import { followed, inWords, opened, paused, restored, resumed, retimed } from './deadlines.ts';
import { underRules } from '../../rules/time/under-rules.ts';
import { Draft } from './draft.ts';
import { phrases } from './phrases.ts';
import type { DeadlineState } from './state.ts';
import type { DeadlineChange, DeadlineStatus, Line } from './transition.ts';
import type { Clock } from './types.ts';

export abstract class DeadlineDraft extends Draft {
  // By name and entry: one step may end a deadline and open the next of the same name.
  protected readonly deadlineChanges = new Map<string, DeadlineChange>();
  readonly #passedAt = new Map<string, Instant>();

  /** Asks for the calendar that a provisional deadline waits for. */
  protected abstract awaitCalendar(): void;

  /** So many working days as the rule value says. */
  workingDays(rule: string): Period {
    return { unit: 'workingDays', n: this.number(rule), rule };
  }

  /** So many calendar days or months as the rule value says; `rollForward` is the switch for an end on a day off. */
  span(unit: 'calendarDays' | 'months', rule: string, rollForward: string): Period {
    return { unit, n: this.number(rule), rule, rollForward: this.isOn(rollForward), rollForwardRule: rollForward };
  }

  /** Starts a deadline of the contract. `startedAt` is the triggering event, whose own day is not counted (XC-01.2). */
  startDeadline(name: string, period: Period, startedAt: Instant = this.now): void {
    const { ladder } = this.#contractOf(name);
    const ruled = underRules(period, this.state.rules);
    this.#open(name, (entry) => opened({ name, entry, period: ruled, startedAt, ladder, now: this.now }, this.state));
  }

  /**
   * Starts the next occurrence of a deadline that comes again and again: the first end of `everyMonths` months after `anchor`, twice
   * that, and so on, that lies ahead. Counted from the anchor each time, so that a short month moves none of the later ones.
   */
  startStanding(name: string, anchor: Day, everyMonths: number, rollForward = false): void {
    const n = occurrenceAfter(anchor, everyMonths, this.now);
    this.startDeadline(name, { unit: 'months', n, rollForward }, startOfDay(anchor));
  }

  deadline(name: string): DeadlineState | undefined {
    return this.state.deadlines.find((deadline) => deadline.name === name);
  }

  /** A deadline's clock, for another case to follow. */
  clock(name: string): Clock {
    const deadline = this.deadline(name);
    if (deadline === undefined) throw new Error(`Deadline '${name}' is not open.`);
    const { period, startedAt, pauses } = deadline;
    return { period, startedAt, pauses };
  }

  /** The clock of the case that this one came from, as it stands there: opened, paused, resumed or moved here as well. */
  followClock(name: string, clock: Clock): void {
    const { ladder } = this.#contractOf(name);
    const before = this.deadline(name);
    if (before === undefined) {
      this.#open(name, (entry) => followed({ name, entry, clock, ladder, now: this.now }, this.state));
      return;
    }
    this.#replace(
      name,
      ({ entry, spent }) => followed({ name, entry, spent, clock, ladder, now: this.now }, this.state),
      (after, title) => this.#tellFollowed(before, after, title),
    );
  }

  #tellFollowed(before: DeadlineState, after: DeadlineState, title: Text): void {
    const isPaused = after.dueAt === null;
    this.#changed(after, isPaused ? 'PAUSED' : 'OPEN');
    if (before.dueAt === after.dueAt) return;
    const cite = this.#cite(after.name, after);
    if (isPaused) {
      const { cause = phrases.suspended, from = this.now } = after.pauses.at(-1) ?? {};
      this.record('DEADLINE_PAUSED', phrases.deadlinePaused(title, cause, from), cite);
    } else if (before.dueAt === null) {
      this.record('DEADLINE_RESUMED', phrases.deadlineResumed(title, inWords(after), resumedAt(after, this.now)), cite);
    } else {
      this.#recordMove(before, after, title);
    }
  }

  /** Starts a deadline again that ended too early: its clock stood still since then; one that stood still before that still does. */
  restoreDeadline(name: string, { period, startedAt, pauses }: Clock, stood: { from: Instant; cause: Text }): void {
    const { ladder } = this.#contractOf(name);
    const standsStill = pauses.some(({ to }) => to === null);
    const kept = standsStill ? pauses : [...pauses, { ...stood, to: this.now }];
    this.#open(name, (entry) =>
      restored({ name, entry, clock: { period, startedAt, pauses: kept }, ladder, now: this.now }, this.state),
    );
  }

  /** The duty was done in time. */
  meetDeadline(name: string): void {
    this.#end(name, 'MET', 'DEADLINE_MET', phrases.deadlineMet);
  }

  cancelDeadline(name: string): void {
    this.#end(name, 'CANCELLED', 'DEADLINE_CANCELLED', phrases.deadlineCancelled);
  }

  /** When a deadline that passes in this step ended, however late the step is made. */
  passedAt(name: string): Instant {
    return this.#passedAt.get(name) ?? this.now;
  }

  /** The last moment has gone by. Called by the engine before the process's own handler. */
  passDeadline(name: string): void {
    const { period, dueAt } = this.deadline(name) ?? {};
    if (dueAt != null) this.#passedAt.set(name, dueAt);
    const { duty, legalEffect } = this.#contractOf(name);
    // A time that the platform set for itself, on which nobody had to do anything, is not one that was missed.
    const isOwn = duty === false && legalEffect === false;
    const isBeginning = isOwn || (period?.unit === 'instant' && period.begins === true);
    this.#end(name, 'PASSED', 'DEADLINE_PASSED', isBeginning ? phrases.appointmentCome : phrases.deadlinePassed);
  }

  pauseDeadline(name: string, cause: Text, from: Instant = this.now): void {
    this.#replace(
      name,
      (deadline) => paused(deadline, { from, cause }, this.state),
      (deadline, title) => {
        this.#changed(deadline, 'PAUSED');
        this.record('DEADLINE_PAUSED', phrases.deadlinePaused(title, cause, from), this.#cite(name, deadline));
      },
    );
  }

  resumeDeadline(name: string, at: Instant = this.now): void {
    const { ladder } = this.#contractOf(name);
    this.#replace(
      name,
      (deadline) => resumed(deadline, at, ladder, this.now, this.state),
      (deadline, title) => {
        this.#changed(deadline, 'OPEN');
        if (deadline.provisional) this.awaitCalendar();
        const resumedWords = phrases.deadlineResumed(title, inWords(deadline), resumedAt(deadline, this.now));
        this.record('DEADLINE_RESUMED', resumedWords, this.#cite(name, deadline));
      },
    );
  }

  /** Spends rungs of a deadline's ladder: none of them comes again (XC-03.3). */
  spendRungs(name: string, keys: readonly string[]): void {
    this.#replace(
      name,
      (deadline) => ({
        ...deadline,
        rungs: deadline.rungs.filter((rung) => !keys.includes(rung.key)),
        spent: [...deadline.spent, ...keys],
      }),
      () => undefined,
    );
  }

  /** Reckons a deadline again under the state's calendar and rules; true if its last moment moved (XC-02.3, XC-06.2). */
  retimeDeadline(name: string): boolean {
    const before = this.deadline(name);
    if (before === undefined) return false;
    const { ladder } = this.#contractOf(name);
    let moved = false;
    this.#replace(
      name,
      (deadline) => retimed(deadline, ladder, this.now, this.state),
      (deadline, title) => {
        moved = deadline.dueAt !== before.dueAt;
        if (deadline.provisional) this.awaitCalendar();
        this.#changed(deadline, deadline.dueAt === null ? 'PAUSED' : 'OPEN');
        if (moved) this.#recordMove(before, deadline, title);
        else if (before.provisional && !deadline.provisional) {
          this.record(
            'DEADLINE_SETTLED',
            phrases.deadlineSettled(title, inWords(deadline)),
            this.#cite(name, deadline),
          );
        }
      },
    );
    return moved;
  }

  /** An open deadline as a notice shows it; none while its clock stands still. */
  protected deadlineView(name: string): DeadlineView[] {
    const deadline = this.deadline(name);
    if (deadline?.dueAt == null) return [];
    const { title, consequence, clause, duty = true, platformRule = false } = this.#contractOf(name);
    const { dueAt, lastDay, provisional, entry } = deadline;
    const workingDaysLeft = remainingWorkingDays(this.state.calendar, this.now, dueAt);
    return [
      {
        name,
        entry,
        title,
        dueAt,
        lastDay,
        provisional,
        words: inWords(deadline),
        workingDaysLeft,
        consequence,
        clause,
        ...(!duty && { duty }),
        ...(platformRule && { platformRule }),
      },
    ];
  }

  #contractOf(name: string) {
    const found = this.contract.deadlines[name];
    if (found === undefined) throw new Error(`${this.contract.kind} has no deadline '${name}'.`);
    return found;
  }

  #open(name: string, made: (entry: number) => DeadlineState): void {
    if (this.deadline(name)) throw new Error(`Deadline '${name}' is open already.`);
    const deadline = made(this.nextEntry(`deadline:${name}`));
    this.state.deadlines.push(deadline);
    this.#changed(deadline, deadline.dueAt === null ? 'PAUSED' : 'OPEN');
    const { title } = this.#contractOf(name);
    this.record('DEADLINE_SET', phrases.deadlineSet(title, inWords(deadline)), this.#cite(name, deadline));
    if (deadline.provisional) this.awaitCalendar();
  }

  #recordMove(before: DeadlineState, after: DeadlineState, title: Text): void {
    const { name } = after;
    this.record('DEADLINE_MOVED', phrases.deadlineMoved(title, inWords(before), inWords(after)), {
      ...this.#cite(name, after),
      detail: { deadline: name, from: before.dueAt, to: after.dueAt, calendarVersion: after.calendarVersion },
    });
  }

  #changed(deadline: DeadlineState, status: DeadlineStatus): void {
    const legalEffect = hasLegalEffect(this.contract, deadline.name);
    this.deadlineChanges.set(`${deadline.name}:${deadline.entry}`, { deadline, status, legalEffect });
  }

  #cite(name: string, deadline: DeadlineState): Pick<Line, 'detail' | 'clause' | 'requirement'> {
    const { clause, requirement } = this.#contractOf(name);
    const { dueAt, lastDay, provisional, entry } = deadline;
    return { clause, requirement, detail: { deadline: name, entry, dueAt, lastDay, provisional } };
  }

  #end(name: string, status: DeadlineStatus, type: string, phrase: (title: Text, due: Text) => Text): void {
    const deadline = this.deadline(name);
    if (deadline === undefined) return;
    this.state.deadlines = this.state.deadlines.filter((open) => open.name !== name);
    this.#changed({ ...deadline, rungs: [] }, status);
    this.record(type, phrase(this.#contractOf(name).title, inWords(deadline)), this.#cite(name, deadline));
  }

  #replace(
    name: string,
    change: (deadline: DeadlineState) => DeadlineState,
    then: (deadline: DeadlineState, title: Text) => void,
  ): void {
    const deadline = this.deadline(name);
    if (deadline === undefined) return;
    const next = change(deadline);
    this.state.deadlines = this.state.deadlines.map((open) => (open.name === name ? next : open));
    then(next, this.#contractOf(name).title);
  }
}

/** When the latest pause of a deadline ended. */
function resumedAt({ pauses }: DeadlineState, now: Instant): Instant {
  return pauses.at(-1)?.to ?? now;
}
