/** The statistics of services, summed over the records alone (HN-NET-24): nobody types a figure in, and each is exactly as long as its list. */
import type { Day } from '../../rules/time/index.ts';
import type { Database } from '../client.ts';
import { Prisma } from '../generated/client.ts';

/** Which services are counted, and as of when. */
export interface CountedServices {
  /** Days of service, both included, Shanghai. */
  readonly from: Day;
  readonly to: Day;
  /** As of this day: a record found false on it or before counts no more. */
  readonly asOf: Day;
  /** The platform that examined the records. */
  readonly platform?: string | undefined;
  /** Key of who served. */
  readonly provider?: string | undefined;
  /** What the reader may see; everything if left out. */
  readonly within?: Prisma.Sql | undefined;
}

/** The four figures of article 23, and what of them is no basis for support. */
export interface ServiceStatistics {
  /** Service items or products. */
  readonly items: number;
  /** Times handled. */
  readonly times: number;
  /** Enterprises served, each as often as it was (家次). */
  readonly enterpriseVisits: number;
  /** Services with a score, and those of them whose score counts as satisfied. */
  readonly scored: number;
  readonly satisfied: number;
  /** Entered in time: a basis for subsidies, titles and awards (HN-NET-23.5). */
  readonly eligible: number;
  readonly late: number;
  /** Found false: kept, marked, and in none of the figures above (HN-NET-26.4). */
  readonly excluded: number;
}

/** What a list has: each figure names the one that is as long as it says. */
export const countedAs = ['times', 'scored', 'satisfied', 'eligible', 'late', 'excluded'] as const;

export type CountedAs = (typeof countedAs)[number];

/** @param satisfiedFrom least score that counts as satisfied */
export async function serviceStatistics(
  database: Pick<Database, '$queryRaw'>,
  counted: CountedServices,
  satisfiedFrom: number,
): Promise<ServiceStatistics> {
  const figure = (as: CountedAs) => Prisma.sql`count(*) FILTER (WHERE ${conditionOf(as, counted.asOf, satisfiedFrom)})`;
  const sum = (column: string) => Prisma.sql`coalesce(sum(${Prisma.raw(`"${column}"`)}), 0)::int`;
  // By item first: as many distinct items as groups, without a sort of all records.
  const [row] = await database.$queryRaw<[ServiceStatistics]>`
    SELECT count(*) FILTER (WHERE "times" > 0)::int AS "items", ${sum('times')} AS "times", ${sum('visits')} AS "enterpriseVisits",
      ${sum('scored')} AS "scored", ${sum('satisfied')} AS "satisfied", ${sum('eligible')} AS "eligible", ${sum('late')} AS "late",
      ${sum('excluded')} AS "excluded"
    FROM (
      SELECT r."item", ${figure('times')} AS "times", ${figure('scored')} AS "scored", ${figure('satisfied')} AS "satisfied",
        sum(r."enterprises") FILTER (WHERE ${conditionOf('times', counted.asOf, satisfiedFrom)}) AS "visits",
        ${figure('eligible')} AS "eligible", ${figure('late')} AS "late", ${figure('excluded')} AS "excluded"
      FROM "ServiceRecord" AS r WHERE ${chosen(counted)} GROUP BY r."item") AS items`;
  return row;
}

/** A record in a list. */
export interface ListedRecord {
  readonly caseId: string;
  readonly bodyId: string;
  readonly provider: string;
  readonly item: string;
  readonly servedOn: Day;
  readonly enterprises: number;
  readonly score: number | null;
  readonly inTime: boolean;
  readonly excludedFrom: Day | null;
}

/**
 * The records that a figure counts, the latest service first.
 * @param after where the page before ended @param limit how many to read
 */
export async function countedRecords(
  database: Pick<Database, '$queryRaw'>,
  counted: CountedServices & { readonly as: CountedAs },
  satisfiedFrom: number,
  { after, limit }: { readonly after: readonly [servedOn: string, caseId: string] | null; readonly limit: number },
): Promise<ListedRecord[]> {
  const behind =
    after === null ? Prisma.sql`TRUE` : Prisma.sql`(r."servedOn", r."caseId") < (${after[0]}, ${after[1]})`;
  return database.$queryRaw<ListedRecord[]>`
    SELECT r."caseId", r."bodyId", r."provider", r."item", r."servedOn", r."enterprises", r."score", r."inTime", r."excludedFrom"
    FROM "ServiceRecord" AS r
    WHERE ${chosen(counted)} AND ${conditionOf(counted.as, counted.asOf, satisfiedFrom)} AND ${behind}
    ORDER BY r."servedOn" DESC, r."caseId" DESC LIMIT ${limit}`;
}

function chosen({ from, to, platform, provider, within }: CountedServices): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.sql`r."servedOn" BETWEEN ${from} AND ${to}`,
      ...(platform === undefined ? [] : [Prisma.sql`r."bodyId" = ${platform}`]),
      ...(provider === undefined ? [] : [Prisma.sql`r."provider" = ${provider}`]),
      ...(within === undefined ? [] : [within]),
    ],
    ' AND ',
  );
}

/** What a record must be to be counted so. */
function conditionOf(as: CountedAs, asOf: Day, satisfiedFrom: number): Prisma.Sql {
  if (as === 'excluded') return Prisma.sql`r."excludedFrom" <= ${asOf}`;
  const stands = Prisma.sql`(r."excludedFrom" IS NULL OR r."excludedFrom" > ${asOf})`;
  switch (as) {
    case 'times':
      return stands;
    case 'scored':
      return Prisma.sql`${stands} AND r."score" IS NOT NULL`;
    case 'satisfied':
      return Prisma.sql`${stands} AND r."score" >= ${satisfiedFrom}`;
    case 'eligible':
      return Prisma.sql`${stands} AND r."inTime"`;
    case 'late':
      return Prisma.sql`${stands} AND NOT r."inTime"`;
  }
}
