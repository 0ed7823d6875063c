/** Input schemas of the actions on fabricated records. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { text } from '../../../rules/text.ts';
import { day, note, reason, serviceProof, shortLine } from '../../engine/input.ts';
import { inYuan, refersTo, titled } from '../../engine/titled.ts';
import { caseId, fileIds, words } from '../dispute-input.ts';

const amount = inYuan(z.number().min(0.01).max(1_000_000_000).multipleOf(0.01));

/** Ids of service records. */
export const recordIds = z.array(refersTo(caseId, 'case', 'serviceRecord')).max(500);

export const fraudSanctionInputs = {
  giveStatement: z.strictObject({ statement: titled(words, '陈述申辩', 'Statement'), fileIds }),
  confirmFraud: z.strictObject({
    falseRecordIds: titled(
      recordIds,
      '认定不实的服务记录',
      'Records found false',
      text('自认定之日起不再计入统计，原记录保留。', 'They count no more from this day on, and are kept.'),
    ),
    reason,
    serviceProof,
  }),
  clearSuspicion: z.strictObject({ reason }),
  recoverFunds: z.strictObject({
    amount: titled(amount, '追回金额', 'Amount to be paid back'),
    dueOn: titled(day, '返还期限', 'To be paid back by'),
    reason,
  }),
  recordPayment: z.strictObject({ amount: titled(amount, '返还金额', 'Amount paid back'), fileIds }),
  endRecovery: z.strictObject({ reason }),
  cancelHonour: z.strictObject({ honour: titled(shortLine, '荣誉资质名称', 'Honour or title'), reason }),
  revokeAward: z.strictObject({ award: titled(shortLine, '表彰奖励名称', 'Award'), reason }),
  circulate: z.strictObject({
    words: titled(words, '通报内容', 'Words of the circular', text('公开发布。', 'Published.')),
    reason,
  }),
  cancelQualification: z.strictObject({ reason }),
  refer: z.strictObject({
    addressee: titled(shortLine, '移送机关', 'Authority', text('接受移送的机关名称。', 'Name of the authority.')),
    fileIds,
    reason,
  }),
  closeSanctions: z.strictObject({ note: note.optional() }),
};

export type FraudSanctionInputs = {
  [A in keyof typeof fraudSanctionInputs]: z.output<(typeof fraudSanctionInputs)[A]>;
};
