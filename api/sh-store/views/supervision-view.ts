/** What supervision shows of a store: its four areas with their events, and what its standing case knows (SH-STORE-08.5). */
import type { Database } from '../../../prisma/client.ts';
import { Prisma } from '../../../prisma/generated/client.ts';
import { upheldComplaintsOf } from '../../../prisma/sh-store/upheld-complaints.ts';
import { areaEvents, areas, type Area } from '../../../rules/sh-store/areas.ts';
import { platformEventTitles, type PlatformEventType } from '../../../rules/sh-store/platform-events.ts';
import { text, type Text } from '../../../rules/text.ts';
import { instantOf, type Instant } from '../../../rules/time/index.ts';
import type { StoreSupervisionFacts } from '../../../workflows/sh-store/store-supervision/facts.ts';
import { storeReference } from '../../../workflows/sh-store/words.ts';

const INSPECTED = 'STORE_INSPECTED';
const inspectionTitle = text('检查', 'inspection');

/** One thing that happened in an area. */
export interface AreaEvent {
  readonly id: string;
  readonly at: Instant;
  readonly area: Area;
  readonly type: string;
  readonly title: Text;
  /** Of an inspection: what stands on the timeline. */
  readonly words: Text | null;
}

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly type: string;
  readonly area: Area | null;
  readonly words: Text | null;
}

/** Facts of the platform and inspections of some areas, the latest first, behind a position. */
export async function areaEventsOf(
  database: Database,
  storeId: string,
  { among, after, limit }: { among: readonly Area[]; after: readonly [Instant, string] | null; limit: number },
): Promise<AreaEvent[]> {
  const about = storeReference(storeId);
  const types = among.flatMap((area) => areaEvents[area]);
  const behind = (at: Prisma.Sql, id: Prisma.Sql) =>
    after === null ? Prisma.sql`TRUE` : Prisma.sql`(${at}, ${id}) < (${new Date(after[0])}, ${after[1]})`;
  const inspection = Prisma.sql`t."caseId" || ':' || lpad(t."seq"::text, 9, '0')`;
  const rows = await database.$queryRaw<Row[]>`
    (SELECT e."id", e."occurredAt" AS at, e."type", NULL AS area, NULL::jsonb AS words FROM "PlatformEvent" e
      WHERE e."about" = ${about} AND e."type" = ANY(${types}) AND ${behind(Prisma.sql`e."occurredAt"`, Prisma.sql`e."id"`)}
      ORDER BY e."occurredAt" DESC, e."id" DESC LIMIT ${limit})
    UNION ALL
    (SELECT ${inspection}, t."at", t."type", t."detail"->>'area', t."title" FROM "TimelineEvent" t JOIN "Case" c ON c."id" = t."caseId"
      WHERE c."about" = ${about} AND c."kind" = 'storeSupervision' AND t."type" = ${INSPECTED}
        AND t."detail"->>'area' = ANY(${[...among]}) AND ${behind(Prisma.sql`t."at"`, inspection)}
      ORDER BY t."at" DESC, t."seq" DESC LIMIT ${limit})
    ORDER BY 2 DESC, 1 DESC LIMIT ${limit}`;
  return rows.map(({ id, at, type, area, words }) => ({
    ...{ id, type, words },
    at: instantOf(at.getTime()),
    area: area ?? areaOf(type),
    title: type === INSPECTED ? inspectionTitle : platformEventTitles[type as PlatformEventType],
  }));
}

function areaOf(type: string): Area {
  const [found] = Object.entries(areaEvents).find(([, types]) => types.includes(type as PlatformEventType)) ?? [];
  if (found === undefined) throw new Error(`'${type}' belongs to no area.`);
  return found as Area;
}

/** The four areas with how much there is in each. */
export async function areaSums(database: Database, storeId: string) {
  const about = storeReference(storeId);
  const [facts, inspections] = await Promise.all([
    database.platformEventSum.findMany({ where: { about }, select: { type: true, events: true, latest: true } }),
    database.$queryRaw<{ area: string; n: number }[]>`
      SELECT t."detail"->>'area' AS area, count(*)::int AS n FROM "TimelineEvent" t JOIN "Case" c ON c."id" = t."caseId"
      WHERE c."about" = ${about} AND c."kind" = 'storeSupervision' AND t."type" = ${INSPECTED} GROUP BY 1`,
  ]);
  return (Object.keys(areas) as Area[]).map((area) => {
    const own = facts.filter(({ type }) => areaEvents[area].includes(type as PlatformEventType));
    const latest = own.map((one) => one.latest.getTime()).sort((a, b) => b - a)[0];
    return {
      area,
      title: areas[area],
      events: own.reduce((sum, { events }) => sum + events, 0),
      latestAt: latest === undefined ? null : instantOf(latest),
      inspections: inspections.find((one) => one.area === area)?.n ?? 0,
    };
  });
}

/** What the standing case of a store knows, with what is counted beside it (SH-STORE-09.8, 14.1, 15.1). */
export async function standingOf(database: Database, storeId: string) {
  const about = storeReference(storeId);
  const [row, rectifications, upheld] = await Promise.all([
    database.case.findFirst({
      where: { about, kind: 'storeSupervision' },
      orderBy: { openedAt: 'desc' },
      select: { id: true, number: true, state: true },
    }),
    database.case.groupBy({ by: ['outcome'], where: { about, kind: 'rectification' }, _count: { _all: true } }),
    upheldComplaintsOf(database, storeId),
  ]);
  const facts = (row?.state as { facts?: StoreSupervisionFacts } | null)?.facts;
  const counted = rectifications.map(({ outcome, _count }) => ({ outcome, n: _count._all }));
  return {
    case: row === null ? null : { id: row.id, number: row.number },
    zeroPoints: facts === undefined ? null : { state: facts.zeroPoints.state, months: [...facts.zeroPoints.periods] },
    rating: facts === undefined ? null : { state: facts.rating.state, quartersFrom: [...facts.rating.periods] },
    credit: facts === undefined ? null : { state: facts.credit.state, latest: facts.credit.last },
    exit: facts?.exit.state ?? null,
    grounds: Object.keys(facts?.grounds ?? {}),
    findings: (facts?.findings ?? []).map(({ id, what, ground, rectifies }) => ({ id, what, ground, rectifies })),
    shareholders: await shareholdersOf(database, storeId, facts?.shareholders?.version),
    rectifications: {
      total: counted.reduce((sum, { n }) => sum + n, 0),
      open: counted.find(({ outcome }) => outcome === null)?.n ?? 0,
    },
    upheldComplaints: upheld.map(({ caseId, number, foundAt }) => ({ caseId, number, foundAt })),
  };
}

/** The list that holds; null as long as nobody has recorded one. */
async function shareholdersOf(database: Database, storeId: string, version: number | undefined) {
  if (version === undefined) return null;
  const rows = await database.storeShareholder.findMany({ where: { storeId, version }, orderBy: { place: 'asc' } });
  return rows.map(({ id, name, kind, share }) => ({ id, name, kind, share: share === null ? null : share.toNumber() }));
}
