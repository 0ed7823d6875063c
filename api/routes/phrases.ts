import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Phrase } from '../../prisma/generated/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { lockAccount } from '../../prisma/held-tasks.ts';
import { refuse } from '../../rules/refusal.ts';
import { STAFF_ROLES } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import { instantOf } from '../../rules/time/index.ts';
import type { ProcessContract } from '../../workflows/engine/contract.ts';
import type { Access } from '../abilities.ts';
import { bodyTitle } from '../bodies.ts';
import { invalid } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { idSchema, instantSchema, line, paragraphs, textSchema } from '../http/schemas.ts';
import type { Reader } from '../reader.ts';

/** Phrases that an account keeps at most, and that a body does. */
const MOST = 200;

const phraseSchema = z
  .object({
    id: z.string(),
    text: z.string(),
    bodyId: z.string().nullable().meta({ description: 'Whose it is; null: the reader’s own' }),
    kind: z.string().nullable(),
    action: z.string().nullable(),
    forTitle: textSchema.nullable().meta({ description: 'Which kind of case and which action it is for; null: any' }),
    isMine: z.boolean().meta({ description: 'Whether the reader may change and delete it' }),
    updatedAt: instantSchema,
  })
  .meta({ id: 'Phrase' });

const because = 'a phrase does nothing until somebody sends it in an action under their own name';
const params = z.strictObject({ id: idSchema });
const words = paragraphs(1_000);

/** My phrases and those of my bodies, for a form or all of them. */
export const listPhrases = route({
  method: 'get',
  path: '/api/phrases',
  ability: 'phrase.keep',
  tag: 'views',
  summary: text('常用语', 'Kept phrases'),
  requirement: 'XC-06.3',
  query: z.strictObject({
    kind: line(60).optional().meta({ description: 'Those for this kind of case, and those for any' }),
    action: line(60).optional().meta({ description: 'Those for this action, and those for any' }),
  }),
  answers: {
    200: {
      description: 'Own ones first, the latest first',
      schema: z.object({
        items: z.array(phraseSchema),
        bodies: z
          .array(z.object({ id: z.string(), name: textSchema }))
          .meta({ description: 'Bodies for which the reader may keep phrases' }),
      }),
    },
  },
  async handle({ context: { database, contracts }, reader, access, query: { kind, action } }) {
    const rows = await database.phrase.findMany({
      where: {
        AND: [
          { OR: [{ ownerId: reader.person.id }, { bodyId: { in: bodiesOf(reader) } }] },
          kind === undefined ? {} : { OR: [{ kind: null }, { kind }] },
          action === undefined ? {} : { OR: [{ action: null }, { action }] },
        ],
      },
      orderBy: [{ bodyId: { sort: 'asc', nulls: 'first' } }, { updatedAt: 'desc' }, { id: 'asc' }],
    });
    const kept = managed(access);
    return {
      status: 200,
      body: {
        items: rows.map((row) => phraseOf(contracts, reader, access, row)),
        bodies: kept.map((id) => ({ id, name: bodyTitle(id) })),
      },
    };
  },
});

/** Keeps a phrase: of one's own, or, as its manager, of a body. */
export const keepPhrase = route({
  method: 'post',
  path: '/api/phrases',
  ability: 'phrase.keep',
  trail: { in: 'nowhere', because },
  tag: 'views',
  summary: text('保存常用语', 'Keep a phrase'),
  requirement: 'XC-06.3',
  body: z.strictObject({
    text: words,
    bodyId: line(60).optional().meta({ description: 'For all of this body; without it, for oneself' }),
    kind: line(60).optional().meta({ description: 'For this kind of case alone' }),
    action: line(60).optional().meta({ description: 'For this action of the kind alone' }),
  }),
  example: { text: '材料齐全，符合受理条件。', kind: 'storeApplication', action: 'acceptApplication' },
  refuses: ['OUT_OF_SCOPE', 'LIMIT_REACHED'],
  answers: { 201: { description: 'The phrase', schema: phraseSchema } },
  async handle({ context: { database, contracts }, reader, access, body, now, once }) {
    const { bodyId, kind, action } = body;
    requireAction(contracts, kind, action);
    if (bodyId !== undefined && !managed(access).includes(bodyId)) refuseBody();
    const owner = bodyId === undefined ? { ownerId: reader.person.id } : { bodyId };
    return database.$transaction(async (tx) => {
      // Counted by one request at a time.
      await lockAccount(tx, bodyId ?? reader.person.id, 'ALONE');
      if ((await tx.phrase.count({ where: owner })) >= MOST)
        refuse(
          'LIMIT_REACHED',
          `最多保存 ${MOST} 条常用语，请先删除旧的。`,
          `At most ${MOST} phrases are kept; delete one first.`,
        );
      const row = await tx.phrase.create({
        data: {
          ...{ id: `phr-${randomUUID()}`, text: body.text, kind: kind ?? null, action: action ?? null, ...owner },
          ...{ createdById: reader.person.id, updatedAt: new Date(now) },
        },
      });
      const reply = { status: 201, body: phraseOf(contracts, reader, access, row) };
      await once.settle(tx, reply.status, reply.body);
      return reply;
    });
  },
});

/** Words a phrase otherwise. */
export const changePhrase = route({
  method: 'patch',
  path: '/api/phrases/{id}',
  ability: 'phrase.keep',
  trail: { in: 'nowhere', because },
  tag: 'views',
  summary: text('修改常用语', 'Change a phrase'),
  requirement: 'XC-06.3',
  params,
  body: z.strictObject({ text: words }),
  answers: { 200: { description: 'The phrase', schema: phraseSchema } },
  async handle({ context: { database, contracts }, reader, access, params: { id }, body, now }) {
    const where = { AND: [{ id }, changeable(reader, access)] };
    await database.phrase.updateMany({ where, data: { text: body.text, updatedAt: new Date(now) } });
    const row = await database.phrase.findFirst({ where });
    return row === null ? refuseUnknown() : { status: 200, body: phraseOf(contracts, reader, access, row) };
  },
});

/** Deletes a phrase. */
export const deletePhrase = route({
  method: 'delete',
  path: '/api/phrases/{id}',
  ability: 'phrase.keep',
  trail: { in: 'nowhere', because },
  tag: 'views',
  summary: text('删除常用语', 'Delete a phrase'),
  requirement: 'XC-06.3',
  params,
  answers: { 204: { description: 'It is gone' } },
  async handle({ context: { database }, reader, access, params: { id } }) {
    const { count } = await database.phrase.deleteMany({ where: { AND: [{ id }, changeable(reader, access)] } });
    return count > 0 ? { status: 204 } : refuseUnknown();
  },
});

/** Bodies whose phrases somebody reads: those at which they hold an office of their own. */
function bodiesOf({ person: { offices } }: Reader): string[] {
  return offices.flatMap(({ role, bodyId, covering }) =>
    bodyId !== undefined && covering === undefined && STAFF_ROLES.includes(role) ? [bodyId] : [],
  );
}

/** Bodies whose phrases somebody keeps. */
function managed(access: Access): string[] {
  const ids = access.flatMap(({ reach, office }) => (reach === 'scope' ? (office.bodyId ?? []) : []));
  return [...new Set(ids)];
}

function changeable({ person }: Reader, access: Access): Prisma.PhraseWhereInput {
  return { OR: [{ ownerId: person.id }, { bodyId: { in: managed(access) } }] };
}

type Contracts = Readonly<Record<string, ProcessContract>>;

/** @throws InvalidInput unless there is such a kind, and such an action of it */
function requireAction(contracts: Contracts, kind: string | undefined, action: string | undefined): void {
  if (kind === undefined) {
    if (action !== undefined) invalid('action', '请同时说明案件类型。', 'needs the kind of case, too');
    return;
  }
  const contract = Object.hasOwn(contracts, kind) ? contracts[kind] : undefined;
  if (contract === undefined) return invalid('kind', '没有这种案件。', 'There is no such kind of case.');
  if (action !== undefined && !Object.hasOwn(contract.actions, action))
    invalid('action', '该类案件没有这个操作。', 'The kind of case has no such action.');
}

function phraseOf(contracts: Contracts, { person }: Reader, access: Access, row: Phrase): z.infer<typeof phraseSchema> {
  const { id, text: phrase, bodyId, kind, action, ownerId, updatedAt } = row;
  const contract = kind === null ? undefined : contracts[kind];
  const act = action === null ? undefined : contract?.actions[action]?.title;
  const isMine = ownerId === person.id || (bodyId !== null && managed(access).includes(bodyId));
  return {
    ...{ id, text: phrase, bodyId, kind, action, isMine },
    forTitle:
      contract === undefined
        ? null
        : act === undefined
          ? contract.title
          : text(`${contract.title.zh}：${act.zh}`, `${contract.title.en}: ${act.en}`),
    updatedAt: instantOf(updatedAt.getTime()),
  };
}

function refuseBody(): never {
  return refuse('OUT_OF_SCOPE', '机构的常用语由该机构主管保存。', 'The phrases of a body are kept by its managers.');
}

function refuseUnknown(): never {
  return refuse('NOT_FOUND', '没有可由您修改的这条常用语。', 'There is no such phrase that you may change.');
}
