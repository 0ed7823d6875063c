/** Input schemas of the actions of a product review, and the product as a store hands it in. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { claimSubjects, productOpinions } from '../../../rules/sh-store/product-opinions.ts';
import { choice, some } from '../../engine/choice.ts';
import { fileId, reason } from '../../engine/input.ts';
import { id, line, paragraphs } from '../../engine/typed.ts';
import { endedByClearanceInputs } from '../ended-by-clearance-input.ts';

const fileIds = z.array(fileId).max(10).default([]);

/** A product as a store hands it in (SH-STORE-08.1, 08.2). */
export const productSchema = z.strictObject({
  name: line(100).describe('Name of the product, as buyers see it'),
  category: line(60).describe('Category of the service'),
  description: paragraphs(4000).describe('What the product is, as buyers see it'),
  scopeItem: line(200).describe('Item of the business scope of the licence that the product falls under'),
  claims: z
    .array(
      z.strictObject({
        subject: choice(claimSubjects),
        statement: paragraphs(1000).describe('The claim, in the words of the product'),
        fileIds: fileIds.describe('Evidence; a claim without it cannot be listed'),
      }),
    )
    .max(20)
    .default([])
    .describe('Every claim about service effect, sales, user ratings and past honours'),
  fileIds: fileIds.describe('Pictures and papers of the product'),
});

export type ProductForm = z.output<typeof productSchema>;

const opinions = z
  .array(
    z.strictObject({
      issue: choice(productOpinions),
      finding: paragraphs(1000).describe('With what, and what is to be changed'),
    }),
  )
  .min(1)
  .max(20)
  .describe('What is wrong; each opinion cites its passage');

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

const changed = z.strictObject({ product: productSchema, note: reason.optional() });

export const productReviewInputs = {
  listProduct: z.strictObject({ note: reason.optional() }),
  returnProduct: z.strictObject({ opinions, reason }),
  turnDownEdit: z.strictObject({ opinions, reason }),
  reviseProduct: changed,
  editProduct: changed,
  delistProduct: z.strictObject({ note: reason.optional() }),
  submitAgain: changed,
  findRefusal: z.strictObject({ reason }),
  excuseDelay: z.strictObject({ reason }),
  delistByFinding: z.strictObject({
    ground: choice(grounds),
    reason,
    fileIds,
    openRectification: z.boolean().describe('True if the store is put under rectification for it as well'),
  }),
  ...endedByClearanceInputs,
  splittingFound: z.strictObject({ splittingCaseId: id, finding: paragraphs(4000) }),
};

export type ProductReviewInputs = {
  [A in keyof typeof productReviewInputs]: z.output<(typeof productReviewInputs)[A]>;
};
