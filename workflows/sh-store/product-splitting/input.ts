/** Input schemas of the actions of an examination of split products. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { text } from '../../../rules/text.ts';
import { reason } from '../../engine/input.ts';
import { refersTo, titled } from '../../engine/titled.ts';
import { id, line } from '../../engine/typed.ts';
import { endedByClearanceInputs } from '../ended-by-clearance-input.ts';

const productId = titled(refersTo(line(100), 'product'), '产品', 'Product');
const product = z.strictObject({ productId, caseId: id.max(64), name: line(100) });
const pairs = z
  .array(z.strictObject({ a: product, b: product, score: z.int().min(0).max(100) }))
  .min(1)
  .max(200);

export const productSplittingInputs = {
  confirmSplitting: z.strictObject({
    productIds: titled(
      z.array(productId).min(1).max(200),
      '拆分的产品',
      'Products split off',
      text('所列产品中属于拆分的产品。', 'The products that were split off, of those that were seen.'),
    ),
    reason,
  }),
  dismissSplitting: z.strictObject({ reason }),
  addPairs: z.strictObject({ storeId: id.max(64), pairs }),
  ...endedByClearanceInputs,
};

export type ProductSplittingInputs = {
  [A in keyof typeof productSplittingInputs]: z.output<(typeof productSplittingInputs)[A]>;
};
