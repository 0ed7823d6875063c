/** Pages of tasks in the orders that can be asked for. */
import { z } from 'zod';
import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { text } from '../../rules/text.ts';
import { instantOf } from '../../rules/time/index.ts';
import { choice } from '../../workflows/engine/choice.ts';
import { behind, dueFirst, pageFrom, positionOf, sortKey, type Page } from '../http/paging.ts';
import { CASE_OF_TASK } from './chosen-tasks.ts';

const SORTS = {
  priority: text('优先级、先到先办', 'the priority first, then the oldest'),
  due: text('最早到期', 'the earliest due date first, then those without one'),
  newest: text('最新', 'the latest first'),
};

export const taskSort = choice(SORTS).default('priority').meta({
  description: 'priority: then the oldest; due: the earliest first, those without a day last; newest: the latest first',
});

interface Wanted {
  readonly chosen: Prisma.TaskWhereInput;
  /** Those with a due date that the reader is shown: by another nothing is sorted. */
  readonly dated: Prisma.TaskWhereInput;
  readonly sort: keyof typeof SORTS;
  readonly cursor: string | undefined;
  readonly limit: number;
}

const include = { case: { select: CASE_OF_TASK } } as const;
type Row = Prisma.TaskGetPayload<{ include: typeof include }>;

/** A page of the tasks that are chosen. @throws InvalidInput for a cursor of another order */
export function sortedTasks(database: Database, wanted: Wanted): Promise<Page<Row>> {
  return { priority: byPriority, due: byDueDate, newest: byAge }[wanted.sort](database, wanted);
}

async function byPriority(database: Database, { chosen, cursor, limit }: Wanted): Promise<Page<Row>> {
  const after = positionOf(cursor, z.tuple([sortKey.count, sortKey.instant, sortKey.id]));
  const rows = await database.task.findMany({
    where: { AND: [chosen, after === null ? {} : behindInPriority(after)] },
    include,
    orderBy: [{ priority: 'desc' }, { openedAt: 'asc' }, { id: 'asc' }],
    take: limit + 1,
  });
  return pageFrom(rows, limit, (row) => [row.priority, instant(row.openedAt), row.id], itself);
}

function behindInPriority([priority, openedAt, id]: readonly [number, string, string]): Prisma.TaskWhereInput {
  const at = new Date(openedAt);
  return {
    OR: [
      { priority: { lt: priority } },
      { priority, openedAt: { gt: at } },
      { priority, openedAt: at, id: { gt: id } },
    ],
  };
}

async function byAge(database: Database, { chosen, cursor, limit }: Wanted): Promise<Page<Row>> {
  const rows = await database.task.findMany({
    where: { AND: [chosen, behind(cursor, 'openedAt')] },
    include,
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  return pageFrom(rows, limit, (row) => [instant(row.openedAt), row.id], itself);
}

/** By the due dates that the reader is shown; then those without one, by age. */
function byDueDate(database: Database, { chosen, dated, cursor, limit }: Wanted): Promise<Page<Row>> {
  return dueFirst<Row>(cursor, limit, {
    dated: (after, take) =>
      database.task.findMany({
        where: { AND: [chosen, dated, after] },
        include,
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
        take,
      }),
    undated: (after, take) =>
      database.task.findMany({
        where: { AND: [chosen, { NOT: dated }, after] },
        include,
        orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
        take,
      }),
  });
}

const instant = (date: Date) => instantOf(date.getTime());
const itself = (row: Row) => row;
