/** What the engine itself listens to, beside the actions of a process. Wire names are part of the contract. */
/**
 * Update: the training clock was moved, `offsetMs` is its distance from the machine's clock; or the records are ahead of the case, at
 * `recordedRevision`.
 */
export interface ClockMoved {
  readonly offsetMs: number | null;
  readonly recordedRevision?: number;
}

export const CLOCK_MOVED = 'clockMoved';
/** Signal without data: facts about what the case is about have arrived in the records. */
export const FACTS_ARRIVED = 'factsArrived';
/** Signal without data: the run is old and is to be rolled over, so that no old code lives on in it. */
export const ROLL_OVER = 'rollOver';
/**
 * Age of a run, in real time, at which it is rolled over, so that a case that waits for a year does not keep old code alive. Looked at
 * whenever something happens; a run in which nothing does is told by the relay, which costs a case no timer.
 */
export const ROLL_OVER_AFTER_MS = 30 * 24 * 3_600_000;

/** Query: the whole state, for reconciliation and inspection. */
export const GET_STATE = 'getState';

/** What an accepted action answers. */
export interface Accepted {
  readonly revision: number;
  readonly stage: string;
}

/** The id of the workflow of a case. */
export function workflowIdOf(caseId: string): string {
  return `case/${caseId}`;
}
