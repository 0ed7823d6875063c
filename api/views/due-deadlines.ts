/** Deadlines of all cases in the order in which they end: for who moves the training clock. */
import { z } from 'zod';
import type { ApiContext } from '../context.ts';
import { instantSchema, textSchema } from '../http/schemas.ts';
import { inBoth } from '../../rules/text.ts';
import { instantOf, type Instant } from '../../rules/time/index.ts';

/** How many are named at most. */
export const MOST_DUE = 50;

export const dueDeadlineSchema = z
  .object({
    caseId: z.string(),
    number: z.string(),
    caseTitle: z.string(),
    kind: z.string(),
    title: textSchema,
    status: z.enum(['OPEN', 'PASSED']),
    dueAt: instantSchema,
  })
  .meta({ id: 'DueDeadline' });

/** Those that end after the one instant and up to the other; without end where that is left out. */
export async function dueDeadlines(
  { database, contracts }: Pick<ApiContext, 'database' | 'contracts'>,
  { after, until }: { readonly after: Instant; readonly until?: Instant | undefined },
): Promise<{ total: number; items: z.infer<typeof dueDeadlineSchema>[] }> {
  const where = {
    status: { in: ['OPEN', 'PASSED'] },
    dueAt: { gt: new Date(after), ...(until !== undefined && { lte: new Date(until) }) },
  };
  const rows = await database.deadline.findMany({
    where,
    include: { case: { select: { number: true, title: true, kind: true } } },
    orderBy: [{ dueAt: 'asc' }, { caseId: 'asc' }, { name: 'asc' }],
    take: MOST_DUE,
  });
  return {
    total: rows.length < MOST_DUE ? rows.length : await database.deadline.count({ where }),
    items: rows.flatMap(({ caseId, name, status, dueAt, case: { number, title, kind } }) =>
      dueAt === null
        ? []
        : [
            {
              ...{ caseId, number, kind, caseTitle: title, status: status as 'OPEN' },
              title: contracts[kind]?.deadlines[name]?.title ?? inBoth(name),
              dueAt: instantOf(dueAt.getTime()),
            },
          ],
    ),
  };
}
