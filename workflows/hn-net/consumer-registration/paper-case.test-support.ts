/** A case of the network on paper: it lives by the engine alone, without Temporal and without a database. */
import { hnNetValues } from '../../../rules/hn-net/config.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import type { Body, Office, Person, Requester } from '../../../rules/roles.ts';
import { instantOf, type Instant } from '../../../rules/time/index.ts';
import { publishedCalendar } from '../../../rules/time/published-calendar.ts';
import * as engine from '../../engine/engine.ts';
import type { AnyProcess } from '../../engine/process.ts';
import { initialState, wakeAt, type CaseState } from '../../engine/state.ts';
import type { Transition } from '../../engine/transition.ts';

/** A moment of Shanghai in short: `at('2025-09-26 10:00')`. */
export function at(short: string): Instant {
  return instantOf(Date.parse(`${short.replace(' ', 'T')}+08:00`));
}

/** Somebody with these offices. */
export function person(id: string, ...offices: Office[]): Person {
  return { kind: 'person', id, offices };
}

/** What a case on paper is filed with. */
export interface PaperFiling {
  readonly filer: Person;
  readonly subject: PartyKey;
  readonly parties: Readonly<Record<string, readonly PartyKey[]>>;
  readonly body: Body;
  readonly openedAt: Instant;
  readonly about?: string;
  readonly opening: object;
}

/** `Facts` are what its process remembers. Each step's transition is kept, oldest first. */
export class PaperCase<Facts> {
  readonly process: AnyProcess;
  readonly transitions: Transition[] = [];
  state: CaseState<Facts>;

  constructor(process: AnyProcess, { filer, subject, parties, body, openedAt, about, opening }: PaperFiling) {
    const { contract } = process;
    const input = {
      id: `${contract.prefix}-1`,
      kind: contract.kind,
      subject,
      ...body,
      about: about ?? null,
      parties,
      bodies: {},
      openedAt,
      openedById: filer.id,
      openedBy: filer,
      opening,
      rules: hnNetValues(),
      ruleVersion: 1,
      calendar: publishedCalendar(),
      clockOffsetMs: null,
    };
    this.process = process;
    this.state = initialState(contract, input, process.facts(opening) as Facts);
    this.#take(engine.open(process, this.state, opening, filer, openedAt));
  }

  get last(): Transition {
    return this.transitions[this.transitions.length - 1] as Transition;
  }

  /** The notices that the last step planned: template and party they are for. */
  get lastNotices(): string[] {
    return this.last.notices.map(({ template, to }) => `${template} → ${'party' in to ? to.party : 'another'}`);
  }

  /** The names of all open tasks. */
  get tasks(): string[] {
    return this.state.tasks.map(({ name }) => name);
  }

  act(action: string, actor: Requester, input: unknown, now: Instant): Transition {
    const key = `${actor.id}:${this.transitions.length}`;
    return this.#take(engine.act(this.process, this.state, action, { actor, key, input }, undefined, now));
  }

  /** Lives through all that becomes due up to `to`. Gives the instants at which it woke. */
  liveUntil(to: Instant): Instant[] {
    const woken: Instant[] = [];
    for (let now = wakeAt(this.state); now !== null && now <= to; now = wakeAt(this.state)) {
      const due = engine.whatIsDue(this.state, now);
      if (due === null) throw new Error(`The case wakes at ${now} and finds nothing due.`);
      this.#take(engine.wake(this.process, this.state, due, undefined, now));
      woken.push(now);
    }
    return woken;
  }

  #take(transition: Transition): Transition {
    this.transitions.push(transition);
    this.state = transition.state as CaseState<Facts>;
    return transition;
  }
}
