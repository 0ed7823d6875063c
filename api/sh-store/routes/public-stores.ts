import { z } from 'zod';
import { ledgersOfStores } from '../../../prisma/sh-store/points-sums.ts';
import { creditCodeOf } from '../../../rules/parties/credit-code.ts';
import { disclaimer } from '../../../rules/sh-store/disclaimer.ts';
import { ratingOf } from '../../../rules/sh-store/rating.ts';
import { text } from '../../../rules/text.ts';
import { dayOf, instantOf } from '../../../rules/time/index.ts';
import { behind, pageFrom, pageOf, pageQuery } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { line, textSchema } from '../../http/schemas.ts';
import { nameLike } from '../../http/search.ts';
import { currentRules } from '../filing/rules.ts';
import { licenceOf, openToThePublic, storeHeadSchema } from '../views/store-page.ts';

/** The open stores, each with its licence and its rating, for everybody; one that is offline is not among them (SH-STORE-08.4, 11.3). */
export const listPublicStores = route({
  method: 'get',
  path: '/api/public/stores',
  ability: 'public',
  tag: 'public',
  summary: text('店铺名录', 'The directory of stores'),
  requirement: 'SH-STORE-08.4, 11.3',
  query: z.strictObject({
    ...pageQuery,
    q: line(100).optional().meta({ description: 'Part of the name, or the credit code' }),
  }),
  answers: {
    200: {
      description: 'A page, the latest opened first, with the disclaimer that holds for all of them',
      schema: pageOf(z.object(storeHeadSchema)).extend({ disclaimer: textSchema }),
    },
  },
  async handle({ context: { database }, query: { cursor, limit, q }, now }) {
    const rows = await database.store.findMany({
      where: {
        AND: [
          openToThePublic,
          q === undefined ? {} : { OR: [...nameLike(q).map((name) => ({ name })), { creditCode: creditCodeOf(q) }] },
          behind(cursor, 'openedAt'),
        ],
      },
      orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    const [ledgers, { values }] = await Promise.all([
      ledgersOfStores(
        database,
        rows.map(({ id }) => id),
        dayOf(now),
      ),
      currentRules(database),
    ]);
    const page = pageFrom(
      rows,
      limit,
      ({ openedAt, id }) => [instantOf(openedAt.getTime()), id],
      (store) => {
        const points = (ledgers.get(store.id) ?? []).reduce((sum, { net }) => sum + net, 0);
        const { level, title } = ratingOf(points, values);
        return {
          ...{ id: store.id, name: store.name, licence: licenceOf(store) },
          ...{ since: dayOf(instantOf(store.openedAt.getTime())), onTrial: store.status === 'TRIAL' },
          rating: { level, title, points },
        };
      },
    );
    return { status: 200, body: { ...page, disclaimer } };
  },
});
