import { z } from 'zod';
import { inBoth, text } from '../../../rules/text.ts';
import { instantOf } from '../../../rules/time/index.ts';
import { stageTitle } from '../../../workflows/engine/contract.ts';
import type { ProductForm } from '../../../workflows/sh-store/product-review/input.ts';
import { storeReference } from '../../../workflows/sh-store/words.ts';
import { behind, pageFrom, pageOf, pageQuery } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { idSchema, instantSchema, textSchema } from '../../http/schemas.ts';
import { casesWithin } from '../../views/case-scope.ts';
import { findStore } from '../views/store-scope.ts';

/** The products of a store that are reviewed here, each as it was handed in last, and how it stands (SH-STORE-08.1). */
export const listStoreProducts = route({
  method: 'get',
  path: '/api/stores/{id}/products',
  ability: 'record.read',
  tag: 'stores',
  summary: text('店铺产品', 'The products of a store'),
  requirement: 'SH-STORE-08.1',
  params: z.strictObject({ id: idSchema }),
  query: z.strictObject(pageQuery),
  refuses: ['OUT_OF_SCOPE'],
  answers: {
    200: {
      description: 'A page, the latest first; what can be done with one its case says',
      schema: pageOf(
        z.object({
          caseId: z.string(),
          productId: z.string(),
          name: z.string(),
          category: z.string(),
          stage: z.string(),
          stageTitle: textSchema,
          openedAt: instantSchema,
          closedAt: instantSchema.nullable(),
        }),
      ),
    },
  },
  async handle({ context, access, params: { id }, query: { cursor, limit } }) {
    await findStore(context, id, access);
    const { database, contracts } = context;
    const rows = await database.case.findMany({
      where: {
        AND: [{ about: storeReference(id), kind: 'productReview' }, casesWithin(access), behind(cursor, 'openedAt')],
      },
      orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      select: {
        ...{ id: true, kind: true, stage: true, openedAt: true, closedAt: true },
        forms: { orderBy: { version: 'desc' }, take: 1, select: { data: true } },
      },
    });
    // One that was received a moment ago has no form on record yet.
    const products = rows.flatMap(({ forms: [form], ...row }) =>
      form === undefined ? [] : [{ ...row, data: form.data }],
    );
    const page = pageFrom(
      products,
      limit,
      (row) => [instantOf(row.openedAt.getTime()), row.id],
      ({ id: caseId, kind, stage, openedAt, closedAt, data }) => {
        const { productId, product } = data as unknown as { productId: string; product: ProductForm };
        return {
          ...{ caseId, productId, name: product.name, category: product.category },
          ...{ stage, stageTitle: stageTitle(contracts[kind], stage) ?? inBoth(stage) },
          openedAt: instantOf(openedAt.getTime()),
          closedAt: closedAt === null ? null : instantOf(closedAt.getTime()),
        };
      },
    );
    return { status: 200, body: page };
  },
});
