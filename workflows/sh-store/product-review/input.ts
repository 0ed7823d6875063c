/** Input schemas of the actions of a product review, and the product as a store hands it in. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { text } from '../../../rules/text.ts';
import { claimSubjects, productOpinions } from '../../../rules/sh-store/product-opinions.ts';
import { choice, some } from '../../engine/choice.ts';
import { evidenceFiles, files, reason } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { id, line, paragraphs } from '../../engine/typed.ts';
import { endedByClearanceInputs } from '../ended-by-clearance-input.ts';

const note = titled(reason.optional(), '备注', 'Note');

/** A product as a store hands it in (SH-STORE-08.1, 08.2). */
export const productSchema = z.strictObject({
  name: titled(line(100), '产品名称', 'Name of the product', text('买家看到的名称。', 'As buyers see it.')),
  category: titled(line(60), '服务类别', 'Category of the service'),
  description: titled(
    paragraphs(4000),
    '产品介绍',
    'Description',
    text('买家看到的产品内容。', 'What the product is, as buyers see it.'),
  ),
  scopeItem: titled(
    line(200),
    '对应的经营范围',
    'Item of the business scope',
    text(
      '营业执照经营范围中与该产品对应的一项。',
      'Item of the business scope of the licence that the product falls under.',
    ),
  ),
  claims: titled(
    z
      .array(
        z.strictObject({
          subject: titled(choice(claimSubjects), '宣传事项', 'Subject of the claim'),
          statement: titled(
            paragraphs(1000),
            '宣传内容',
            'The claim',
            text('照产品页面上的原话填写。', 'In the words of the product.'),
          ),
          fileIds: titled(
            evidenceFiles(10).default([]),
            '证明材料',
            'Evidence',
            text('没有证明材料的宣传内容不能上架。', 'A claim without it cannot be listed.'),
          ),
        }),
      )
      .max(20)
      .default([]),
    '宣传内容及证明',
    'Claims',
    text(
      '关于服务效果、销售状况、用户评价、曾获荣誉的宣传，须逐项列明。',
      'Every claim about service effect, sales, user ratings and past honours.',
    ),
  ),
  fileIds: titled(files(10).default([]), '产品图片和资料', 'Pictures and papers of the product'),
});

export type ProductForm = z.output<typeof productSchema>;

const opinions = titled(
  z
    .array(
      z.strictObject({
        issue: titled(choice(productOpinions), '问题', 'Issue'),
        finding: titled(
          paragraphs(1000),
          '修改意见',
          'Opinion',
          text('问题所在，以及应如何修改。', 'With what, and what is to be changed.'),
        ),
      }),
    )
    .min(1)
    .max(20),
  '退回修改意见',
  'Modification opinions',
  text('存在的问题；每条意见均引用相应条款。', 'What is wrong; each opinion cites its passage.'),
);

/** Grounds on which a product is taken off at once (SH-STORE-08.3). */
const grounds = some(
  productOpinions,
  'OUT_OF_SCOPE',
  'CLAIM_SERVICE_EFFECT',
  'CLAIM_SALES',
  'CLAIM_USER_RATINGS',
  'CLAIM_PAST_HONOURS',
  'INTELLECTUAL_PROPERTY',
  'TRADE_SECRET',
  'MISAPPROPRIATION',
);

const changed = z.strictObject({ product: titled(productSchema, '产品', 'Product'), note });

export const productReviewInputs = {
  listProduct: z.strictObject({ note }),
  returnProduct: z.strictObject({ opinions, reason }),
  turnDownEdit: z.strictObject({ opinions, reason }),
  reviseProduct: changed,
  editProduct: changed,
  delistProduct: z.strictObject({ note }),
  submitAgain: changed,
  findRefusal: z.strictObject({ reason }),
  excuseDelay: z.strictObject({ reason }),
  delistByFinding: z.strictObject({
    ground: titled(choice(grounds), '下架事由', 'Ground'),
    reason,
    fileIds: evidenceFiles(10).default([]),
    openRectification: titled(
      z.boolean(),
      '同时立案整顿',
      'Put under rectification',
      text('是否因此同时对店铺进行整顿。', 'True if the store is put under rectification for it as well.'),
    ),
  }),
  ...endedByClearanceInputs,
  splittingFound: z.strictObject({ splittingCaseId: id, finding: paragraphs(4000) }),
};

export type ProductReviewInputs = {
  [A in keyof typeof productReviewInputs]: z.output<(typeof productReviewInputs)[A]>;
};
