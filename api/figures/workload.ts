/** Who has how much to do. */
import { z } from 'zod';
import { Prisma } from '../../prisma/generated/client.ts';
import type { ApiContext } from '../context.ts';
import { namedSchema, namesOf } from '../views/people.ts';
import { bounds, listFilters, tasksAsked, type Asked } from './asked.ts';
import { figureSchema, ofTasks } from './figure.ts';

export const workloadSchema = z
  .array(
    z.object({
      person: namedSchema.nullable().meta({ description: 'Null for the tasks that nobody holds' }),
      open: figureSchema,
      overdue: figureSchema.meta({ description: 'Of the open ones: wanted before now' }),
      handled: figureSchema.nullable().meta({ description: 'Tasks that the person did in the period' }),
    }),
  )
  .meta({ description: 'Tasks by who holds them now, or did them in the period; those that nobody holds last' });

/** {@link workloadSchema}. */
export async function workload(
  { database }: Pick<ApiContext, 'database'>,
  asked: Asked,
): Promise<z.infer<typeof workloadSchema>> {
  const { start, end } = bounds(asked);
  const rows = await database.$queryRaw<{ id: string | null; open: number; overdue: number; handled: number }[]>(
    Prisma.sql`
      WITH chosen AS (
        SELECT t."assigneeId", t."dueAt", t."closedAt", t."closedById"
        FROM "Task" AS t JOIN "Case" AS c ON c."id" = t."caseId"
        WHERE ${tasksAsked(asked)} AND (t."closedAt" IS NULL OR (t."closedAt" >= ${start} AND t."closedAt" < ${end} AND t."closedById" IS NOT NULL))
      ), each AS (
        SELECT "assigneeId" AS "id", 1 AS "open", ("dueAt" IS NOT NULL AND "dueAt" <= ${new Date(asked.now)})::int AS "overdue", 0 AS "handled"
        FROM chosen WHERE "closedAt" IS NULL
        UNION ALL
        SELECT "closedById", 0, 0, 1 FROM chosen WHERE "closedAt" IS NOT NULL
      )
      SELECT "id", sum("open")::int AS "open", sum("overdue")::int AS "overdue", sum("handled")::int AS "handled"
      FROM each GROUP BY 1 ORDER BY "id" IS NULL, 2 DESC, 4 DESC, 1`,
  );
  const names = await namesOf(
    database,
    rows.map(({ id }) => id),
  );
  const query = listFilters(asked);
  return rows.map(({ id, open, overdue, handled }) => ({
    person: id === null ? null : { id, name: names.get(id) ?? null },
    open: ofTasks(open, { ...query, assignee: id ?? 'none' }),
    overdue: ofTasks(overdue, { ...query, assignee: id ?? 'none', overdue: 'true' }),
    handled:
      id === null
        ? null
        : ofTasks(handled, { ...query, closed: 'true', closedBy: id, closedFrom: asked.from, closedTo: asked.to }),
  }));
}
