import { z } from 'zod';
import type { Database } from '../../prisma/client.ts';
import type { TimelineEvent } from '../../prisma/generated/client.ts';
import { NOTICE_STATUSES } from '../../rules/notices.ts';
import type { Actor } from '../../rules/roles.ts';
import { isStaffRole } from '../abilities.ts';
import { instantOf } from '../../rules/time/index.ts';
import { hasLegalEffect, type ProcessContract } from '../../workflows/engine/contract.ts';
import { instantSchema, textSchema } from '../http/schemas.ts';
import type { Reader } from '../reader.ts';
import type { Standing } from './case-scope.ts';
import { capacityTitle } from './role-titles.ts';

/** How a notice a line speaks of fares (XC-04.1): to its recipient, and whole to the body whose case it is. */
const deliverySchema = z.object({
  id: z.string(),
  template: z.string(),
  recipient: z.string().nullable(),
  address: z.string().meta({ description: 'E-mail address it goes to' }),
  subject: z.string().nullable(),
  status: z.enum(NOTICE_STATUSES),
  sentAt: instantSchema.nullable(),
  error: z.string().nullable(),
  response: z.string().nullable().meta({ description: 'What the mail server answered; for the body alone' }),
});

/** One line of the past. */
export const lineSchema = z
  .object({
    seq: z.int(),
    at: instantSchema,
    type: z.string(),
    title: textSchema,
    actor: z.object({
      kind: z.enum(['person', 'system']),
      id: z.string(),
      role: z.string().meta({ description: 'The capacity: a role, or the name of a party of the case' }),
      title: textSchema,
      name: z.string().nullable(),
    }),
    detail: z.record(z.string(), z.unknown()).nullable(),
    clause: z.string().nullable(),
    requirement: z.string().nullable(),
    revision: z.int().nullable(),
    notices: z.array(deliverySchema),
    hash: z.string(),
  })
  .meta({ id: 'TimelineLine' });

/** {@link lineSchema} of rows, with what became of their notices and, for staff, the names of who acted. */
export async function lineViews(
  database: Database,
  contract: ProcessContract | undefined,
  rows: readonly TimelineEvent[],
  reader: Reader,
  standing: Standing,
): Promise<z.infer<typeof lineSchema>[]> {
  const shown = rows.filter((row) => isShown(contract, row, standing));
  const knowsNames = standing.roles.some(isStaffRole);
  // A party reads of other people's notices that they went out.
  const { seesAll } = standing;
  const notices = await database.notice.findMany({
    where: { id: { in: shown.flatMap(noticeIds) } },
    select: {
      id: true,
      template: true,
      recipientName: true,
      recipientId: true,
      recipientEmail: true,
      subject: true,
      status: true,
      sentAt: true,
      lastError: true,
      response: true,
    },
  });
  const people = knowsNames
    ? await database.user.findMany({
        where: { id: { in: [...new Set(shown.map(({ actor }) => (actor as unknown as Actor).id))] } },
        select: { id: true, name: true },
      })
    : [];
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return shown.map((row) => {
    const { kind, id, role } = row.actor as unknown as Actor;
    const own = noticeIds(row);
    return {
      seq: row.seq,
      at: instantOf(row.at.getTime()),
      type: row.type,
      title: row.title as { zh: string; en: string },
      actor: { kind, id, role, title: capacityTitle(contract, role), name: names.get(id) ?? null },
      // What people wrote to each other in the case is for the parties and the body, not for who only follows it.
      detail: standing.onlyFollows ? null : (row.detail as Record<string, unknown> | null),
      clause: row.clause,
      requirement: row.requirement,
      revision: row.revision,
      notices: notices
        .filter((notice) => own.includes(notice.id) && (seesAll || notice.recipientId === reader.person.id))
        .map((notice) => ({
          id: notice.id,
          template: notice.template,
          recipient: notice.recipientName,
          address: notice.recipientEmail,
          subject: notice.subject,
          status: notice.status as 'SENT',
          sentAt: notice.sentAt === null ? null : instantOf(notice.sentAt.getTime()),
          error: seesAll ? notice.lastError : null,
          response: seesAll ? notice.response : null,
        })),
      hash: row.hash,
    };
  });
}

/** The inner working of the body (who holds which task, internal targets) is not for those outside it. */
export function isShown(
  contract: ProcessContract | undefined,
  { type, detail }: Pick<TimelineEvent, 'type' | 'detail'>,
  { roles, seesAll }: Pick<Standing, 'roles' | 'seesAll'>,
): boolean {
  const deadline = (detail as { deadline?: string } | null)?.deadline;
  const internal = deadline !== undefined && !hasLegalEffect(contract, deadline);
  if (internal && !roles.includes('manager')) return false;
  return seesAll || !type.startsWith('TASK_');
}

function noticeIds({ detail }: TimelineEvent): string[] {
  const { notices, noticeId } = (detail ?? {}) as { notices?: unknown; noticeId?: unknown };
  const many: unknown[] = Array.isArray(notices) ? notices : [];
  return [...many, noticeId].filter((id) => typeof id === 'string');
}
