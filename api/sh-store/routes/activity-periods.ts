/** Activity periods, in which the share of favourable ratings is reckoned: a manager sets them, and none is changed (SH-EVAL-10.17, A-41). */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ActivityPeriod } from '../../../prisma/generated/client.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { dayOf, instantOf } from '../../../rules/time/index.ts';
import { titled } from '../../../workflows/engine/titled.ts';
import { invalid } from '../../http/problem.ts';
import { behind, pageFrom, pageOf, pageQuery } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { daySchema, instantSchema, line } from '../../http/schemas.ts';

const periodSchema = z
  .object({
    id: z.string().meta({ description: 'What a report of the share names as `periodId`' }),
    name: z.string(),
    firstDay: daySchema,
    lastDay: daySchema.meta({ description: 'The points are booked on it' }),
    setById: z.string(),
    createdAt: instantSchema,
  })
  .meta({ id: 'ActivityPeriod' });

function viewOf({ createdAt, ...period }: ActivityPeriod): z.infer<typeof periodSchema> {
  return { ...period, createdAt: instantOf(createdAt.getTime()) };
}

/** Sets a period for all stores, before it is over: what has been earned is not made up afterwards. */
export const setActivityPeriod = route({
  method: 'post',
  path: '/api/points/activity-periods',
  ability: 'points.setPeriod',
  trail: { in: 'audit', writes: ['ACTIVITY_PERIOD_SET'] },
  tag: 'stores',
  summary: text('设定活动期间', 'Set an activity period'),
  requirement: 'SH-EVAL-10.17',
  isAct: true,
  body: z.strictObject({
    name: titled(line(60), '名称', 'Name'),
    firstDay: titled(daySchema, '起始日', 'First day'),
    lastDay: titled(
      daySchema,
      '最后一日',
      'Last day',
      text('期满当日计分；设定后不能更改。', 'Points are booked on it; it cannot be changed afterwards.'),
    ),
  }),
  refuses: ['OUT_OF_SCOPE', 'ALREADY_OPEN'],
  answers: { 201: { description: 'It is set', schema: periodSchema } },
  async handle({ context: { database }, reader, body, now, once, audit }) {
    const { name, firstDay, lastDay } = body;
    if (lastDay < firstDay || lastDay < dayOf(now))
      invalid('lastDay', '最后一日不能早于起始日或今日。', 'must not lie before the first day or today');
    return database.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('activity periods', 0))`;
      const other = await tx.activityPeriod.findFirst({
        where: { firstDay: { lte: lastDay }, lastDay: { gte: firstDay } },
      });
      if (other !== null) {
        refuse(
          'ALREADY_OPEN',
          `与活动期间“${other.name}”（${other.firstDay} 至 ${other.lastDay}）重叠，未予设定。`,
          `It overlaps with the activity period “${other.name}” (${other.firstDay} to ${other.lastDay}), and was not set.`,
          { facts: { id: other.id } },
        );
      }
      const row = await tx.activityPeriod.create({
        data: {
          id: `apr-${randomUUID()}`,
          name,
          firstDay,
          lastDay,
          setById: reader.person.id,
          createdAt: new Date(now),
        },
      });
      const object = { kind: 'activityPeriod', id: row.id } as const;
      await audit(tx, { action: 'ACTIVITY_PERIOD_SET', object, after: { name, firstDay, lastDay } });
      const reply = { status: 201, body: viewOf(row) };
      await once.settle(tx, reply.status, reply.body);
      return reply;
    });
  },
});

/** The periods that were set. */
export const listActivityPeriods = route({
  method: 'get',
  path: '/api/points/activity-periods',
  ability: 'rules.read',
  tag: 'stores',
  summary: text('活动期间', 'Activity periods'),
  requirement: 'SH-EVAL-10.17',
  query: z.strictObject(pageQuery),
  answers: { 200: { description: 'A page, the latest set first', schema: pageOf(periodSchema) } },
  async handle({ context: { database }, query: { cursor, limit } }) {
    const rows = await database.activityPeriod.findMany({
      where: behind(cursor, 'createdAt'),
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    const position = ({ createdAt, id }: ActivityPeriod) => [instantOf(createdAt.getTime()), id];
    return { status: 200, body: pageFrom(rows, limit, position, viewOf) };
  },
});
