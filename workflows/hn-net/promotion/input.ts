/** Input schemas of the actions of a promotion. */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { text } from '../../../rules/text.ts';
import { files, note, reason } from '../../engine/input.ts';
import { inUnit, titled } from '../../engine/titled.ts';
import { paragraphs } from '../../engine/typed.ts';
import { promotionForm, to } from './promotion-form.ts';

const forceMajeure = titled(
  paragraphs(1_000, bilingual('请写明不可抗力事实。', 'say which force majeure there is')),
  '不可抗力事实',
  'Force majeure',
  text(
    '不能预见、不能避免且不能克服的情况；公布后除此不得变更。',
    'What could be neither foreseen nor prevented: nothing else changes a published plan.',
  ),
);

const consumers = inUnit(z.int().min(0), '位', 'consumers');

export const promotionInputs = {
  reviseDraft: z.strictObject({ changes: titled(promotionForm, '修改后的方案', 'The plan as changed') }),
  approvePublicity: z.strictObject({ note: note.optional() }),
  approveUnproven: z.strictObject({ reason }),
  returnDraft: z.strictObject({ reason }),
  publish: z.strictObject({ note: note.optional() }),
  withdrawDraft: z.strictObject({ note: note.optional() }),
  orderMailing: z.strictObject({ note: note.optional() }),
  mailingFinished: z.strictObject({ told: consumers, leftOut: consumers }),
  proposeChange: z.strictObject({ to, forceMajeure, fileIds: titled(files(10).min(1), '证明', 'Proof') }),
  acceptChange: z.strictObject({ reason }),
  rejectChange: z.strictObject({ reason }),
};

export type PromotionInputs = { [A in keyof typeof promotionInputs]: z.output<(typeof promotionInputs)[A]> };
