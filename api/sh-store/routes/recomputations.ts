/** Recomputing the points of all stores under another version of the rules: seen first, then ordered (SH-EVAL-10.18, XC-06.2). */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { PointsRecomputation } from '../../../prisma/generated/client.ts';
import { recomputed, valuesOf } from '../../../prisma/sh-store/recompute.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { instantOf } from '../../../rules/time/index.ts';
import { titled } from '../../../workflows/engine/titled.ts';
import { pageOf, pageQuery, positionOf, sortKey } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { idSchema, instantSchema, paragraphs } from '../../http/schemas.ts';
import { currentRules } from '../filing/rules.ts';
import { ratingSchema, ratingView } from '../views/rating-view.ts';
import { storesWithin } from '../views/store-scope.ts';

const ruleVersion = titled(
  z.int32().min(1),
  '规则版本',
  'Version of the rules',
  text('开店规则的版本号。', 'A version of the SH_STORE rules.'),
);

/** Stores that are reckoned at once, and most of one request. */
const [BATCH, MOST] = [200, 5_000];

/** Which stores a version of the rules would give other points, with their levels before and after; nothing is written. */
export const previewRecomputation = route({
  method: 'post',
  path: '/api/points/recomputations/preview',
  ability: 'points.recompute',
  trail: { in: 'nowhere', because: 'only reckons' },
  tag: 'stores',
  summary: text('预览积分重算', 'Preview a recomputation of the points'),
  requirement: 'SH-EVAL-10, XC-06.2',
  keyed: false,
  body: z.strictObject({ ruleVersion, ...pageQuery }),
  answers: {
    200: {
      description: 'The stores that change, by their ids; those that stay as they are are not listed',
      schema: pageOf(
        z.object({
          id: z.string(),
          name: z.string(),
          before: z.object({ points: z.int(), rating: ratingSchema }),
          after: z.object({ points: z.int(), rating: ratingSchema }),
        }),
      ).extend({ looked: z.int().meta({ description: 'Stores that this page went through' }) }),
    },
  },
  refuses: ['OUT_OF_SCOPE'],
  async handle({ context: { database }, access, body: { ruleVersion: version, cursor, limit } }) {
    await requireVersion(database, version);
    const values = await valuesOf(database, version);
    const within = await storesWithin(database, access);
    let [after] = positionOf(cursor, z.tuple([sortKey.id])) ?? [''];
    const items = [];
    let looked = 0;
    let isLast = false;
    while (!isLast && items.length < limit && looked < MOST) {
      const stores = await database.store.findMany({
        where: { AND: [within, { id: { gt: after }, sealedAt: null, status: { not: 'CLEARED' } }] },
        orderBy: { id: 'asc' },
        take: BATCH,
        select: { id: true, name: true },
      });
      isLast = stores.length < BATCH;
      const results = new Map(
        (
          await recomputed(
            database,
            stores.map(({ id }) => id),
            values,
          )
        ).map((one) => [one.storeId, one]),
      );
      for (const { id, name } of stores) {
        if (items.length === limit) {
          isLast = false;
          break;
        }
        after = id;
        looked += 1;
        const result = results.get(id);
        if (result === undefined || result.before === result.after) continue;
        const rated = (points: number) => ({ points, rating: ratingView(points, values) });
        items.push({ id, name, before: rated(result.before), after: rated(result.after) });
      }
    }
    const nextCursor = isLast ? null : Buffer.from(JSON.stringify([after])).toString('base64url');
    return { status: 200, body: { items, nextCursor, looked } };
  },
});

const recomputationSchema = z
  .object({
    id: z.string(),
    ruleVersion: z.int(),
    reason: z.string(),
    byId: z.string(),
    createdAt: instantSchema,
    finishedAt: instantSchema.nullable(),
    stores: z.int().meta({ description: 'Stores done so far' }),
    changed: z.int().meta({ description: 'Those of them whose balance changed' }),
  })
  .meta({ id: 'PointsRecomputation' });

/** Orders the recomputation of all stores under the version of the rules in force; lines of correction follow, store by store. */
export const orderRecomputation = route({
  method: 'post',
  path: '/api/points/recomputations',
  ability: 'points.recompute',
  trail: { in: 'audit', writes: ['POINTS_RECOMPUTED'] },
  tag: 'stores',
  summary: text('按新规则重算积分', 'Recompute the points under other rules'),
  requirement: 'SH-EVAL-10.18, XC-06.2',
  isAct: true,
  body: z.strictObject({ ruleVersion, reason: titled(paragraphs(2000), '重算理由', 'Why it is recomputed') }),
  refuses: ['OUT_OF_SCOPE', 'NOT_NOW', 'ALREADY_OPEN'],
  answers: { 201: { description: 'It is under way', schema: recomputationSchema } },
  async handle({ context: { database }, reader, body, now, once, audit }) {
    await requireVersion(database, body.ruleVersion);
    return database.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('points recomputation', 0))`;
      const { version } = await currentRules(tx);
      if (version !== body.ruleVersion) {
        refuse(
          'NOT_NOW',
          `新的积分按第 ${version} 版规则记入，只能按该版本重算。`,
          `New points are booked under version ${version} of the rules: only that version can be recomputed under.`,
          { field: 'ruleVersion', facts: { version } },
        );
      }
      const running = await tx.pointsRecomputation.findFirst({ where: { finishedAt: null }, select: { id: true } });
      if (running !== null) {
        refuse('ALREADY_OPEN', '已有积分重算正在进行。', 'A recomputation is under way already.', {
          facts: { id: running.id },
        });
      }
      const row = await tx.pointsRecomputation.create({
        data: { ...body, id: `rpt-${randomUUID()}`, byId: reader.person.id, createdAt: new Date(now) },
      });
      await audit(tx, {
        action: 'POINTS_RECOMPUTED',
        object: { kind: 'recomputation', id: row.id },
        after: { ruleVersion: body.ruleVersion },
        reason: body.reason,
      });
      const reply = { status: 201, body: viewOf(row) };
      await once.settle(tx, reply.status, reply.body);
      return reply;
    });
  },
});

/** How far a recomputation is. */
export const getRecomputation = route({
  method: 'get',
  path: '/api/points/recomputations/{id}',
  ability: 'points.recompute',
  tag: 'stores',
  summary: text('积分重算进度', 'The progress of a recomputation'),
  requirement: 'SH-EVAL-10.18',
  params: z.strictObject({ id: idSchema }),
  refuses: ['NOT_FOUND'],
  answers: { 200: { description: 'The recomputation', schema: recomputationSchema } },
  async handle({ context: { database }, params: { id } }) {
    const row = await database.pointsRecomputation.findUnique({ where: { id } });
    if (row === null) return refuse('NOT_FOUND', '没有这次积分重算。', 'There is no such recomputation.');
    return { status: 200, body: viewOf(row) };
  },
});

async function requireVersion(database: Database, version: number): Promise<void> {
  const found = await database.ruleVersion.count({ where: { regime: 'SH_STORE', version } });
  if (found > 0) return;
  refuse('INVALID_INPUT', `没有第 ${version} 版规则。`, `There is no version ${version} of the rules.`, {
    field: 'ruleVersion',
  });
}

function viewOf(row: PointsRecomputation): z.infer<typeof recomputationSchema> {
  const { id, ruleVersion: version, reason, byId, stores, changed, createdAt, finishedAt } = row;
  return {
    ...{ id, ruleVersion: version, reason, byId, stores, changed, createdAt: instantOf(createdAt.getTime()) },
    finishedAt: finishedAt === null ? null : instantOf(finishedAt.getTime()),
  };
}
