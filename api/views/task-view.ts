import { z } from 'zod';
import type { Case, Task } from '../../prisma/generated/client.ts';
import { instantOf } from '../../rules/time/index.ts';
import { inBoth } from '../../rules/text.ts';
import type { ApiContext } from '../context.ts';
import { instantSchema, textSchema } from '../http/schemas.ts';

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
    priority: z.int(),
    openedAt: instantSchema,
    dueAt: instantSchema.nullable(),
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

/** {@link taskSchema} of a row with its case. */
export function taskView(
  contracts: ApiContext['contracts'],
  row: Task & { case: Pick<Case, 'kind' | 'stage' | 'subject' | 'title'> },
): z.infer<typeof taskSchema> {
  const { kind, stage, subject, title } = row.case;
  const contract = contracts[kind];
  return {
    id: row.id,
    caseId: row.caseId,
    name: row.name,
    title: contract?.tasks[row.name]?.title ?? inBoth(row.name),
    entry: row.entry,
    role: row.role,
    assigneeId: row.assigneeId,
    priority: row.priority,
    openedAt: instantOf(row.openedAt.getTime()),
    dueAt: row.dueAt === null ? null : instantOf(row.dueAt.getTime()),
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
