import { z } from 'zod';
import type { Prisma } from '../../prisma/generated/client.ts';
import { OFFICE_ORDER } from '../../prisma/person-of.ts';
import { refuse } from '../../rules/refusal.ts';
import { STAFF_ROLES, type Body, type Office } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import { choice, some } from '../../workflows/engine/choice.ts';
import type { Access } from '../abilities.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../http/paging.ts';
import { route, type Call } from '../http/route.ts';
import { line } from '../http/schemas.ts';
import { regionWithin, standingIn, SCOPED } from '../views/case-scope.ts';
import { ROLE_TITLES } from '../views/role-titles.ts';

/** Somebody to whom work can be given. */
const personSchema = z
  .object({
    id: z.string().meta({ description: 'Account id, as assigning a task takes it' }),
    name: z.string(),
    offices: z
      .array(z.object({ role: z.string(), bodyId: z.string().nullable(), region: z.string().nullable() }))
      .meta({ description: 'Those by which they are on this list' }),
  })
  .meta({ id: 'Person' });

/**
 * The people of one's own body and region, for those who assign tasks (XC-05.5): names and offices, no addresses. With `taskId`, only
 * those who could take that task.
 */
export const listPeople = route({
  method: 'get',
  path: '/api/people',
  ability: 'task.assign',
  tag: 'tasks',
  summary: text('可指派的人员', 'People whom tasks can be given to'),
  requirement: 'XC-05.1, XC-05.5',
  query: z.strictObject({
    ...pageQuery,
    role: choice(some(ROLE_TITLES, 'admin', ...STAFF_ROLES)).optional(),
    taskId: line(200).optional().meta({ description: 'Only who could take this task' }),
    q: line(100).optional().meta({ description: 'Part of the name' }),
  }),
  refuses: ['NOT_FOUND', 'OUT_OF_SCOPE'],
  answers: { 200: { description: 'A page, by id', schema: pageOf(personSchema) } },
  async handle(call) {
    const { context, query } = call;
    const { cursor, limit, q } = query;
    const after = positionOf(cursor, sortKey.id);
    const offices = await officesFor(call, query);
    const rows = await context.database.user.findMany({
      where: {
        disabledAt: null,
        offices: { some: offices },
        ...(after !== null && { id: { gt: after } }),
        ...(q !== undefined && { name: { contains: q, mode: 'insensitive' as const } }),
      },
      select: { id: true, name: true, offices: { where: offices, orderBy: [...OFFICE_ORDER] } },
      orderBy: { id: 'asc' },
      take: limit + 1,
    });
    const page = pageFrom(
      rows,
      limit,
      ({ id }) => id,
      ({ id, name, offices: held }) => ({
        id,
        name,
        offices: held.map(({ role, bodyId, region }) => ({ role, bodyId, region })),
      }),
    );
    return { status: 200, body: page };
  },
});

interface Asked {
  readonly role?: string | undefined;
  readonly taskId?: string | undefined;
}

/** The offices whose holders are shown. */
async function officesFor(
  { context, access }: Pick<Call, 'context' | 'access'>,
  { role, taskId }: Asked,
): Promise<Prisma.OfficeWhereInput> {
  const ofRole = role === undefined ? {} : { role };
  if (taskId === undefined) return { AND: [ofRole, { OR: [...withinReach(access), ...administrators(role)] }] };
  const task = await context.database.task.findUnique({
    where: { id: taskId },
    include: { case: { select: { bodyId: true, region: true, ...SCOPED } } },
  });
  if (task === null) return refuse('NOT_FOUND', '没有这项待办。', 'There is no such task.');
  if (standingIn(access, task.case) === null) {
    return refuse('OUT_OF_SCOPE', '待办不在您的机构或区域范围内。', 'The task is outside your body or region.');
  }
  return { AND: [ofRole, { role: task.role, ...(task.role === 'admin' ? {} : covering(task.case)) }] };
}

/** Offices of the reader's bodies, in a region of theirs, below it or above it: any of them can work on cases there. */
function withinReach(access: Access): Prisma.OfficeWhereInput[] {
  return access.flatMap(({ office: { bodyId, region } }: { office: Office }) =>
    bodyId === undefined || region === undefined
      ? []
      : [{ role: { in: [...STAFF_ROLES] }, bodyId, OR: [regionWithin(region), { region: { in: above(region) } }] }],
  );
}

/** Administrators are of no body; they are shown to who asks for them. */
function administrators(role: string | undefined): Prisma.OfficeWhereInput[] {
  return role === 'admin' ? [{ role: 'admin' }] : [];
}

function covering({ bodyId, region }: Body): Prisma.OfficeWhereInput {
  return { bodyId, region: { in: [region, ...above(region)] } };
}

/** `SH/PUDONG/X` lies below `SH/PUDONG` and `SH`. */
function above(region: string): string[] {
  const parts = region.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
