/** What the timeline says of each action (XC-05.3). */
import { inYuan } from '../../../rules/money.ts';
import { entry, parts } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import { dayInWords } from '../../../rules/time/index.ts';
import { serviceInWords } from '../../engine/service.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { fraudSanction } from './contract.ts';

export const fraudSanctionSentences: SentencesOf<typeof fraudSanction> = {
  giveStatement: ({ statement }) => statement,
  confirmFraud: ({ falseRecordIds: { length }, serviceProof }) =>
    parts(
      text(`不实的服务记录 ${length} 条`, `${length} ${length === 1 ? 'record' : 'records'} found false`),
      serviceInWords(serviceProof),
    ),
  recoverFunds: ({ amount, dueOn }) => parts(inYuan(amount), entry(text('返还期限', 'due'), dayInWords(dueOn))),
  recordPayment: ({ amount }) => inYuan(amount),
  cancelHonour: ({ honour }) => honour,
  revokeAward: ({ award }) => award,
  circulate: ({ words }) => words,
  refer: ({ addressee }) => addressee,
};
