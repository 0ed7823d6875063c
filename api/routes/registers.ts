import { z } from 'zod';
import { refuse } from '../../rules/refusal.ts';
import { inBoth, text } from '../../rules/text.ts';
import { instantOf } from '../../rules/time/index.ts';
import { bodyTitle } from '../bodies.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../http/paging.ts';
import { route } from '../http/route.ts';
import { daySchema, instantSchema, line, textSchema } from '../http/schemas.ts';
import { publicRegisters } from '../regimes.ts';

/** The registers that everybody may read. */
export const listRegisters = route({
  method: 'get',
  path: '/api/registers',
  ability: 'public',
  tag: 'public',
  summary: text('公开登记册目录', 'The public registers'),
  requirement: 'HN-NET-06.1, 12.1',
  answers: {
    200: {
      description: 'Each by its name in the address of its entries',
      schema: z.object({ items: z.array(z.object({ register: z.string(), title: textSchema })) }),
    },
  },
  handle: () => ({
    status: 200,
    body: { items: Object.entries(publicRegisters).map(([register, { title }]) => ({ register, title })) },
  }),
});

/** The entries of a register that everybody may read. */
export const listRegister = route({
  method: 'get',
  path: '/api/registers/{register}',
  ability: 'public',
  tag: 'public',
  summary: text('公开登记册', 'A public register'),
  requirement: 'HN-NET-06.1, 12.1',
  params: z.strictObject({ register: line(60).meta({ description: 'e.g. `hn-net.providers`' }) }),
  query: z.strictObject({ ...pageQuery, status: line(40).optional() }),
  refuses: ['NOT_FOUND'],
  answers: {
    200: {
      description: 'A page of the entries, by status and name',
      schema: pageOf(
        z.object({
          party: z.string(),
          name: z.string(),
          status: z.string(),
          statusTitle: textSchema,
          body: z.object({ id: z.string(), name: textSchema }),
          validFrom: daySchema.nullable(),
          validTo: daySchema.nullable(),
          changedAt: instantSchema,
        }),
      ).extend({ title: textSchema }),
    },
  },
  async handle({ context: { database }, params: { register }, query: { cursor, limit, status: only } }) {
    const shown = Object.hasOwn(publicRegisters, register) ? publicRegisters[register] : undefined;
    if (shown === undefined) {
      const names = Object.keys(publicRegisters).join(', ');
      return refuse('NOT_FOUND', `没有这个公开登记册；有：${names}。`, `No such public register; there are: ${names}.`);
    }
    const after = positionOf(cursor, z.tuple([z.string().max(40), z.string().max(500), sortKey.id]));
    const rows = await database.registerEntry.findMany({
      where: {
        register,
        AND: [
          only === undefined ? {} : { status: only },
          after === null
            ? {}
            : {
                OR: [
                  { status: { gt: after[0] } },
                  { status: after[0], name: { gt: after[1] } },
                  { status: after[0], name: after[1], id: { gt: after[2] } },
                ],
              },
        ],
      },
      orderBy: [{ status: 'asc' }, { name: 'asc' }, { id: 'asc' }],
      take: limit + 1,
    });
    const page = pageFrom(
      rows,
      limit,
      (row) => [row.status, row.name, row.id],
      ({ party, name, status, bodyId, validFrom, validTo, changedAt }) => ({
        ...{ party, name, status, validFrom, validTo },
        statusTitle: shown.statuses[status] ?? inBoth(status),
        body: { id: bodyId, name: bodyTitle(bodyId) },
        changedAt: instantOf(changedAt.getTime()),
      }),
    );
    return { status: 200, body: { title: shown.title, ...page } };
  },
});
