/** What the engine itself listens to, beside the actions of a process. Wire names are part of the contract. */
/** Update: the training clock was moved; `offsetMs` is its distance from the machine's clock. */
export interface ClockMoved {
  readonly offsetMs: number;
}

export const CLOCK_MOVED = 'clockMoved';
/** Signal without data: facts about the case's store have arrived in the records. */
export const FACTS_ARRIVED = 'factsArrived';
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
