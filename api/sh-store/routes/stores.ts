import { z } from 'zod';
import { publicisedStores } from '../../../prisma/sh-store/incentives.ts';
import { pointsAt } from '../../../prisma/sh-store/points-sums.ts';
import { creditCodeOf } from '../../../rules/parties/credit-code.ts';
import { inBoth, text } from '../../../rules/text.ts';
import { dayOf, instantOf } from '../../../rules/time/index.ts';
import { stageTitle } from '../../../workflows/engine/contract.ts';
import { choice } from '../../../workflows/engine/choice.ts';
import { storeReference } from '../../../workflows/sh-store/words.ts';
import { currentRules } from '../filing/rules.ts';
import { idSchema, instantSchema, line, textSchema } from '../../http/schemas.ts';
import { behind, pageFrom, pageOf, pageQuery } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { nameLike } from '../../http/search.ts';
import { figuresOf } from '../facts/figures.ts';
import { casesWithin } from '../../views/case-scope.ts';
import { ratingSchema, ratingView } from '../views/rating-view.ts';
import { progressOf, progressSchema } from '../views/store-progress.ts';
import { rectificationsOf, rectificationsSchema } from '../views/store-rectifications.ts';
import { sealedReadTrail } from '../../views/sealed-read.ts';
import { noteSealedRead } from '../views/sealed-read.ts';
import { findStore, storesWithin } from '../views/store-scope.ts';

const STATUSES = {
  TRIAL: text('试运行', 'on trial'),
  NORMAL: text('正式运营', 'regularised'),
  CLEARED: text('已清退', 'cleared'),
};

const storeItem = {
  id: z.string(),
  creditCode: z.string(),
  name: z.string(),
  region: z.string(),
  route: z.enum(['STANDARD', 'TRIAL', 'INVITED']),
  status: z.enum(['TRIAL', 'NORMAL', 'CLEARED']),
  establishedOn: z.string(),
  openedAt: instantSchema,
  regularisedAt: instantSchema.nullable(),
};

const storeSchema = z
  .object({
    ...storeItem,
    applicationCaseId: z.string(),
    points: z.int(),
    rating: ratingSchema,
    publicised: z.boolean().meta({ description: 'Whether it is shown on the home page (SH-STORE-16.3)' }),
    rectifications: rectificationsSchema,
    figures: z.object({
      orders: z.int().meta({ description: 'Completed orders, less those found to be brushing' }),
      products: z.int().meta({ description: 'Products listed now' }),
      decorationPublishedAt: instantSchema.nullable(),
    }),
    progress: progressSchema,
    cases: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        kindTitle: textSchema,
        stage: z.string(),
        stageTitle: textSchema,
        openedAt: instantSchema,
        closedAt: instantSchema.nullable(),
      }),
    ),
  })
  .meta({ id: 'Store' });

const params = z.strictObject({ id: idSchema });

/** Stores the reader may see. */
export const listStores = route({
  method: 'get',
  path: '/api/stores',
  ability: 'record.read',
  tag: 'stores',
  summary: text('店铺列表', 'Stores'),
  query: z.strictObject({
    ...pageQuery,
    status: choice(STATUSES).optional(),
    q: line(100).optional(),
  }),
  answers: { 200: { description: 'A page, the latest first', schema: pageOf(z.object(storeItem)) } },
  async handle(call) {
    const {
      context,
      access,
      query: { cursor, limit, status, q },
    } = call;
    const rows = await context.database.store.findMany({
      where: {
        AND: [
          await storesWithin(context.database, access),
          status === undefined ? {} : { status },
          q === undefined
            ? {}
            : { OR: [...nameLike(q).map((name) => ({ name })), { creditCode: creditCodeOf(q) }, { id: q }] },
          behind(cursor, 'openedAt'),
        ],
      },
      orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    return { status: 200, body: pageFrom(rows, limit, (row) => [instantOf(row.openedAt.getTime()), row.id], itemOf) };
  },
});

/** A store with its points, rating and figures. */
export const getStore = route({
  method: 'get',
  path: '/api/stores/{id}',
  ability: 'record.read',
  trail: sealedReadTrail,
  tag: 'stores',
  summary: text('店铺', 'A store'),
  params,
  refuses: ['OUT_OF_SCOPE'],
  answers: { 200: { description: 'The store', schema: storeSchema } },
  async handle(call) {
    const { context, access, now } = call;
    const { id } = call.params;
    const { database, contracts } = context;
    const store = await findStore(context, id, access);
    await noteSealedRead(call, store);
    const [points, publicised, figures, rectifications, cases, { values }] = await Promise.all([
      pointsAt(database, id, dayOf(now)),
      publicisedStores(database, id),
      figuresOf(database, id),
      rectificationsOf(database, id),
      database.case.findMany({
        where: { AND: [{ OR: [{ about: storeReference(id) }, { id: store.applicationCaseId }] }, casesWithin(access)] },
        select: { id: true, kind: true, stage: true, regime: true, ruleVersion: true, openedAt: true, closedAt: true },
        orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
      }),
      currentRules(database),
    ]);
    return {
      status: 200,
      body: {
        ...itemOf(store),
        applicationCaseId: store.applicationCaseId,
        points,
        rating: ratingView(points, values),
        publicised: publicised.length > 0,
        figures,
        rectifications,
        progress: await progressOf(database, cases, { ...figures, points }),
        cases: cases.map((row) => ({
          id: row.id,
          kind: row.kind,
          kindTitle: contracts[row.kind]?.title ?? inBoth(row.kind),
          stage: row.stage,
          stageTitle: stageTitle(contracts[row.kind], row.stage) ?? inBoth(row.stage),
          openedAt: instantOf(row.openedAt.getTime()),
          closedAt: row.closedAt === null ? null : instantOf(row.closedAt.getTime()),
        })),
      },
    };
  },
});

function itemOf(row: {
  id: string;
  creditCode: string;
  name: string;
  region: string;
  route: string;
  status: string;
  establishedOn: string;
  openedAt: Date;
  regularisedAt: Date | null;
}) {
  const { id, creditCode, name, region, route: entry, status, establishedOn, openedAt, regularisedAt } = row;
  return {
    id,
    creditCode,
    name,
    region,
    route: entry as 'STANDARD',
    status: status as 'NORMAL',
    establishedOn,
    openedAt: instantOf(openedAt.getTime()),
    regularisedAt: regularisedAt === null ? null : instantOf(regularisedAt.getTime()),
  };
}
