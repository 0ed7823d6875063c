import { z } from 'zod';
import type { Case, Task } from '../../prisma/generated/client.ts';
import { instantOf } from '../../rules/time/index.ts';
import { isDueByTarget } from '../../workflows/engine/contract.ts';
import { inBoth } from '../../rules/text.ts';
import type { ApiContext } from '../context.ts';
import { instantSchema, textSchema } from '../http/schemas.ts';
import { maySeeTarget, type Standing } from './case-scope.ts';
import { namedSchema } from './people.ts';

/** Work for a role or a person. */
export const taskSchema = z
  .object({
    id: z.string(),
    caseId: z.string(),
    name: z.string(),
    title: textSchema,
    entry: z.int(),
    role: z.string(),
    assigneeId: z.string().nullable(),
    assignee: namedSchema.nullable().meta({ description: 'Who holds it' }),
    priority: z.int(),
    openedAt: instantSchema,
    dueAt: instantSchema
      .nullable()
      .meta({ description: 'Up to when it is wanted; an internal target is shown to managers alone (A-08)' }),
    detail: z.record(z.string(), z.unknown()).nullable(),
    case: z.object({
      kind: z.string(),
      kindTitle: textSchema,
      stage: z.string(),
      stageTitle: textSchema,
      subject: z.string(),
      title: z.string(),
    }),
  })
  .meta({ id: 'Task' });

/** A row of a task with what is shown of its case. */
export type TaskRow = Task & { readonly case: Pick<Case, 'kind' | 'stage' | 'subject' | 'title'> };

/** {@link taskSchema} of a row, for a reader who stands so to its case. */
export function taskView(
  contracts: ApiContext['contracts'],
  row: TaskRow,
  standing: Pick<Standing, 'roles'>,
  names: ReadonlyMap<string, string>,
): z.infer<typeof taskSchema> {
  const { kind, stage, subject, title } = row.case;
  const { assigneeId } = row;
  const contract = contracts[kind];
  const isShown = maySeeTarget(standing, !isDueByTarget(contract, row.name));
  return {
    id: row.id,
    caseId: row.caseId,
    name: row.name,
    title: contract?.tasks[row.name]?.title ?? inBoth(row.name),
    entry: row.entry,
    role: row.role,
    assigneeId,
    assignee: assigneeId === null ? null : { id: assigneeId, name: names.get(assigneeId) ?? null },
    priority: row.priority,
    openedAt: instantOf(row.openedAt.getTime()),
    dueAt: row.dueAt === null || !isShown ? null : instantOf(row.dueAt.getTime()),
    detail: row.detail as Record<string, unknown> | null,
    case: {
      kind,
      kindTitle: contract?.title ?? inBoth(kind),
      stage,
      stageTitle: contract?.stages[stage] ?? inBoth(stage),
      subject,
      title,
    },
  };
}
