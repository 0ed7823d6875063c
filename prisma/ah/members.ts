/** The members of the Anhui network, from its registers: their standing, their yearly tasks, the lists on which they stand (AH-OPS-01, 06). */
import type { MemberKind } from '../../rules/ah/indicators.ts';
import { listingStatuses, type ListingGround, type ListName } from '../../rules/ah/lists.ts';
import type { MemberEntry, MemberStatus } from '../../rules/ah/members.ts';
import type { YearlyTasks } from '../../rules/ah/tasks.ts';
import type { PartyKey } from '../../rules/parties/party.ts';
import type { Day } from '../../rules/time/index.ts';
import { registers } from '../../workflows/ah/words.ts';
import type { Database } from '../client.ts';
import { Prisma } from '../generated/client.ts';

/** Which members are read. What is left out narrows nothing. */
export interface AskedMembers {
  /** What the reader may see, as a condition on the register of members `m`. */
  readonly within: Prisma.Sql;
  readonly kind?: MemberKind | undefined;
  readonly cityPlatform?: string | undefined;
  readonly status?: MemberStatus | undefined;
  /** Those that stand on this list now. */
  readonly list?: ListName | undefined;
}

export interface MemberRow {
  readonly party: PartyKey;
  readonly name: string;
  readonly kind: MemberKind;
  readonly cityPlatform: string;
  readonly introducer: PartyKey | null;
  /** What the introducer is called; null if nobody introduced it. */
  readonly introducerName: string | null;
  readonly status: MemberStatus;
  readonly joinedOn: Day;
  /** Last day of a membership that has ended. */
  readonly endedOn: Day | null;
  /** The case of the membership. */
  readonly caseId: string;
}

/** Where a page begins: behind this kind, name and member. */
export type MemberPosition = readonly [kind: string, name: string, party: PartyKey];

/** Members by kind and name; city platforms come first. */
export function memberRows(
  database: Pick<Database, '$queryRaw'>,
  asked: AskedMembers,
  { after, limit }: { readonly after: MemberPosition | null; readonly limit: number },
): Promise<MemberRow[]> {
  const [kind, name, party] = after ?? [null, null, null];
  return database.$queryRaw<MemberRow[]>`
    SELECT m."party", m."name", m."data" ->> 'kind' AS "kind", m."data" ->> 'cityPlatform' AS "cityPlatform",
      m."data" ->> 'introducer' AS "introducer", i."name" AS "introducerName", m."status",
      m."data" ->> 'joinedOn' AS "joinedOn", m."validTo" AS "endedOn", m."caseId"
    FROM "RegisterEntry" m
    LEFT JOIN "RegisterEntry" i ON i."register" = ${registers.members} AND i."party" = m."data" ->> 'introducer'
    WHERE m."register" = ${registers.members} AND ${conditionOf(asked)}
      AND (${kind}::text IS NULL OR (m."data" ->> 'kind', m."name", m."party") > (${kind}::text, ${name}::text, ${party}::text))
    ORDER BY m."data" ->> 'kind', m."name", m."party" LIMIT ${limit}`;
}

/** How many institutions are in the network now, by the city platform that they belong to. */
export async function residentCounts(database: Pick<Database, '$queryRaw'>): Promise<ReadonlyMap<string, number>> {
  const rows = await database.$queryRaw<{ at: string; n: number }[]>`
    SELECT m."data" ->> 'cityPlatform' AS "at", count(*)::int AS "n" FROM "RegisterEntry" m
    WHERE m."register" = ${registers.members} AND m."status" = ${'MEMBER' satisfies MemberStatus}
      AND m."data" ->> 'kind' = ${'INSTITUTION' satisfies MemberKind} GROUP BY 1`;
  return new Map(rows.map(({ at, n }) => [at, n]));
}

/** A member on the white or the black list, with the ground, by decision (AH-OPS-06.1). */
export interface Listed {
  readonly list: ListName;
  readonly ground: ListingGround;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly caseId: string;
}

/** What the registers hold of some members beside their membership. */
export interface MemberRegisters {
  readonly tasks: YearlyTasks;
  readonly listed: readonly Listed[];
}

/** By member. @param year of the tasks */
export async function registersOf(
  database: Pick<Database, 'registerEntry'>,
  parties: readonly PartyKey[],
  year: number,
): Promise<ReadonlyMap<PartyKey, MemberRegisters>> {
  const entries = await database.registerEntry.findMany({
    where: {
      party: { in: [...parties] },
      register: { in: [registers.tasks, registers.whiteList, registers.blackList] },
    },
    orderBy: { register: 'asc' },
    select: { party: true, register: true, status: true, validFrom: true, validTo: true, data: true, caseId: true },
  });
  return new Map(
    parties.map((party) => {
      const own = entries.filter((entry) => entry.party === party);
      const set = own.find(({ register }) => register === registers.tasks)?.data as
        Readonly<Record<string, YearlyTasks>> | undefined;
      const listed = own
        .filter(({ status }) => Object.values<string>(listingStatuses).includes(status))
        .map(({ data, validFrom, validTo, caseId }): Listed => {
          const { list, ground } = data as unknown as Pick<Listed, 'list' | 'ground'>;
          return { list, ground, from: validFrom, until: validTo, caseId };
        });
      return [party, { tasks: set?.[String(year)] ?? {}, listed }];
    }),
  );
}

function conditionOf({ within, kind, cityPlatform, status, list }: AskedMembers): Prisma.Sql {
  const conditions = [
    within,
    ...(kind === undefined ? [] : [Prisma.sql`m."data" ->> 'kind' = ${kind}`]),
    ...(cityPlatform === undefined ? [] : [Prisma.sql`m."data" ->> 'cityPlatform' = ${cityPlatform}`]),
    ...(status === undefined ? [] : [Prisma.sql`m."status" = ${status}`]),
    ...(list === undefined
      ? []
      : [
          Prisma.sql`EXISTS (SELECT 1 FROM "RegisterEntry" l WHERE l."register" = ${registerOfList[list]}
            AND l."party" = m."party" AND l."status" = ${listingStatuses[list]})`,
        ]),
  ];
  return Prisma.join(conditions, ' AND ');
}

const registerOfList: Readonly<Record<ListName, string>> = { WHITE: registers.whiteList, BLACK: registers.blackList };

/** The standing of the city platforms by their id; one that was never on record has none. */
export async function cityPlatformEntries(
  database: Pick<Database, '$queryRaw'>,
): Promise<ReadonlyMap<string, Pick<MemberEntry, 'joinedOn'> & { readonly status: MemberStatus }>> {
  const rows = await database.$queryRaw<{ id: string; joinedOn: Day; status: MemberStatus }[]>`
    SELECT m."data" ->> 'cityPlatform' AS "id", m."data" ->> 'joinedOn' AS "joinedOn", m."status" FROM "RegisterEntry" m
    WHERE m."register" = ${registers.members} AND m."data" ->> 'kind' = ${'CITY_PLATFORM' satisfies MemberKind}`;
  return new Map(rows.map(({ id, ...entry }) => [id, entry]));
}
