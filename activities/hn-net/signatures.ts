/**
 * Every provider in the register is asked to sign the user agreement: the cases of a version are opened in pages from the records, and so
 * is that of whoever is registered later. No case carries the list (HN-NET-07.1, 07.2).
 */
import { createHash } from 'node:crypto';
import { CASES_CHANNEL } from '../../prisma/channels.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { newestVersions, openCases } from '../../prisma/open-case.ts';
import type { PartyKey } from '../../rules/parties/party.ts';
import { systemActor } from '../../rules/roles.ts';
import type { Day, Instant } from '../../rules/time/index.ts';
import { firstStage } from '../../workflows/engine/contract.ts';
import { agreementSignature } from '../../workflows/hn-net/agreement-signature/contract.ts';
import { tradingPlatform } from '../../workflows/hn-net/trading-platform.ts';
import { registers } from '../../workflows/hn-net/words.ts';
import { takesTurn } from './beside.ts';

/** Cases that one transaction opens. */
const PAGE = 100;

interface Version {
  readonly agreementId: string;
  readonly version: number;
  readonly effectiveFrom: Day;
}

/**
 * Opens the next cases of the version that was published last, and tells open ones of providers that have left the register.
 * @returns false if there was nothing to do, or another worker does it
 */
export async function signaturesNext(database: Database, now: Instant): Promise<boolean> {
  const published = await publishedVersion(database);
  if (published === null) return false;
  return database.$transaction(async (tx) => {
    if (!(await takesTurn(tx, 'signatures'))) return false;
    const opened = await openNext(tx, published, now);
    const left = await tellOfLeaving(tx, now);
    if (opened + left > 0) await tx.$executeRaw`SELECT pg_notify(${CASES_CHANNEL}, '')`;
    return opened + left > 0;
  });
}

async function publishedVersion(database: Database): Promise<Version | null> {
  const { party } = tradingPlatform();
  const entry = await database.registerEntry.findUnique({
    where: { register_party: { register: registers.agreements, party } },
    select: { caseId: true, data: true },
  });
  if (entry === null) return null;
  const { version, effectiveFrom } = entry.data as unknown as Omit<Version, 'agreementId'>;
  return { agreementId: entry.caseId, version, effectiveFrom };
}

/** A provider that left and is registered anew signs anew: its case is one of the registration, and not of the provider alone. */
async function openNext(tx: Transaction, { agreementId, version, effectiveFrom }: Version, now: Instant) {
  const { kind, regime, prefix } = agreementSignature;
  const unasked = await tx.$queryRaw<{ party: PartyKey; name: string; caseId: string }[]>`
    SELECT e."party", e."name", e."caseId" FROM "RegisterEntry" e
    WHERE e."register" = ${registers.providers} AND e."status" IN ('REGISTERED', 'SUSPENDED') AND e."caseId" NOT IN (
      SELECT c."opening" ->> 'registrationId' FROM "Case" c
      WHERE c."parentId" = ${agreementId} AND c."kind" = ${kind} AND c."opening" ->> 'registrationId' IS NOT NULL)
    ORDER BY e."id" LIMIT ${PAGE}`;
  if (unasked.length === 0) return 0;
  const { body } = tradingPlatform();
  const versions = await newestVersions(tx, regime);
  await openCases(
    tx,
    unasked.map(({ party, name, caseId: registrationId }) => ({
      row: {
        id: `${prefix}-${createHash('sha256').update(`${agreementId}\n${registrationId}`).digest('hex').slice(0, 32)}`,
        ...{ kind, regime, stage: firstStage(agreementSignature), subject: party, title: name, ...body },
        ...{ about: `agreement:${version}`, parentId: agreementId, openedById: null, priority: 0, ...versions },
      },
      openedAt: now,
      opening: { agreementId, version, effectiveFrom, registrationId },
      parties: { provider: [party] },
    })),
  );
  return unasked.length;
}

/** Who is in the register no more has nothing to sign. */
async function tellOfLeaving(tx: Transaction, now: Instant): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "CaseMessage" ("id", "toCaseId", "action", "input", "actor", "createdAt")
    SELECT c."id" || ':left', c."id", 'providerLeft', '{}'::jsonb, ${JSON.stringify(systemActor('HN-NET-07.4'))}::jsonb, ${now}::timestamptz
    FROM "Case" c JOIN "RegisterEntry" e ON e."register" = ${registers.providers} AND e."party" = c."subject"
    WHERE c."kind" = ${agreementSignature.kind} AND c."closedAt" IS NULL AND c."revision" > 0
      AND (e."status" = 'DEREGISTERED' OR e."caseId" <> c."opening" ->> 'registrationId')
    ON CONFLICT DO NOTHING`;
}
