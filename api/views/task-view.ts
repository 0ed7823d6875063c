import { z } from 'zod';
import type { Case, Task } from '../../prisma/generated/client.ts';
import { accountsActedIn, type Person } from '../../rules/roles.ts';
import { instantOf, type Instant } from '../../rules/time/index.ts';
import { isDueByTarget } from '../../workflows/engine/contract.ts';
import type { DelegationState } from '../../workflows/engine/state.ts';
import { inBoth } from '../../rules/text.ts';
import type { ApiContext } from '../context.ts';
import { instantSchema, textSchema } from '../http/schemas.ts';
import { maySeeTarget, type Standing } from './case-scope.ts';
import { namedSchema } from './people.ts';

/** A task that its holder has delegated to a colleague, who hands it back with an opinion (XC-05.5). */
const delegationSchema = z
  .object({
    to: namedSchema.meta({ description: 'The delegate' }),
    by: namedSchema.meta({ description: 'Who delegated it: the holder, or who acts in the holder’s office' }),
    note: z.string().meta({ description: 'What is asked of the delegate' }),
    at: instantSchema,
    answer: z
      .object({ by: namedSchema, opinion: z.string(), at: instantSchema })
      .nullable()
      .meta({ description: 'What was handed back; null while it is with the delegate' }),
  })
  .meta({ id: 'Delegation' });

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
    delegation: delegationSchema.nullable().meta({ description: 'Set once it was delegated, with the answer' }),
    yourPart: z.enum(['HOLDER', 'GIVEN_AWAY', 'DELEGATE']).nullable().meta({
      description:
        'What the reader is to it, or who is away and whom they cover for: holds it, holds it and has it with a delegate, or prepares it as the delegate',
    }),
    priority: z.int(),
    openedAt: instantSchema,
    dueAt: instantSchema
      .nullable()
      .meta({ description: 'Up to when it is wanted; an internal target is shown to managers alone (A-08)' }),
    overdue: z.boolean().meta({ description: 'Wanted before the moment of the answer' }),
    detail: z.record(z.string(), z.unknown()).nullable(),
    case: z.object({
      number: z.string(),
      kind: z.string(),
      kindTitle: textSchema,
      stage: z.string(),
      stageTitle: textSchema,
      subject: z.string(),
      title: z.string(),
      revision: z.int().meta({ description: 'As it is chosen by for a bulk decision' }),
    }),
  })
  .meta({ id: 'Task' });

/** A row of a task with what is shown of its case. */
export type TaskRow = Task & {
  readonly case: Pick<Case, 'number' | 'kind' | 'stage' | 'subject' | 'title' | 'revision'>;
};

/** The accounts that a task names. */
export function accountsOfTask({ assigneeId, delegation }: Pick<Task, 'assigneeId' | 'delegation'>): string[] {
  const { to, by, answer } = (delegation ?? {}) as Partial<DelegationState>;
  return [assigneeId, to, by, answer?.by].filter((id) => typeof id === 'string');
}

/** {@link taskSchema} of a row as of a moment, for a reader who stands so to its case. */
export function taskView(
  contracts: ApiContext['contracts'],
  row: TaskRow,
  standing: Pick<Standing, 'roles'>,
  names: ReadonlyMap<string, string>,
  reader: Pick<Person, 'id' | 'offices'>,
  now: Instant,
): z.infer<typeof taskSchema> {
  const { number, kind, stage, subject, title, revision } = row.case;
  const { assigneeId } = row;
  const contract = contracts[kind];
  const named = (id: string) => ({ id, name: names.get(id) ?? null });
  const delegation = row.delegation as unknown as DelegationState | null;
  const isShown = maySeeTarget(standing, !isDueByTarget(contract, row.name));
  const dueAt = row.dueAt === null || !isShown ? null : instantOf(row.dueAt.getTime());
  return {
    id: row.id,
    caseId: row.caseId,
    name: row.name,
    title: contract?.tasks[row.name]?.title ?? inBoth(row.name),
    entry: row.entry,
    role: row.role,
    assigneeId,
    assignee: assigneeId === null ? null : named(assigneeId),
    delegation: delegation && {
      to: named(delegation.to),
      by: named(delegation.by),
      note: delegation.note,
      at: delegation.at,
      answer: delegation.answer === undefined ? null : { ...delegation.answer, by: named(delegation.answer.by) },
    },
    yourPart: partOf(row, accountsActedIn(reader)),
    priority: row.priority,
    openedAt: instantOf(row.openedAt.getTime()),
    dueAt,
    overdue: dueAt !== null && dueAt <= now,
    detail: row.detail as Record<string, unknown> | null,
    case: {
      number,
      kind,
      kindTitle: contract?.title ?? inBoth(kind),
      stage,
      stageTitle: contract?.stages[stage] ?? inBoth(stage),
      subject,
      title,
      revision,
    },
  };
}

function partOf({ assigneeId, delegateId }: Pick<Task, 'assigneeId' | 'delegateId'>, accounts: readonly string[]) {
  if (assigneeId !== null && accounts.includes(assigneeId)) return delegateId === null ? 'HOLDER' : 'GIVEN_AWAY';
  return delegateId !== null && accounts.includes(delegateId) ? 'DELEGATE' : null;
}
