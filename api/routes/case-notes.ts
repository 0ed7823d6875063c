import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Transaction } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { instantOf } from '../../rules/time/index.ts';
import { behind, pageFrom, pageOf, pageQuery } from '../http/paging.ts';
import { route, type Call } from '../http/route.ts';
import { idSchema, instantSchema, paragraphs } from '../http/schemas.ts';
import { requireWithin, SCOPED } from '../views/case-scope.ts';
import { refuseInterestIn } from '../views/own-interests.ts';
import { namedSchema, namesOf } from '../views/people.ts';

const noteSchema = z
  .object({
    id: z.string(),
    text: z.string().nullable().meta({ description: 'Null once it is withdrawn' }),
    author: namedSchema,
    at: instantSchema,
    withdrawnAt: instantSchema.nullable(),
  })
  .meta({ id: 'CaseNote' });

/** A note with the row that withdraws it, if there is one. */
const WITH_WITHDRAWAL = { withdrawal: { select: { at: true } } } as const;
type NoteRow = Prisma.CaseNoteGetPayload<{ include: typeof WITH_WITHDRAWAL }>;

const params = z.strictObject({ id: idSchema });
const refuses = ['OUT_OF_SCOPE', 'CONFLICT_OF_INTEREST'] as const;
const trail = { in: 'nowhere', because: 'the note stays and says who wrote or withdrew it, and when' } as const;

/**
 * What the people of the bodies that handle a case have written for one another: internal, and no part of the case. Notes are in no mail, no
 * letter, no timeline and no bundle of the case, and neither a party nor who follows a case by a code reads them. Nobody reads or writes
 * them who has an interest in a party (XC-05.5).
 */
export const listNotes = route({
  method: 'get',
  path: '/api/cases/{id}/notes',
  ability: 'note.keep',
  tag: 'cases',
  summary: text('内部备注', 'Internal notes of a case'),
  requirement: 'XC-05.5',
  params,
  query: z.strictObject(pageQuery),
  refuses,
  answers: { 200: { description: 'A page, the latest first', schema: pageOf(noteSchema) } },
  async handle(call) {
    const { database } = call.context;
    const { cursor, limit } = call.query;
    await requireHandled(call, database);
    const rows = await database.caseNote.findMany({
      where: { caseId: call.params.id, withdrawsId: null, ...behind(cursor, 'at') },
      include: WITH_WITHDRAWAL,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    const names = await namesOf(
      database,
      rows.map(({ authorId }) => authorId),
    );
    const body = pageFrom(
      rows,
      limit,
      ({ at, id }) => [instantOf(at.getTime()), id],
      (row) => noteView(row, names),
    );
    return { status: 200, body };
  },
});

/** Writes a note; see {@link listNotes} for who reads it. It cannot be changed, only withdrawn. */
export const writeNote = route({
  method: 'post',
  path: '/api/cases/{id}/notes',
  ability: 'note.keep',
  trail,
  tag: 'cases',
  summary: text('添加内部备注', 'Write an internal note'),
  requirement: 'XC-05.5',
  params,
  body: z.strictObject({ text: paragraphs(2_000) }),
  example: { text: '已电话核实营业执照原件，下周二补交。' },
  refuses,
  answers: { 201: { description: 'The note', schema: noteSchema } },
  async handle(call) {
    const { context, reader, params: of, body, now, once } = call;
    return context.database.$transaction(async (tx) => {
      await requireHandled(call, tx);
      const row = await tx.caseNote.create({
        data: {
          ...{ id: `not-${randomUUID()}`, caseId: of.id, authorId: reader.person.id },
          ...{ text: body.text, at: new Date(now) },
        },
        include: WITH_WITHDRAWAL,
      });
      const reply = { status: 201, body: noteView(row, new Map([[reader.person.id, reader.name]])) };
      await once.settle(tx, reply.status, reply.body);
      return reply;
    });
  },
});

/** Withdraws a note of one's own: it is shown without its words from then on, and stays in the records. */
export const withdrawNote = route({
  method: 'post',
  path: '/api/cases/{id}/notes/{note}/withdraw',
  ability: 'note.keep',
  trail,
  tag: 'cases',
  summary: text('撤回内部备注', 'Withdraw an internal note'),
  requirement: 'XC-05.5',
  params: params.extend({ note: idSchema }),
  refuses: [...refuses, 'ALREADY_DONE'],
  answers: { 200: { description: 'The note, withdrawn', schema: noteSchema } },
  async handle(call) {
    const { context, reader, params: of, now, once } = call;
    return context.database.$transaction(async (tx) => {
      await requireHandled(call, tx);
      const where = { id: of.note, caseId: of.id, withdrawsId: null };
      const note = await tx.caseNote.findFirst({ where, include: WITH_WITHDRAWAL });
      if (note === null) return refuse('NOT_FOUND', '本案没有这条备注。', 'There is no such note of this case.');
      if (note.authorId !== reader.person.id)
        refuse('NOT_ALLOWED', '只能撤回本人写的备注。', 'A note is withdrawn by whoever wrote it, and nobody else.');
      const at = new Date(now);
      const { count } = await tx.caseNote.createMany({
        data: [
          {
            ...{ id: `not-${randomUUID()}`, caseId: of.id, authorId: reader.person.id },
            ...{ text: null, at, withdrawsId: note.id },
          },
        ],
        // Two at once: one of them is too late.
        skipDuplicates: true,
      });
      if (count === 0) refuse('ALREADY_DONE', '该备注已经撤回。', 'The note was withdrawn before.');
      const names = new Map([[reader.person.id, reader.name]]);
      const reply = { status: 200, body: noteView({ ...note, withdrawal: { at } }, names) };
      await once.settle(tx, reply.status, reply.body);
      return reply;
    });
  },
});

/** @throws Refusal NOT_FOUND, OUT_OF_SCOPE, CONFLICT_OF_INTEREST unless the reader may handle the case */
async function requireHandled(
  { reader, access, params: { id } }: Call<{ id: string }>,
  tx: Transaction,
): Promise<void> {
  const found = await tx.case.findUnique({ where: { id }, select: { id: true, ...SCOPED } });
  const { row } = requireWithin(access, found);
  refuseInterestIn(reader.person, access, row);
}

function noteView(
  { id, text: words, authorId, at, withdrawal }: NoteRow,
  names: ReadonlyMap<string, string>,
): z.infer<typeof noteSchema> {
  return {
    id,
    text: withdrawal === null ? words : null,
    author: { id: authorId, name: names.get(authorId) ?? null },
    at: instantOf(at.getTime()),
    withdrawnAt: withdrawal === null ? null : instantOf(withdrawal.at.getTime()),
  };
}
