/**
 * What a process publishes of itself: stages, actions, deadlines, tasks, outcomes. Plain data that the workflow, the API, the
 * console and the documents all read; a process's behaviour lies beside it in `process.ts`, its input schemas in `input.ts`.
 */
import type { Role } from '../../rules/roles.ts';
import type { Text } from '../../rules/text.ts';
import type { Rung } from '../../rules/time/index.ts';
import type { ReadingName } from './readings.ts';
import type { Audience } from './transition.ts';

/** An action with this stage is open as long as the case is. */
export const ANY_STAGE = '*';

/** Who gets a notice, in the words of a process: persons by what they did in the case, or a role. */
export type To = 'owner' | 'recommender' | Audience;

export interface ActionContract {
  readonly title: Text;
  /** How the timeline tells it once done. */
  readonly done: Text;
  /** Its type on the timeline: past tense, SCREAMING_SNAKE. */
  readonly event: string;
  /** Roles that may do it; `case` is another case of the platform. */
  readonly by: readonly (Role | 'case')[];
  /** Stages in which it is open; {@link ANY_STAGE} for every stage of an open case. */
  readonly at: readonly string[];
  /** Open in a closed case too, which it leaves closed. */
  readonly whenClosed?: boolean;
  /** Outcomes from which it reopens a closed case. */
  readonly reopens?: readonly string[];
  readonly clause: string;
  readonly requirement: string;
  /** An adverse action needs a reason (XC-05.1). */
  readonly adverse?: boolean;
  /** Persons of the case who may not do it, by what they did in it (XC-05.5). */
  readonly notBy?: readonly string[];
  /** The task this action works on: it must be unclaimed or the actor's own. */
  readonly task?: string;
  /** What the engine reads from the records before the handler runs. */
  readonly reading?: ReadingName;
}

export interface DeadlineContract {
  readonly title: Text;
  readonly clause: string;
  readonly requirement: string;
  /** What follows if nothing happens, without the clause above, which is shown beside it. */
  readonly consequence: Text;
  readonly ladder: readonly Rung[];
  /** What is read from the records as of the instant at which it passes. */
  readonly reading?: ReadingName;
  /** False for an internal target without legal effect. */
  readonly legalEffect?: boolean;
  /** Whom it concerns, told when it moves (XC-02.3); the owner of the case if left out. */
  readonly concerns?: readonly To[];
  /** False for a time that runs out of itself, such as a trial: nobody has to do anything by its end. */
  readonly duty?: boolean;
  /** True where the text sets no time and the platform does (interpretation, 5.2): the clause then is only what it belongs to. */
  readonly platformRule?: boolean;
}

export interface TaskContract {
  readonly title: Text;
  readonly role: Role;
}

export interface ProcessContract {
  readonly kind: string;
  readonly regime: string;
  readonly title: Text;
  readonly stages: Readonly<Record<string, Text>>;
  readonly outcomes: Readonly<Record<string, Text>>;
  readonly actions: Readonly<Record<string, ActionContract>>;
  readonly deadlines: Readonly<Record<string, DeadlineContract>>;
  readonly tasks: Readonly<Record<string, TaskContract>>;
  /** Read again whenever facts about the case's store arrive. */
  readonly factsReading?: ReadingName;
}

/** Keeps the literal names of a contract for its process while checking its shape. */
export function contract<const C extends ProcessContract>(definition: C): C {
  return definition;
}

/** False for an internal target. */
export function hasLegalEffect(contract: ProcessContract | undefined, deadline: string): boolean {
  return contract?.deadlines[deadline]?.legalEffect !== false;
}
