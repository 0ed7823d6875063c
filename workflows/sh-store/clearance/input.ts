/** Input schemas of the actions of a clearance. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { evidenceFiles, files, instant, liftBarInput, reason, shortenBarInput } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { id, line } from '../../engine/typed.ts';
import { groundOrigins, groundTitles } from './grounds.ts';

const phrase = z.strictObject({ zh: line(500), en: line(500) });
const facts = z.array(phrase).max(20).readonly();
const ground = choice(groundTitles);
const origin = choice(groundOrigins);
const some = titled(
  z.array(ground).min(1).max(9).readonly().optional(),
  '清退事由',
  'Grounds',
  text('所查明的事由中的哪几项；不填则为全部。', 'Which of the grounds that were found; all of them if left out.'),
);

export const clearanceInputs = {
  addGround: z.strictObject({ ground, originCaseId: id, origin, detectedAt: instant, facts }),
  confirmGround: z.strictObject({
    reason,
    grounds: some,
    barApplies: titled(
      z.boolean().optional(),
      '一年内不再受理',
      'Bar of one year',
      text(
        '是否一年内不再受理其申请；仅在清退事由并非店铺过错时须填，不填视为适用。',
        'Whether no application is accepted for a year; asked where no fault of the store lies in the grounds, and then true unless given.',
      ),
    ),
    fileIds: evidenceFiles(20).optional(),
  }),
  dismissGround: z.strictObject({ reason, grounds: some }),
  countersign: z.strictObject({ reason: reason.optional() }),
  returnForConfirmation: z.strictObject({ reason }),
  correctFacts: z.strictObject({ originCaseId: id, ground, facts }),
  withdrawGround: z.strictObject({ originCaseId: id, ground, why: phrase }),
  raiseObjection: z.strictObject({ reason, fileIds: files(20).default([]) }),
  rejectObjection: z.strictObject({ reason }),
  takeOffline: z.strictObject({}),
  tellBuyers: z.strictObject({}),
  delistProducts: z.strictObject({}),
  sealRecords: z.strictObject({}),
  imposeBar: z.strictObject({}),
  reverseClearance: z.strictObject({ reason }),
  liftBar: liftBarInput,
  shortenBar: shortenBarInput,
};

export type ClearanceInputs = { [A in keyof typeof clearanceInputs]: z.output<(typeof clearanceInputs)[A]> };
