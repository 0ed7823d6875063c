/** The promotions of the platform that run or are announced (HN-NET-13.2): nobody signs in for it. */
import { z } from 'zod';
import { promotionItemNames, promotionItems, type PromotionItem } from '../../../rules/hn-net/promotion.ts';
import { text } from '../../../rules/text.ts';
import { promotion, shownStages, type PromotionFacts } from '../../../workflows/hn-net/promotion/contract.ts';
import { stageTitle } from '../../../workflows/engine/contract.ts';
import { behind, pageFrom, pageOf, pageQuery } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { daySchema, instantSchema, textSchema } from '../../http/schemas.ts';

type Words = { readonly [I in PromotionItem]?: string | null };

export const listPromotions = route({
  method: 'get',
  path: '/api/hn-net/promotions',
  ability: 'public',
  tag: 'public',
  summary: text('平台促销活动', 'Promotions of the platform'),
  requirement: 'HN-NET-13.2, 13.3',
  query: z.strictObject(pageQuery),
  answers: {
    200: {
      description: 'A page of the published plans that are not over, the latest first, with their changes',
      schema: pageOf(
        z.object({
          id: z.string(),
          title: z.string(),
          status: textSchema,
          from: daySchema,
          to: daySchema,
          items: z.array(z.object({ id: z.string(), title: textSchema, text: z.string() })),
          changes: z.array(z.object({ from: daySchema, to: daySchema, forceMajeure: z.string(), at: instantSchema })),
        }),
      ),
    },
  },
  async handle({ context: { database }, query: { cursor, limit } }) {
    const rows = await database.case.findMany({
      where: {
        ...{ kind: promotion.kind, revision: { gt: 0 }, stage: { in: [...shownStages] } },
        ...behind(cursor, 'openedAt'),
      },
      orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      select: {
        ...{ id: true, stage: true, title: true, openedAt: true, state: true },
        forms: { orderBy: { version: 'desc' }, take: 1, select: { data: true } },
      },
    });
    const page = pageFrom(
      rows,
      limit,
      ({ openedAt, id }) => [openedAt.toISOString(), id],
      ({ id, stage, title, state, forms }) => {
        const { from, to, changes } = (state as unknown as { readonly facts: PromotionFacts }).facts;
        const words = (forms[0]?.data ?? {}) as Words;
        const items = promotionItemNames.map((item) => ({
          ...{ id: item, title: promotionItems[item], text: words[item] ?? '' },
        }));
        return { id, title, status: stageTitle(promotion, stage), from, to, items, changes };
      },
    );
    return { status: 200, body: page };
  },
});
