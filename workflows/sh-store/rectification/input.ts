/** Input schemas of the actions of a rectification. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { instant, reason } from '../../engine/input.ts';
import { endedByClearanceInputs } from '../ended-by-clearance-input.ts';

export const rectificationInputs = {
  submitCorrection: z.strictObject({ correctedAt: instant }),
  ...endedByClearanceInputs,
  escalateToClearance: z.strictObject({}),
  returnToCorrection: z.strictObject({}),
  withdrawRectification: z.strictObject({ doneAt: instant }),
  releaseRectification: z.strictObject({ reason: reason.optional() }),
};

export type RectificationInputs = {
  [A in keyof typeof rectificationInputs]: z.output<(typeof rectificationInputs)[A]>;
};
