/** Input schemas of the actions of a supervision. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { supervisionGrounds } from '../../../rules/hn-net/supervision.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { day, files, note, reason, shortLine } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { fileIds, words } from '../dispute-input.ts';

const grounds = Object.keys(supervisionGrounds).length;

export const supervisionInputs = {
  recordFinding: z.strictObject({
    grounds: titled(
      z.array(choice(supervisionGrounds)).min(1).max(grounds),
      '认定的情形',
      'What was found',
      text('依《办法》第二十四条，可多选。', 'By article 24 of the Measures; one or more.'),
    ),
    reason,
    fileIds,
  }),
  warn: z.strictObject({
    demands: titled(words, '改正要求', 'What is to be corrected'),
    correctBy: titled(day, '改正期限', 'To be corrected by', text('最后一日。', 'The last day.')),
    reason,
  }),
  reportCorrection: z.strictObject({ statement: titled(words, '改正情况', 'What was corrected'), fileIds }),
  acceptCorrection: z.strictObject({ note: note.optional() }),
  rejectCorrection: z.strictObject({ reason }),
  announceLoss: z.strictObject({ reason }),
  giveStatement: z.strictObject({ statement: titled(words, '陈述申辩意见', 'Your statement'), fileIds }),
  cancelQualification: z.strictObject({ reason }),
  dropLoss: z.strictObject({ reason }),
  refer: z.strictObject({
    addressee: titled(shortLine, '接受移送的部门', 'Addressee'),
    referredOn: titled(day, '移送日期', 'Day of the referral'),
    referenceNumber: titled(shortLine, '移送文号', 'Number of the referral'),
    note: note.optional(),
    fileIds: titled(files(10).min(1), '移送案卷', 'File', text('移送函和材料。', 'The letter and what goes with it.')),
  }),
  escalate: z.strictObject({ reason }),
  closeSupervision: z.strictObject({ reason }),
};

export type SupervisionInputs = { [A in keyof typeof supervisionInputs]: z.output<(typeof supervisionInputs)[A]> };
