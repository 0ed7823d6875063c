/** The reports of the members of the Anhui network, from the register of reports: one row a member and period (AH-EVAL-04). */
import type { MemberKind } from '../../rules/ah/indicators.ts';
import {
  reportKinds,
  type ReportKind,
  type ReportPeriod,
  type ReportState,
  type ReportStatus,
} from '../../rules/ah/reports.ts';
import type { PartyKey } from '../../rules/parties/party.ts';
import type { Day } from '../../rules/time/index.ts';
import type { PeriodicReportFacts, SubmittedFigures } from '../../workflows/ah/periodic-report/facts.ts';
import { registers } from '../../workflows/ah/words.ts';
import type { Database } from '../client.ts';
import { Prisma } from '../generated/client.ts';

/** Which reports are read. What is left out narrows nothing. */
export interface AskedReports {
  /** What the reader may see, as a condition on the register of members `m`. */
  readonly within: Prisma.Sql;
  readonly year?: number | undefined;
  readonly period?: ReportPeriod | undefined;
  readonly kind?: ReportKind | undefined;
  readonly status?: ReportStatus | undefined;
  /** Reports that their member has still to make: due, missing, or returned to it. */
  readonly owed?: boolean | undefined;
  readonly member?: PartyKey | undefined;
  /** Id of the city platform that is, or takes in, the member. */
  readonly cityPlatform?: string | undefined;
}

/** A member as the rows of its reports name it. */
export interface ReportingMember {
  readonly party: PartyKey;
  readonly name: string;
  readonly kind: MemberKind;
  readonly cityPlatform: string;
  /** The standing case of its reports. */
  readonly caseId: string;
}

export interface ReportRow extends ReportingMember {
  readonly period: ReportPeriod;
  readonly report: ReportState;
  /** What was submitted last; null while nothing was, and for what the case remembers no more. */
  readonly submitted: SubmittedFigures | null;
}

/** Where a page begins: behind this day, period and member. */
export type ReportPosition = readonly [dueOn: Day, period: ReportPeriod, party: PartyKey];

const MEMBERS = Prisma.sql`"RegisterEntry" e JOIN "RegisterEntry" m ON m."register" = ${registers.members} AND m."party" = e."party"`;
const MEMBER = Prisma.sql`e."party", e."name", m."data" ->> 'kind' AS "kind", m."data" ->> 'cityPlatform' AS "cityPlatform", e."caseId"`;

/** Who has left reports no more: the case of its reports is closed. */
const GOES_ON = Prisma.sql`EXISTS (SELECT FROM "Case" g WHERE g."id" = e."caseId" AND g."closedAt" IS NULL)`;

/** Reports by the day on which they are due, the latest first. */
export function reportRows(
  database: Pick<Database, '$queryRaw'>,
  asked: AskedReports,
  { after, limit }: { readonly after: ReportPosition | null; readonly limit: number },
): Promise<ReportRow[]> {
  const [day, period, party] = after ?? [null, null, null];
  const submitted: (keyof PeriodicReportFacts)[] = ['submitted'];
  return database.$queryRaw<ReportRow[]>`
    SELECT ${MEMBER}, p."key" AS "period", p."value" AS "report",
      c."state" -> 'facts' -> ${submitted[0]} -> p."key" AS "submitted"
    FROM ${MEMBERS} LEFT JOIN "Case" c ON c."id" = e."caseId", jsonb_each(e."data" -> 'reports') AS p ("key", "value")
    WHERE e."register" = ${registers.reports} AND ${conditionOf(asked)}
      AND (${day}::text IS NULL OR (p."value" ->> 'dueOn', p."key", e."party") < (${day}::text, ${period}::text, ${party}::text))
    ORDER BY p."value" ->> 'dueOn' DESC, p."key" DESC, e."party" DESC LIMIT ${limit}`;
}

/** How many reports of each period stand how; what a member that has left would have been due to report is not counted. */
export function reportCounts(
  database: Pick<Database, '$queryRaw'>,
  asked: AskedReports,
): Promise<{ readonly period: ReportPeriod; readonly status: ReportStatus; readonly n: number }[]> {
  return database.$queryRaw`
    SELECT p."key" AS "period", p."value" ->> 'status' AS "status", count(*)::int AS "n"
    FROM ${MEMBERS}, jsonb_each(e."data" -> 'reports') AS p ("key", "value")
    WHERE e."register" = ${registers.reports} AND ${conditionOf(asked)} AND (p."value" ->> 'status' <> 'DUE' OR ${GOES_ON})
    GROUP BY 1, 2 ORDER BY 1, 2`;
}

/** Members that have a report of a year on record, with all of its reports, by kind and name. */
export function reportsByMember(
  database: Pick<Database, '$queryRaw'>,
  asked: AskedReports & { readonly year: number },
  {
    after,
    limit,
  }: { readonly after: readonly [kind: string, name: string, party: PartyKey] | null; readonly limit: number },
): Promise<(ReportingMember & { readonly reports: Readonly<Record<ReportPeriod, ReportState>> })[]> {
  const [kind, name, party] = after ?? [null, null, null];
  return database.$queryRaw`
    SELECT ${MEMBER}, jsonb_object_agg(p."key", p."value") AS "reports"
    FROM ${MEMBERS}, jsonb_each(e."data" -> 'reports') AS p ("key", "value")
    WHERE e."register" = ${registers.reports} AND ${conditionOf(asked)}
      AND (${kind}::text IS NULL OR (m."data" ->> 'kind', e."name", e."party") > (${kind}::text, ${name}::text, ${party}::text))
    GROUP BY e."id", m."id" ORDER BY m."data" ->> 'kind', e."name", e."party" LIMIT ${limit}`;
}

function conditionOf(asked: AskedReports): Prisma.Sql {
  const { within, year, period, kind, status, owed, member, cityPlatform } = asked;
  const conditions = [
    within,
    ...(year === undefined ? [] : [Prisma.sql`left(p."key", 4) = ${String(year)}`]),
    ...(period === undefined ? [] : [Prisma.sql`p."key" = ${period}`]),
    ...(kind === undefined ? [] : [Prisma.sql`length(p."key") = ${reportKinds[kind].length}`]),
    ...(status === undefined ? [] : [Prisma.sql`p."value" ->> 'status' = ${status}`]),
    ...(owed === true
      ? [
          Prisma.sql`(p."value" ->> 'status' IN ('DUE', 'MISSING') OR p."value" ->> 'examined' = 'RETURNED') AND ${GOES_ON}`,
        ]
      : []),
    ...(member === undefined ? [] : [Prisma.sql`e."party" = ${member}`]),
    ...(cityPlatform === undefined ? [] : [Prisma.sql`m."data" ->> 'cityPlatform' = ${cityPlatform}`]),
  ];
  return Prisma.join(conditions, ' AND ');
}
