/** Statistics of services (HN-NET-24): what subsidies, titles and awards rest on. Filled by the system; there is no way to write one. */
import { z } from 'zod';
import { newestRules } from '../../../prisma/case-input.ts';
import { Prisma } from '../../../prisma/generated/client.ts';
import {
  countedAs,
  countedRecords,
  serviceStatistics,
  type CountedServices,
} from '../../../prisma/hn-net/service-statistics.ts';
import type { Database } from '../../../prisma/client.ts';
import type { HnNetValues } from '../../../rules/hn-net/config.ts';
import { text } from '../../../rules/text.ts';
import { dayOf, type Instant } from '../../../rules/time/index.ts';
import { seesAll, type Access } from '../../abilities.ts';
import { bodyTitle } from '../../bodies.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../../http/paging.ts';
import { invalid } from '../../http/problem.ts';
import { route } from '../../http/route.ts';
import { daySchema, idSchema, partyInput, textSchema } from '../../http/schemas.ts';

const filters = {
  from: daySchema.optional().meta({ description: 'First day of service, e.g. of a quarter; 1 January if left out' }),
  to: daySchema.optional().meta({ description: 'Last day of service; today if left out' }),
  asOf: daySchema.optional().meta({ description: 'As of this day; today if left out' }),
  platform: idSchema.optional().meta({ description: 'The platform that examined the records' }),
  provider: partyInput.optional().meta({ description: 'Key of who served' }),
};

type Filters = z.output<z.ZodObject<typeof filters>>;

/** A figure, and the query of the list that has exactly what it counts. */
const figure = z.object({ count: z.int(), list: z.record(z.string(), z.string()) });

export const getServiceStatistics = route({
  method: 'get',
  path: '/api/hn-net/statistics',
  ability: 'record.read',
  tag: 'figures',
  summary: text('服务统计数据', 'Statistics of services'),
  requirement: 'HN-NET-24.1, 24.2, 23.5, 26.4',
  query: z.strictObject(filters),
  answers: {
    200: {
      description: 'The four figures of article 23, and what of them is a basis for support',
      schema: z.object({
        from: daySchema,
        to: daySchema,
        asOf: daySchema,
        items: z.int().meta({ description: 'Service items or products: distinct ones of the list of `times`' }),
        times: figure,
        enterpriseVisits: z.int().meta({ description: 'Enterprises served, summed over the list of `times`' }),
        satisfaction: z.object({
          satisfied: figure,
          all: figure,
          percent: z.number().nullable().meta({ description: 'Null where nobody gave a score' }),
        }),
        eligible: figure.meta({ description: 'Entered in time: a basis for subsidies, titles and awards' }),
        late: figure,
        excluded: figure.meta({ description: 'Found false: kept, and in none of the other figures' }),
      }),
    },
  },
  async handle({ context: { database }, access, query, now }) {
    const { from, to, asOf } = periodOf(query, now);
    const counted = { ...query, from, to, asOf, within: visible(access) };
    const sums = await serviceStatistics(database, counted, await satisfiedFrom(database));
    const list = (as: (typeof countedAs)[number]) => ({
      count: sums[as],
      list: { ...query, from, to, asOf, as },
    });
    const percent = sums.scored === 0 ? null : (sums.satisfied * 100) / sums.scored;
    return {
      status: 200,
      body: {
        ...{ from, to, asOf, items: sums.items, enterpriseVisits: sums.enterpriseVisits },
        times: list('times'),
        satisfaction: { satisfied: list('satisfied'), all: list('scored'), percent },
        ...{ eligible: list('eligible'), late: list('late'), excluded: list('excluded') },
      },
    };
  },
});

export const listServiceRecords = route({
  method: 'get',
  path: '/api/hn-net/service-records',
  ability: 'record.read',
  tag: 'figures',
  summary: text('统计所依据的服务记录', 'The service records that a figure counts'),
  requirement: 'HN-NET-24.1',
  query: z.strictObject({ ...filters, as: z.enum(countedAs).default('times'), ...pageQuery }),
  answers: {
    200: {
      description: 'A page of the records, the latest service first',
      schema: pageOf(
        z.object({
          caseId: z.string(),
          platform: z.object({ id: z.string(), name: textSchema }),
          provider: z.string(),
          item: z.string(),
          servedOn: daySchema,
          enterprises: z.int(),
          score: z.int().nullable(),
          inTime: z.boolean(),
          excludedFrom: daySchema.nullable(),
        }),
      ),
    },
  },
  async handle({ context: { database }, access, query, now }) {
    const { cursor, limit, ...asked } = query;
    const counted = { ...asked, ...periodOf(asked, now), within: visible(access) };
    const after = positionOf(cursor, z.tuple([daySchema, sortKey.id]));
    const rows = await countedRecords(database, counted, await satisfiedFrom(database), { after, limit: limit + 1 });
    const page = pageFrom(
      rows,
      limit,
      ({ servedOn, caseId }) => [servedOn, caseId],
      ({ bodyId, ...record }) => ({ ...record, platform: { id: bodyId, name: bodyTitle(bodyId) } }),
    );
    return { status: 200, body: page };
  },
});

/** The year so far unless another period is asked for. @throws InvalidInput for a period that ends before it begins */
function periodOf(asked: Filters, now: Instant): Pick<CountedServices, 'from' | 'to' | 'asOf'> {
  const today = dayOf(now);
  const { from = `${today.slice(0, 4)}-01-01`, to = today, asOf = today } = asked;
  if (from > to) return invalid('to', '结束日期不得早于开始日期。', 'is before the first day of the period');
  return { from, to, asOf };
}

/** A platform or department sees the records of its region and of those below it, a provider its own. */
function visible(access: Access): Prisma.Sql | undefined {
  if (seesAll(access)) return undefined;
  const seen = access.flatMap(({ reach, office: { region, party } }) => {
    if (reach === 'own') return party === undefined ? [] : [Prisma.sql`r."provider" = ${party}`];
    if (region === undefined) return [];
    return [Prisma.sql`(r."region" = ${region} OR starts_with(r."region", ${`${region}/`}))`];
  });
  return seen.length === 0 ? Prisma.sql`FALSE` : Prisma.sql`(${Prisma.join(seen, ' OR ')})`;
}

async function satisfiedFrom(database: Database): Promise<number> {
  const { values } = await newestRules(database, 'HN_NET');
  return (values as unknown as HnNetValues)['evaluation.satisfiedFrom'];
}
