import { z } from 'zod';
import type { Notice, Prisma } from '../../prisma/generated/client.ts';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { instantOf } from '../../rules/time/index.ts';
import type { Reach } from '../abilities.ts';
import { instantSchema, idSchema } from '../http/schemas.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../http/paging.ts';
import { route } from '../http/route.ts';
import type { Reader } from '../reader.ts';
import { casesWithin } from '../views/case-scope.ts';

const noticeShape = {
  id: z.string(),
  caseId: z.string(),
  template: z.string(),
  requirement: z.string().nullable(),
  channel: z.string(),
  locale: z.string(),
  recipientName: z.string(),
  recipientEmail: z.string(),
  status: z.enum(['PLANNED', 'SENDING', 'SENT', 'UNKNOWN', 'FAILED', 'CANCELLED']),
  subject: z.string().nullable(),
  plannedAt: instantSchema,
  sentAt: instantSchema.nullable(),
  attempts: z.int(),
  lastError: z.string().nullable(),
  response: z.string().nullable().meta({ description: 'What the mail server answered' }),
};

/** A notice in a list. */
const noticeItemSchema = z.object(noticeShape).meta({ id: 'NoticeItem' });
/** A notice with what was sent. */
const noticeSchema = z
  .object({
    ...noticeShape,
    messageId: z.string(),
    templateVersion: z.int(),
    html: z.string().nullable().meta({ description: 'As sent; show it in a sandboxed frame' }),
    text: z.string().nullable(),
  })
  .meta({ id: 'Notice' });

/** What was sent to whom, and whether it arrived (XC-04.1). */
export const listNotices = route({
  method: 'get',
  path: '/api/notices',
  ability: 'notice.read',
  tag: 'notices',
  summary: text('通知列表', 'Notices'),
  requirement: 'XC-04.1',
  query: z.strictObject({
    ...pageQuery,
    caseId: idSchema.optional(),
    status: z.enum(['PLANNED', 'SENDING', 'SENT', 'UNKNOWN', 'FAILED', 'CANCELLED']).optional(),
  }),
  answers: { 200: { description: 'A page, the latest first', schema: pageOf(noticeItemSchema) } },
  async handle({ context, reader, reach, query }) {
    const { cursor, limit, caseId, status } = query;
    const after = positionOf(cursor, z.tuple([sortKey.instant, sortKey.id]));
    const rows = await context.database.notice.findMany({
      where: {
        AND: [
          noticesWithin(reach, reader),
          ...(caseId === undefined ? [] : [{ caseId }]),
          ...(status === undefined ? [] : [{ status }]),
          ...(after === null
            ? []
            : [
                {
                  OR: [
                    { plannedAt: { lt: new Date(after[0]) } },
                    { plannedAt: new Date(after[0]), id: { lt: after[1] } },
                  ],
                },
              ]),
        ],
      },
      orderBy: [{ plannedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      omit: { html: true, text: true, attachments: true, data: true },
    });
    const page = pageFrom(
      rows,
      limit,
      (row) => [instantOf(row.plannedAt.getTime()), row.id],
      (row) => itemOf(row),
    );
    return { status: 200, body: page };
  },
});

/** One notice with its rendered content (XC-04.1). */
export const getNotice = route({
  method: 'get',
  path: '/api/notices/{id}',
  ability: 'notice.read',
  tag: 'notices',
  summary: text('通知内容', 'A notice'),
  requirement: 'XC-04.1',
  params: z.strictObject({ id: idSchema }),
  answers: { 200: { description: 'The notice', schema: noticeSchema } },
  async handle({ context, reader, reach, params }) {
    const row = await context.database.notice.findFirst({
      where: { AND: [{ id: params.id }, noticesWithin(reach, reader)] },
    });
    if (row === null) return refuse('NOT_FOUND', '没有这份通知。', 'There is no such notice.');
    const { messageId, templateVersion, html, text: plain } = row;
    return { status: 200, body: { ...itemOf(row), messageId, templateVersion, html, text: plain } };
  },
});

/** Staff see the notices of their cases; everybody else those that were sent to them. */
function noticesWithin(reach: Reach, reader: Reader): Prisma.NoticeWhereInput {
  return reach === 'own' ? { recipientId: reader.actor.id } : { case: casesWithin(reach, reader) };
}

function itemOf(row: Omit<Notice, 'html' | 'text' | 'attachments' | 'data'>): z.infer<typeof noticeItemSchema> {
  const {
    id,
    caseId,
    template,
    requirement,
    channel,
    locale,
    recipientName,
    recipientEmail,
    status,
    subject,
    attempts,
    lastError,
    response,
  } = row;
  return {
    id,
    caseId,
    template,
    requirement,
    channel,
    locale,
    recipientName,
    recipientEmail,
    status: status as 'SENT',
    subject,
    plannedAt: instantOf(row.plannedAt.getTime()),
    sentAt: row.sentAt === null ? null : instantOf(row.sentAt.getTime()),
    attempts,
    lastError,
    response,
  };
}
