/**
 * One step of a case: what a handler of a process works with. It changes a draft of the state and collects what is to be
 * written; nothing has any effect until the engine commits the whole step. Pure and synchronous: a handler that throws a
 * Refusal has changed nothing. Handlers see it as `StepOf` of their contract, which checks every name.
 */
import type { PartyKey } from '../../rules/parties/party.ts';
import { ACTING_ROLES, type Body } from '../../rules/roles.ts';
import type { Text } from '../../rules/text.ts';
import type { Instant } from '../../rules/time/index.ts';
import {
  bodyAt,
  firstStage,
  hasLegalEffect,
  mainParty,
  stageTitle,
  type ProcessContract,
  type To,
} from './contract.ts';
import { phrases } from './phrases.ts';
import {
  legalDueAt,
  wakeAt,
  type DeadlineState,
  type LetterState,
  type LetterStatus,
  type UndeliveredNotice,
} from './state.ts';
import { BallotDraft } from './ballot-draft.ts';
import type {
  Audience,
  CaseMessage,
  CaseOpening,
  FormOfAnother,
  GroupMessage,
  HandledMessage,
  NoticeRequest,
  RecordWrite,
  Transition,
} from './transition.ts';

/** How another case is opened where it differs from this one. */
export interface OpenOptions {
  /** First part of the id, where one case opens two of a kind. */
  readonly prefix?: string;
  /** What it is about; the same as this case unless given. */
  readonly about?: string | null;
  /** Whom it is about, if another than this case. */
  readonly subject?: PartyKey;
  /** Its parties; those of this case that have the same name unless given. */
  readonly parties?: Readonly<Record<string, readonly PartyKey[]>>;
  /** Its bodies; those of this case that have the same name unless given. The first stage says which handles it. */
  readonly bodies?: Readonly<Record<string, Body>>;
  /** Deadlines there that follow deadlines here: their name there, and here. */
  readonly following?: Readonly<Record<string, string>>;
  /** It begins with a form made of the newest form of this case. */
  readonly form?: FormOfAnother;
}

export class Step extends BallotDraft {
  readonly #notices: NoticeRequest[] = [];
  readonly #openings: CaseOpening[] = [];
  readonly #messages: Omit<CaseMessage, 'id'>[] = [];
  readonly #childrenMessages: Omit<GroupMessage, 'id'>[] = [];
  readonly #messagesAbout: Omit<GroupMessage, 'id'>[] = [];
  readonly #messagesHandled: Omit<HandledMessage, 'id'>[] = [];
  readonly #writes: RecordWrite[] = [];
  /** Deadlines whose clock was stopped or set going again in this step. */
  readonly #turned = new Map<string, 'STOPPED' | 'RUNS'>();
  #partiesChanged = false;
  #handledMessage: { id: string; refusal: string | null } | undefined;

  // -------------------------------------------------------------- stages

  moveTo(stage: string): void {
    const from = this.state.stage;
    const title = stageTitle(this.contract, stage);
    if (title === undefined) throw new Error(`${this.contract.kind} has no stage '${stage}'.`);
    if (from === stage) return;
    this.state.stage = stage;
    this.record('STAGE_CHANGED', phrases.stageChanged(title, stageTitle(this.contract, from)), {
      detail: { from, to: stage },
    });
    this.#handOver(stage);
  }

  /** Closes the case: ends what is open, cancels deadlines and tasks. The outcome is its last stage. */
  close(outcome: string): void {
    const title = this.contract.outcomes[outcome];
    if (title === undefined) throw new Error(`${this.contract.kind} has no outcome '${outcome}'.`);
    this.moveTo(outcome);
    for (const { name } of [...this.state.deadlines]) this.cancelDeadline(name);
    for (const { name } of [...this.state.tasks]) this.closeTask(name);
    this.withdrawOpenBallots();
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

  /**
   * Closes the case for a reason that lies outside of it and may turn out not to have stood: what it was doing is kept, so that
   * {@link takeUp} goes on from there.
   */
  breakOff(outcome: string): void {
    const { stage, deadlines, tasks } = this.state;
    const brokenOff = {
      at: this.now,
      stage,
      clocks: deadlines.map(({ name }) => ({ name, ...this.clock(name) })),
      tasks: tasks.map(({ name }) => name),
    };
    this.close(outcome);
    this.state.brokenOff = brokenOff;
  }

  /** Goes on where the case was broken off: its clocks stood still meanwhile. @returns false if it was not broken off */
  takeUp(cause: Text): boolean {
    const { brokenOff } = this.state;
    if (brokenOff === undefined) return false;
    delete this.state.brokenOff;
    this.reopen(brokenOff.stage);
    for (const { name, ...clock } of brokenOff.clocks) this.restoreDeadline(name, clock, { from: brokenOff.at, cause });
    for (const name of brokenOff.tasks) this.openTask(name);
    return true;
  }

  /** A stage of an open case may belong to another body; a closed case stays with the body that closed it. */
  #handOver(stage: string): void {
    if (this.contract.stages[stage] === undefined) return;
    const name = bodyAt(this.contract, stage);
    const body = this.state.bodies[name];
    if (body === undefined) throw new Error(`${this.contract.kind} has no body '${name}' for '${stage}'.`);
    this.#giveTo(name, body);
  }

  #giveTo(name: string, body: Body): void {
    const { bodyId, region } = body;
    if (bodyId === this.state.bodyId && region === this.state.region) return;
    const { bodies, names } = this.contract;
    this.record(
      'CASE_HANDED_OVER',
      phrases.handedOver(bodies?.[name] ?? phrases.anotherBody, names?.bodies?.[bodyId]),
      {
        detail: { from: this.state.bodyId, to: bodyId },
        requirement: 'XC-05.5',
      },
    );
    this.state.bodyId = bodyId;
    this.state.region = region;
    this.handOverTasks();
  }

  /** Another body takes the place that one had in the case, e.g. the competent platform that of the one it was sent to. */
  setBody(name: string, body: Body): void {
    this.state.bodies[name] = body;
    if (bodyAt(this.contract, this.state.stage) === name) this.#giveTo(name, body);
  }

  // -------------------------------------------------------------- parties

  /** The key of a party of the case. */
  party(name: string): PartyKey {
    const [key] = this.state.parties[name] ?? [];
    if (key === undefined) throw new Error(`The case has no party '${name}'.`);
    return key;
  }

  hasParty(name: string): boolean {
    return (this.state.parties[name] ?? []).length > 0;
  }

  /** Who acts for it reads the case from now on; of a party that is told later, this is when. */
  addParty(name: string, key: PartyKey): void {
    const keys = (this.state.parties[name] ??= []);
    if (keys.includes(key) && this.contract.parties[name]?.toldLater !== true) return;
    if (!keys.includes(key)) keys.push(key);
    this.#partiesChanged = true;
  }

  /** Another party takes the place that one had in the case: it alone acts there from now on. Who had the place reads on. */
  setParty(name: string, key: PartyKey): void {
    this.state.parties[name] = [key];
    this.#partiesChanged = true;
  }

  // -------------------------------------------------------------- clocks that stop and run again

  override pauseDeadline(name: string, cause: Text, from: Instant = this.now): void {
    const wasRunning = this.deadline(name)?.dueAt != null;
    super.pauseDeadline(name, cause, from);
    if (wasRunning) this.#turned.set(name, 'STOPPED');
  }

  override resumeDeadline(name: string, at: Instant = this.now): void {
    const wasStopped = this.deadline(name)?.dueAt === null;
    super.resumeDeadline(name, at);
    if (wasStopped) this.#turned.set(name, 'RUNS');
  }

  /** The deadline runs from the arrival of a notice that has reached nobody yet: until it does, its clock stands still (XC-04.3). */
  awaitService(name: string, notices: readonly UndeliveredNotice[]): void {
    const { startedAt, pauses = [] } = this.deadline(name) ?? {};
    super.pauseDeadline(name, phrases.notServed, pauses.at(-1)?.to ?? startedAt);
    // Reminders that nobody got come again.
    this.state.deadlines = this.state.deadlines.map((open) => (open.name === name ? { ...open, spent: [] } : open));
    this.state.awaitingService = [...(this.state.awaitingService ?? []), name];
    const known = this.undelivered.map(({ noticeId }) => noticeId);
    this.setUndelivered([...this.undelivered, ...notices.filter(({ noticeId }) => !known.includes(noticeId))]);
    this.openOrDescribeTask('reachRecipient', { notices: this.undelivered });
  }

  /** Whom a deadline's end was told: those it concerns, and those who only know of it. */
  toldOf(deadline: string): readonly To[] {
    return [...new Set([...this.concernedBy(deadline), ...(this.contract.deadlines[deadline]?.toldTo ?? [])])];
  }

  /**
   * Who was told of a deadline hears that its clock has stopped, or runs again and until when; one notice for all that turned alike. The
   * staff see it in their tasks, and of a clock that follows another case's, that case tells.
   */
  #tellTurned(): void {
    for (const turn of ['STOPPED', 'RUNS'] as const) {
      const turned = this.state.deadlines.filter(
        ({ name, dueAt, follows }) =>
          this.#turned.get(name) === turn && (dueAt === null) === (turn === 'STOPPED') && follows !== true,
      );
      const legal = turned.filter(({ name }) => hasLegalEffect(this.contract, name));
      const outside = (to: To) => typeof to === 'string' || 'contact' in to;
      for (const to of new Set(legal.flatMap(({ name }) => this.toldOf(name).filter(outside)))) {
        this.#tellTurn(
          turn,
          to,
          legal.filter(({ name }) => this.toldOf(name).includes(to)),
        );
      }
    }
  }

  #tellTurn(turn: 'STOPPED' | 'RUNS', to: To, deadlines: readonly DeadlineState[]): void {
    const duties = deadlines.map(({ name }) => this.contract.deadlines[name]?.title).filter((title) => title != null);
    const pause = deadlines[0]?.pauses.at(-1);
    const clocks = deadlines.map(({ name }) => name);
    const { from: since = this.now, to: until = this.now, cause: why = phrases.suspended } = pause ?? {};
    if (turn === 'STOPPED') this.notify('clockStopped', to, { duties, clocks, since, why });
    else this.notify('clockRunsAgain', to, { duties, stoodFrom: since, stoodTo: until, why }, clocks);
  }

  // -------------------------------------------------------------- notices and letters

  /** Plans a notice; `about` names the open deadlines it speaks of. */
  notify(template: string, to: To, data: object, about: readonly string[] = []): void {
    const spec = this.contract.notices[template];
    if (spec === undefined) throw new Error(`${this.contract.kind} has no notice '${template}'.`);
    const key = `${template}:${this.nextEntry(`notice:${template}`)}`;
    const number = this.nextEntry('notice');
    const deadlines = about.flatMap((name) => this.deadlineView(name));
    this.#runsFrom(template, about);
    for (const audience of this.#audiences(to)) {
      this.#notices.push({ key, number, template, to: audience, data: data as Record<string, unknown>, deadlines });
    }
    if (spec.channels.includes('LETTER')) {
      this.state.letters = [...this.letters, { key, template, status: 'TO_DISPATCH' }];
      this.openOrDescribeTask('sendLetter', { letters: this.letters.map((letter) => letter.key) });
    }
  }

  /** Deadlines that run from one of several notices run from this one, if it is one of them. */
  #runsFrom(template: string, about: readonly string[]): void {
    const told = about.filter((name) => {
      const { servedBy } = this.contract.deadlines[name] ?? {};
      return Array.isArray(servedBy) && servedBy.includes(template);
    });
    if (told.length === 0) return;
    this.state.deadlines = this.state.deadlines.map((open) =>
      told.includes(open.name) ? { ...open, toldBy: template } : open,
    );
  }

  /** Whom a deadline concerns: the first party of the contract unless the contract says otherwise. */
  concernedBy(deadline: string): readonly To[] {
    return this.contract.deadlines[deadline]?.concerns ?? [mainParty(this.contract)];
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
    this.write('letter', { key, status, number });
  }

  #audiences(to: To): Audience[] {
    if (typeof to === 'string') {
      const { roles = [] } = this.contract.parties[to] ?? {};
      return (this.state.parties[to] ?? []).map((party) => ({ party, roles }));
    }
    if ('key' in to) return [{ party: to.key, roles: ACTING_ROLES }];
    if (!('did' in to)) return [to];
    return (this.state.participants[to.did] ?? []).map((user) => ({ user, or: to.or }));
  }

  // -------------------------------------------------------------- other cases

  /**
   * Opens another case, in the same transaction.
   * @returns its id, which follows from this case's, the same however often the step is tried: `tri-…`, `rec-…-2`
   */
  open(contract: ProcessContract, opening: object, options: OpenOptions = {}): string {
    return this.#open(contract, opening, options, false);
  }

  /**
   * Opens a case of a kind of which there is one at a time about one thing; where there is one, the opening is added to it by the action
   * that its contract names. Which of the two is decided when the step is recorded, so that two cases that do it at one instant make one.
   * Such a case is told by what it is about ({@link tellAbout}), since its id is not known here.
   */
  join(contract: ProcessContract, opening: object, options: OpenOptions = {}): void {
    if (contract.oneAtATime === undefined)
      throw new Error(`There may be several cases '${contract.kind}' about one thing.`);
    if (contract.prefix === this.contract.prefix) this.#open(contract, opening, options, true, this.#nextInRow());
    // An id that follows from this case: another case about the same thing may open one as well, once this one is closed.
    else this.#open(contract, opening, { prefix: `${contract.prefix}-${this.contract.prefix}`, ...options }, true);
  }

  #open(
    contract: ProcessContract,
    opening: object,
    options: OpenOptions,
    joins: boolean,
    id = this.newId(options.prefix ?? contract.prefix),
  ): string {
    const { kind, regime, title } = contract;
    const stage = firstStage(contract);
    const following = Object.entries(options.following ?? {});
    const bodies = options.bodies ?? shared(this.state.bodies, contract.bodies);
    const body = bodies[bodyAt(contract, stage)] ?? this.state;
    this.#openings.push({
      id,
      kind,
      regime,
      stage,
      about: options.about === undefined ? this.state.about : options.about,
      subject: options.subject ?? null,
      parties: options.parties ?? shared(this.state.parties, contract.parties),
      bodies,
      bodyId: body.bodyId,
      region: body.region,
      opening: {
        ...opening,
        ...(following.length > 0 && {
          following: Object.fromEntries(following.map(([there, here]) => [there, this.clock(here)])),
        }),
      },
      ...(joins && { joins }),
      ...(options.form !== undefined && { form: options.form }),
    });
    this.state.followers = [
      ...(this.state.followers ?? []),
      ...following.map(([as, deadline]) => ({ deadline, caseId: id, as })),
    ];
    const linked = joins ? phrases.caseJoined(title, id) : phrases.caseLinked(title, id);
    this.record('CASE_LINKED', linked, { detail: { caseId: id, kind } });
    return id;
  }

  /** Does an action of another case, as this case. */
  tell(to: string, _contract: ProcessContract, action: string, input: unknown = {}): void {
    this.#messages.push({ to, action, input });
  }

  /** Does an action of every open case of a kind that this one has opened. They are found in the records, however many they are. */
  tellChildren({ kind }: ProcessContract, action: string, input: unknown = {}): void {
    this.#childrenMessages.push({ kind, action, input });
  }

  /**
   * Does an action of every case of a kind that is about the same thing as this one: of open ones, and of closed ones that the action
   * reopens or is open in. They are found in the records; this one is never among them.
   * @param alike fields that the opening of such a case must have
   */
  tellAbout(
    { kind }: ProcessContract,
    action: string,
    input: unknown = {},
    alike?: Readonly<Record<string, unknown>>,
  ): void {
    this.#messagesAbout.push({ kind, action, input, ...(alike !== undefined && { alike }) });
  }

  /**
   * Does an action of every open case of a kind that a body handles, in a region of it if one is given. They are found in the records, however many
   * they are.
   */
  tellHandled(
    by: { readonly bodyId: string; readonly region?: string },
    { kind }: ProcessContract,
    action: string,
    input: unknown = {},
  ): void {
    this.#messagesHandled.push({ ...by, kind, action, input });
  }

  /** An id for something of this case's making, the same however often the step is tried: `sto-…`, `rec-…-2`. */
  newId(prefix: string): string {
    const root = this.state.id.slice(this.state.id.indexOf('-') + 1);
    const entry = this.nextEntry(`child:${prefix}`);
    const id = entry === 1 ? `${prefix}-${root}` : `${prefix}-${root}-${entry}`;
    // A case may open others of its own kind.
    return id === this.state.id ? this.newId(prefix) : id;
  }

  /** The id of the case that comes after this one in a row that may go on for ever, quarter by quarter: `qbl-….2`, `qbl-….3`. */
  #nextInRow(): string {
    if (this.nextEntry('next') > 1) return this.newId(this.contract.prefix);
    const [, first = this.state.id, place = '1'] = /^(.*?)(?:\.(\d+))?$/s.exec(this.state.id) ?? [];
    return `${first}.${Number(place) + 1}`;
  }

  // -------------------------------------------------------------- the step as a whole

  /** Writes a record beside the case. */
  write(write: string, data: object): void {
    this.#writes.push({ write, data });
  }

  handled(key: string): void {
    this.state.handled = [...this.state.handled.slice(-199), key];
  }

  handledMessage(id: string, refusal: string | null): void {
    this.#handledMessage = { id, refusal };
  }

  /** What the step writes. */
  transition(): Transition {
    this.#tellTurned();
    this.#tellFollowers();
    const { state } = this;
    const numbered = <M extends object>(messages: readonly M[], first: number) =>
      messages.map((message, index) => ({ id: `${state.id}:${state.revision}:${first + index}`, ...message }));
    return {
      caseId: state.id,
      revision: state.revision,
      at: this.now,
      state,
      wakeAt: wakeAt(state),
      dueAt: legalDueAt(state, this.contract),
      lines: this.lines,
      deadlines: [...this.deadlineChanges.values()],
      tasks: [...this.taskChanges.values()],
      notices: this.#notices,
      openings: this.#openings,
      messages: numbered(this.#messages, 0),
      childrenMessages: numbered(this.#childrenMessages, this.#messages.length),
      messagesAbout: numbered(this.#messagesAbout, this.#messages.length + this.#childrenMessages.length),
      messagesHandled: numbered(
        this.#messagesHandled,
        this.#messages.length + this.#childrenMessages.length + this.#messagesAbout.length,
      ),
      writes: this.#writes,
      partiesChanged: this.#partiesChanged,
      ...(this.#handledMessage && { handledMessage: this.#handledMessage }),
    };
  }

  /** What became of a deadline goes before all else to the cases whose deadlines follow it. */
  #tellFollowers(): void {
    const opened = this.#openings.map(({ id }) => id);
    const moves = [...this.deadlineChanges.values()].flatMap(({ deadline, status }) =>
      (this.state.followers ?? [])
        .filter((follower) => follower.deadline === deadline.name && !opened.includes(follower.caseId))
        .map(({ caseId, as }) => {
          const { period, startedAt, pauses } = deadline;
          return {
            to: caseId,
            action: 'clockFollowed',
            input: { deadline: as, status, clock: { period, startedAt, pauses } },
          };
        }),
    );
    this.#messages.unshift(...moves);
  }
}

/** The entries of a record whose names stand in another one too. */
function shared<T>(
  of: Readonly<Record<string, T>>,
  names: Readonly<Record<string, unknown>> | undefined,
): Record<string, T> {
  return Object.fromEntries(Object.entries(of).filter(([name]) => names !== undefined && name in names));
}
