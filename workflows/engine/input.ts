/** Pieces of input schemas that processes share, and the schemas of the common actions. Not for workflow code. */
import { z } from 'zod';
import { instantOf, parseInstant } from '../../rules/time/index.ts';

/** A day of Shanghai, `YYYY-MM-DD`. */
export const day = z.iso.date().describe('Day in Asia/Shanghai, YYYY-MM-DD');

/** An instant with its zone; kept as Shanghai time. */
export const instant = z.iso
  .datetime({ offset: true })
  .transform((value) => instantOf(Date.parse(parseInstant(value))));

export const shortText = z.string().trim().min(1).max(500);
/** Why something is decided; stands on the timeline and in notices. */
export const reason = z.string().trim().min(1).max(2000).describe('Why; stands on the timeline and in the notice');
export const checked = z.enum(['OK', 'DEFICIENT']);

const task = z.string().min(1).max(60).describe('Name of the task');

export const commonInputs = {
  claimTask: z.strictObject({ task }),
  releaseTask: z.strictObject({ task }),
  assignTask: z.strictObject({ task, to: z.string().min(1).max(64).describe('Account id') }),
  noticeFailed: z.strictObject({ noticeId: z.string().max(64), template: z.string().max(60) }),
  recordContact: z.strictObject({
    note: shortText,
    noticeId: z.string().min(1).max(64).optional().describe('The notice it is about; all undelivered ones if left out'),
  }),
  recordLetter: z.strictObject({
    letter: z.string().min(1).max(80).describe('Key of the letter, as the task names it'),
    status: z.enum(['DISPATCHED', 'DELIVERED', 'RETURNED']),
    number: shortText.optional().describe('Number of the letter or of the registered mail'),
    note: shortText.optional(),
  }),
  liftBar: z.strictObject({ barId: z.string().min(1).max(200), reason }),
  adoptRules: z.strictObject({ reason }),
  calendarLoaded: z.strictObject({}),
};
