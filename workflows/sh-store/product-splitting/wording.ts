/** Mails of an examination of split products (SH-STORE-08.8). */
import { list, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { productSplitting } from './contract.ts';

export const productSplittingWording: WordingsOf<typeof productSplitting> = {
  splittingConfirmed: {
    'zh-CN': ({ products, reason, decidedAt }, say) => ({
      blocks: [
        paragraph('经审核人员认定，贵店铺的下列产品系以骗取积分为目的拆分。'),
        ...list('涉及产品', products),
        paragraph(`理由：${say.of(reason)}`),
        ...list('后果', [
          '上述产品下架并退回修改，修改期限见各产品的退回通知',
          '上述产品所得积分予以冲回，原积分记录保留',
          '拒不修改的，做整顿处理',
        ]),
      ],
      facts: [['认定时间', say.at(decidedAt)]],
      action: '查看案件',
    }),
    en: ({ products, reason, decidedAt }, say) => ({
      blocks: [
        paragraph('A reviewer has found that these products of your store were split to gain points.'),
        ...list('Products', products),
        paragraph(`Why: ${say.of(reason)}`),
        ...list('What follows', [
          'The products are taken off and returned for revision; the notice of each return says by when',
          'The points that they have brought are taken back; the entries of the ledger remain',
          'Refusal to revise leads to rectification',
        ]),
      ],
      facts: [['Decided', say.at(decidedAt)]],
      action: 'See the case',
    }),
  },
};
