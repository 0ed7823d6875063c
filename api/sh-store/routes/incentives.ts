/** Stores in good operation: who is on the shortlist, who is proposed, who is shown on the home page (SH-STORE-16). */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Prisma } from '../../../prisma/generated/client.ts';
import { publicisedStores, shortlistOf } from '../../../prisma/sh-store/incentives.ts';
import { ratingNow } from '../../../prisma/sh-store/points-sums.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { instantOf } from '../../../rules/time/index.ts';
import { titled } from '../../../workflows/engine/titled.ts';
import type { StoreRecommendationOpening } from '../../../workflows/sh-store/store-recommendation/contract.ts';
import { chosenProgrammes, programmeYear } from '../../../workflows/sh-store/store-recommendation/input.ts';
import { storeReference } from '../../../workflows/sh-store/words.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { idSchema, instantSchema, paragraphs } from '../../http/schemas.ts';
import { settled } from '../../views/settled.ts';
import { currentRules } from '../filing/rules.ts';
import { ratingSchema, ratingView } from '../views/rating-view.ts';
import { refuseOwnInterest } from '../../views/own-interests.ts';
import { findStore, storesWithin } from '../views/store-scope.ts';

/** Stores that the rule proposes; a manager decides (SH-STORE-16.4, A-37). */
export const listShortlist = route({
  method: 'get',
  path: '/api/stores/shortlist',
  ability: 'incentive.propose',
  tag: 'stores',
  summary: text('重点推荐备选名单', 'The shortlist for recommendations'),
  requirement: 'SH-STORE-16.4',
  query: z.strictObject(pageQuery),
  answers: {
    200: {
      description: 'A page, the most points first',
      schema: pageOf(
        z.object({
          id: z.string(),
          name: z.string(),
          creditCode: z.string(),
          region: z.string(),
          points: z.int(),
          rating: ratingSchema,
        }),
      ).extend({ threshold: z.int().meta({ description: 'Points from which a store is on the list' }) }),
    },
  },
  async handle({ context: { database }, access, query: { cursor, limit }, now }) {
    const { values } = await currentRules(database);
    const visible = await database.store.findMany({
      where: await storesWithin(database, access),
      select: { id: true },
    });
    const threshold = values['recommend.threshold'];
    const rows = await shortlistOf(database, {
      within: Prisma.sql`s."id" = ANY(${visible.map(({ id }) => id)})`,
      threshold,
      pointsAYear: values['points.companyYears'],
      now,
      after: positionOf(cursor, z.tuple([sortKey.count, sortKey.id])),
      limit: limit + 1,
    });
    const page = pageFrom(
      rows,
      limit,
      ({ points, id }) => [points, id],
      (row) => ({ ...row, rating: ratingView(row.points, values) }),
    );
    return { status: 200, body: { ...page, threshold } };
  },
});

/** The stores that are shown on the home page (SH-STORE-16.3). */
export const listPublicisedStores = route({
  method: 'get',
  path: '/api/stores/publicised',
  ability: 'public',
  tag: 'public',
  summary: text('首页推荐店铺', 'Stores shown on the home page'),
  requirement: 'SH-STORE-16.3',
  answers: {
    200: {
      description: 'The latest first; 200 at most',
      schema: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), since: instantSchema })) }),
    },
  },
  async handle({ context: { database } }) {
    const stores = await publicisedStores(database);
    const items = stores.map(({ id, name, since }) => ({ id, name, since: instantOf(since.getTime()) }));
    return { status: 200, body: { items } };
  },
});

/** Proposes a store for a recommendation; another manager decides (SH-STORE-16.4, XC-05.5). */
export const proposeRecommendation = route({
  method: 'post',
  path: '/api/stores/{id}/recommendations',
  ability: 'incentive.propose',
  trail: { in: 'timeline' },
  tag: 'stores',
  summary: text('提名重点推荐', 'Propose a store for a recommendation'),
  requirement: 'SH-STORE-16.1 to 16.4',
  params: z.strictObject({ id: idSchema }),
  isAct: true,
  body: z.strictObject({
    programmes: chosenProgrammes,
    year: programmeYear,
    reason: titled(paragraphs(2000), '提名理由', 'Why it is proposed', text('记入时间线。', 'Stands on the timeline.')),
  }),
  refuses: ['NOT_FOUND', 'OUT_OF_SCOPE', 'CONFLICT_OF_INTEREST', 'ALREADY_OPEN', 'CONDITION_NOT_MET', 'UNAVAILABLE'],
  answers: { 201: { description: 'The proposal is open', schema: z.object({ caseId: z.string() }) } },
  async handle({ context, reader, access, params: { id: storeId }, body, now, once }) {
    const store = await findStore(context, storeId, access);
    refuseOwnInterest(reader.person, [store.creditCode]);
    const { database } = context;
    const caseId = `rst-${randomUUID()}`;
    await database.$transaction(async (tx) => {
      const about = storeReference(storeId);
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`recommendation:${storeId}`}, 0))`;
      const { status, offlineAt } = await tx.store.findUniqueOrThrow({ where: { id: storeId } });
      if (status === 'CLEARED' || offlineAt !== null) {
        refuse('CONDITION_NOT_MET', '店铺已清退，不能推荐。', 'The store was cleared: it cannot be recommended.');
      }
      const open = await tx.case.findFirst({
        where: { about, kind: 'storeRecommendation', closedAt: null },
        select: { id: true, number: true },
      });
      if (open !== null) {
        refuse(
          'ALREADY_OPEN',
          `该店铺已有进行中的重点推荐（${open.number}），请在该案件中办理。`,
          `A recommendation of the store is open already (${open.number}); go on in that case.`,
          { facts: { caseId: open.id } },
        );
      }
      const { values } = await currentRules(tx);
      const { points, rating } = await ratingNow(tx, storeId, now, values);
      const opening: StoreRecommendationOpening = { ...body, points, level: rating.title };
      await context.gateway.openCase(tx, {
        ...{ id: caseId, kind: 'storeRecommendation', subject: store.creditCode, title: store.name },
        ...{ bodyId: store.bodyId, region: store.region, about, priority: 0, parties: {} },
        ...{ openedById: reader.person.id, openedAt: now, opening },
      });
      await once.settle(tx, 201, { caseId });
    });
    await settled(context, caseId);
    return { status: 201, body: { caseId }, headers: { Location: `/api/cases/${caseId}` } };
  },
});
