/**
 * What the tests of the engine share: people, the pinned calendar and rules, a small process with one of everything, and a
 * case on paper, which lives by the engine alone, without Temporal and without a database.
 */
import * as engine from '../../workflows/engine/engine.ts';
import { barLiftedUnder, liftBar, liftBarUnder, liftedBar, type LiftBarInput } from '../../workflows/engine/bars.ts';
import { commonActions } from '../../workflows/engine/common-contract.ts';
import { contractsOf, defineProcess } from '../../workflows/engine/define.ts';
import { handling, party } from '../../workflows/engine/grants.ts';
import type { StepActor } from '../../workflows/engine/draft.ts';
import type { AnyProcess } from '../../workflows/engine/process.ts';
import type { ShStoreReadings, ShStoreWrites } from '../../workflows/sh-store/words.ts';
import { intakes } from '../../workflows/beside.ts';
import { jsonSchemaOf } from '../../workflows/engine/json-schema.ts';
import { initialState, wakeAt, type CaseInput, type CaseState } from '../../workflows/engine/state.ts';
import type { Transition } from '../../workflows/engine/transition.ts';
import type { CommonWrites } from '../../workflows/engine/types.ts';
import { holdFormal, holdTold } from './adverse-notices.ts';
import { notice } from '../../rules/notices.ts';
import { Refusal } from '../../rules/refusal.ts';
import { systemActor, type Body, type Office, type Person, type Requester } from '../../rules/roles.ts';
import { shStoreRules, shStoreValues, type ShStoreValues } from '../../rules/sh-store/config.ts';
import { text } from '../../rules/text.ts';
import {
  fifteenWorkingDayLadder,
  fiveWorkingDayLadder,
  instantOf,
  momentInWords,
  type CalendarData,
  type Instant,
} from '../../rules/time/index.ts';
import { publishedCalendar } from '../../rules/time/published-calendar.ts';

/** A moment of Shanghai in short: `at('2025-09-26 10:00')`. */
export function at(short: string): Instant {
  return instantOf(Date.parse(`${short.replace(' ', 'T')}+08:00`));
}

/** Friday before a make-up Sunday and the long National Day holiday of 2025. */
export const START = at('2025-09-26 10:00');

/** Credit code of the institution that the cases are about. */
export const SUBJECT = '91310115MA1K3AB128';

const centre = { bodyId: 'sh-centre', region: 'SH' } as const;

/** One person a role, and those who must be kept out: another institution, another body, a district. */
export const people = {
  provider: person('provider', { role: 'provider', party: SUBJECT }),
  otherProvider: person('other-provider', { role: 'provider', party: '91310104MA1FR2CD85' }),
  reviewer: person('reviewer', { role: 'reviewer', ...centre }),
  reviewer2: person('reviewer-2', { role: 'reviewer', ...centre }),
  reviewerElsewhere: person('reviewer-3', { role: 'reviewer', bodyId: 'hn-centre', region: 'SH' }),
  reviewerOfDistrict: person('reviewer-4', { role: 'reviewer', bodyId: 'sh-centre', region: 'SH/PUDONG' }),
  manager: person('manager', { role: 'manager', ...centre }),
  admin: person('admin', { role: 'admin' }),
  district: person('district', { role: 'district', bodyId: 'sh-pudong', region: 'SH/PUDONG' }),
  consumer: person('consumer', { role: 'consumer' }),
  otherCase: systemActor('app-other'),
} as const satisfies Record<string, Requester>;

/** Somebody as a step knows them: in the capacity of their only office. */
export function acting({ id, offices: [office] }: Person): StepActor {
  const role = office?.role ?? '';
  return { kind: 'person', id, role, roles: [role] };
}

/** Somebody with these offices. */
export function person(id: string, ...offices: Office[]): Person {
  return { kind: 'person', id, offices };
}

export interface SampleFacts {
  note: string | null;
}

/** A process with one of everything: two deadlines of the law and an internal one, a task, an adverse and a reopening action. */
export const sampleContract = contractsOf<{
  rules: ShStoreValues;
  readings: ShStoreReadings;
  writes: ShStoreWrites;
}>('SH_STORE', { rules: shStoreRules.values })<{
  opening: { helper?: string };
  facts: SampleFacts;
  inputs: SampleInputs;
}>()({
  kind: 'sample',
  prefix: 'sam',
  mark: '样',
  title: text('样例', 'Sample'),
  parties: { applicant: { title: text('申请人', 'Applicant'), roles: ['provider'] } },
  notices: {
    barLifted: barLiftedUnder('X 4'),
    decided: { ...notice<object>('XC-04.2', '决定', 'Decided'), channels: ['EMAIL', 'LETTER'] },
    setupDone: notice<{ doneAt: Instant; inTime: boolean }>('SH-STORE-06.5', '完成', 'Done'),
  },
  stages: {
    OPEN: text('进行中', 'Open'),
    CHECK: text('核查', 'Check'),
  },
  outcomes: { DONE: text('完成', 'Done'), REFUSED: text('驳回', 'Refused') },
  tasks: { check: { title: text('核查', 'Check'), role: 'reviewer', dueBy: ['limit'] } },
  factsReading: 'setup',
  deadlines: {
    duty: {
      title: text('履行', 'Do the duty'),
      clause: 'X 1',
      requirement: 'XC-03.1',
      consequence: text('逾期', 'Late'),
      ladder: fiveWorkingDayLadder,
      reading: 'setup',
    },
    limit: {
      title: text('最后期限', 'Last limit'),
      clause: 'X 2',
      requirement: 'XC-03.1',
      consequence: text('终止', 'Ended'),
      ladder: fifteenWorkingDayLadder,
    },
    target: {
      title: text('内部时限', 'Internal target'),
      clause: 'X 3',
      requirement: 'SH-STORE-04.6',
      consequence: text('无', 'None'),
      ladder: [],
      legalEffect: false,
    },
  },
  actions: {
    liftBar: liftBarUnder('X 4'),
    handIn: {
      title: text('提交', 'Hand in'),
      event: 'HANDED_IN',
      by: [party('applicant')],
      at: ['OPEN'],
      clause: 'X 1',
      requirement: 'XC-05.1',
    },
    rest: {
      title: text('中止', 'Rest'),
      event: 'RESTED',
      by: [handling('reviewer')],
      at: ['OPEN'],
      clause: 'X 1',
      requirement: 'XC-05.1',
    },
    goOn: {
      title: text('恢复', 'Go on'),
      event: 'WENT_ON',
      by: [handling('reviewer')],
      at: ['OPEN'],
      clause: 'X 1',
      requirement: 'XC-05.1',
    },
    startAgain: {
      title: text('重新计时', 'Start again'),
      event: 'STARTED_AGAIN',
      by: [handling('reviewer')],
      at: ['OPEN'],
      clause: 'X 1',
      requirement: 'XC-05.1',
    },
    accept: {
      title: text('通过', 'Accept'),
      event: 'ACCEPTED',
      by: [handling('reviewer')],
      at: ['CHECK'],
      clause: 'X 2',
      requirement: 'XC-05.1',
      task: 'check',
      notBy: ['filer', 'helper'],
    },
    turnDown: {
      title: text('驳回', 'Turn down'),
      event: 'TURNED_DOWN',
      by: [handling('reviewer'), handling('manager')],
      at: ['OPEN', 'CHECK'],
      clause: 'X 2',
      requirement: 'XC-05.1',
      adverse: true,
      notBy: ['filer', 'helper'],
    },
    report: {
      title: text('报告', 'Report'),
      event: 'REPORTED',
      by: ['case'],
      at: ['OPEN'],
      clause: 'X 2',
      requirement: 'XC-05.1',
    },
    lookAgain: {
      title: text('重新办理', 'Look again'),
      event: 'LOOKED_AGAIN',
      by: [handling('reviewer')],
      at: ['CHECK'],
      reopens: ['REFUSED'],
      clause: 'X 2',
      requirement: 'XC-05.1',
    },
  },
});

interface SampleInputs {
  liftBar: LiftBarInput;
  handIn: { note: string };
  turnDown: { reason: string };
  goOn: { since?: Instant };
}

export const sampleProcess = defineProcess(sampleContract, {
  sentences: { goOn: ({ since }) => since && momentInWords(since), liftBar: liftedBar },
  facts: () => ({ note: null }),
  open(step, { helper }) {
    if (helper !== undefined) step.participate('helper', helper);
    step.startDeadline('duty', step.workingDays('setup.days'));
    step.startDeadline('limit', step.workingDays('setup.limitDays'));
    step.startDeadline('target', step.workingDays('setup.days'));
  },
  applyFacts(step, { decorationPublishedAt }) {
    if (decorationPublishedAt !== null) step.record('DECORATED', text('已装修', 'Decorated'));
  },
  due: {
    duty(step, { products }) {
      step.facts.note = `${products.length} products`;
      step.openTask('check');
      step.moveTo('CHECK');
    },
    limit: (step) => step.close('REFUSED'),
    target: () => undefined,
  },
  actions: {
    liftBar: (step, input, bars) => liftBar(step, input, bars, 'applicant'),
    handIn(step, { note }) {
      step.facts.note = note;
      step.meetDeadline('duty');
      step.openTask('check', { note });
      step.moveTo('CHECK');
    },
    rest(step) {
      step.pauseDeadline('duty', text('等待', 'waiting'));
    },
    goOn(step, { since }) {
      step.resumeDeadline('duty', since);
    },
    startAgain(step) {
      step.cancelDeadline('duty');
      step.closeTask('check');
      step.startDeadline('duty', step.workingDays('setup.days'));
      step.openTask('check');
    },
    accept(step) {
      step.notify('setupDone', 'applicant', { doneAt: step.now, inTime: true });
      step.close('DONE');
    },
    turnDown(step) {
      step.close('REFUSED');
    },
    report: () => undefined,
    lookAgain: (step) => step.reopen('CHECK'),
  },
});

export interface PaperCaseOptions {
  readonly id?: string;
  readonly openedAt?: Instant;
  readonly openedBy?: Requester;
  readonly openedById?: string | null;
  readonly subject?: CaseInput['subject'];
  readonly body?: Body;
  readonly about?: string | null;
  readonly parties?: CaseInput['parties'];
  readonly bodies?: CaseInput['bodies'];
  readonly calendar?: CalendarData;
  /** The rules of its regime: those of the stores, if not said. */
  readonly book?: CaseInput['rules'];
  /** Rule values set otherwise than in the book. */
  readonly rules?: CaseInput['rules'];
}

/** A case on paper; `Facts` are what its process remembers. Each step's transition is kept, oldest first. */
export class PaperCase<Facts = unknown> {
  readonly process: AnyProcess;
  readonly transitions: Transition[] = [];
  state: CaseState<Facts>;
  #requests = 0;

  constructor(process: AnyProcess, opening: unknown = {}, options: PaperCaseOptions = {}) {
    const {
      id = 'app-1',
      openedAt = START,
      openedBy = people.provider,
      openedById = 'provider',
      subject = SUBJECT,
      body = centre,
      about = null,
      parties = {},
      bodies = {},
      calendar = publishedCalendar(),
      book = shStoreValues(),
    } = options;
    const input: CaseInput = {
      id,
      kind: process.contract.kind,
      subject,
      ...body,
      about,
      parties,
      bodies,
      openedAt,
      openedById,
      openedBy,
      opening,
      rules: { ...book, ...options.rules },
      ruleVersion: 1,
      calendar,
      clockOffsetMs: null,
    };
    this.process = process;
    this.state = initialState(process.contract, input, process.facts(opening) as Facts);
    this.#take(engine.open(process, this.state, opening, openedBy, openedAt));
  }

  get last(): Transition {
    const last = this.transitions.at(-1);
    if (last === undefined) throw new Error('Nothing has happened in this case.');
    return last;
  }

  /** The types of all lines of the timeline so far. */
  get told(): string[] {
    return this.transitions.flatMap(({ lines }) => lines.map(({ type }) => type));
  }

  /** The notices planned so far: template and whom they are for. */
  get noticed(): string[] {
    return this.transitions.flatMap(({ notices }) => notices.map(({ template }) => template));
  }

  /** The names of all open tasks. */
  get tasks(): string[] {
    return this.state.tasks.map(({ name }) => name);
  }

  act(action: string, actor: Requester, input: unknown = {}, now: Instant = START, reading?: unknown): Transition {
    this.#requests += 1;
    return this.#carryOut(action, { actor, key: `${actor.id}:${this.#requests}`, input }, now, reading);
  }

  /** Does what the platform had received before, at `now`. */
  actLate(
    action: string,
    actor: Requester,
    receivedAt: Instant,
    now: Instant,
    reading?: unknown,
    input: unknown = {},
  ): Transition {
    this.#requests += 1;
    const envelope = { actor, key: `${actor.id}:${this.#requests}`, input, receivedAt };
    return this.#carryOut(action, envelope, now, reading);
  }

  /** As `runCase` does: what a person asks for comes after the ends of time that had passed by then. */
  #carryOut(action: string, envelope: engine.Envelope, now: Instant, reading: unknown): Transition {
    const receivedAt = envelope.receivedAt ?? now;
    if (envelope.actor.kind === 'person' && engine.hasPassed(this.state, receivedAt)) this.liveUntil(receivedAt);
    const found = reading ?? unsaid(this.process.contract.actions[action]?.reading);
    const shown = this.#missing(action, envelope.actor, found, receivedAt);
    try {
      const transition = engine.act(this.process, this.state, action, envelope, found, now);
      if (shown !== undefined && shown.length > 0) throw new Error(wronglyShown(this.process, action, shown));
      holdFormal(this.process.contract, action, transition);
      holdTold(this.process.contract, action, transition);
      return this.#take(transition);
    } catch (error) {
      this.#holdShown(error, action, envelope.actor, found, receivedAt);
      throw error;
    }
  }

  /** Lives through all that becomes due up to `to`; `read` answers for the records. Returns the instants it woke at. */
  liveUntil(
    to: Instant,
    read: (name: string, before: Instant | null, now: Instant) => unknown = () => undefined,
  ): Instant[] {
    const woken: Instant[] = [];
    for (let now = wakeAt(this.state); now !== null && now <= to; now = wakeAt(this.state)) {
      const due = engine.whatIsDue(this.state, now);
      if (due === null) throw new Error(`The case wakes at ${now} and finds nothing due.`);
      if (woken.length > 100) throw new Error(`The case wakes again and again at ${now}.`);
      const name = this.process.contract.deadlines[due.deadline]?.reading;
      const found = name === undefined ? undefined : read(name, due.rungs.length === 0 ? due.at : null, now);
      const reading = found ?? unsaid(name);
      this.#take(engine.wake(this.process, this.state, due, reading, now));
      woken.push(now);
    }
    return woken;
  }

  /** Facts arrive; null if they change nothing. */
  applyFacts(reading: unknown, now: Instant): Transition | null {
    const transition = engine.applyFacts(this.process, this.state, reading, now);
    return transition === null ? null : this.#take(transition);
  }

  changeCalendar(calendar: CalendarData, now: Instant): Transition {
    return this.act('calendarLoaded', people.otherCase, {}, now, calendar);
  }

  /** The codes of what keeps somebody from doing an action that is open to them. */
  blocked(name: string, who: Requester, now: Instant, reading?: unknown): string[] {
    return engine.blockedBy(this.process, this.state, name, who, reading, now).map(({ code }) => code);
  }

  deadline(name: string) {
    return this.state.deadlines.find((deadline) => deadline.name === name);
  }

  /** Holds that what refuses an action whatever its input is shown with it, as what is missing (XC-05.1, 0028). */
  #holdShown(error: unknown, action: string, actor: Requester, reading: unknown, now: Instant): void {
    // The common actions are about a task or another thing that their input names.
    if (!(error instanceof Refusal) || error.details.field !== undefined || Object.hasOwn(commonActions, action))
      return;
    const missing = this.#missing(action, actor, reading, now);
    // Not open to them at all, and not shown; or shown with what is missing.
    if (missing === undefined || missing.length > 0) return;
    throw new Error(
      `${this.process.contract.kind}.${action} is shown as ready and refused: "${error.message}". Put the check under requires, or name the field.`,
      { cause: error },
    );
  }

  /** What is shown as missing for an action; undefined where it is not shown to them at all. */
  #missing(action: string, actor: Requester, reading: unknown, now: Instant): Refusal[] | undefined {
    try {
      return engine.blockedBy(this.process, this.state, action, actor, reading, now);
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }

  #take(transition: Transition): Transition {
    holdNamed(this.process.contract.kind, transition);
    this.transitions.push(transition);
    this.state = transition.state as CaseState<Facts>;
    return transition;
  }
}

function wronglyShown({ contract }: AnyProcess, action: string, missing: readonly Refusal[]): string {
  const words = missing.map(({ message }) => `"${message}"`).join(', ');
  return `${contract.kind}.${action} is shown with something missing (${words}) and accepted: whoever reads that would not try.`;
}

/** Holds that whatever a step lays into the form of its case has a name in what the record of that form is said to hold (XC-05.1). */
function holdNamed(kind: string, { writes }: Transition): void {
  const intake = intakes[kind];
  if (intake === undefined) return;
  const { properties = {} } = jsonSchemaOf(intake.record ?? intake.form) as { properties?: object };
  for (const { write, data } of writes) {
    if (write !== 'form') continue;
    const { changes } = data as CommonWrites['form'];
    const unnamed = Object.keys(changes).filter((field) => !Object.hasOwn(properties, field));
    if (unnamed.length > 0) throw new Error(`The form of ${kind} has no name for: ${unnamed.join(', ')}.`);
  }
}

const emptyReadings: readonly string[] = ['unreached', 'windows', 'offers', 'interestsInBases', 'interestsInBase'];

/** What is read where a test says nothing: every notice has arrived, the network has the windows that it started with, the provider no offers, nobody an interest. */
function unsaid(reading: string | undefined): unknown {
  if (reading === 'evaluations') return {};
  if (reading === 'handlingDays') return null;
  return reading !== undefined && emptyReadings.includes(reading) ? [] : undefined;
}

/** The published calendar with one year written otherwise, as the next version. */
export function recalendared(
  year: number,
  changes: { off?: string; work?: string; provisional?: boolean },
): CalendarData {
  const { version, years } = publishedCalendar();
  const before = years[year];
  if (before === undefined) throw new Error(`The calendar has no ${year}.`);
  return { version: version + 1, years: { ...years, [year]: { ...before, ...changes } } };
}

/** A reading of a store's set-up, empty but for what is given. */
export function setupReading(changes: Partial<ShStoreReadings['setup']> = {}): ShStoreReadings['setup'] {
  return { asOf: START, decorationPublishedAt: null, products: [], ...changes };
}
