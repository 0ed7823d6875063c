/** Input schemas of the actions of a rectification. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { choice } from '../../engine/choice.ts';
import { day, fileId, instant, reason } from '../../engine/input.ts';
import { id, line } from '../../engine/typed.ts';
import { conducts } from '../conducts.ts';
import { endedByClearanceInputs, groundDismissed } from '../ended-by-clearance-input.ts';

const phrase = z.strictObject({ zh: line(500), en: line(500) });
const phrases = z.array(phrase).max(20).readonly();

export const rectificationInputs = {
  submitCorrection: z.strictObject({ correctedAt: instant }),
  ...endedByClearanceInputs,
  escalateToClearance: z.strictObject({}),
  returnToCorrection: z.strictObject({}),
  withdrawRectification: z.strictObject({ doneAt: instant }),
  handInCorrection: z.strictObject({
    explanation: reason.describe('What was corrected and how'),
    fileIds: z.array(fileId).min(1).max(10).describe('Evidence of the correction'),
  }),
  sendBackCorrection: z.strictObject({ reason }),
  extendRectification: z.strictObject({ until: day.describe('The new last day'), reason }),
  openClearance: z.strictObject({
    conduct: choice(conducts).describe('What makes it malicious or disruptive'),
    reason,
  }),
  addFinding: z.strictObject({
    ground: z.literal('RECT_CONTENT_REFUSAL'),
    originCaseId: id,
    findingId: id,
    facts: phrases,
    corrections: phrases,
  }),
  withdrawFinding: z.strictObject({ findingId: id, why: phrase }),
  clearanceDismissed: groundDismissed,
  releaseRectification: z.strictObject({ reason: reason.optional() }),
};

export type RectificationInputs = {
  [A in keyof typeof rectificationInputs]: z.output<(typeof rectificationInputs)[A]>;
};
