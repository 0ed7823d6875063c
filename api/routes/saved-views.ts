import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { SavedView } from '../../prisma/generated/client.ts';
import { lockAccount } from '../../prisma/held-tasks.ts';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { instantOf } from '../../rules/time/index.ts';
import { choice } from '../../workflows/engine/choice.ts';
import { checked } from '../http/faults.ts';
import { route } from '../http/route.ts';
import { maybeLine } from '../../workflows/engine/typed.ts';
import { idSchema, instantSchema, line } from '../http/schemas.ts';
import { caseFilters, caseSort } from '../views/chosen-cases.ts';
import { taskFilters } from '../views/chosen-tasks.ts';
import { taskSort } from '../views/sorted-tasks.ts';

const MOST = 50;

/** What the list of each area takes but for its pages. */
const QUERIES = {
  tasks: z.strictObject({ ...taskFilters, sort: taskSort }),
  cases: z.strictObject({ ...caseFilters, sort: caseSort }),
};
const area = choice({ tasks: text('待办', 'the inbox'), cases: text('案件', 'cases') });

const viewSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    area: z.enum(['tasks', 'cases']),
    query: z.record(z.string(), z.string()).meta({ description: 'As the address of the list has it' }),
    createdAt: instantSchema,
  })
  .meta({ id: 'SavedView' });

const because = 'a view is of its owner alone';

/** My saved views, in the order of their names. */
export const listViews = route({
  method: 'get',
  path: '/api/views',
  ability: 'view.keep',
  tag: 'views',
  summary: text('我保存的视图', 'My saved views'),
  query: z.strictObject({ area: area.optional() }),
  answers: { 200: { description: 'All of them', schema: z.object({ items: z.array(viewSchema) }) } },
  async handle({ context: { database }, reader, query }) {
    const where = { ownerId: reader.person.id, ...(query.area !== undefined && { area: query.area }) };
    const rows = await database.savedView.findMany({ where, orderBy: [{ area: 'asc' }, { name: 'asc' }] });
    return { status: 200, body: { items: rows.map(viewOf) } };
  },
});

/** Saves a view: the query of `GET /api/tasks` or `GET /api/cases`, without its pages, under a name that the account has once an area. */
export const saveView = route({
  method: 'post',
  path: '/api/views',
  ability: 'view.keep',
  trail: { in: 'nowhere', because },
  tag: 'views',
  summary: text('保存视图', 'Save a view'),
  body: z.strictObject({
    name: line(60),
    area,
    query: z.record(line(40), maybeLine(2_000)).meta({ description: 'Checked as the list itself checks it' }),
  }),
  example: { name: '今天到期的初审', area: 'tasks', query: { queue: 'today', kind: 'storeApplication', sort: 'due' } },
  refuses: ['LIMIT_REACHED', 'ALREADY_DONE'],
  answers: { 201: { description: 'The view', schema: viewSchema } },
  async handle({ context: { database }, reader, body, now, once }) {
    const { name, query } = body;
    checked<z.ZodType>(QUERIES[body.area], query, 'query');
    const ownerId = reader.person.id;
    return database.$transaction(async (tx) => {
      // Counted and named by one request at a time.
      await lockAccount(tx, ownerId, 'ALONE');
      if ((await tx.savedView.count({ where: { ownerId } })) >= MOST)
        refuse(
          'LIMIT_REACHED',
          `最多保存 ${MOST} 个视图，请先删除旧的。`,
          `At most ${MOST} views are kept; delete one first.`,
        );
      if ((await tx.savedView.count({ where: { ownerId, area: body.area, name } })) > 0)
        refuse('ALREADY_DONE', '您已有同名的视图，请换一个名称。', 'You have a view of this name; choose another.', {
          field: 'name',
        });
      const row = await tx.savedView.create({
        data: { id: `viw-${randomUUID()}`, ownerId, area: body.area, name, query, createdAt: new Date(now) },
      });
      const reply = { status: 201, body: viewOf(row) };
      await once.settle(tx, reply.status, reply.body);
      return reply;
    });
  },
});

/** Deletes one of my views. */
export const deleteView = route({
  method: 'delete',
  path: '/api/views/{id}',
  ability: 'view.keep',
  trail: { in: 'nowhere', because },
  tag: 'views',
  summary: text('删除视图', 'Delete a view'),
  params: z.strictObject({ id: idSchema }),
  answers: { 204: { description: 'It is gone' } },
  async handle({ context: { database }, reader, params: { id } }) {
    const { count } = await database.savedView.deleteMany({ where: { id, ownerId: reader.person.id } });
    return count > 0 ? { status: 204 } : refuse('NOT_FOUND', '您没有这个视图。', 'There is no such view of yours.');
  },
});

function viewOf({ id, name, area: of, query, createdAt }: SavedView): z.infer<typeof viewSchema> {
  return {
    ...{ id, name, area: of as 'tasks' | 'cases', query: query as Record<string, string> },
    createdAt: instantOf(createdAt.getTime()),
  };
}
