/** What the timeline says of each action (XC-05.3). */
import { entry, parts } from '../../../rules/phrases.ts';
import { text, type Text } from '../../../rules/text.ts';
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
  recoverFunds: ({ amount, dueOn }) => parts(yuan(amount), entry(text('返还期限', 'due'), dayInWords(dueOn))),
  recordPayment: ({ amount }) => yuan(amount),
  cancelHonour: ({ honour }) => honour,
  revokeAward: ({ award }) => award,
  circulate: ({ words }) => words,
  refer: ({ addressee }) => addressee,
};

function yuan(amount: number): Text {
  return text(`${amount} 元`, `RMB ${amount}`);
}
