import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Prisma } from '../../prisma/generated/client.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { instantOf, type Instant } from '../../rules/time/index.ts';
import {
  asked,
  askedToDo,
  bulkHeadSchema,
  bulkSchema,
  countsSchema,
  previewItemSchema,
  type Asked,
} from '../bulk/bulk-schema.ts';
import { bulkView, headOf } from '../bulk/bulk-view.ts';
import { namedCases } from '../bulk/named-cases.ts';
import { dryRun } from '../bulk/dry-run.ts';
import { refuseFiles, refuseUnknownAction } from '../bulk/item-input.ts';
import { idSchema } from '../http/schemas.ts';
import { behind, pageFrom, pageOf, pageQuery } from '../http/paging.ts';
import { route } from '../http/route.ts';
import type { ApiContext } from '../context.ts';

const ability = 'case.actInBulk';
const tag = 'bulk';
const requirement = 'XC-05.1, XC-05.5';

/** What a bulk decision would do to each case; nothing is changed. */
export const previewBulk = route({
  method: 'post',
  path: '/api/bulk-decisions/preview',
  ability,
  trail: { in: 'nowhere', because: 'it changes nothing' },
  keyed: false,
  tag,
  summary: text('批量办理预览', 'What a bulk decision would do'),
  requirement,
  body: asked,
  answers: {
    200: {
      description: 'Case by case, by the same step that the case itself takes',
      schema: z.object({
        counts: z.object({ wouldBeDone: z.int(), stale: z.int(), refused: z.int(), notices: z.int() }),
        items: z.array(previewItemSchema),
      }),
    },
  },
  async handle({ context, reader, access, body, now }) {
    refuseUnknownAction(context, body.action);
    refuseFiles(body.input);
    const items = await dryRun(context, body, reader, access, now);
    const of = (result: string) => items.filter((item) => item.result === result).length;
    const notices = items.flatMap((item) => item.notices.map(({ recipients }) => recipients));
    const counts = {
      wouldBeDone: of('WOULD_BE_DONE'),
      stale: of('STALE'),
      refused: of('REFUSED'),
      notices: notices.reduce((sum, recipients) => sum + recipients, 0),
    };
    return { status: 200, body: { counts, items } };
  },
});

/**
 * Decides many cases at once. It is kept first and carried out after the time for taking it back: each case is then asked as by an action
 * of its own, so the rights, the checks and the line on the timeline are the same. A case that has moved on since it was seen is left as it is.
 */
export const decideInBulk = route({
  method: 'post',
  path: '/api/bulk-decisions',
  ability,
  trail: { in: 'timeline' },
  tag,
  summary: text('批量办理', 'Decide many cases at once'),
  requirement,
  body: askedToDo,
  answers: {
    202: { description: 'Kept; `GET /api/bulk-decisions/{id}` tells what becomes of it', schema: bulkHeadSchema },
  },
  async handle({ context, reader, body, now, once }) {
    refuseUnknownAction(context, body.action);
    refuseFiles(body.input);
    const { database } = context;
    const id = `blk-${randomUUID()}`;
    const { action, input, items } = body;
    const waitMs = await timeToTakeBack(database, body, now);
    const head = await database.$transaction(async (tx) => {
      const row = await tx.bulkDecision.create({
        data: {
          ...{ id, ownerId: reader.person.id, action, input: input as Prisma.InputJsonObject },
          createdAt: new Date(now),
          runsAt: new Date(Date.now() + waitMs),
        },
      });
      await tx.bulkDecisionItem.createMany({
        data: items.map(({ caseId, revision, entry }, index) => ({
          ...{ bulkId: id, seq: index + 1, caseId, seenRevision: revision, entry: entry ?? null },
        })),
      });
      const told = headOf(context.contracts, row, [{ status: 'WAITING', count: items.length }]);
      await once.settle(tx, 202, told);
      return told;
    });
    return { status: 202, body: head };
  },
});

/** A decision that would come too late if it could be taken back for so long is carried out before the deadline ends. */
async function timeToTakeBack(
  database: Database,
  { items, waitMinutes }: Asked & { readonly waitMinutes: number },
  now: Instant,
): Promise<number> {
  const { _min } = await database.case.aggregate({
    where: { id: { in: items.map(({ caseId }) => caseId) }, dueAt: { gt: new Date(now) } },
    _min: { dueAt: true },
  });
  const untilDue = _min.dueAt === null ? Infinity : _min.dueAt.getTime() - Date.parse(now) - BEFORE_DEADLINE_MS;
  return Math.max(0, Math.min(waitMinutes * 60_000, untilDue));
}

/** So long before the earliest deadline it begins at the latest. */
const BEFORE_DEADLINE_MS = 120_000;

/** My bulk decisions, the latest first. */
export const listBulk = route({
  method: 'get',
  path: '/api/bulk-decisions',
  ability,
  tag,
  summary: text('我的批量办理', 'My bulk decisions'),
  requirement,
  query: z.strictObject(pageQuery),
  answers: { 200: { description: 'A page', schema: pageOf(bulkHeadSchema) } },
  async handle({ context: { database, contracts }, reader, query: { cursor, limit } }) {
    const rows = await database.bulkDecision.findMany({
      where: { ownerId: reader.person.id, ...behind(cursor, 'createdAt') },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    const counted = await database.bulkDecisionItem.groupBy({
      by: ['bulkId', 'status'],
      where: { bulkId: { in: rows.map(({ id }) => id) } },
      _count: true,
    });
    const page = pageFrom(
      rows,
      limit,
      (row) => [instantOf(row.createdAt.getTime()), row.id],
      (row) =>
        headOf(
          contracts,
          row,
          counted.filter(({ bulkId }) => bulkId === row.id).map(({ status, _count }) => ({ status, count: _count })),
        ),
    );
    return { status: 200, body: page };
  },
});

const params = z.strictObject({ id: idSchema });

/** A bulk decision of mine, with what became of each case. */
export const getBulk = route({
  method: 'get',
  path: '/api/bulk-decisions/{id}',
  ability,
  tag,
  summary: text('批量办理结果', 'What became of a bulk decision'),
  requirement,
  params,
  answers: { 200: { description: 'With a result for each case', schema: bulkSchema } },
  async handle({ context: { database, contracts }, reader, access, params: { id } }) {
    const row = await findBulk(database, id, reader.person.id);
    const ids = row.items.map(({ caseId }) => caseId);
    return { status: 200, body: bulkView(contracts, await namedCases(database, access, ids), row) };
  },
});

/** Takes back what is not done yet of a bulk decision: all of it, or these cases. */
export const cancelBulk = route({
  method: 'post',
  path: '/api/bulk-decisions/{id}/cancel',
  ability,
  trail: {
    in: 'nowhere',
    because: 'what is taken back is not done; the bulk decision itself keeps what was taken back and when',
  },
  tag,
  summary: text('撤回尚未办理的部分', 'Take back what is not done yet'),
  requirement,
  params,
  body: z.strictObject({
    caseIds: z
      .array(idSchema)
      .min(1)
      .max(500)
      .optional()
      .meta({ description: 'All that are not done yet if left out' }),
  }),
  bodyOptional: true,
  refuses: ['ALREADY_DONE'],
  answers: {
    200: {
      description: 'What was taken back now, and how the whole stands',
      schema: z.object({ takenBack: z.array(z.string()), counts: countsSchema }),
    },
  },
  async handle({ context, reader, params: { id }, body: { caseIds }, now, once }) {
    const { database } = context;
    await findBulk(database, id, reader.person.id);
    const answer = await database.$transaction(async (tx) => {
      const takenBack = await takeBack(tx, id, caseIds, now);
      if (takenBack.length === 0) refuseTooLate();
      const counted = await tx.bulkDecisionItem.groupBy({ by: ['status'], where: { bulkId: id }, _count: true });
      const row = await tx.bulkDecision.findUniqueOrThrow({ where: { id } });
      const { counts } = headOf(
        context.contracts,
        row,
        counted.map(({ status, _count }) => ({ status, count: _count })),
      );
      const told = { takenBack, counts };
      await once.settle(tx, 200, told);
      return told;
    });
    return { status: 200, body: answer };
  },
});

/** What a process has in hand may be done already: only what none has taken can be taken back. */
async function takeBack(tx: Transaction, bulkId: string, caseIds: readonly string[] | undefined, now: Instant) {
  const chosen = caseIds === undefined ? Prisma.sql`true` : Prisma.sql`"caseId" = ANY(${[...caseIds]}::text[])`;
  const rows = await tx.$queryRaw<{ caseId: string }[]>`
    UPDATE "BulkDecisionItem" SET "status" = 'CANCELLED', "endedAt" = ${now}::timestamptz
    WHERE "bulkId" = ${bulkId} AND "status" = 'WAITING' AND "takenAt" IS NULL AND ${chosen}
    RETURNING "caseId"`;
  return rows.map(({ caseId }) => caseId).sort();
}

function refuseTooLate(): never {
  refuse(
    'ALREADY_DONE',
    '所选案件均已办理或正在办理，不能撤回。',
    'All of these cases are decided or being decided; nothing can be taken back.',
  );
}

/** A bulk decision is its owner's alone. @throws Refusal NOT_FOUND */
async function findBulk(database: ApiContext['database'], id: string, ownerId: string) {
  const row = await database.bulkDecision.findUnique({
    where: { id },
    include: { items: { orderBy: { seq: 'asc' } } },
  });
  if (row?.ownerId === ownerId) return row;
  return refuse('NOT_FOUND', '没有这项批量办理。', 'There is no such bulk decision of yours.');
}
