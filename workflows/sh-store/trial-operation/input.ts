/** Input schemas of the actions of a trial. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { note, reason } from '../../engine/input.ts';
import { endedByClearanceInputs, groundDismissed } from '../ended-by-clearance-input.ts';

export const trialOperationInputs = {
  regularise: z.strictObject({ note: note.optional() }),
  reopenEvaluation: z.strictObject({ reason }),
  clearanceDismissed: groundDismissed,
  ...endedByClearanceInputs,
};

export type TrialOperationInputs = {
  [A in keyof typeof trialOperationInputs]: z.output<(typeof trialOperationInputs)[A]>;
};
