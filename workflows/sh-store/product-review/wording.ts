/** Mails of a product review (SH-STORE-08; N-10). */
import { deadlines, list, paragraph, table, warning } from '../../../rules/notices/content.ts';
import type { Words } from '../../../rules/notices/words.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { productReview } from './contract.ts';
import type { ToldOpinion } from './notices.ts';

export const productReviewWording: WordingsOf<typeof productReview> = {
  productListed: {
    'zh-CN': ({ product, listedAt, edited }, say) => ({
      blocks: [
        paragraph(
          edited
            ? `贵店铺对产品“${product}”的修改已审核通过，店铺页面现显示修改后的版本。`
            : `贵店铺的产品“${product}”已审核通过并上架。`,
        ),
        paragraph('平台仅提供必要的技术支持服务，产品信息由贵店铺负责；内容有变化的，请提交修改并经审核。'),
      ],
      facts: [
        ['产品', product],
        [edited ? '通过时间' : '上架时间', say.at(listedAt)],
      ],
      action: '查看产品',
    }),
    en: ({ product, listedAt, edited }, say) => ({
      blocks: [
        paragraph(
          edited
            ? `Your edit of the product “${product}” was approved; the store page now shows it.`
            : `Your product “${product}” was approved and is listed.`,
        ),
        paragraph(
          'The platform provides technical support only; what the product says is yours to answer for. Hand in any change for review.',
        ),
      ],
      facts: [
        ['Product', product],
        [edited ? 'Approved' : 'Listed', say.at(listedAt)],
      ],
      action: 'See the product',
    }),
  },

  productReturned: {
    'zh-CN': ({ product, opinions, reason, takenOff }, say) => ({
      subject: `产品“${product}”退回修改`,
      blocks: [
        paragraph(`贵店铺的产品“${product}”未通过审核，现退回修改。`),
        ...(takenOff ? [warning('该产品已从店铺下架，修改并重新审核通过后方可上架。')] : []),
        opinionTable('zh-CN', opinions, say),
        paragraph(`总体意见：${say.of(reason)}`),
        deadlines,
        paragraph('请在期限内修改并重新提交；也可以自行下架该产品。'),
      ],
      facts: [['产品', product]],
      action: '查看产品',
    }),
    en: ({ product, opinions, reason, takenOff }, say) => ({
      subject: `Product “${product}” returned for revision`,
      blocks: [
        paragraph(`Your product “${product}” did not pass the review and is returned for revision.`),
        ...(takenOff
          ? [warning('It has been taken off and is listed again only once the revision has been approved.')]
          : []),
        opinionTable('en', opinions, say),
        paragraph(`In sum: ${say.of(reason)}`),
        deadlines,
        paragraph('Revise it within the time and hand it in again, or take it off yourself.'),
      ],
      facts: [['Product', product]],
      action: 'See the product',
    }),
  },

  editTurnedDown: {
    'zh-CN': ({ product, opinions, reason }, say) => ({
      blocks: [
        paragraph(`贵店铺对产品“${product}”的修改未通过审核，店铺页面仍显示原版本。`),
        opinionTable('zh-CN', opinions, say),
        paragraph(`总体意见：${say.of(reason)}`),
        paragraph('如仍需修改，请按上述意见调整后重新提交。'),
      ],
      facts: [['产品', product]],
      action: '查看产品',
    }),
    en: ({ product, opinions, reason }, say) => ({
      blocks: [
        paragraph(
          `Your edit of the product “${product}” was not approved; the store page still shows the version before it.`,
        ),
        opinionTable('en', opinions, say),
        paragraph(`In sum: ${say.of(reason)}`),
        paragraph('If you still want to change the product, hand in another edit that heeds these opinions.'),
      ],
      facts: [['Product', product]],
      action: 'See the product',
    }),
  },

  refusalFound: {
    'zh-CN': ({ product, opinions, reason, foundAt, rectification }, say) => ({
      blocks: [
        paragraph(`产品“${product}”退回后逾期未修改，经审核人员认定，属于拒不修改。`),
        ...list('退回时指出的问题', say.all(opinions)),
        paragraph(`理由：${say.of(reason)}`),
        paragraph(
          rectification
            ? '依据《办法》四.4，店铺现予整顿，整顿通知另行发送。按退回意见修改产品后，可以重新提交审核。'
            : '该产品不予上架。按退回意见修改后，可以重新提交审核。',
        ),
      ],
      facts: [
        ['产品', product],
        ['认定时间', say.at(foundAt)],
      ],
      action: '查看案件',
    }),
    en: ({ product, opinions, reason, foundAt, rectification }, say) => ({
      blocks: [
        paragraph(
          `The product “${product}” was returned and not revised in time; a reviewer has found this to be a refusal.`,
        ),
        ...list('What it was returned for', say.all(opinions)),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph(
          rectification
            ? 'Under 四.4 of the Measures the store is put under rectification, of which a notice of its own is sent. The product may still be revised and handed in.'
            : 'The product is not listed. It may still be revised and handed in.',
        ),
      ],
      facts: [
        ['Product', product],
        ['Found', say.at(foundAt)],
      ],
      action: 'See the case',
    }),
  },

  delayExcused: {
    'zh-CN': ({ product, reason }, say) => ({
      blocks: [
        paragraph(`产品“${product}”退回后逾期未修改。审核人员认为不属于拒不修改，修改期限重新计算。`),
        paragraph(`理由：${say.of(reason)}`),
        deadlines,
      ],
      facts: [['产品', product]],
      action: '查看产品',
    }),
    en: ({ product, reason }, say) => ({
      blocks: [
        paragraph(
          `The product “${product}” was returned and not revised in time. A reviewer finds this to be no refusal; the time to revise runs anew.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
        deadlines,
      ],
      facts: [['Product', product]],
      action: 'See the product',
    }),
  },

  productTakenOff: {
    'zh-CN': ({ product, ground, clause, reason, takenOffAt, pointsTakenBack, rectification }, say) => ({
      blocks: [
        paragraph(`经审核人员认定，贵店铺的产品“${product}”${say.of(ground)}（依据${say.cite(clause)}），现予下架。`),
        paragraph(`理由：${say.of(reason)}`),
        ...list('后果', [
          ...(pointsTakenBack ? ['该产品所得积分予以冲回'] : []),
          ...(rectification ? ['店铺同时予以整顿，整顿通知另行发送'] : []),
          '消除上述问题后，可以重新提交审核',
        ]),
      ],
      facts: [
        ['产品', product],
        ['下架时间', say.at(takenOffAt)],
      ],
      action: '查看案件',
    }),
    en: ({ product, ground, clause, reason, takenOffAt, pointsTakenBack, rectification }, say) => ({
      blocks: [
        paragraph(
          `A reviewer has found of your product “${product}”: ${say.of(ground)}, under ${say.cite(clause)}. It is taken off.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
        ...list('What follows', [
          ...(pointsTakenBack ? ['The points that it has brought are taken back'] : []),
          ...(rectification
            ? ['The store is put under rectification as well, of which a notice of its own is sent']
            : []),
          'Once this is put right the product may be handed in again',
        ]),
      ],
      facts: [
        ['Product', product],
        ['Taken off', say.at(takenOffAt)],
      ],
      action: 'See the case',
    }),
  },
};

function opinionTable(locale: 'zh-CN' | 'en', opinions: readonly ToldOpinion[], say: Words) {
  const head = locale === 'en' ? ['What is wrong', 'Under', 'To be changed'] : ['问题', '依据', '修改意见'];
  return table(
    head,
    opinions.map(({ title, clause, finding }) => [say.of(title), say.cite(clause), finding]),
  );
}
