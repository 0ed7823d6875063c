import { z } from 'zod';
import type { Notice, Prisma } from '../../prisma/generated/client.ts';
import { NOTICE_STATUSES, type NoticeCommon } from '../../rules/notices.ts';
import { mayHaveArrived } from '../../rules/notices/may-have-arrived.ts';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { instantOf } from '../../rules/time/index.ts';
import { choice, yesOrNo } from '../../workflows/engine/choice.ts';
import { instantSchema, idSchema } from '../http/schemas.ts';
import { mayHaveArrivedSchema, NOTICE_STATES } from '../views/notice-states.ts';
import { behind, pageFrom, pageOf, pageQuery } from '../http/paging.ts';
import { route } from '../http/route.ts';
import { noticesTo, noticesWithin } from '../views/notice-scope.ts';

const noticeShape = {
  id: z.string(),
  caseId: z.string().nullable().meta({ description: 'None for a code that verifies an address' }),
  template: z.string(),
  requirement: z.string().nullable(),
  channel: z.string(),
  locale: z.string(),
  recipientName: z.string(),
  recipientEmail: z.string(),
  status: z.enum(NOTICE_STATUSES),
  mayHaveArrived: mayHaveArrivedSchema,
  subject: z.string().nullable(),
  plannedAt: instantSchema,
  sentAt: instantSchema.nullable(),
  attempts: z.int(),
  lastError: z.string().nullable(),
  response: z.string().nullable().meta({ description: 'What the mail server answered' }),
  acknowledgedAt: instantSchema.nullable().meta({ description: 'When the recipient said that it was read' }),
};

const WITHOUT_CONTENT = { html: true, text: true, attachments: true, data: true } as const;

/** A notice in a list. */
const noticeItemSchema = z.object(noticeShape).meta({ id: 'NoticeItem' });
/** A notice with what was sent. */
const noticeSchema = z
  .object({
    ...noticeShape,
    messageId: z.string().nullable(),
    templateVersion: z.int(),
    isMine: z.boolean().meta({ description: 'Whether it was sent to the reader, who alone acknowledges it' }),
    path: z.string().nullable().meta({
      description: 'Where its link leads, below the address of the platform: to the form of what it asks for',
    }),
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
  requirement: 'XC-03, XC-04.1',
  query: z.strictObject({
    ...pageQuery,
    caseId: idSchema.optional(),
    status: choice(NOTICE_STATES).optional(),
    unread: yesOrNo
      .optional()
      .meta({ description: 'Those that were sent to me and I have not acknowledged, or that I have' }),
  }),
  answers: { 200: { description: 'A page, the latest first', schema: pageOf(noticeItemSchema) } },
  async handle({ context, reader, access, query }) {
    const { cursor, limit, caseId, status, unread } = query;
    const { database } = context;
    const rows = await database.notice.findMany({
      where: {
        AND: [
          await noticesWithin(database, access, reader),
          // Within `own` they are the reader's already.
          unread === undefined || access.every(({ reach }) => reach === 'own') ? {} : await noticesTo(database, reader),
          unread === undefined ? {} : acknowledged(unread === 'false'),
          ...(caseId === undefined ? [] : [{ caseId }]),
          ...(status === undefined ? [] : [{ status }]),
          behind(cursor, 'plannedAt'),
        ],
      },
      orderBy: [{ plannedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      omit: WITHOUT_CONTENT,
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

/** How many notices the reader has not acknowledged: what the console shows at its bell (XC-03, XC-04). */
export const countNotices = route({
  method: 'get',
  path: '/api/notices/counts',
  ability: 'notice.acknowledge',
  tag: 'notices',
  summary: text('未读通知数', 'How many notices are unread'),
  requirement: 'XC-03, XC-04.1',
  answers: {
    200: {
      description: 'Of those that were sent to the reader',
      schema: z.object({ unread: z.int().meta({ description: 'As many as the list has with `unread=true`' }) }),
      example: { unread: 3 },
    },
  },
  async handle({ context: { database }, reader }) {
    const where = { AND: [await noticesTo(database, reader), acknowledged(false)] };
    return { status: 200, body: { unread: await database.notice.count({ where }) } };
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
  async handle({ context, reader, access, params }) {
    const row = await context.database.notice.findFirst({
      where: { AND: [{ id: params.id }, await noticesWithin(context.database, access, reader)] },
    });
    if (row === null) return refuse('NOT_FOUND', '没有这份通知。', 'There is no such notice.');
    const { messageId, templateVersion, html, text: plain, data } = row;
    const { caseUrlPath: path = null } = data as Partial<NoticeCommon>;
    const own = { AND: [{ id: row.id }, await noticesTo(context.database, reader)] };
    const isMine = (await context.database.notice.count({ where: own })) > 0;
    return {
      status: 200,
      body: { ...itemOf(row), messageId, templateVersion, isMine, path, html, text: plain },
    };
  },
});

/** Says that a notice was read: an e-mail is a message in the platform, too, and its recipient alone can say so (XC-03, XC-04). */
export const acknowledgeNotice = route({
  method: 'post',
  path: '/api/notices/{id}/acknowledge',
  ability: 'notice.acknowledge',
  trail: { in: 'nowhere', because: 'the notice itself says when its recipient read it' },
  tag: 'notices',
  summary: text('确认已阅通知', 'Acknowledge a notice'),
  requirement: 'XC-03, XC-04',
  params: z.strictObject({ id: idSchema }),
  answers: { 200: { description: 'The notice; a second time changes nothing', schema: noticeItemSchema } },
  async handle({ context: { database }, reader, params: { id }, now }) {
    const own = { AND: [{ id }, await noticesTo(database, reader)] };
    await database.notice.updateMany({
      where: { ...own, acknowledgedAt: null },
      data: { acknowledgedAt: new Date(now) },
    });
    const row = await database.notice.findFirst({ where: own, omit: WITHOUT_CONTENT });
    if (row === null) return refuse('NOT_FOUND', '没有发给您的这份通知。', 'No such notice was sent to you.');
    return { status: 200, body: itemOf(row) };
  },
});

/** A notice that was cancelled told nothing that could be read. */
function acknowledged(isRead: boolean): Prisma.NoticeWhereInput {
  return isRead ? { acknowledgedAt: { not: null } } : { acknowledgedAt: null, status: { not: 'CANCELLED' } };
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
    mayHaveArrived: mayHaveArrived(row),
    subject,
    plannedAt: instantOf(row.plannedAt.getTime()),
    sentAt: row.sentAt === null ? null : instantOf(row.sentAt.getTime()),
    attempts,
    lastError,
    response,
    acknowledgedAt: row.acknowledgedAt === null ? null : instantOf(row.acknowledgedAt.getTime()),
  };
}
