/** The network as it stands, for everybody to read: the provincial platform, the sixteen of the cities, the institutions (AH-OPS-01, 04.2). */
import { z } from 'zod';
import { bodyTelephone } from '../../../rules/body-telephone.ts';
import type { Settings } from '../../../config/settings.ts';
import { cityPlatformEntries, memberRows, residentCounts } from '../../../prisma/ah/members.ts';
import { Prisma } from '../../../prisma/generated/client.ts';
import { anhuiBodies, anhuiRegionNames, DEPARTMENT, PLATFORM } from '../../../rules/ah/bodies.ts';
import { bodiesOf, bodyInWords, bureauOf } from '../../../rules/ah/members.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../../workflows/engine/choice.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { daySchema, textSchema } from '../../http/schemas.ts';
import { memberSchema, memberView } from '../views/member-schema.ts';

const bodySchema = z.object({ id: z.string(), name: textSchema, telephone: z.string().nullable() });

export const getAnhuiNetwork = route({
  method: 'get',
  path: '/api/ah/network',
  ability: 'public',
  tag: 'public',
  summary: text('安徽“1+16+X”平台网络', 'The Anhui 1+16+X network'),
  requirement: 'AH-OPS-01.1, 01.2, 01.3, 01.4, 04.2',
  answers: {
    200: {
      description: 'The provincial platform, with the sixteen of the cities below it; how many institutions each has',
      schema: z.object({
        department: bodySchema,
        platform: bodySchema,
        counts: z.object({
          cities: z.int(),
          cityPlatforms: z.int().meta({ description: 'City platforms that are in the network now' }),
          institutions: z.int().meta({ description: 'Institutions that are in the network now' }),
        }),
        cities: z.array(
          bodySchema.extend({
            region: z.string(),
            regionTitle: textSchema,
            bureau: bodySchema.meta({ description: 'That supervises it and the institutions at it' }),
            active: z.boolean().meta({ description: 'Whether it is in the network now' }),
            since: daySchema.nullable(),
            institutions: z.int(),
          }),
        ),
      }),
    },
  },
  async handle({ context: { database, settings } }) {
    const bodyOf = (id: string) => shown(settings, id);
    const [entries, residents] = await Promise.all([cityPlatformEntries(database), residentCounts(database)]);
    const cities = anhuiBodies
      .filter(({ kind }) => kind === 'CITY_PLATFORM')
      .map(({ id, region }) => {
        const entry = entries.get(id);
        const active = entry?.status === 'MEMBER';
        return {
          ...bodyOf(id),
          ...{ region, regionTitle: anhuiRegionNames[region as keyof typeof anhuiRegionNames] },
          bureau: bodyOf(bureauOf(id).bodyId),
          ...{ active, since: active ? entry.joinedOn : null, institutions: residents.get(id) ?? 0 },
        };
      });
    const counts = {
      cities: cities.length,
      cityPlatforms: cities.filter(({ active }) => active).length,
      institutions: cities.reduce((sum, { institutions }) => sum + institutions, 0),
    };
    return { status: 200, body: { department: bodyOf(DEPARTMENT), platform: bodyOf(PLATFORM), counts, cities } };
  },
});

/** Those that have left, or lost their residency, are nobody's to read here. */
export const listResidents = route({
  method: 'get',
  path: '/api/ah/residents',
  ability: 'public',
  tag: 'public',
  summary: text('平台网络入驻服务机构', 'Resident institutions of the network'),
  requirement: 'AH-OPS-01.5, 04.2',
  query: z.strictObject({
    ...pageQuery,
    cityPlatform: choice(bodiesOf('CITY_PLATFORM')).optional().meta({ description: 'Those at this city platform' }),
  }),
  answers: {
    200: {
      description: 'A page of the institutions that are in the network now, by name',
      schema: pageOf(memberSchema.extend({ joinedOn: daySchema })),
    },
  },
  async handle({ context: { database }, query: { cursor, limit, cityPlatform } }) {
    const after = positionOf(cursor, z.tuple([z.string().max(40), z.string().max(500), sortKey.id]));
    const asked = { within: Prisma.sql`TRUE`, kind: 'INSTITUTION', status: 'MEMBER', cityPlatform } as const;
    const rows = await memberRows(database, asked, { after, limit: limit + 1 });
    const page = pageFrom(
      rows,
      limit,
      ({ kind, name, party }) => [kind, name, party],
      (row) => ({ ...memberView(row), joinedOn: row.joinedOn }),
    );
    return { status: 200, body: page };
  },
});

/** A body as everybody reads it, with the number that the operator of the stack has set. */
function shown({ mode, bodyTelephones }: Pick<Settings, 'mode' | 'bodyTelephones'>, id: string) {
  const { name, telephone } = bodyInWords(id);
  return { id, name, telephone: bodyTelephone(mode === 'training', bodyTelephones, { id, telephone }) ?? null };
}
