import { z } from 'zod';
import type { PointsEntry } from '../../../prisma/generated/client.ts';
import { pointsByRuleAndMonth } from '../../../prisma/sh-store/points-sums.ts';
import { dueCompanyYears } from '../../../prisma/sh-store/store-figures.ts';
import { refuse } from '../../../rules/refusal.ts';
import { sumsOf } from '../../../rules/sh-store/points-sums.ts';
import { text } from '../../../rules/text.ts';
import { dayOf, instantOf } from '../../../rules/time/index.ts';
import { ratingBands, type RatingLevel } from '../../../rules/sh-store/rating.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { daySchema, idSchema, instantSchema, line, textSchema } from '../../http/schemas.ts';
import { currentRules } from '../filing/rules.ts';
import { entrySchema, viewsOf } from '../views/ledger-view.ts';
import { ratingSchema, ratingView } from '../views/rating-view.ts';
import { sealedReadTrail } from '../../views/sealed-read.ts';
import { noteSealedRead } from '../views/sealed-read.ts';
import { findStore } from '../views/store-scope.ts';

const sums = {
  net: z.int().meta({ description: 'All lines, reversals and corrections included' }),
  gained: z.int().meta({ description: 'Newly gained: without reversals and corrections (A-30)' }),
  corrected: z.int().meta({ description: 'What recomputations corrected; it is in `net`' }),
};

const totalsSchema = z.object({
  at: daySchema.meta({ description: 'The Shanghai day at whose end the sums are taken' }),
  total: z.int().meta({ description: 'The balance' }),
  rating: ratingSchema,
  byGroup: z.record(z.string(), z.int()).meta({ description: 'By first-level group of the points table' }),
  byRule: z.record(z.string(), z.int()),
  byMonth: z.array(z.object({ month: z.string(), ...sums })),
  byQuarter: z.array(
    z.object({ quarter: z.string(), ...sums, balance: z.int().meta({ description: 'The balance at its end' }) }),
  ),
  byYear: z.array(
    z.object({
      year: z.string(),
      ...sums,
      byAngle: z
        .record(z.string(), z.int())
        .meta({ description: 'The six angles of the yearly assessment (SH-EVAL-08.4)' }),
    }),
  ),
});

const params = z.strictObject({ id: idSchema });

/** The points ledger of a store, and its sums reckoned by the database (SH-EVAL-10.20, XC-06.3). */
export const getPoints = route({
  method: 'get',
  path: '/api/stores/{id}/points',
  ability: 'record.read',
  trail: sealedReadTrail,
  tag: 'stores',
  summary: text('店铺积分', 'The points of a store'),
  requirement: 'SH-EVAL-10, XC-06.3',
  params,
  query: z.strictObject({
    ...pageQuery,
    at: daySchema
      .optional()
      .meta({ description: 'Lines and sums as they count at the end of this Shanghai day; today unless given' }),
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
  async handle(call) {
    const { context, access, query, now } = call;
    const { id } = call.params;
    const { cursor, limit, at, from, to, rule } = query;
    const { database } = context;
    await noteSealedRead(call, await findStore(context, id, access));
    const today = dayOf(now);
    if (at !== undefined && at > today) {
      refuse('INVALID_INPUT', `积分只能查询到今天（${today}）。`, `Points can be asked for up to today (${today}).`, {
        field: 'at',
      });
    }
    const day = at ?? today;
    const last = to === undefined || to > day ? day : to;
    const after = positionOf(cursor, z.tuple([daySchema, sortKey.id]));
    // What is due and not yet booked stands in the list as it will; reading books nothing.
    const due = await dueCompanyYears(database, id, now);
    const booked = await database.pointsEntry.findMany({
      where: {
        storeId: id,
        AND: [
          from === undefined ? {} : { onDay: { gte: from } },
          { onDay: { lte: last } },
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
        entry.onDay <= last &&
        (rule === undefined || entry.rule === rule) &&
        (after === null || entry.onDay < after[0] || (entry.onDay === after[0] && entry.id < after[1])),
    );
    const rows = [...booked, ...shown].sort(latestFirst).slice(0, limit + 1);
    const views = await viewsOf(database, rows);
    const page = pageFrom(
      views,
      limit,
      (row) => [row.onDay, row.id],
      (row) => row,
    );
    const totals = sumsOf(await pointsByRuleAndMonth(database, id, day));
    const { values } = await currentRules(database);
    return {
      status: 200,
      body: { ...page, totals: { at: day, ...totals, rating: ratingView(totals.total, values) } },
    };
  },
});

function latestFirst(a: PointsEntry, b: PointsEntry): number {
  const [first, second] = [`${a.onDay} ${a.id}`, `${b.onDay} ${b.id}`];
  return first < second ? 1 : first > second ? -1 : 0;
}

const level = z.object({ level: z.string(), title: textSchema });

/** The changes of a store's level, each with the line of the ledger that brought it (SH-EVAL-11.5). */
export const getRatingChanges = route({
  method: 'get',
  path: '/api/stores/{id}/rating-changes',
  ability: 'record.read',
  trail: sealedReadTrail,
  tag: 'stores',
  summary: text('店铺评级变化', 'The changes of level of a store'),
  requirement: 'SH-EVAL-11.5',
  params,
  query: z.strictObject(pageQuery),
  refuses: ['OUT_OF_SCOPE'],
  answers: {
    200: {
      description: 'A page, the latest first',
      schema: pageOf(
        z.object({
          seq: z.int().meta({ description: 'The changes of a store in their order, from 1' }),
          at: instantSchema.meta({ description: 'When the line was booked' }),
          onDay: daySchema.meta({ description: 'The Shanghai day on which it counts' }),
          from: level,
          to: level,
          points: z.int().meta({ description: 'The balance with the line' }),
          cause: entrySchema,
        }),
      ),
    },
  },
  async handle(call) {
    const {
      context,
      access,
      params: { id },
      query: { cursor, limit },
    } = call;
    const { database } = context;
    await noteSealedRead(call, await findStore(context, id, access));
    const after = positionOf(cursor, z.tuple([sortKey.count]));
    const rows = await database.ratingChange.findMany({
      where: { storeId: id, ...(after !== null && { seq: { lt: after[0] } }) },
      orderBy: { seq: 'desc' },
      take: limit + 1,
    });
    const lines = await database.pointsEntry.findMany({ where: { id: { in: rows.map(({ entryId }) => entryId) } } });
    const causes = new Map((await viewsOf(database, lines)).map((view) => [view.id, view]));
    const views = rows.flatMap(({ seq, entryId, at, onDay, from, to, points }) => {
      const cause = causes.get(entryId);
      if (cause === undefined) return [];
      return [{ seq, at: instantOf(at.getTime()), onDay, from: levelView(from), to: levelView(to), points, cause }];
    });
    return {
      status: 200,
      body: pageFrom(
        views,
        limit,
        ({ seq }) => [seq],
        (view) => view,
      ),
    };
  },
});

function levelView(code: string): z.infer<typeof level> {
  const band = ratingBands.find((one) => one.level === (code as RatingLevel));
  return { level: code, title: band?.title ?? { zh: code, en: code } };
}
