/** What the notices of this process are told with in tests. */
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import { productOpinions } from '../../../rules/sh-store/product-opinions.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { productReview } from './contract.ts';
import { toldOpinions } from './shelf.ts';

const revision = sampleDeadline({
  ...productReview.deadlines.revision,
  name: 'revision',
  lastDay: '2025-10-11',
  dueAt: '2025-10-12T00:00:00.000+08:00',
  workingDaysLeft: 5,
});

const product = '高新技术企业认定辅导';
const opinions = toldOpinions([
  { issue: 'CLAIM_PAST_HONOURS', finding: '“国家级奖项”没有证明，请删除或者附证书。' },
  { issue: 'OUT_OF_SCOPE', finding: '营业执照的经营范围不含代理记账。' },
]);

export const productReviewSamples: SamplesOf<typeof productReview> = {
  productListed: { product, listedAt: '2025-09-29T10:00:00.000+08:00', edited: false },
  productReturned: { product, opinions, reason: '请逐项修改。', takenOff: true, deadlines: [revision] },
  editTurnedDown: { product, opinions, reason: '请逐项修改。' },
  refusalFound: {
    product,
    opinions: [productOpinions.CLAIM_PAST_HONOURS.title],
    reason: '两次提醒后仍未修改，也未说明原因。',
    foundAt: '2025-10-13T10:00:00.000+08:00',
    rectification: true,
  },
  delayExcused: {
    product,
    reason: '店铺说明证书正在补办。',
    deadlines: [{ ...revision, lastDay: '2025-10-20', dueAt: '2025-10-21T00:00:00.000+08:00' }],
  },
  productTakenOff: {
    product,
    ground: productOpinions.INTELLECTUAL_PROPERTY.title,
    clause: 'SH-STORE 三.2',
    reason: '权利人的投诉经核实属实。',
    takenOffAt: '2025-10-13T10:00:00.000+08:00',
    pointsTakenBack: true,
    rectification: false,
  },
};
