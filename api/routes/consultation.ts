/** The register of comments on a regime's text (SH-STORE-17.2): entered and answered by staff, at any time. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ConsultationAnswer, ConsultationComment } from '../../prisma/generated/client.ts';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { dayOf, instantOf } from '../../rules/time/index.ts';
import { choice } from '../../workflows/engine/choice.ts';
import { titled } from '../../workflows/engine/titled.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../http/paging.ts';
import { route } from '../http/route.ts';
import { daySchema, idSchema, instantSchema, line, nameLine, paragraphs, textSchema } from '../http/schemas.ts';
import { ownRegime } from '../views/named-regime.ts';

const CHANNELS = {
  EMAIL: text('电子邮件', 'e-mail'),
  TELEPHONE: text('电话', 'telephone'),
  LETTER: text('来信', 'letter'),
  VISIT: text('来访', 'visit'),
  PLATFORM: text('平台留言', 'message on the platform'),
} as const;

const params = z.strictObject({ regime: line(20).meta({ description: 'e.g. `SH_STORE`' }) });

const commentSchema = z
  .object({
    id: z.string(),
    author: z.string(),
    contact: z.string().nullable(),
    channel: z.string(),
    channelTitle: textSchema,
    receivedOn: daySchema,
    text: z.string(),
    enteredById: z.string(),
    enteredAt: instantSchema,
    answers: z
      .array(z.object({ text: z.string(), byId: z.string(), at: instantSchema }))
      .meta({ description: 'The latest first' }),
  })
  .meta({ id: 'ConsultationComment' });

/** The comments on a regime's text. They name people: only staff of its bodies read them. */
export const listComments = route({
  method: 'get',
  path: '/api/regulations/{regime}/comments',
  ability: 'consultation.keep',
  tag: 'rules',
  summary: text('征求意见反馈', 'Comments on a regulation'),
  requirement: 'SH-STORE-17.2',
  params,
  query: z.strictObject({
    ...pageQuery,
    answered: choice({ true: text('已答复', 'answered'), false: text('未答复', 'not answered') }).optional(),
  }),
  refuses: ['NOT_FOUND', 'OUT_OF_SCOPE'],
  answers: { 200: { description: 'A page, the latest received first', schema: pageOf(commentSchema) } },
  async handle({ context: { database }, access, params: { regime: code }, query: { cursor, limit, answered } }) {
    const { code: regime } = ownRegime(code, access);
    const after = positionOf(cursor, z.tuple([daySchema, sortKey.id]));
    const rows = await database.consultationComment.findMany({
      where: {
        regime,
        ...(answered !== undefined && { answers: answered === 'true' ? { some: {} } : { none: {} } }),
        ...(after !== null && {
          OR: [{ receivedOn: { lt: after[0] } }, { receivedOn: after[0], id: { lt: after[1] } }],
        }),
      },
      include: { answers: { orderBy: { seq: 'desc' } } },
      orderBy: [{ receivedOn: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    return { status: 200, body: pageFrom(rows, limit, ({ receivedOn, id }) => [receivedOn, id], viewOf) };
  },
});

/** Enters a comment that was received. The audit log does not name its author. */
export const enterComment = route({
  method: 'post',
  path: '/api/regulations/{regime}/comments',
  ability: 'consultation.keep',
  trail: { in: 'audit', writes: ['COMMENT_ENTERED'] },
  tag: 'rules',
  summary: text('登记征求意见反馈', 'Enter a comment on a regulation'),
  requirement: 'SH-STORE-17.2',
  params,
  isAct: true,
  body: z.strictObject({
    author: titled(nameLine(120), '意见提出人', 'Who sent it'),
    contact: titled(
      line(254).optional(),
      '联系方式',
      'How to reach them',
      text('需要答复的，填邮箱或电话。', 'E-mail address or telephone, if an answer is wished for.'),
    ),
    channel: titled(choice(CHANNELS), '收到方式', 'How it came'),
    receivedOn: titled(daySchema, '收到日期', 'Received on'),
    text: titled(paragraphs(20_000), '意见内容', 'The comment'),
  }),
  refuses: ['NOT_FOUND', 'OUT_OF_SCOPE'],
  answers: { 201: { description: 'It is in the register', schema: commentSchema } },
  async handle({ context, reader, access, params: { regime: code }, body, now, once, audit }) {
    const { code: regime } = ownRegime(code, access);
    if (body.receivedOn > dayOf(now))
      refuse('INVALID_INPUT', '收到日期晚于今天。', 'The day of receipt lies in the future.', { field: 'receivedOn' });
    return context.database.$transaction(async (tx) => {
      const row = await tx.consultationComment.create({
        data: {
          ...{ ...body, contact: body.contact ?? null, id: `com-${randomUUID()}`, regime },
          ...{ enteredById: reader.person.id, enteredAt: new Date(now) },
        },
      });
      const { id, channel, receivedOn } = row;
      await audit(tx, {
        action: 'COMMENT_ENTERED',
        object: { kind: 'comment', id },
        after: { regime, channel, receivedOn },
      });
      const reply = { status: 201, body: viewOf({ ...row, answers: [] }) };
      await once.settle(tx, reply.status, reply.body);
      return reply;
    });
  },
});

/** Answers a comment; a later answer stands beside the earlier one. */
export const answerComment = route({
  method: 'post',
  path: '/api/regulations/{regime}/comments/{id}/answers',
  ability: 'consultation.keep',
  trail: { in: 'audit', writes: ['COMMENT_ANSWERED'] },
  tag: 'rules',
  summary: text('答复征求意见反馈', 'Answer a comment on a regulation'),
  requirement: 'SH-STORE-17.2',
  params: params.extend({ id: idSchema }),
  isAct: true,
  body: z.strictObject({ text: titled(paragraphs(20_000), '答复内容', 'The answer') }),
  refuses: ['NOT_FOUND', 'OUT_OF_SCOPE'],
  answers: { 201: { description: 'The comment with its answers', schema: commentSchema } },
  async handle({ context, reader, access, params: { regime: code, id }, body, now, once, audit }) {
    const { code: regime } = ownRegime(code, access);
    return context.database.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`comment:${id}`}, 0))`;
      const comment = await tx.consultationComment.findFirst({
        where: { id, regime },
        include: { answers: { orderBy: { seq: 'desc' } } },
      });
      if (comment === null) return refuse('NOT_FOUND', '没有这条反馈。', 'There is no such comment.');
      const seq = (comment.answers[0]?.seq ?? 0) + 1;
      const answer = await tx.consultationAnswer.create({
        data: { commentId: id, seq, text: body.text, byId: reader.person.id, at: new Date(now) },
      });
      await audit(tx, { action: 'COMMENT_ANSWERED', object: { kind: 'comment', id }, after: { answer: seq } });
      const reply = { status: 201, body: viewOf({ ...comment, answers: [answer, ...comment.answers] }) };
      await once.settle(tx, reply.status, reply.body);
      return reply;
    });
  },
});

function viewOf({
  answers,
  ...row
}: ConsultationComment & { readonly answers: readonly ConsultationAnswer[] }): z.infer<typeof commentSchema> {
  const { id, author, contact, channel, receivedOn, enteredById } = row;
  return {
    ...{ id, author, contact, channel, channelTitle: { ...CHANNELS[channel as keyof typeof CHANNELS] } },
    ...{ receivedOn, text: row.text, enteredById, enteredAt: instantOf(row.enteredAt.getTime()) },
    answers: answers.map(({ text: words, byId, at }) => ({ text: words, byId, at: instantOf(at.getTime()) })),
  };
}
