import { z } from 'zod';
import { refuse } from '../../rules/refusal.ts';
import type { Database } from '../../prisma/client.ts';
import type { RegisterEntry } from '../../prisma/generated/client.ts';
import { inBoth, text, type Text } from '../../rules/text.ts';
import { dayOf, instantOf } from '../../rules/time/index.ts';
import { bodyTitle } from '../bodies.ts';
import { exportShape, sendFigures } from '../exports/send-figures.ts';
import { tableFormat } from '../exports/send-table.ts';
import { headsOf, inParts, tableOf, type Column } from '../exports/table-of.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../http/paging.ts';
import { route } from '../http/route.ts';
import { nameLike } from '../http/search.ts';
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

interface ShownRegister {
  readonly title: Text;
  readonly statuses: Readonly<Record<string, Text>>;
}

/** @throws Refusal NOT_FOUND for one that is not public */
function registerNamed(register: string): ShownRegister {
  const shown = Object.hasOwn(publicRegisters, register) ? publicRegisters[register] : undefined;
  if (shown !== undefined) return shown;
  const names = Object.keys(publicRegisters).join(', ');
  return refuse('NOT_FOUND', `没有这个公开登记册；有：${names}。`, `No such public register; there are: ${names}.`);
}

const params = z.strictObject({ register: line(60).meta({ description: 'e.g. `hn-net.providers`' }) });
const filters = {
  status: line(40).optional(),
  q: line(100).optional().meta({ description: 'Part of the name' }),
};
const position = z.tuple([z.string().max(40), z.string().max(500), sortKey.id]);

/** Entries by status and name, behind a position. */
function entriesOf(
  database: Database,
  { register, status, q }: { readonly register: string } & z.output<z.ZodObject<typeof filters>>,
  { after, limit }: { readonly after: z.output<typeof position> | null; readonly limit: number },
): Promise<RegisterEntry[]> {
  const behind =
    after === null
      ? {}
      : {
          OR: [
            { status: { gt: after[0] } },
            { status: after[0], name: { gt: after[1] } },
            { status: after[0], name: after[1], id: { gt: after[2] } },
          ],
        };
  return database.registerEntry.findMany({
    where: {
      register,
      AND: [
        status === undefined ? {} : { status },
        q === undefined ? {} : { OR: nameLike(q).map((name) => ({ name })) },
        behind,
      ],
    },
    orderBy: [{ status: 'asc' }, { name: 'asc' }, { id: 'asc' }],
    take: limit,
  });
}

/** The entries of a register that everybody may read. */
export const listRegister = route({
  method: 'get',
  path: '/api/registers/{register}',
  ability: 'public',
  tag: 'public',
  summary: text('公开登记册', 'A public register'),
  requirement: 'HN-NET-06.1, 12.1',
  params,
  query: z.strictObject({ ...pageQuery, ...filters }),
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
  async handle({ context: { database }, params: { register }, query: { cursor, limit, ...asked } }) {
    const shown = registerNamed(register);
    const after = positionOf(cursor, position);
    const rows = await entriesOf(database, { register, ...asked }, { after, limit: limit + 1 });
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

/** The columns of a register as a table. @param statuses what its statuses are called */
export function registerColumns(statuses: ShownRegister['statuses']): readonly Column<RegisterEntry>[] {
  return [
    [text('名称', 'Name'), ({ name }) => name],
    [text('统一社会信用代码或者编号', 'Credit code or number'), ({ party }) => party],
    [text('状态', 'Status'), ({ status: of }) => statuses[of] ?? of],
    [text('登记单位', 'Body'), ({ bodyId }) => bodyTitle(bodyId)],
    [text('有效期自', 'Valid from'), ({ validFrom }) => validFrom],
    [text('有效期至', 'Valid to'), ({ validTo }) => validTo],
    [text('变更日期', 'Changed on'), ({ changedAt }) => dayOf(instantOf(changedAt.getTime()))],
  ];
}

/** Entries read at once. */
const AT_ONCE = 1_000;

/** The entries of a public register as a table to file, e.g. the list of titles of bases. Each export stands in the audit log. */
export const exportRegister = route({
  ...exportShape,
  path: '/api/registers/{register}/export',
  ability: 'case.export',
  summary: text('导出公开登记册', 'Export a public register'),
  requirement: 'SH-EVAL-09.1, HN-BASE-05.1, EC-CENTRE-03.2, HN-NET-06.1',
  params,
  query: z.strictObject({ ...filters, format: tableFormat }),
  refuses: ['NOT_FOUND'],
  handle(call) {
    const {
      context,
      reader: { locale },
      params: { register },
      query: { format, ...asked },
    } = call;
    const { title, statuses } = registerNamed(register);
    const columns = registerColumns(statuses);
    const read = (last: RegisterEntry | null, limit: number) =>
      entriesOf(context.database, { register, ...asked }, { after: last && [last.status, last.name, last.id], limit });
    async function* rows() {
      for await (const part of inParts(read, AT_ONCE)) yield* tableOf(columns, part, locale);
    }
    return sendFigures(call, {
      ...{ id: register, filters: asked, format, file: register, sheet: title },
      ...{ columns: headsOf(columns, locale), rows: rows() },
    });
  },
});
