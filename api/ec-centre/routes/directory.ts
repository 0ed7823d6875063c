/** The directories of the centres, for everybody to read: what stands in them, with introduction, content and price (EC-CENTRE-03.2). */
import { z } from 'zod';
import { entryStatuses, type EntryStatus } from '../../../rules/ec-centre/services.ts';
import { text } from '../../../rules/text.ts';
import { registers } from '../../../workflows/ec-centre/words.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { daySchema, instantSchema, line, textSchema } from '../../http/schemas.ts';

/** What an entry holds in the register once it is published. */
interface Published {
  readonly centre: string;
  readonly version: number;
  readonly at: string;
  readonly introduction: string;
  readonly services: readonly { readonly content: string; readonly price: string }[];
}

export const listDirectory = route({
  method: 'get',
  path: '/api/ec-centre/directory',
  ability: 'public',
  tag: 'public',
  summary: text('电商公共服务中心服务与服务商名录', 'Directory of services and providers of the centres'),
  requirement: 'EC-CENTRE-03.2',
  query: z.strictObject({
    ...pageQuery,
    centre: line(60).optional().meta({ description: 'Credit code of the centre; those of all if left out' }),
  }),
  answers: {
    200: {
      description: 'A page of the entries that are published or outdated, by name',
      schema: pageOf(
        z.object({
          name: z.string(),
          centre: z.string(),
          status: textSchema,
          version: z.int(),
          outdated: z.boolean(),
          publishedAt: instantSchema,
          confirmUntil: daySchema.nullable().meta({
            description: 'Last day on which it counts as confirmed (EC-CENTRE-03.3); null once it is outdated',
          }),
          introduction: z.string(),
          services: z.array(z.object({ content: z.string(), price: z.string() })),
        }),
      ),
    },
  },
  async handle({ context: { database }, query: { cursor, limit, centre } }) {
    const after = positionOf(cursor, z.tuple([z.literal('name'), z.string().max(500), sortKey.id]));
    const rows = await database.registerEntry.findMany({
      where: {
        register: registers.directory,
        status: { in: ['PUBLISHED', 'OUTDATED'] satisfies EntryStatus[] },
        ...(centre !== undefined && { data: { path: ['centre'], equals: centre } }),
        ...(after !== null && { OR: [{ name: { gt: after[1] } }, { name: after[1], id: { gt: after[2] } }] }),
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: limit + 1,
      select: { id: true, name: true, status: true, data: true, caseId: true },
    });
    const running = await database.deadline.findMany({
      where: { caseId: { in: rows.map(({ caseId }) => caseId) }, name: 'confirmation', status: 'OPEN' },
      select: { caseId: true, lastDay: true },
    });
    const page = pageFrom(
      rows,
      limit,
      (row) => ['name', row.name, row.id],
      ({ name, status, data, caseId }) => {
        const { centre: of, version, at, introduction, services } = data as unknown as Published;
        const shown = { version, publishedAt: at, introduction, services: [...services] };
        const outdated = status === ('OUTDATED' satisfies EntryStatus);
        const confirmUntil = running.find((one) => one.caseId === caseId)?.lastDay ?? null;
        return { name, centre: of, status: entryStatuses[status as EntryStatus], outdated, confirmUntil, ...shown };
      },
    );
    return { status: 200, body: page };
  },
});
