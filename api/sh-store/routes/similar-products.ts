import { z } from 'zod';
import { similarProducts } from '../../../prisma/sh-store/similar-products.ts';
import { text } from '../../../rules/text.ts';
import { idSchema } from '../../http/schemas.ts';
import { route } from '../../http/route.ts';
import { currentRules } from '../filing/rules.ts';
import { sealedReadTrail } from '../../views/sealed-read.ts';
import { noteSealedRead } from '../views/sealed-read.ts';
import { findStore } from '../views/store-scope.ts';

const product = z.object({ productId: z.string(), caseId: z.string(), name: z.string() });

/** Products of a store that are much alike: nothing follows from it before a person has decided (SH-STORE-08.8). */
export const listSimilarProducts = route({
  method: 'get',
  path: '/api/stores/{id}/similar-products',
  ability: 'products.compare',
  trail: sealedReadTrail,
  tag: 'stores',
  summary: text('相似产品', 'Products that are alike'),
  requirement: 'SH-STORE-08.7, 08.8',
  params: z.strictObject({ id: idSchema }),
  refuses: ['NOT_FOUND', 'OUT_OF_SCOPE'],
  answers: {
    200: {
      description: 'Pairs of products in review or listed, the most alike first; at most 200',
      schema: z.object({
        leastScore: z
          .int()
          .meta({ description: 'Likeness in percent from which a pair is shown: rule `product.similarity`' }),
        pairs: z.array(z.object({ a: product, b: product, score: z.int() })),
      }),
    },
  },
  async handle(call) {
    const { context, access, params } = call;
    const { id } = params;
    await noteSealedRead(call, await findStore(context, id, access));
    const { values } = await currentRules(context.database);
    const leastScore = values['product.similarity'];
    return { status: 200, body: { leastScore, pairs: await similarProducts(context.database, id, leastScore) } };
  },
});
