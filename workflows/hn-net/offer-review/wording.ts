/** Mails of the review of an offer (HN-NET-15). */
import { offerSubjects } from '../../../rules/hn-net/offer.ts';
import { list, paragraph, warning } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { offerReview } from './contract.ts';

export const offerReviewWording: WordingsOf<typeof offerReview> = {
  offerListed: {
    'zh-CN': ({ offer, listedAt }, say) => ({
      blocks: [paragraph(`“${offer}”审查通过，已在平台发布，可按类别检索。信息有变化的，请及时修改。`)],
      facts: [['发布时间', say.at(listedAt)]],
      action: '查看服务(商品)',
    }),
    en: ({ offer, listedAt }, say) => ({
      blocks: [
        paragraph(
          `“${offer}” was found in order and is listed: it is found by its category. Please revise it when it changes.`,
        ),
      ],
      facts: [['Listed', say.at(listedAt)]],
      action: 'See the offer',
    }),
  },

  offerReturned: {
    'zh-CN': ({ offer, missing, reason, returnedAt }, say) => ({
      blocks: [
        paragraph(
          `“${offer}”的信息须修改后再发布。修改后在案件中提交，平台重新审查；如不同意退回理由，请在修改时说明。`,
        ),
        ...list(
          '尚未说明的事项',
          missing.map((subject) => say.of(offerSubjects[subject])),
        ),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [['退回时间', say.at(returnedAt)]],
      action: '查看并修改',
    }),
    en: ({ offer, missing, reason, returnedAt }, say) => ({
      blocks: [
        paragraph(
          `“${offer}” has to be revised before it is listed. Hand the revision in on its case, and it is reviewed anew; if you do not agree, say so there.`,
        ),
        ...list(
          'Nothing is stated on',
          missing.map((subject) => say.of(offerSubjects[subject])),
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Returned', say.at(returnedAt)]],
      action: 'See and revise it',
    }),
  },

  offerRemoved: {
    'zh-CN': ({ offer, breach, reason, removedAt }, say) => ({
      blocks: [
        warning(`“${offer}”经认定：${say.of(breach)}，已下架，并计入信用记录。`),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [['下架时间', say.at(removedAt)]],
      action: '查看案件',
    }),
    en: ({ offer, breach, reason, removedAt }, say) => ({
      blocks: [
        warning(
          `The finding on “${offer}” is: ${say.of(breach)}. It is taken off, and the breach enters your credit record.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Taken off', say.at(removedAt)]],
      action: 'See the case',
    }),
  },

  removalLifted: {
    'zh-CN': ({ offer, reason, liftedAt }, say) => ({
      blocks: [
        paragraph(`对“${offer}”的下架认定已撤销，信用记录中标注为已撤销；平台将重新审查该信息。`),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [['撤销时间', say.at(liftedAt)]],
      action: '查看案件',
    }),
    en: ({ offer, reason, liftedAt }, say) => ({
      blocks: [
        paragraph(
          `The finding on “${offer}” is taken back, and your credit record shows it as reversed. The offer is reviewed anew.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Taken back', say.at(liftedAt)]],
      action: 'See the case',
    }),
  },
};
