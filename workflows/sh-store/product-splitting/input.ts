/** Input schemas of the actions of an examination of split products. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { reason } from '../../engine/input.ts';
import { id, line } from '../../engine/typed.ts';
import { endedByClearanceInputs } from '../ended-by-clearance-input.ts';

const productId = line(100);
const product = z.strictObject({ productId, caseId: id.max(64), name: line(100) });
const pairs = z
  .array(z.strictObject({ a: product, b: product, score: z.int().min(0).max(100) }))
  .min(1)
  .max(200);

export const productSplittingInputs = {
  confirmSplitting: z.strictObject({
    productIds: z
      .array(productId)
      .min(1)
      .max(200)
      .describe('The products that were split off, of those that were seen'),
    reason,
  }),
  dismissSplitting: z.strictObject({ reason }),
  addPairs: z.strictObject({ storeId: id.max(64), pairs }),
  ...endedByClearanceInputs,
};

export type ProductSplittingInputs = {
  [A in keyof typeof productSplittingInputs]: z.output<(typeof productSplittingInputs)[A]>;
};
