import { z } from 'zod';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { idSchema } from '../../http/schemas.ts';
import { pageQuery } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { publicStore, storePage, storePageSchema } from '../views/store-page.ts';

/** What everybody may read of a store; one that is offline is not found (SH-STORE-11.3). */
export const getStorePage = route({
  method: 'get',
  path: '/api/public/stores/{id}',
  ability: 'public',
  tag: 'public',
  summary: text('店铺公开信息', 'What the public sees of a store'),
  requirement: 'SH-STORE-08.4, 11.3',
  params: z.strictObject({ id: idSchema }),
  query: z.strictObject(pageQuery),
  refuses: ['NOT_FOUND'],
  answers: { 200: { description: 'Name, licence, rating, listed products, the disclaimer', schema: storePageSchema } },
  async handle({ context: { database }, params: { id }, query, now }) {
    const store = await publicStore(database, id);
    if (store === null) refuse('NOT_FOUND', '该店铺已下线。', 'The store is offline.', { facts: { offline: true } });
    return { status: 200, body: await storePage(database, store, query, now) };
  },
});
