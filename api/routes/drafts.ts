import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Draft, Prisma } from '../../prisma/generated/client.ts';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { instantOf } from '../../rules/time/index.ts';
import { bilingual } from '../http/faults.ts';
import { instantSchema, idSchema, line } from '../http/schemas.ts';
import { behind, pageFrom, pageOf, pageQuery } from '../http/paging.ts';
import { route, type Call } from '../http/route.ts';

const LARGEST = 65_536;
const MOST = 50;

/** A form that is being filled in: kept as it is, checked only when it is filed. */
const data = z
  .record(z.string(), z.unknown())
  .refine((value) => JSON.stringify(value).length <= LARGEST, bilingual('草稿内容过大。', 'is too large for a draft'))
  .meta({ description: 'The form as far as it is filled in; at most 64 KB' });

const draftSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    data: z.record(z.string(), z.unknown()),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: 'Draft' });

const params = z.strictObject({ id: idSchema });

/** My drafts. */
export const listDrafts = route({
  method: 'get',
  path: '/api/drafts',
  ability: 'draft.keep',
  tag: 'applications',
  summary: text('草稿列表', 'My drafts'),
  query: z.strictObject(pageQuery),
  answers: { 200: { description: 'A page, the latest first', schema: pageOf(draftSchema) } },
  async handle({ context, reader, query: { cursor, limit } }) {
    const rows = await context.database.draft.findMany({
      where: {
        ownerId: reader.person.id,
        ...behind(cursor, 'updatedAt'),
      },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    return {
      status: 200,
      body: pageFrom(rows, limit, ({ updatedAt, id }) => [instantOf(updatedAt.getTime()), id], viewOf),
    };
  },
});

/** Begins a draft. */
export const createDraft = route({
  method: 'post',
  path: '/api/drafts',
  ability: 'draft.keep',
  trail: { in: 'nowhere', because: 'a draft is of its owner until it is filed' },
  tag: 'applications',
  summary: text('新建草稿', 'Begin a draft'),
  body: z.strictObject({ kind: line(60).meta({ description: 'Kind of the case it is to become' }), data }),
  refuses: ['LIMIT_REACHED'],
  again: {
    gist: (draft) => ({ id: (draft as { id: string }).id }),
    make: async (call, gist) => viewOf(await ownDraft(call, (gist as { id: string }).id)),
  },
  answers: { 201: { description: 'The draft', schema: draftSchema } },
  async handle({ context, reader, body, now, once }) {
    const count = await context.database.draft.count({ where: { ownerId: reader.person.id } });
    if (count >= MOST)
      refuse(
        'LIMIT_REACHED',
        `最多保存 ${MOST} 份草稿，请先删除旧的。`,
        `At most ${MOST} drafts are kept; delete an old one first.`,
      );
    const at = new Date(now);
    return context.database.$transaction(async (tx) => {
      const row = await tx.draft.create({
        data: {
          id: `dra-${randomUUID()}`,
          ownerId: reader.person.id,
          kind: body.kind,
          data: body.data as Prisma.InputJsonValue,
          createdAt: at,
          updatedAt: at,
        },
      });
      const reply = { status: 201, body: viewOf(row) };
      await once.settle(tx, reply.status, reply.body);
      return reply;
    });
  },
});

/** One of my drafts. */
export const getDraft = route({
  method: 'get',
  path: '/api/drafts/{id}',
  ability: 'draft.keep',
  tag: 'applications',
  summary: text('草稿', 'A draft'),
  params,
  answers: { 200: { description: 'The draft', schema: draftSchema } },
  async handle(call) {
    return { status: 200, body: viewOf(await ownDraft(call, call.params.id)) };
  },
});

/** Replaces what a draft holds. */
export const saveDraft = route({
  method: 'put',
  path: '/api/drafts/{id}',
  ability: 'draft.keep',
  trail: { in: 'nowhere', because: 'a draft is of its owner until it is filed' },
  tag: 'applications',
  summary: text('保存草稿', 'Save a draft'),
  params,
  body: z.strictObject({ data }),
  again: { make: async (call) => viewOf(await ownDraft(call, call.params.id)) },
  answers: { 200: { description: 'The draft', schema: draftSchema } },
  async handle(call) {
    const { id } = await ownDraft(call, call.params.id);
    const row = await call.context.database.draft.update({
      where: { id },
      data: { data: call.body.data as Prisma.InputJsonValue, updatedAt: new Date(call.now) },
    });
    return { status: 200, body: viewOf(row) };
  },
});

/** Throws a draft away. */
export const deleteDraft = route({
  method: 'delete',
  path: '/api/drafts/{id}',
  ability: 'draft.keep',
  trail: { in: 'nowhere', because: 'a draft is of its owner until it is filed' },
  tag: 'applications',
  summary: text('删除草稿', 'Delete a draft'),
  params,
  answers: { 204: { description: 'It is gone' } },
  async handle(call) {
    const { id } = await ownDraft(call, call.params.id);
    await call.context.database.draft.deleteMany({ where: { id } });
    return { status: 204 };
  },
});

async function ownDraft({ context, reader }: Pick<Call, 'context' | 'reader'>, id: string): Promise<Draft> {
  const draft = await context.database.draft.findFirst({ where: { id, ownerId: reader.person.id } });
  return draft ?? refuse('NOT_FOUND', '没有这份草稿。', 'There is no such draft of yours.');
}

function viewOf({ id, kind, data: held, createdAt, updatedAt }: Draft): z.infer<typeof draftSchema> {
  return {
    id,
    kind,
    data: held as Record<string, unknown>,
    createdAt: instantOf(createdAt.getTime()),
    updatedAt: instantOf(updatedAt.getTime()),
  };
}
