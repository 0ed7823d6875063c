import { NOTICES, type DeadlineView, type NoticeDataMap, type NoticeTemplate } from '../../rules/notices.ts';
import { refuse } from '../../rules/refusal.ts';
import type { Actor } from '../../rules/roles.ts';
import type { Text } from '../../rules/text.ts';
import { remainingWorkingDays, type Instant, type Period } from '../../rules/time/index.ts';
import { hasLegalEffect, type ProcessContract, type To } from './contract.ts';
import { inWords, opened, paused, resumed, retimed, underRules } from './deadlines.ts';
import { phrases } from './phrases.ts';
import {
  legalDueAt,
  wakeAt,
  type CaseState,
  type DeadlineState,
  type LetterState,
  type LetterStatus,
  type RecordedState,
  type TaskState,
  type UndeliveredNotice,
} from './state.ts';
import type {
  Audience,
  CaseOpening,
  DeadlineChange,
  DeadlineStatus,
  Line,
  NoticeRequest,
  RecordWrite,
  TaskChange,
  Transition,
} from './transition.ts';

/** Data of a notice without the store's name, which the records supply: names do not enter workflow histories. */
type NamelessData<T extends NoticeTemplate> = Omit<NoticeDataMap[T], 'storeName'>;

/**
 * One step of a case: what a handler of a process works with. It changes a draft of the state and collects what is to be
 * written; nothing has any effect until the engine commits the whole step. Pure and synchronous: a handler that throws a
 * Refusal has changed nothing.
 */
export class Step<Facts = unknown> {
  readonly contract: ProcessContract;
  /** Draft of the state after the step. */
  readonly state: CaseState<Facts>;
  readonly now: Instant;
  readonly actor: Actor;
  readonly #lines: Line[] = [];
  // By name and entry: one step may end a deadline or task and open the next of the same name.
  readonly #deadlines = new Map<string, DeadlineChange>();
  readonly #tasks = new Map<string, TaskChange>();
  readonly #notices: NoticeRequest[] = [];
  readonly #openings: CaseOpening[] = [];
  readonly #messages: { to: string; action: string; input: unknown }[] = [];
  readonly #writes: RecordWrite[] = [];
  #handledMessage: { id: string; refusal: string | null } | undefined;

  constructor(contract: ProcessContract, state: CaseState<Facts>, now: Instant, actor: Actor) {
    this.contract = contract;
    // A draft: the state is plain JSON, so this is a whole copy; rules and calendar are never written to and are shared.
    const { rules, calendar, ...changing } = state;
    const copy = JSON.parse(JSON.stringify(changing)) as RecordedState<Facts>;
    this.state = { ...copy, rules, calendar };
    this.state.revision += 1;
    this.now = now;
    this.actor = actor;
  }

  get facts(): Facts {
    return this.state.facts;
  }

  /** The number that a rule key has in the rule version pinned by the case (XC-06.2). */
  number(key: string): number {
    const value = this.state.rules[key];
    if (typeof value !== 'number') throw new Error(`The rule book has no number under '${key}'.`);
    return value;
  }

  /** True if the switch of this rule key is on. */
  isOn(key: string): boolean {
    const value = this.state.rules[key];
    if (typeof value !== 'boolean') throw new Error(`The rule book has no switch under '${key}'.`);
    return value;
  }

  /** Puts a line on the timeline. `type` is past tense. */
  record(type: string, title: Text, more: Pick<Line, 'detail' | 'clause' | 'requirement'> = {}): void {
    this.#lines.push({ type, title, actor: this.actor, ...more });
  }

  moveTo(stage: string): void {
    const from = this.state.stage;
    const title = this.contract.stages[stage];
    if (title === undefined) throw new Error(`${this.contract.kind} has no stage '${stage}'.`);
    if (from === stage) return;
    this.state.stage = stage;
    this.record('STAGE_CHANGED', phrases.stageChanged(title), { detail: { from, to: stage } });
  }

  /** Closes the case: ends what is open, cancels deadlines and tasks. */
  close(outcome: string, stage = outcome): void {
    this.moveTo(stage);
    const title = this.contract.outcomes[outcome];
    if (title === undefined) throw new Error(`${this.contract.kind} has no outcome '${outcome}'.`);
    for (const { name } of [...this.state.deadlines]) this.cancelDeadline(name);
    for (const { name } of [...this.state.tasks]) this.closeTask(name);
    this.state.outcome = outcome;
    this.state.closedAt = this.now;
    this.record('CASE_CLOSED', phrases.caseClosed(title), { detail: { outcome } });
  }

  /** Opens a closed case again. */
  reopen(stage: string): void {
    this.state.closedAt = null;
    this.state.outcome = null;
    this.moveTo(stage);
  }

  /** Notes that the actor did this in the case, e.g. `interviewer`. */
  participate(as: string, userId = this.actor.id): void {
    const list = (this.state.participants[as] ??= []);
    if (!list.includes(userId)) list.push(userId);
  }

  // -------------------------------------------------------------- deadlines

  /** So many working days as the rule value says. */
  workingDays(rule: string): Period {
    return { unit: 'workingDays', n: this.number(rule), rule };
  }

  /** So many calendar days or months as the rule value says; `rollForward` is the switch for an end on a day off (A-02). */
  span(unit: 'calendarDays' | 'months', rule: string, rollForward: string): Period {
    return { unit, n: this.number(rule), rule, rollForward: this.isOn(rollForward), rollForwardRule: rollForward };
  }

  /** Starts a deadline of the contract. `startedAt` is the triggering event, whose own day is not counted (XC-01.2). */
  startDeadline(name: string, period: Period, startedAt: Instant = this.now): void {
    if (this.deadline(name)) throw new Error(`Deadline '${name}' is open already.`);
    const { ladder, title } = this.#contractOf(name);
    const entry = this.#nextEntry(`deadline:${name}`);
    const ruled = underRules(period, this.state.rules);
    const deadline = opened({ name, entry, period: ruled, startedAt, ladder, now: this.now }, this.state);
    this.state.deadlines.push(deadline);
    this.#changed(deadline, 'OPEN');
    this.record('DEADLINE_SET', phrases.deadlineSet(title, inWords(deadline)), this.#cite(name, deadline));
    if (deadline.provisional) this.#awaitCalendar();
  }

  deadline(name: string): DeadlineState | undefined {
    return this.state.deadlines.find((deadline) => deadline.name === name);
  }

  /** The duty was done in time. */
  meetDeadline(name: string): void {
    this.#end(name, 'MET', 'DEADLINE_MET', phrases.deadlineMet);
  }

  cancelDeadline(name: string): void {
    this.#end(name, 'CANCELLED', 'DEADLINE_CANCELLED', phrases.deadlineCancelled);
  }

  /** The last moment has gone by. Called by the engine before the process's own handler. */
  passDeadline(name: string): void {
    const period = this.deadline(name)?.period;
    const isBeginning = period?.unit === 'instant' && period.begins === true;
    this.#end(name, 'PASSED', 'DEADLINE_PASSED', isBeginning ? phrases.appointmentCome : phrases.deadlinePassed);
  }

  pauseDeadline(name: string, cause: Text, from: Instant = this.now): void {
    this.#replace(
      name,
      (deadline) => paused(deadline, { from, cause: cause.en }, this.state),
      (deadline, title) => {
        this.#changed(deadline, 'PAUSED');
        this.record('DEADLINE_PAUSED', phrases.deadlinePaused(title, cause), this.#cite(name, deadline));
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
        if (deadline.provisional) this.#awaitCalendar();
        this.record('DEADLINE_RESUMED', phrases.deadlineResumed(title, inWords(deadline)), this.#cite(name, deadline));
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
        if (deadline.provisional) this.#awaitCalendar();
        this.#changed(deadline, deadline.dueAt === null ? 'PAUSED' : 'OPEN');
        if (moved) {
          this.record('DEADLINE_MOVED', phrases.deadlineMoved(title, inWords(before), inWords(deadline)), {
            ...this.#cite(name, deadline),
            detail: {
              deadline: name,
              from: before.dueAt,
              to: deadline.dueAt,
              calendarVersion: deadline.calendarVersion,
            },
          });
        } else if (before.provisional && !deadline.provisional) {
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

  // -------------------------------------------------------------- tasks

  /** Opens a task of the contract, once. */
  openTask(name: string, detail?: Record<string, unknown>, dueAt: Instant | null = null): void {
    if (this.task(name)) return;
    const { role, title } = this.#taskContract(name);
    const task = { name, entry: this.#nextEntry(`task:${name}`), assigneeId: null };
    this.state.tasks.push(task);
    this.#saveTask(task, { dueAt, ...(detail && { detail }) });
    this.record('TASK_OPENED', phrases.taskOpened(title), { detail: { task: name, role } });
  }

  /** Says what an open task is about by now. */
  describeTask(name: string, detail: Record<string, unknown>): void {
    const task = this.task(name);
    if (task !== undefined) this.#saveTask(task, { ...this.#taskChange(task), detail });
  }

  task(name: string): TaskState | undefined {
    return this.state.tasks.find((task) => task.name === name);
  }

  assignTask(name: string, assigneeId: string | null): void {
    const task = this.task(name);
    if (task === undefined) refuse('NOT_NOW', `案件没有待办“${name}”。`, `The case has no open task '${name}'.`);
    const { title } = this.#taskContract(name);
    this.state.tasks = this.state.tasks.map((open) => (open.name === name ? { ...open, assigneeId } : open));
    this.#saveTask(task, { ...this.#taskChange(task), assigneeId });
    const [type, phrase] =
      assigneeId === null
        ? (['TASK_RELEASED', phrases.taskReleased] as const)
        : (['TASK_ASSIGNED', phrases.taskAssigned] as const);
    this.record(type, phrase(title), { detail: { task: name, assigneeId } });
  }

  closeTask(name: string): void {
    const task = this.task(name);
    if (task === undefined) return;
    const { title } = this.#taskContract(name);
    this.state.tasks = this.state.tasks.filter((open) => open.name !== name);
    this.#saveTask(task, { closed: true, closedBy: this.actor.kind === 'person' ? this.actor.id : null });
    this.record('TASK_CLOSED', phrases.taskClosed(title), { detail: { task: name } });
  }

  // -------------------------------------------------------------- effects

  /** Plans a notice; `about` names the open deadlines it speaks of. */
  notify<T extends NoticeTemplate>(template: T, to: To, data: NamelessData<T>, about: readonly string[] = []): void {
    const key = `${template}:${this.#nextEntry(`notice:${template}`)}`;
    const deadlines = about.flatMap((name) => this.#deadlineView(name));
    for (const audience of this.#audiences(to)) this.#notices.push({ key, template, to: audience, data, deadlines });
    if (NOTICES[template].channels.includes('LETTER')) {
      this.state.letters = [...this.letters, { key, template, status: 'TO_DISPATCH' }];
      this.openTask('sendLetter', { letters: this.letters.map((letter) => letter.key) });
    }
  }

  /** Recipients whom these notices did not reach are to be reached otherwise (XC-04.3). */
  setUndelivered(notices: readonly UndeliveredNotice[]): void {
    this.state.undelivered = notices;
  }

  get undelivered(): readonly UndeliveredNotice[] {
    return this.state.undelivered ?? [];
  }

  /** The letters of the case that are not known to have arrived. */
  get letters(): readonly LetterState[] {
    return this.state.letters ?? [];
  }

  /** Where a letter stands by now; one that has arrived is done with. */
  setLetter(key: string, status: LetterStatus, number: string | null): void {
    this.state.letters = this.letters
      .map((letter) => (letter.key === key ? { ...letter, status } : letter))
      .filter((letter) => letter.status !== 'DELIVERED');
    this.write({ write: 'letter', key, status, number });
  }

  /** Opens another case, in the same transaction. Its id follows from this case's and the kind. */
  openCase(opening: Omit<CaseOpening, 'watchers'> & { watchers?: readonly string[] }, title: Text): void {
    this.#openings.push({ watchers: [], ...opening });
    this.record('CASE_LINKED', phrases.caseLinked(title), { detail: { caseId: opening.id, kind: opening.kind } });
  }

  /** An id for another case of this one's making, the same however often the step is tried: `tri-…`, `rec-…-2`. */
  childId(prefix: string): string {
    const root = this.state.id.slice(this.state.id.indexOf('-') + 1);
    const entry = this.#nextEntry(`child:${prefix}`);
    return entry === 1 ? `${prefix}-${root}` : `${prefix}-${root}-${entry}`;
  }

  /** Sends an action to another case, as this case. */
  send(to: string, action: string, input: unknown = {}): void {
    this.#messages.push({ to, action, input });
  }

  write(record: RecordWrite): void {
    this.#writes.push(record);
  }

  handled(key: string): void {
    this.state.handled = [...this.state.handled.slice(-199), key];
  }

  handledMessage(id: string, refusal: string | null): void {
    this.#handledMessage = { id, refusal };
  }

  /** What the step writes. */
  transition(): Transition {
    const { state } = this;
    return {
      caseId: state.id,
      revision: state.revision,
      at: this.now,
      state: state,
      wakeAt: wakeAt(state),
      dueAt: legalDueAt(state, this.contract),
      lines: this.#lines,
      deadlines: [...this.#deadlines.values()],
      tasks: [...this.#tasks.values()],
      notices: this.#notices,
      openings: this.#openings,
      messages: this.#messages.map((message, index) => ({ id: `${state.id}:${state.revision}:${index}`, ...message })),
      writes: this.#writes,
      ...(this.#handledMessage && { handledMessage: this.#handledMessage }),
    };
  }

  #contractOf(name: string) {
    const found = this.contract.deadlines[name];
    if (found === undefined) throw new Error(`${this.contract.kind} has no deadline '${name}'.`);
    return found;
  }

  #taskContract(name: string) {
    const found = this.contract.tasks[name];
    if (found === undefined) throw new Error(`${this.contract.kind} has no task '${name}'.`);
    return found;
  }

  #nextEntry(key: string): number {
    const entry = (this.state.entries[key] ?? 0) + 1;
    this.state.entries[key] = entry;
    return entry;
  }

  #changed(deadline: DeadlineState, status: DeadlineStatus): void {
    const legalEffect = hasLegalEffect(this.contract, deadline.name);
    this.#deadlines.set(`${deadline.name}:${deadline.entry}`, { deadline, status, legalEffect });
  }

  /** What this step has said of a task so far. */
  #taskChange({ name, entry }: TaskState): TaskChange | undefined {
    return this.#tasks.get(`${name}:${entry}`);
  }

  #saveTask({ name, entry, assigneeId }: TaskState, change: Partial<TaskChange>): void {
    const { role } = this.#taskContract(name);
    const open = { name, entry, role, assigneeId, dueAt: null, closed: false, closedBy: null };
    this.#tasks.set(`${name}:${entry}`, { ...open, ...change });
  }

  #cite(name: string, deadline: DeadlineState): Pick<Line, 'detail' | 'clause' | 'requirement'> {
    const { clause, requirement } = this.#contractOf(name);
    const { dueAt, lastDay, provisional, entry } = deadline;
    return { clause, requirement, detail: { deadline: name, entry, dueAt, lastDay, provisional } };
  }

  #end(name: string, status: DeadlineStatus, type: string, phrase: (title: Text) => Text): void {
    const deadline = this.deadline(name);
    if (deadline === undefined) return;
    this.state.deadlines = this.state.deadlines.filter((open) => open.name !== name);
    this.#changed({ ...deadline, rungs: [] }, status);
    this.record(type, phrase(this.#contractOf(name).title), this.#cite(name, deadline));
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

  #awaitCalendar(): void {
    if (this.contract.tasks['loadCalendar'] !== undefined) this.openTask('loadCalendar');
  }

  #audiences(to: To): Audience[] {
    if (typeof to === 'object') return [to];
    const role = to === 'owner' ? 'filer' : to;
    return (this.state.participants[role] ?? []).map((user) => ({ user }));
  }

  #deadlineView(name: string): DeadlineView[] {
    const deadline = this.deadline(name);
    if (deadline?.dueAt == null) return [];
    const { title, consequence, clause, duty = true, platformRule = false } = this.#contractOf(name);
    const { dueAt, lastDay, provisional } = deadline;
    const workingDaysLeft = remainingWorkingDays(this.state.calendar, this.now, dueAt);
    return [
      {
        name,
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
}
