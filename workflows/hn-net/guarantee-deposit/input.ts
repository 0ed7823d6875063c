/** Input schemas of the actions of a deposit. */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { depositTerms } from '../../../rules/hn-net/deposit.ts';
import { text } from '../../../rules/text.ts';
import { choice, some } from '../../engine/choice.ts';
import { evidenceFiles, note, reason } from '../../engine/input.ts';
import { refersTo, titled } from '../../engine/titled.ts';
import { line } from '../../engine/typed.ts';
import { caseId } from '../dispute-input.ts';
import { amount, depositChanges } from './deposit-form.ts';

/** What the payment service calls the settlement (HN-NET-22.1). */
const settlement = titled(
  line(100, bilingual('请填写结算流水号。', 'give the settlement reference')),
  '结算流水号',
  'Settlement reference',
  text('第三方支付机构给出的流水号。', 'As the payment service gives it.'),
);

/** What the movement is for: an item of the agreement, a case, or both; one must be there (HN-NET-22.3). */
const purpose = {
  item: titled(choice(some(depositTerms, 'use')).optional(), '依据的约定条款', 'Item of the agreement'),
  forCase: titled(
    refersTo(caseId.optional(), 'case', 'complaint', 'mediation'),
    '所涉案件',
    'Case',
    text(
      '投诉或者调解案件；与约定条款至少填写一项。',
      'A complaint or mediation; this or an item of the agreement must be named.',
    ),
  ),
};

export const guaranteeDepositInputs = {
  reviseTerms: z.strictObject({ changes: titled(depositChanges, '修改后的约定', 'The terms as changed') }),
  agree: z.strictObject({ note: note.optional() }),
  withdrawDraft: z.strictObject({ reason: reason.optional() }),
  recordPayIn: z.strictObject({ amount, settlement }),
  useDeposit: z.strictObject({ amount, ...purpose, settlement, reason, fileIds: evidenceFiles(10).default([]) }),
  endDeposit: z.strictObject({ reason }),
  refundDeposit: z.strictObject({ amount, settlement, note: note.optional() }),
};

export type GuaranteeDepositInputs = {
  [A in keyof typeof guaranteeDepositInputs]: z.output<(typeof guaranteeDepositInputs)[A]>;
};
