/**
 * Every provider and consumer is told that the platform ends, in pages from the records (HN-NET-11.2). The case plans one notice, to the
 * operator; whoever is concerned gets the same, a row of the outbox each, and so does who registers while the end stands.
 */
import type { Database, Transaction } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { mattersOfParties } from '../../rules/hn-net/termination.ts';
import type { PartyKey } from '../../rules/parties/party.ts';
import type { Instant } from '../../rules/time/index.ts';
import {
  platformTermination,
  type PlatformTerminationFacts,
} from '../../workflows/hn-net/platform-termination/contract.ts';
import { registers, type TerminationReading } from '../../workflows/hn-net/words.ts';
import { addNotices, nobodyOf, rowTo, type NoticeRow } from '../notice-rows.ts';
import type { Reader } from '../reader.ts';
import type { recipientsOf } from '../recipients.ts';
import { takesTurn, tellOnce } from './beside.ts';

/** Parties that one transaction tells. */
const PAGE = 200;

/** A notice of a termination as its case planned it. */
interface Announced {
  readonly caseId: string;
  readonly request: string;
  readonly template: string;
  readonly templateVersion: number;
  readonly requirement: string | null;
  readonly data: object;
  readonly bodyId: string;
  readonly region: string;
  readonly toldAt: Instant | null;
}

/** Whom the end of the platform concerns: who is in the register as provider or consumer. */
const CONCERNED = Prisma.sql`(e."register" = ${registers.providers} AND e."status" IN ('REGISTERED', 'SUSPENDED')
  OR e."register" = ${registers.consumers} AND e."status" = 'REGISTERED')`;

/** What the copy of a notice to one party is called: whoever acts for several gets one for each, so that each is on record. */
function requestTo(request: string, party: PartyKey): string {
  return `${request}@${party}`;
}

/** Who has no notice of this request: one look at all its rows, and not one for each party. */
function untoldOf({ caseId, request }: Pick<Announced, 'caseId' | 'request'>): Prisma.Sql {
  return Prisma.sql`${CONCERNED} AND ${request} || '@' || e."party" NOT IN (
    SELECT n."request" FROM "Notice" n WHERE n."caseId" = ${caseId} AND n."request" IS NOT NULL)`;
}

/**
 * Tells the next page of those concerned, or the case that there are no more.
 * @returns false if there was nothing to do, or another worker does it
 */
export async function announceNext(database: Database, now: Instant, whoGets: typeof recipientsOf): Promise<boolean> {
  const waiting = await latestNotices(database);
  for (const one of waiting) {
    const worked = await database.$transaction(async (tx) => {
      if (!(await takesTurn(tx, `announce:${one.caseId}`))) return false;
      const parties = await tx.$queryRaw<{ party: PartyKey; name: string; register: string }[]>`
        SELECT e."party", e."name", e."register" FROM "RegisterEntry" e WHERE ${untoldOf(one)} ORDER BY e."id" LIMIT ${PAGE}`;
      if (parties.length > 0) {
        await tell(tx, one, parties, now, whoGets);
        return true;
      }
      return one.toldAt === null && (await tellCase(tx, one, now));
    });
    if (worked) return true;
  }
  return false;
}

/** The latest notice of each termination that was announced: of open ones, and of those that end with a round under way. */
async function latestNotices(database: Database): Promise<Announced[]> {
  return database.$queryRaw<Announced[]>`
    SELECT c."id" AS "caseId", c."bodyId", c."region", n."request", n."template", n."templateVersion", n."requirement", n."data",
      c."state" -> 'facts' -> 'round' ->> 'toldAt' AS "toldAt"
    FROM "Case" c JOIN LATERAL (
      SELECT * FROM "Notice" n WHERE n."caseId" = c."id" AND n."audience" ->> 'party' = c."subject"
        AND n."template" = c."state" -> 'facts' -> 'round' ->> 'notice'
      ORDER BY n."ordinal" DESC LIMIT 1) n ON true
    WHERE c."kind" = ${platformTermination.kind}
      AND (c."closedAt" IS NULL OR c."state" -> 'facts' -> 'round' ->> 'toldAt' IS NULL)`;
}

/** A row for each who acts for a party; one for a party for which nobody does, so that this is on record too. */
async function tell(
  tx: Transaction,
  { caseId, bodyId, region, request, template, templateVersion, requirement, data }: Announced,
  parties: readonly { readonly party: PartyKey; readonly name: string; readonly register: string }[],
  now: Instant,
  whoGets: typeof recipientsOf,
): Promise<void> {
  const { kind, regime } = platformTermination;
  const about = { id: caseId, kind, regime, bodyId, region };
  const audiences = parties.map(({ party, register }) => ({
    ...{ party, roles: [register === registers.providers ? 'provider' : 'consumer'] as const },
  }));
  const found = await whoGets(
    tx,
    audiences.map((to) => ({ about, to })),
  );
  const rows = parties.flatMap(({ name }, nth): NoticeRow[] => {
    const audience = audiences[nth] as (typeof audiences)[number];
    const shared = { caseId, audience, template, templateVersion, requirement, data, plannedAt: now };
    const named = { ...shared, request: requestTo(request, audience.party) };
    const recipients = found[nth] ?? [];
    return (recipients.length > 0 ? recipients : [nobodyOf({ title: name }, audience)]).map((one) =>
      rowTo(named, one, 'EMAIL'),
    );
  });
  await addNotices(tx, rows);
}

/** The case hears how many have been told, and goes on. @returns false if it was told so before */
async function tellCase(tx: Transaction, { caseId, request, template }: Announced, now: Instant): Promise<boolean> {
  const counted = await tx.$queryRaw<{ register: string; n: number }[]>`
    SELECT e."register", count(*)::int AS "n" FROM "RegisterEntry" e WHERE ${CONCERNED} GROUP BY 1`;
  const of = (register: string) => counted.find((row) => row.register === register)?.n ?? 0;
  return tellOnce(
    tx,
    {
      id: `${caseId}:told:${request}`,
      toCaseId: caseId,
      action: 'everybodyTold',
      input: { notice: template, providers: of(registers.providers), consumers: of(registers.consumers) },
      rule: 'HN-NET-11.2',
    },
    now,
  );
}

/** What stands in the way of the end (HN-NET-11.2, 11.3). */
export const readTermination: Reader<TerminationReading> = async (tx, { caseId, regime }) => {
  const { state } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { state: true } });
  const { round } = (state as unknown as { readonly facts: PlatformTerminationFacts }).facts;
  const latest = await tx.notice.findFirst({
    where: { caseId, template: round?.notice ?? '', NOT: { request: { contains: '@' } } },
    orderBy: { ordinal: 'desc' },
    select: { request: true },
  });
  const [untold] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS "n" FROM "RegisterEntry" e WHERE ${untoldOf({ caseId, request: latest?.request ?? '' })}`;
  const open = await tx.case.groupBy({
    by: ['kind'],
    where: { regime, kind: { in: Object.keys(mattersOfParties) }, closedAt: null },
    _count: { _all: true },
  });
  return { untold: untold?.n ?? 0, open: Object.fromEntries(open.map(({ kind, _count }) => [kind, _count._all])) };
};
