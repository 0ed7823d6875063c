/**
 * What rows and mails one step of the measured case makes: said once, for the bare workflow with rows and mails and for the peers. Recorded from
 * the product by `record-case.ts`.
 */
import { readFileSync } from 'node:fs';

export type Json = Readonly<Record<string, unknown>>;

export interface FloorStep {
  /** The row of the case after the step. */
  readonly head: Json;
  /** The lines of the timeline that it adds. */
  readonly lines: readonly Json[];
  /** Rows of the first step alone. */
  readonly opens?: { readonly deadline: Json; readonly task: Json; readonly party: Json; readonly body: Json };
  /** A notice with its mail, and the line that says it was sent. */
  readonly notice?: Json;
  readonly told?: Json;
}

export interface FloorCase {
  readonly caseId: string;
  /** The opening, and the decisions; the last one ends deadline, task and case. */
  readonly steps: readonly FloorStep[];
}

const { caseId: recordedId, steps: recordedSteps } = JSON.parse(
  readFileSync(new URL('case.json', import.meta.url), 'utf8'),
) as FloorCase;
const recordedParty = String(recordedSteps[0]?.head['subject']);
const recordedUser = String(recordedSteps[0]?.notice?.['recipientId']);
const recorded = recordedSteps.map((step) => JSON.stringify(step));

/** Steps of a case: its opening and its decisions. */
export const STEPS = recorded.length;
/** What the last step does is also what a deadline does that passes: it ends the deadline and tells somebody. */
export const ENDING = STEPS - 1;

/** Key of the party, and account of the person, of a case of the floor. */
export function peopleOf(caseId: string): { readonly party: string; readonly userId: string } {
  const bare = caseId.replaceAll('-', '');
  return { party: bare.slice(-18).toUpperCase(), userId: `usr-${bare}` };
}

/**
 * A step of a case of its own: the rows name the case and its people in place of those that were recorded.
 * @param nth from 0
 */
export function stepOf(caseId: string, nth: number): FloorStep {
  const step = recorded[nth];
  if (step === undefined) throw new RangeError(`A case has ${STEPS} steps, and there is no step ${nth}.`);
  const { party, userId } = peopleOf(caseId);
  const own = step
    .replaceAll(recordedId, caseId)
    .replaceAll(recordedParty, party)
    .replaceAll(recordedUser, userId)
    .replaceAll(/ntc-[0-9a-f]{24}/g, `ntc-${caseId}-${nth}`);
  return JSON.parse(own) as FloorStep;
}
