/**
 * A promotion is advertised to registered consumers, in pages from the records; nobody is written to who refuses commercial mail (HN-NET-15.9).
 * Whoever refuses it between the planning and the sending is left out then.
 */
import type { Database, Transaction } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { isSuppressed } from '../../rules/notices.ts';
import type { PartyKey } from '../../rules/parties/party.ts';
import type { Day, Instant } from '../../rules/time/index.ts';
import { promotion, shownStages } from '../../workflows/hn-net/promotion/contract.ts';
import { registers } from '../../workflows/hn-net/words.ts';
import { addNotices, rowsFor } from '../notice-rows.ts';
import type { Recipient, recipientsOf } from '../recipients.ts';
import { takesTurn, tellOnce } from './beside.ts';

/** Consumers that one transaction writes to. */
const PAGE = 200;

const template = 'promotionAdvertised';
const spec = promotion.notices[template];

/** A promotion whose mailing was ordered and is not complete. */
interface Ordered {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly regime: string;
  readonly title: string;
  readonly subject: PartyKey;
  readonly bodyId: string;
  readonly region: string;
  readonly from: Day;
  readonly to: Day;
  /** What it is called, in its form. */
  readonly name: string;
}

const CONSUMERS = Prisma.sql`e."register" = ${registers.consumers} AND e."status" = 'REGISTERED'`;

/** An account in use acts as the consumer and takes commercial mail: who has none cannot have agreed to any. */
const TAKES_MAIL = Prisma.sql`EXISTS (
  SELECT 1 FROM "Office" o JOIN "User" u ON u."id" = o."userId"
  WHERE o."party" = e."party" AND o."role" = 'consumer' AND u."disabledAt" IS NULL AND NOT u."refusesCommercialMail")`;

/** The contact of a form has no account, and with it no way to refuse. */
function isAccount({ id }: Recipient): boolean {
  return !id.startsWith('contact:');
}

function requestTo(party: PartyKey): string {
  return `${template}@${party}`;
}

/**
 * Plans the mails to the next page of consumers, or tells the case that there are no more. What was looked at is not looked at again, whether
 * anybody was written to or not.
 * @returns false if there was nothing to do, or another worker does it
 */
export async function mailNext(database: Database, now: Instant, whoGets: typeof recipientsOf): Promise<boolean> {
  for (const one of await orderedMailings(database)) {
    const worked = await database.$transaction(async (tx) => {
      if (!(await takesTurn(tx, `mailing:${one.id}`))) return false;
      const after = (await tx.promotionMailing.findUnique({ where: { caseId: one.id } }))?.after ?? '';
      const page = await tx.$queryRaw<{ id: string; party: PartyKey }[]>`
        SELECT e."id", e."party" FROM "RegisterEntry" e
        WHERE ${CONSUMERS} AND ${TAKES_MAIL} AND e."id" > ${after} ORDER BY e."id" LIMIT ${PAGE}`;
      const last = page.at(-1)?.id;
      if (last === undefined) return tellCase(tx, one, now);
      const parties = page.map(({ party }) => party);
      await mail(tx, one, parties, now, whoGets);
      await tx.promotionMailing.upsert({
        where: { caseId: one.id },
        create: { caseId: one.id, after: last },
        update: { after: last },
      });
      return true;
    });
    if (worked) return true;
  }
  return false;
}

async function orderedMailings(database: Database): Promise<Ordered[]> {
  return database.$queryRaw<Ordered[]>`
    SELECT c."id", c."number", c."kind", c."regime", c."title", c."subject", c."bodyId", c."region",
      c."state" -> 'facts' ->> 'from' AS "from", c."state" -> 'facts' ->> 'to' AS "to",
      (SELECT f."data" ->> 'title' FROM "Form" f WHERE f."caseId" = c."id" ORDER BY f."version" DESC LIMIT 1) AS "name"
    FROM "Case" c
    WHERE c."kind" = ${promotion.kind} AND c."stage" = ANY(${[...shownStages]}::text[])
      AND c."state" -> 'facts' -> 'mailing' ->> 'orderedAt' IS NOT NULL
      AND c."state" -> 'facts' -> 'mailing' ->> 'result' IS NULL
      AND NOT EXISTS (SELECT 1 FROM "CaseMessage" m WHERE m."id" = c."id" || ':mailed')
    ORDER BY c."id"`;
}

async function mail(
  tx: Transaction,
  { name, from, to, ...head }: Ordered,
  parties: readonly PartyKey[],
  now: Instant,
  whoGets: typeof recipientsOf,
): Promise<void> {
  const audiences = parties.map((party) => ({ party, roles: ['consumer'] }));
  const found = await whoGets(
    tx,
    audiences.map((audience) => ({ about: head, to: audience })),
  );
  const rows = audiences.flatMap((audience, nth) => {
    const key = requestTo(audience.party);
    const request = { key, number: 1, template, to: audience, data: { name, from, to }, deadlines: [] };
    const recipients = (found[nth] ?? []).filter((one) => isAccount(one) && !isSuppressed(spec, one));
    return rowsFor({ head, request, spec, plannedAt: now }, recipients);
  });
  await addNotices(tx, rows);
}

/** The case hears how many were written to, and how many are left out. @returns false if it was told so before */
async function tellCase(tx: Transaction, { id }: Ordered, now: Instant): Promise<boolean> {
  const [all] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS "n" FROM "RegisterEntry" e WHERE ${CONSUMERS}`;
  const [sent] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(DISTINCT n."request")::int AS "n" FROM "Notice" n WHERE n."caseId" = ${id} AND n."template" = ${template}`;
  const told = sent?.n ?? 0;
  return tellOnce(
    tx,
    {
      id: `${id}:mailed`,
      toCaseId: id,
      action: 'mailingFinished',
      input: { told, leftOut: Math.max(0, (all?.n ?? 0) - told) },
      rule: 'HN-NET-15.9',
    },
    now,
  );
}
