import { z } from 'zod';
import { areas, type Area } from '../../../rules/sh-store/areas.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../../workflows/engine/choice.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { daySchema, idSchema, instantSchema, textSchema } from '../../http/schemas.ts';
import { sealedReadTrail } from '../../views/sealed-read.ts';
import { noteSealedRead } from '../views/sealed-read.ts';
import { findStore } from '../views/store-scope.ts';
import { areaEventsOf, areaSums, standingOf } from '../views/supervision-view.ts';

const area = choice(areas);

const eventSchema = z
  .object({
    id: z.string(),
    at: instantSchema,
    area,
    type: z.string(),
    title: textSchema,
    words: textSchema.nullable().meta({ description: 'Of an inspection: what its line on the timeline says' }),
  })
  .meta({ id: 'SupervisionEvent' });

const standingSchema = z
  .object({
    case: z.object({ id: z.string(), number: z.string() }).nullable(),
    zeroPoints: z
      .object({ state: z.enum(['WATCHING', 'WARNED', 'DETECTED']), months: z.array(z.string()) })
      .nullable()
      .meta({ description: 'Months in a row without new points' }),
    rating: z
      .object({ state: z.enum(['OK', 'LOW_ONE_QUARTER', 'DETECTED']), quartersFrom: z.array(z.string()) })
      .nullable()
      .meta({ description: 'Quarters in a row at 2 stars or lower, by their first months' }),
    credit: z
      .object({
        state: z.enum(['CLEAR', 'HIT_PENDING', 'HIT_CONFIRMED']),
        latest: z
          .object({ source: z.string(), checkedOn: daySchema, complete: z.boolean() })
          .nullable()
          .meta({ description: '`complete` is false if no main shareholders were recorded' }),
      })
      .nullable(),
    exit: z.enum(['NOT_REQUESTED', 'EXIT_REQUESTED', 'EXIT_WITHDRAWN', 'EXIT_CONFIRMED']).nullable(),
    grounds: z.array(z.string()).meta({ description: 'Grounds of table 4.3 that are with the clearance' }),
    findings: z
      .array(z.object({ id: z.string(), what: textSchema, ground: z.string().nullable(), rectifies: z.boolean() }))
      .meta({ description: 'What reviewers have found and not taken back; `id` is what `withdrawFinding` wants' }),
    shareholders: z
      .array(z.object({ id: z.string(), name: z.string(), kind: z.string(), share: z.number().nullable() }))
      .nullable()
      .meta({ description: 'Null as long as nobody has recorded them' }),
    rectifications: z.object({ total: z.int(), open: z.int() }),
    upheldComplaints: z.array(z.object({ caseId: z.string(), number: z.string(), foundAt: instantSchema })),
  })
  .meta({ id: 'StoreStanding' });

/** Supervision of a store: the four areas with their events, and what its standing case knows. */
export const getSupervision = route({
  method: 'get',
  path: '/api/stores/{id}/supervision',
  ability: 'supervision.read',
  trail: sealedReadTrail,
  tag: 'stores',
  summary: text('店铺监督', 'Supervision of a store'),
  requirement: 'SH-STORE-08.5, 09.8, 12, 13, 14.1, 15.1',
  params: z.strictObject({ id: idSchema }),
  query: z.strictObject({ ...pageQuery, area: area.optional().describe('All four areas if left out') }),
  refuses: ['OUT_OF_SCOPE'],
  answers: {
    200: {
      description: 'A page of events, the latest first, with the areas and the standing as a whole',
      schema: pageOf(eventSchema).extend({
        areas: z.array(
          z.object({
            area,
            title: textSchema,
            events: z.int(),
            latestAt: instantSchema.nullable(),
            inspections: z.int(),
          }),
        ),
        standing: standingSchema,
      }),
    },
  },
  async handle(call) {
    const {
      context,
      access,
      params: { id },
      query: { cursor, limit, area: only },
    } = call;
    const { database } = context;
    await noteSealedRead(call, await findStore(context, id, access));
    const among = only === undefined ? (Object.keys(areas) as Area[]) : [only];
    const after = positionOf(cursor, z.tuple([sortKey.instant, sortKey.id]));
    const [events, sums, standing] = await Promise.all([
      areaEventsOf(database, id, { among, after, limit: limit + 1 }),
      areaSums(database, id),
      standingOf(database, id),
    ]);
    const page = pageFrom(
      events,
      limit,
      (event) => [event.at, event.id],
      (event) => event,
    );
    return { status: 200, body: { ...page, areas: sums, standing } };
  },
});
