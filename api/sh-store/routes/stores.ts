import { z } from 'zod';
import type { PointsEntry } from '../../../prisma/generated/client.ts';
import { dueCompanyYears } from '../../../prisma/sh-store/store-figures.ts';
import { pointsRows, rowOf, type PointsRule } from '../../../rules/sh-store/points-table.ts';
import { ratingOf } from '../../../rules/sh-store/rating.ts';
import { creditCodeOf } from '../../../rules/parties/credit-code.ts';
import { inBoth, text } from '../../../rules/text.ts';
import { instantOf } from '../../../rules/time/index.ts';
import { stageTitle } from '../../../workflows/engine/contract.ts';
import { choice } from '../../../workflows/engine/choice.ts';
import { storeReference } from '../../../workflows/sh-store/words.ts';
import { currentRules } from '../filing/rules.ts';
import { daySchema, idSchema, instantSchema, line, textSchema } from '../../http/schemas.ts';
import { behind, pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../../http/paging.ts';
import { route, type Call } from '../../http/route.ts';
import { nameLike } from '../../http/search.ts';
import { figuresOf } from '../facts/figures.ts';
import { casesWithin } from '../../views/case-scope.ts';
import { findStore, storesWithin } from '../views/store-scope.ts';

const STATUSES = {
  TRIAL: text('试运行', 'on trial'),
  NORMAL: text('正式运营', 'regularised'),
  CLEARED: text('已清退', 'cleared'),
};

const ratingSchema = z.object({ level: z.string(), title: textSchema });

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
    figures: z.object({
      orders: z.int().meta({ description: 'Completed orders, less those found to be brushing' }),
      products: z.int().meta({ description: 'Products listed now' }),
      decorationPublishedAt: instantSchema.nullable(),
    }),
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
  tag: 'stores',
  summary: text('店铺', 'A store'),
  params,
  refuses: ['OUT_OF_SCOPE'],
  answers: { 200: { description: 'The store', schema: storeSchema } },
  async handle({ context, access, params: { id }, now }) {
    const { database, contracts } = context;
    const store = await findStore(context, id, access);
    const [due, sum, figures, cases, { values }] = await Promise.all([
      dueCompanyYears(database, id, now),
      database.pointsEntry.aggregate({ where: { storeId: id }, _sum: { points: true } }),
      figuresOf(database, id),
      database.case.findMany({
        where: { AND: [{ OR: [{ about: storeReference(id) }, { id: store.applicationCaseId }] }, casesWithin(access)] },
        select: { id: true, kind: true, stage: true, openedAt: true, closedAt: true },
        orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
      }),
      currentRules(database),
    ]);
    const points = due.reduce((total, entry) => total + entry.points, sum._sum.points ?? 0);
    const { level, title } = ratingOf(points, values);
    return {
      status: 200,
      body: {
        ...itemOf(store),
        applicationCaseId: store.applicationCaseId,
        points,
        rating: { level, title },
        figures,
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

const totalsSchema = z.object({
  total: z.int(),
  byGroup: z.record(z.string(), z.int()),
  byRule: z.record(z.string(), z.int()),
  byMonth: z.array(
    z.object({ month: z.string(), net: z.int(), gained: z.int().meta({ description: 'Without reversals (A-30)' }) }),
  ),
  byYear: z.array(z.object({ year: z.string(), net: z.int(), gained: z.int() })),
});

const entrySchema = z
  .object({
    id: z.string(),
    rule: z.string(),
    item: textSchema,
    points: z.int(),
    eventKey: z.string(),
    about: z.string(),
    onDay: daySchema,
    bookedAt: instantSchema,
    reversalOf: z.string().nullable(),
    reason: textSchema.nullable(),
    caseId: z.string().nullable(),
  })
  .meta({ id: 'PointsEntry' });

/** The points ledger of a store, and its sums reckoned by the database (XC-06.3). */
export const getPoints = route({
  method: 'get',
  path: '/api/stores/{id}/points',
  ability: 'record.read',
  tag: 'stores',
  summary: text('店铺积分', 'The points of a store'),
  requirement: 'SH-EVAL-10, XC-06.3',
  params,
  query: z.strictObject({
    ...pageQuery,
    from: daySchema.optional(),
    to: daySchema.optional(),
    rule: line(40).optional(),
  }),
  refuses: ['OUT_OF_SCOPE'],
  answers: {
    200: {
      description: 'A page of the ledger, the latest first, with the sums of the whole',
      schema: pageOf(entrySchema).extend({ totals: totalsSchema }),
    },
  },
  async handle({ context, access, params: { id }, query: { cursor, limit, from, to, rule }, now }) {
    await findStore(context, id, access);
    const after = positionOf(cursor, z.tuple([daySchema, sortKey.id]));
    // What is due and not yet booked stands in the list as it will; reading books nothing.
    const due = await dueCompanyYears(context.database, id, now);
    const booked = await context.database.pointsEntry.findMany({
      where: {
        storeId: id,
        AND: [
          from === undefined ? {} : { onDay: { gte: from } },
          to === undefined ? {} : { onDay: { lte: to } },
          rule === undefined ? {} : { rule },
          after === null ? {} : { OR: [{ onDay: { lt: after[0] } }, { onDay: after[0], id: { lt: after[1] } }] },
        ],
      },
      orderBy: [{ onDay: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    const shown = due.filter(
      (entry) =>
        (from === undefined || entry.onDay >= from) &&
        (to === undefined || entry.onDay <= to) &&
        (rule === undefined || entry.rule === rule) &&
        (after === null || entry.onDay < after[0] || (entry.onDay === after[0] && entry.id < after[1])),
    );
    const page = pageFrom(
      [...booked, ...shown].sort(latestFirst).slice(0, limit + 1),
      limit,
      (row) => [row.onDay, row.id],
      (row) => ({
        id: row.id,
        rule: row.rule,
        item: itemTitle(row.rule),
        points: row.points,
        eventKey: row.eventKey,
        about: row.about,
        onDay: row.onDay,
        bookedAt: instantOf(row.bookedAt.getTime()),
        reversalOf: row.reversalOf,
        reason: row.reason as { zh: string; en: string } | null,
        caseId: row.caseId,
      }),
    );
    return { status: 200, body: { ...page, totals: await totalsOf(context.database, id, due) } };
  },
});

function latestFirst(a: PointsEntry, b: PointsEntry): number {
  const [first, second] = [`${a.onDay} ${a.id}`, `${b.onDay} ${b.id}`];
  return first < second ? 1 : first > second ? -1 : 0;
}

async function totalsOf(
  database: Call['context']['database'],
  storeId: string,
  due: readonly PointsEntry[],
): Promise<z.infer<typeof totalsSchema>> {
  const booked = await database.$queryRaw<{ rule: string; month: string; net: bigint; gained: bigint }[]>`
    SELECT "rule", substr("onDay", 1, 7) AS month, SUM("points") AS net, COALESCE(SUM("points") FILTER (WHERE "points" > 0), 0) AS gained
    FROM "PointsEntry" WHERE "storeId" = ${storeId} GROUP BY 1, 2 ORDER BY 2`;
  const unbooked = due.map(({ rule, onDay, points }) => ({
    ...{ rule, month: onDay.slice(0, 7) },
    ...{ net: points, gained: points },
  }));
  const sums = [...booked, ...unbooked].sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
  const byGroup: Record<string, number> = Object.fromEntries(pointsRows.map(({ group }) => [group, 0]));
  const byRule: Record<string, number> = {};
  const byMonth = new Map<string, { net: number; gained: number }>();
  const byYear = new Map<string, { net: number; gained: number }>();
  let total = 0;
  for (const { rule, month, net, gained } of sums) {
    total += Number(net);
    byRule[rule] = (byRule[rule] ?? 0) + Number(net);
    const group = pointsRows.find((row) => row.rule === rule)?.group;
    if (group !== undefined) byGroup[group] = (byGroup[group] ?? 0) + Number(net);
    add(byMonth, month, Number(net), Number(gained));
    add(byYear, month.slice(0, 4), Number(net), Number(gained));
  }
  return {
    total,
    byGroup,
    byRule,
    byMonth: [...byMonth].map(([month, sum]) => ({ month, ...sum })),
    byYear: [...byYear].map(([year, sum]) => ({ year, ...sum })),
  };
}

function add(sums: Map<string, { net: number; gained: number }>, key: string, net: number, gained: number): void {
  const before = sums.get(key) ?? { net: 0, gained: 0 };
  sums.set(key, { net: before.net + net, gained: before.gained + gained });
}

function itemTitle(rule: string): { zh: string; en: string } {
  return pointsRows.some((row) => row.rule === rule) ? rowOf(rule as PointsRule).item : inBoth(rule);
}
