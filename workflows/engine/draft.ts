/** The draft of a step: a copy of the state that handlers change, and the lines they put on the timeline. */
import { accountsOf, type Actor } from '../../rules/roles.ts';
import type { Text } from '../../rules/text.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { ProcessContract } from './contract.ts';
import type { Capacity } from './grants.ts';
import type { CaseState, RecordedState, RuleValues } from './state.ts';
import type { Line } from './transition.ts';

/** Who takes a step: a person in a capacity, or the system. */
export type StepActor = Actor & Partial<Pick<Capacity, 'roles' | 'open'>>;

type LineMore = Pick<Line, 'detail' | 'clause' | 'requirement'>;

export class Draft {
  readonly contract: ProcessContract;
  /** The state after the step. */
  readonly state: CaseState;
  readonly now: Instant;
  /** When the platform received what the step carries out, never later than `now`: whether it came in time goes by this. */
  readonly receivedAt: Instant;
  #actor: StepActor;
  protected readonly lines: Line[] = [];

  constructor(contract: ProcessContract, state: CaseState, now: Instant, actor: StepActor, receivedAt = now) {
    this.contract = contract;
    // The state is plain JSON, so this is a whole copy; rules and calendar are never written to and are shared.
    const { rules, calendar, ...changing } = state;
    const copy = JSON.parse(JSON.stringify(changing)) as RecordedState;
    this.state = { ...copy, rules, calendar };
    this.state.revision += 1;
    this.now = now;
    this.receivedAt = receivedAt < now ? receivedAt : now;
    this.#actor = actor;
  }

  /** Who takes the step, in the capacity in which it is taken. */
  get actor(): StepActor {
    return this.#actor;
  }

  /** Goes on in another of the capacities that are open to the actor, before anything is told. */
  protected actInCapacity(actor: Actor): void {
    this.#actor = {
      ...actor,
      ...(this.#actor.roles && { roles: this.#actor.roles }),
      ...(this.#actor.open && { open: this.#actor.open }),
    };
  }

  get facts(): unknown {
    return this.state.facts;
  }

  /** The rule values that the case is under (XC-06.2). */
  get rules(): RuleValues {
    return this.state.rules;
  }

  /** The number that a rule key has in the rule version pinned by the case (XC-06.2). */
  number(key: string): number {
    const value = this.rules[key];
    if (typeof value !== 'number') throw new Error(`The rule book has no number under '${key}'.`);
    return value;
  }

  /** True if the switch of this rule key is on. */
  isOn(key: string): boolean {
    const value = this.rules[key];
    if (typeof value !== 'boolean') throw new Error(`The rule book has no switch under '${key}'.`);
    return value;
  }

  /** Puts a line on the timeline. `type` is past tense. */
  record(type: string, title: Text, more: LineMore = {}): void {
    this.lines.push(this.#line(type, title, more));
  }

  /** Puts a line before those of the step so far: what the step is, told once it is known what came of it. */
  recordFirst(type: string, title: Text, more: LineMore = {}): void {
    this.lines.unshift(this.#line(type, title, more));
  }

  /** True if the step has put lines on the timeline. */
  get hasLines(): boolean {
    return this.lines.length > 0;
  }

  #line(type: string, title: Text, more: LineMore): Line {
    const { kind, id, role, covering } = this.actor;
    return { type, title, actor: { kind, id, role, ...(covering && { covering }) }, ...more };
  }

  /** Notes that the actor did this in the case, e.g. `interviewer`. */
  participate(as: string, userId?: string): void {
    const list = (this.state.participants[as] ??= []);
    // What somebody does for another is done in that one's office: it keeps both from what it excludes.
    const accounts = userId === undefined ? accountsOf(this.actor) : [userId];
    list.push(...accounts.filter((id) => !list.includes(id)));
  }

  /** How often something of this name was opened, this time included. */
  protected nextEntry(key: string): number {
    const entry = (this.state.entries[key] ?? 0) + 1;
    this.state.entries[key] = entry;
    return entry;
  }
}
