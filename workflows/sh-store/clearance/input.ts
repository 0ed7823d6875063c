/** Input schemas of the actions of a clearance. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { choice } from '../../engine/choice.ts';
import { fileId, instant, liftBarInput, reason, shortenBarInput } from '../../engine/input.ts';
import { id, line } from '../../engine/typed.ts';
import { groundOrigins, groundTitles } from './grounds.ts';

const phrase = z.strictObject({ zh: line(500), en: line(500) });
const facts = z.array(phrase).max(20).readonly();
const ground = choice(groundTitles);
const origin = choice(groundOrigins);
const some = z
  .array(ground)
  .min(1)
  .max(9)
  .readonly()
  .optional()
  .describe('Which of the grounds that were found; all of them if left out');

export const clearanceInputs = {
  addGround: z.strictObject({ ground, originCaseId: id, origin, detectedAt: instant, facts }),
  confirmGround: z.strictObject({
    reason,
    grounds: some,
    barApplies: z
      .boolean()
      .optional()
      .describe(
        'Whether the bar of one year is applied; asked where no fault of the store lies in the grounds, and then true unless given',
      ),
    fileIds: z.array(fileId).max(20).optional().describe('Evidence'),
  }),
  dismissGround: z.strictObject({ reason, grounds: some }),
  countersign: z.strictObject({ reason: reason.optional() }),
  returnForConfirmation: z.strictObject({ reason }),
  correctFacts: z.strictObject({ originCaseId: id, ground, facts }),
  withdrawGround: z.strictObject({ originCaseId: id, ground, why: phrase }),
  raiseObjection: z.strictObject({ reason, fileIds: z.array(fileId).max(20).default([]) }),
  rejectObjection: z.strictObject({ reason }),
  takeOffline: z.strictObject({}),
  delistProducts: z.strictObject({}),
  sealRecords: z.strictObject({}),
  imposeBar: z.strictObject({}),
  reverseClearance: z.strictObject({ reason }),
  liftBar: liftBarInput,
  shortenBar: shortenBarInput,
};

export type ClearanceInputs = { [A in keyof typeof clearanceInputs]: z.output<(typeof clearanceInputs)[A]> };
