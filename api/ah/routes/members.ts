/** The members of the network with their yearly tasks, how far these have come, and the lists on which they stand (AH-OPS-01.3, 01.6, 06.1). */
import { z } from 'zod';
import { memberRows, type AskedMembers, type MemberPosition } from '../../../prisma/ah/members.ts';
import { memberKinds } from '../../../rules/ah/indicators.ts';
import { lists } from '../../../rules/ah/lists.ts';
import { bodiesOf, memberStatuses } from '../../../rules/ah/members.ts';
import { text } from '../../../rules/text.ts';
import { yearOf, type Instant } from '../../../rules/time/index.ts';
import { choice } from '../../../workflows/engine/choice.ts';
import type { Access } from '../../abilities.ts';
import { exportShape, sendFigures } from '../../exports/send-figures.ts';
import { tableFormat } from '../../exports/send-table.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { memberColumns, memberTableRows } from '../documents/member-rows.ts';
import { memberRecords, memberRecordSchema } from '../views/member-record.ts';
import { membersWithin } from '../views/members-within.ts';
import { openableOf } from '../../views/openable.ts';

const filters = {
  year: z.coerce
    .number()
    .int()
    .min(2019)
    .max(2199)
    .optional()
    .meta({ description: 'Year of the tasks and figures; the current one if left out' }),
  kind: choice(memberKinds).optional(),
  cityPlatform: choice(bodiesOf('CITY_PLATFORM')).optional(),
  status: choice(memberStatuses).optional(),
  list: choice(lists).optional().meta({ description: 'Those that stand on this list now' }),
};

type Filters = z.output<z.ZodObject<typeof filters>>;

export const listMembers = route({
  method: 'get',
  path: '/api/ah/members',
  ability: 'record.read',
  tag: 'figures',
  summary: text('平台网络成员', 'Members of the network'),
  requirement: 'AH-OPS-01.3, 01.5, 01.6, 06.1, AH-EVAL-05.1',
  query: z.strictObject({ ...filters, ...pageQuery }),
  answers: {
    200: {
      description: 'A page of the members, city platforms first',
      schema: pageOf(memberRecordSchema).extend({ year: z.int() }),
    },
  },
  async handle({ context: { database }, access, reader, query, now }) {
    const { cursor, limit, ...filter } = query;
    const { year, asked } = askedOf(access, filter, now);
    const after: MemberPosition | null = positionOf(
      cursor,
      z.tuple([z.string().max(40), z.string().max(500), sortKey.id]),
    );
    const rows = await memberRows(database, asked, { after, limit: limit + 1 });
    const records = await memberRecords(database, rows, year);
    const named = records.flatMap(({ caseId, listed }) => [caseId, ...listed.map((one) => one.caseId)]);
    const openable = await openableOf(
      database,
      reader,
      named.filter((id) => id !== null),
    );
    const shown = (id: string | null) => (id !== null && openable.has(id) ? id : null);
    const page = pageFrom(
      records,
      limit,
      ({ kind, name, party }) => [kind, name, party],
      ({ caseId, listed, ...record }) => ({
        ...record,
        listed: listed.map((one) => ({ ...one, caseId: shown(one.caseId) })),
        caseId: shown(caseId),
      }),
    );
    return { status: 200, body: { ...page, year } };
  },
});

/** The register of members as a table to file, with tasks and figures of a year. Each export stands in the audit log. */
export const exportMembers = route({
  ...exportShape,
  path: '/api/ah/members/export',
  ability: 'case.export',
  summary: text('导出成员登记册', 'Export the register of members'),
  requirement: 'AH-OPS-01.3, 01.6',
  query: z.strictObject({ ...filters, format: tableFormat }),
  async handle(call) {
    const {
      context,
      access,
      reader: { locale },
      query,
      now,
    } = call;
    const { format, ...filter } = query;
    const { year, asked } = askedOf(access, filter, now);
    return sendFigures(call, {
      ...{ id: 'ah-members', filters: { ...filter, year }, format },
      ...{ file: `members-${year}`, sheet: text('成员登记册', 'Members') },
      columns: memberColumns(locale),
      rows: memberTableRows(context.database, asked, { year, locale }),
    });
  },
});

function askedOf(
  access: Access,
  filter: Filters,
  now: Instant,
): { readonly year: number; readonly asked: AskedMembers } {
  const { year = yearOf(now), ...narrowed } = filter;
  return { year, asked: { ...narrowed, within: membersWithin(access, { residents: true }) } };
}
