/** The circulars of the departments, for everybody to read (HN-NET-26.2). */
import { z } from 'zod';
import { text } from '../../../rules/text.ts';
import { registers } from '../../../workflows/hn-net/words.ts';
import { bodyTitle } from '../../bodies.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { daySchema, textSchema } from '../../http/schemas.ts';

/** A row of the register, one circular each; `key` tells those of one party apart. */
interface Row {
  readonly key: string;
  readonly name: string;
  readonly bodyId: string;
  readonly words: string;
  readonly on: string;
}

export const listBulletins = route({
  method: 'get',
  path: '/api/hn-net/bulletins',
  ability: 'public',
  tag: 'public',
  summary: text('通报', 'Circulars'),
  requirement: 'HN-NET-26.2',
  query: z.strictObject(pageQuery),
  answers: {
    200: {
      description: 'A page of the circulars, the latest first',
      schema: pageOf(
        z.object({
          name: z.string(),
          body: z.object({ id: z.string(), name: textSchema }),
          on: daySchema,
          words: z.string(),
        }),
      ),
    },
  },
  async handle({ context: { database }, query: { cursor, limit } }) {
    const after = positionOf(cursor, z.tuple([daySchema, sortKey.id]));
    const [day, key] = after ?? [null, null];
    const rows = await database.$queryRaw<Row[]>`
      SELECT c."key", e."name", e."bodyId", c."value" ->> 'words' AS "words", c."value" ->> 'on' AS "on"
      FROM "RegisterEntry" AS e, jsonb_each(e."data" -> 'circulars') AS c ("key", "value")
      WHERE e."register" = ${registers.bulletins}
        AND (${day}::text IS NULL OR (c."value" ->> 'on', c."key") < (${day}::text, ${key}::text))
      ORDER BY c."value" ->> 'on' DESC, c."key" DESC LIMIT ${limit + 1}`;
    const page = pageFrom(
      rows,
      limit,
      (row) => [row.on, row.key],
      ({ name, bodyId, on, words }) => ({ name, body: { id: bodyId, name: bodyTitle(bodyId) }, on, words }),
    );
    return { status: 200, body: page };
  },
});
