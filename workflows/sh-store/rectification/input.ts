/** Input schemas of the actions of a rectification. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { day, evidenceFiles, instant, reason } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
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
    explanation: titled(
      reason,
      '整改说明',
      'What was corrected',
      text('改正了什么、如何改正。', 'What was corrected and how.'),
    ),
    fileIds: titled(evidenceFiles(10).min(1), '整改证据', 'Evidence of the correction'),
  }),
  sendBackCorrection: z.strictObject({ reason }),
  extendRectification: z.strictObject({
    until: titled(day, '延长至', 'Extended to', text('新的最后一日。', 'The new last day.')),
    reason,
  }),
  openClearance: z.strictObject({
    conduct: titled(
      choice(conducts),
      '违规行为',
      'Conduct',
      text('恶意或者扰乱平台秩序的是哪种行为。', 'Which conduct is malicious or disruptive.'),
    ),
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
