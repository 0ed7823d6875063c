/** The centres with their class and liaison points, for everybody; what is not as the standard has it, for who looks after them (EC-CENTRE-01 to 06). */
import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Prisma } from '../../../prisma/generated/client.ts';
import { centreBodies, centreRegionNames } from '../../../rules/ec-centre/bodies.ts';
import {
  carriers,
  centreClasses,
  findingItems,
  placeKinds,
  pointStatuses,
  signChecks,
  type Carrier,
  type CentreClass,
  type FindingItem,
  type PlaceKind,
  type SignCheck,
} from '../../../rules/ec-centre/centre.ts';
import type { EntryStatus } from '../../../rules/ec-centre/services.ts';
import { partiesOf } from '../../../rules/roles.ts';
import { inBoth, text, type Text } from '../../../rules/text.ts';
import { registers } from '../../../workflows/ec-centre/words.ts';
import { seesAll, type Access } from '../../abilities.ts';
import { bodyTitle } from '../../bodies.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { daySchema, textSchema } from '../../http/schemas.ts';
import { regionWithin } from '../../views/case-scope.ts';
import { openableOf } from '../../views/openable.ts';

/** What the register holds of a centre. */
interface CentreEntry {
  readonly class: CentreClass;
  readonly notMet: readonly FindingItem[];
  readonly sign: {
    readonly passed: readonly SignCheck[];
    readonly carriers: readonly Carrier[];
    readonly on: string;
  } | null;
  readonly caseId: string;
}

interface PointEntry {
  readonly centre: string;
  readonly place: PlaceKind;
}

const centreSchema = z.object({
  party: z.string(),
  name: z.string(),
  class: z.string(),
  classTitle: textSchema,
  region: z.string(),
  regionTitle: textSchema,
  authority: z.object({ id: z.string(), name: textSchema }),
  since: daySchema.nullable(),
});

const REGISTERED = { register: registers.centres, status: 'REGISTERED' } as const;
const BY_NAME = [{ name: 'asc' }, { id: 'asc' }] satisfies Prisma.RegisterEntryOrderByWithRelationInput[];
const position = z.tuple([z.literal('name'), z.string().max(500), sortKey.id]);

export const listCentres = route({
  method: 'get',
  path: '/api/ec-centre/centres',
  ability: 'public',
  tag: 'public',
  summary: text('电商公共服务中心', 'E-commerce public service centres'),
  requirement: 'EC-CENTRE-01.1, 01.6, 03.2, 05.1',
  query: z.strictObject(pageQuery),
  answers: {
    200: {
      description: 'A page of the centres on record, by name, with their class, liaison points and directory',
      schema: pageOf(
        centreSchema.extend({
          points: z.array(z.object({ name: z.string(), placeTitle: textSchema, statusTitle: textSchema })),
          directory: z
            .object({ published: z.int(), outdated: z.int() })
            .meta({ description: 'Entries of its directory: GET /api/ec-centre/directory?centre={party}' }),
        }),
      ),
    },
  },
  async handle({ context: { database }, query: { cursor, limit } }) {
    const rows = await database.registerEntry.findMany({
      where: { ...REGISTERED, ...behindName(cursor) },
      orderBy: BY_NAME,
      take: limit + 1,
    });
    const parties = rows.map(({ party }) => party);
    const points = await database.registerEntry.findMany({
      where: {
        ...{ register: registers.points, status: { in: ['OPEN', 'PLANNED'] } },
        OR: parties.map((party) => ({ data: { path: ['centre'], equals: party } })),
      },
      orderBy: BY_NAME,
      select: { name: true, status: true, data: true },
    });
    const counts = await directoryCounts(database, parties);
    const page = pageFrom(rows, limit, positionOfEntry, (row) => {
      const listed = (of: EntryStatus) =>
        counts.find(({ centre, status }) => centre === row.party && status === of)?.n ?? 0;
      return {
        ...centreView(row),
        points: points
          .filter(({ data }) => (data as unknown as PointEntry).centre === row.party)
          .map(({ name, status, data }) => ({
            name,
            placeTitle: placeKinds[(data as unknown as PointEntry).place],
            statusTitle: pointStatuses[status as keyof typeof pointStatuses],
          })),
        directory: { published: listed('PUBLISHED'), outdated: listed('OUTDATED') },
      };
    });
    return { status: 200, body: page };
  },
});

/** How many entries of each status the directories of these centres have. */
async function directoryCounts(
  database: Pick<Database, '$queryRaw'>,
  centres: readonly string[],
): Promise<{ centre: string; status: string; n: number }[]> {
  return database.$queryRaw`
    SELECT "data" ->> 'centre' AS "centre", "status", count(*)::int AS "n" FROM "RegisterEntry"
    WHERE "register" = ${registers.directory} AND "data" ->> 'centre' = ANY(${[...centres]}::text[])
    GROUP BY 1, 2`;
}

/** Findings recommend and bar nobody (EC-CENTRE-08.6): they are for the centre, the commerce authorities and the evaluator. */
export const listFindings = route({
  method: 'get',
  path: '/api/ec-centre/findings',
  ability: 'record.read',
  tag: 'figures',
  summary: text('电商公共服务中心对照标准情况', 'What centres have and lack of the standard'),
  requirement: 'EC-CENTRE-01.4, 01.5, 02.2, 02.3, 04.1, 06.3, 06.4, 08.6',
  query: z.strictObject(pageQuery),
  answers: {
    200: {
      description: 'A page of the centres that the reader looks after or is, by name',
      schema: pageOf(
        centreSchema.extend({
          notMet: z.array(textSchema).meta({ description: 'Empty where everything is as the standard has it' }),
          sign: z
            .object({
              judgedOn: daySchema,
              failed: z.array(textSchema),
              missingOn: z.array(textSchema).meta({ description: 'Carriers that do not bear the sign' }),
            })
            .nullable()
            .meta({ description: 'Null while no photo of the sign was judged' }),
          caseId: z.string().nullable().meta({ description: 'Its registration; null to who may not open it' }),
        }),
      ),
    },
  },
  async handle({ context: { database }, access, reader, query: { cursor, limit } }) {
    const rows = await database.registerEntry.findMany({
      where: { ...REGISTERED, AND: [within(access), behindName(cursor)] },
      orderBy: BY_NAME,
      take: limit + 1,
    });
    const ids = rows.map(({ data }) => (data as unknown as CentreEntry).caseId);
    const openable = await openableOf(database, reader, ids);
    const page = pageFrom(rows, limit, positionOfEntry, (row) => {
      const { notMet, sign, caseId } = row.data as unknown as CentreEntry;
      return {
        ...centreView(row),
        notMet: notMet.map((item) => findingItems[item]),
        sign: sign && {
          judgedOn: sign.on,
          failed: others(signChecks, sign.passed),
          missingOn: others(carriers, sign.carriers),
        },
        caseId: openable.has(caseId) ? caseId : null,
      };
    });
    return { status: 200, body: page };
  },
});

interface EntryRow {
  readonly id: string;
  readonly party: string;
  readonly name: string;
  readonly bodyId: string;
  readonly region: string;
  readonly validFrom: string | null;
  readonly data: unknown;
}

function centreView({ party, name, bodyId, region, validFrom, data }: EntryRow) {
  const { class: derived } = data as CentreEntry;
  const regionNames: Readonly<Record<string, Text>> = centreRegionNames;
  return {
    ...{ party, name, class: derived, classTitle: centreClasses[derived] },
    ...{ region, regionTitle: regionNames[region] ?? inBoth(region) },
    ...{ authority: { id: bodyId, name: bodyTitle(bodyId) }, since: validFrom },
  };
}

function positionOfEntry({ name, id }: EntryRow) {
  return ['name', name, id];
}

function behindName(cursor: string | undefined): Prisma.RegisterEntryWhereInput {
  const after = positionOf(cursor, position);
  if (after === null) return {};
  const [, name, id] = after;
  return { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] };
}

/** A commerce authority and the evaluator see the centres of their region and below, a centre itself. */
function within(access: Access): Prisma.RegisterEntryWhereInput {
  if (seesAll(access)) return {};
  const seen = access.flatMap(({ reach, office }): Prisma.RegisterEntryWhereInput[] => {
    const isOurs = centreBodies.some(({ id }) => id === office.bodyId);
    if (reach === 'scope') return isOurs && office.region !== undefined ? [regionWithin(office.region)] : [];
    return [{ party: { in: partiesOf(office) } }];
  });
  return seen.length === 0 ? { id: { in: [] } } : { OR: seen };
}

function others<K extends string>(all: Readonly<Record<K, Text>>, there: readonly K[]): Text[] {
  return (Object.keys(all) as K[]).filter((key) => !there.includes(key)).map((key) => all[key]);
}
