/**
 * What a process publishes of itself: parties, stages, actions, deadlines, tasks, notices. Plain data that the workflow, the API, the
 * console and the documents all read; a process's behaviour lies beside it in `process.ts`, its input schemas in `input.ts`, the
 * wording of its notices in `wording.ts`.
 */
import type { RuleValue } from '../../rules/book/rule-book.ts';
import type { Notice } from '../../rules/notices.ts';
import type { PartyKey } from '../../rules/parties/party.ts';
import type { Role } from '../../rules/roles.ts';
import type { Text } from '../../rules/text.ts';
import type { Rung } from '../../rules/time/index.ts';
import type { Grant } from './grants.ts';

/** An action with this stage is open as long as the case is. */
export const ANY_STAGE = '*';

/**
 * Who gets a notice: a party by its name in the case; persons by what they did in it, or, where one has left the body that handles it,
 * the holders of a role there; the holders of a role at that body; the contact named in the form of the case; somebody by their key
 * who is no party of it; or one account.
 */
export type To =
  | string
  | { readonly did: string; readonly or: Role }
  | { readonly role: Role }
  | { readonly contact: true }
  | { readonly key: PartyKey }
  | { readonly user: string };

/** What a regime calls its rule values, by key, and its bodies, by id. */
export interface RegimeNames {
  readonly rules?: Readonly<Record<string, RuleValue>>;
  readonly bodies?: Readonly<Record<string, Text>>;
}

/** A party of the case: its title, and the roles of those who act for it. */
export interface PartyContract {
  readonly title: Text;
  readonly roles: readonly Role[];
  /** True for a party that only follows the case: it reads that things happened and not what people wrote. */
  readonly follows?: boolean;
  /** True for whom the case is about where it reads nothing of it before the process has it told with `addParty` (0051). */
  readonly toldLater?: boolean;
}

/** What a decision rests on: the passage, and the requirement that names it. */
export interface Ground {
  readonly clause: string;
  readonly requirement?: string;
}

export interface ActionContract {
  readonly title: Text;
  /** How the timeline tells it once done, where that is not its title. */
  readonly done?: Text;
  /** Its type on the timeline: past tense, SCREAMING_SNAKE. */
  readonly event: string;
  readonly by: readonly Grant[];
  /** Stages in which it is open; {@link ANY_STAGE} for every stage of an open case. */
  readonly at: readonly string[];
  /** Open in a closed case too, which it leaves closed. */
  readonly whenClosed?: boolean;
  /** Outcomes from which it reopens a closed case. */
  readonly reopens?: readonly string[];
  /** What it rests on, unless its process says what it rests on in each case (`cites`). */
  readonly clause: string;
  readonly requirement: string;
  /** An adverse action needs a reason (XC-05.1). */
  readonly adverse?: boolean;
  /** `waives`: lets off what its clause asks for; `reverses`: takes back what was decided under it. */
  readonly effect?: 'waives' | 'reverses';
  /** Fields of its input that name or reach people: they go to the records and never to the timeline, which nothing can be taken out of. */
  readonly withholds?: readonly string[];
  /**
   * Places of its input at which people are named or can be reached, e.g. `attendees.*.name`: what stands there goes to the records and never into
   * the workflow, which is handed stand-ins. Its form is a matter of the input's schema, since the process cannot read it.
   */
  readonly personal?: readonly string[];
  /** Persons of the case who may not do it, by what they did in it (XC-05.5). */
  readonly notBy?: readonly string[];
  /** True where the lines of what it brings about say all: it has none of its own. */
  readonly tellsItself?: boolean;
  /** The task this action works on: it must be unclaimed or the actor's own. */
  readonly task?: string;
  /** The ballot in which this action is a vote, or which it opens: who may not vote in it may not do the action (XC-05.5). */
  readonly ballot?: string;
  /** What the engine reads from the records before the handler runs. */
  readonly reading?: string;
  /** True where the attempt of somebody who may not do it is itself worth a line of the timeline. */
  readonly logsRefusals?: boolean;
}

export interface DeadlineContract {
  readonly title: Text;
  readonly clause: string;
  readonly requirement: string;
  /** What follows if nothing happens, without the clause above, which is shown beside it. */
  readonly consequence: Text;
  readonly ladder: readonly Rung[];
  /** What is read from the records as of the instant at which it passes. */
  readonly reading?: string;
  /** False for an internal target without legal effect. */
  readonly legalEffect?: boolean;
  /** Whom it concerns, told when it moves (XC-02.3) and reminded; the first party of the contract if left out. */
  readonly concerns?: readonly To[];
  /** The action by which whom it concerns meets it: its reminder opens the form of that. */
  readonly metBy?: string;
  /** Parties that were told of its end and have nothing to do by then: not reminded, and told all the same when it moves or stops. */
  readonly toldTo?: readonly string[];
  /**
   * The notice from whose arrival its consequence is taken: it does not pass before the notice has reached whom it is for, and then runs
   * anew (XC-04.3). Its `reading` is `unreached`. Of several it is the one that has told of the deadline last. Not of a deadline that ends on a
   * stated day: that cannot run anew.
   */
  readonly servedBy?: string | readonly string[];
  /** False for a time that runs out of itself, such as a trial: nobody has to do anything by its end. */
  readonly duty?: boolean;
  /** True where the text sets no time and the platform does (interpretation, 5.2): the clause then is only what it belongs to. */
  readonly platformRule?: boolean;
}

export interface TaskContract {
  readonly title: Text;
  readonly role: Role;
  /** The deadlines by which it is wanted, whichever runs when it is opened. */
  readonly dueBy?: readonly string[];
}

/**
 * A decision that several persons take by their votes, one each (XC-05.5). Who may vote follows from the actions that name it, and from
 * what they did in the case.
 */
export interface BallotContract {
  readonly title: Text;
  /** How many persons take part in it. */
  readonly voters: number;
  /**
   * `ALL`: carried when all are for it, lost with the first one against it. `MAJORITY`: carried when more than half of the voters are for
   * it, lost as soon as that cannot be reached any more.
   */
  readonly rule: 'ALL' | 'MAJORITY';
  /** Persons of the case who may not vote, by what they did in it. */
  readonly notBy?: readonly string[];
  /** True where a voter may vote otherwise until it is decided; else a vote stands. */
  readonly mayChange?: boolean;
  /** True where nobody reads a vote before the ballot is decided; its actions then withhold `vote` and `reason`. */
  readonly secret?: boolean;
}

export interface ProcessContract {
  /** lowerCamelCase; its folder is the same in kebab-case. */
  readonly kind: string;
  readonly regime: string;
  /** What rule values and bodies of its regime are called, for the timeline. */
  readonly names?: RegimeNames;
  /** First part of the ids of its cases: three letters. */
  readonly prefix: string;
  /** Its mark in the numbers of its cases, e.g. 店申. */
  readonly mark: string;
  /** The class after which the records of its cases are kept and may be deleted, where its regime has such; left out, they are not deleted. */
  readonly retention?: string;
  readonly title: Text;
  /** The first one is whom the case is about. */
  readonly parties: Readonly<Record<string, PartyContract>>;
  /** Bodies that handle the case in turn, by their name in it; where left out there is one, and it stays the same. */
  readonly bodies?: Readonly<Record<string, Text>>;
  /** In which stages another body than the first handles the case. */
  readonly handledBy?: Readonly<Record<string, string>>;
  /** Stages of an open case. */
  readonly stages: Readonly<Record<string, Text>>;
  /** Stages in which the case is closed; the one it is in is its outcome. */
  readonly outcomes: Readonly<Record<string, Text>>;
  readonly actions: Readonly<Record<string, ActionContract>>;
  readonly deadlines: Readonly<Record<string, DeadlineContract>>;
  readonly tasks: Readonly<Record<string, TaskContract>>;
  /** Decisions that several persons take by their votes. */
  readonly ballots?: Readonly<Record<string, BallotContract>>;
  readonly notices: Readonly<Record<string, Notice<never>>>;
  /** Who may file such a case from outside; `contact` needs no account. Left out for cases that only cases open, or that have a door of their own. */
  readonly intake?: {
    readonly by: readonly Role[];
    /** Fields of its form that none but who filed it and the bodies that handle it see. */
    readonly conceals?: readonly string[];
  };
  /** True where people outside the bodies file it by a door of its own: who did has an interest in the party (XC-05.5). */
  readonly filedFromOutside?: boolean;
  /** Facts that nobody reads, in whatever position, before another fact is set: what is said independently of others (0060). */
  readonly sealed?: { readonly facts: readonly string[]; readonly until: string };
  /**
   * Facts, and lines of these actions, that only the bodies handling the case read before another fact is set: a result on its way to its
   * publication (0060).
   */
  readonly inside?: { readonly facts: readonly string[]; readonly actions: readonly string[]; readonly until: string };
  /** Read again whenever facts arrive about what the case is about. */
  readonly factsReading?: string;
  /**
   * It begins under the newest rules of its regime, not under those of the case that opens it: a case of each year, opened by one that may
   * stand for many.
   */
  readonly beginsUnderNewestRules?: true;
  /**
   * By the name of a party, the keys of the rule values that it goes by during the case: when the case comes under others, it is told
   * (XC-06.2). What only sets a deadline is told by the deadline.
   */
  readonly toldValues?: Readonly<Record<string, readonly string[]>>;
  /** There is one such case at a time about one thing: `step.join` opens it, or adds to the one there is. */
  readonly oneAtATime?: OneAtATime;
}

/** How one more opening comes to the case that there is. */
export interface OneAtATime {
  /** The action of that case which takes the opening as its input. */
  readonly adds: string;
  /** Outcomes after which no other is opened: the closed case takes the opening. */
  readonly evenAfter?: readonly string[];
  /** Fields of the opening that must be the same in both; there is one at a time for each. */
  readonly alike?: readonly string[];
}

type Facts = Readonly<Record<string, unknown>>;

/** The facts of a case without what is sealed still, or kept inside from who does not see all of it; `undefined` where the case has none. */
export function readableFacts(
  { sealed, inside }: Pick<ProcessContract, 'sealed' | 'inside'>,
  facts: Facts | undefined,
  { seesAll }: { readonly seesAll: boolean },
): Facts | undefined {
  if (facts === undefined) return undefined;
  const kept = [sealed, seesAll ? undefined : inside].flatMap((spec) => (isBefore(spec, facts) ? spec.facts : []));
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !kept.includes(name)));
}

/** Whether only the bodies that handle the case read the lines of this action still. */
export function isKeptInside({ inside }: Pick<ProcessContract, 'inside'>, action: string, facts: Facts = {}): boolean {
  return isBefore(inside, facts) && inside.actions.includes(action);
}

function isBefore<Spec extends { readonly until: string }>(spec: Spec | undefined, facts: Facts): spec is Spec {
  return spec !== undefined && facts[spec.until] == null;
}

/** The stage in which a case begins: the first one. */
export function firstStage({ stages }: ProcessContract): string {
  return Object.keys(stages)[0] ?? '';
}

/** The title of a stage, open or closed; undefined if the contract has none of this name. */
export function stageTitle(contract: ProcessContract | undefined, stage: string): Text | undefined {
  return contract === undefined ? undefined : (contract.stages[stage] ?? contract.outcomes[stage]);
}

/** How the timeline tells an action once done. */
export function doneTitle({ done, title }: ActionContract): Text {
  return done ?? title;
}

/** The name of the body that handles the case in a stage; the first of the contract's unless it says otherwise. */
export function bodyAt({ bodies, handledBy }: ProcessContract, stage: string): string {
  return handledBy?.[stage] ?? Object.keys(bodies ?? {})[0] ?? SOLE_BODY;
}

/** The name of the body of a contract that names none. */
export const SOLE_BODY = 'body';

/** The party that the case is about. */
export function mainParty({ parties }: ProcessContract): string {
  return Object.keys(parties)[0] ?? '';
}

/** True if a task is wanted by an internal target, which managers alone see. */
export function isDueByTarget(contract: ProcessContract | undefined, task: string): boolean {
  const { dueBy = [] } = contract?.tasks[task] ?? {};
  return dueBy.length > 0 && dueBy.every((deadline) => !hasLegalEffect(contract, deadline));
}

/** False for an internal target. */
export function hasLegalEffect(contract: ProcessContract | undefined, deadline: string): boolean {
  return contract?.deadlines[deadline]?.legalEffect !== false;
}
