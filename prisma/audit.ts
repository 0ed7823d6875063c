/**
 * The audit log: every change that is no step of a case, with who made it, from where, and what it was before. One append-only hash chain
 * for the installation. An entry is appended in the transaction of the change it tells of, so neither stands without the other; the
 * database holds the API to that for accounts, calendars and rules (see the migration `audit_log`).
 */
import { userInfo } from 'node:os';
import { DEFAULT_CHAIN_HASH, type ChainHash } from '../config/chain-hash.ts';
import type { AuditActorKind, AuditedChange, Fields } from '../rules/audit.ts';
import { canonical } from '../rules/canonical.ts';
import { instantOf, type Instant } from '../rules/time/index.ts';
import { checkChain, linkHash, notBefore, plain, type ChainCheck, type ChainHead, type ChainVerdict } from './chain.ts';
import type { Database, Transaction } from './client.ts';
import { Prisma, type AuditEntry } from './generated/client.ts';

/** Who makes changes, from where and when. */
export interface AuditOrigin {
  readonly actor: {
    readonly kind: AuditActorKind;
    /** Id of the account, key of the contact, name of the command; null for nobody. */
    readonly id: string | null;
    readonly name: string | null;
    /** In which capacities it is done. */
    readonly roles: readonly string[];
  };
  /** Network address, as the trusted proxies tell it; null for a command and for a step of a case. */
  readonly address: string | null;
  readonly requestId: string | null;
  /** By the clock of the stack. */
  readonly at: Instant;
  /** The hash of the entries; SHA-256 unless given. */
  readonly chainHash?: ChainHash;
}

/** A command of the operator, under the name of the user of the machine who runs it. */
export function commandOrigin(name: string, at: Instant, chainHash?: ChainHash): AuditOrigin {
  return {
    actor: { kind: 'COMMAND', id: name, name: operator(), roles: [] },
    address: null,
    requestId: null,
    at,
    ...(chainHash !== undefined && { chainHash }),
  };
}

/** A container may run as a number that no user has. */
function operator(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}

/** The end of the log, which is locked until the transaction ends: append as late in it as possible. */
interface AuditEnd extends ChainHead {
  readonly at: Date | null;
}

/** Appends entries in the caller's transaction. The log never goes back: an entry is not dated before the one before it. */
export async function appendAudit(
  tx: Transaction,
  { actor, address, requestId, at: clock, chainHash: algorithm = DEFAULT_CHAIN_HASH }: AuditOrigin,
  changes: readonly AuditedChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const [end] = await tx.$queryRaw<
    AuditEnd[]
  >`SELECT "length", "head", "at" FROM "AuditHead" WHERE "id" = 1 FOR UPDATE`;
  if (end === undefined) throw new Error('The audit log has no end: the row of "AuditHead" is missing.');
  const { at, isSetBack } = notBefore(end.at ?? new Date(clock), new Date(clock));
  let prevHash = end.head;
  const rows = changes.map(({ action, object, before, after, reason }, index) => {
    const content = {
      seq: end.length + index + 1,
      at,
      clockSaid: isSetBack ? new Date(clock) : null,
      action,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      actorRoles: [...actor.roles],
      address,
      requestId,
      objectKind: object.kind,
      objectId: object.id,
      before: before === undefined ? null : plain(before),
      after: after === undefined ? null : plain(after),
      reason: reason ?? null,
    };
    const row = { ...content, algorithm, prevHash, hash: linkHash(algorithm, prevHash, contentOf(content)) };
    prevHash = row.hash;
    return row;
  });
  await tx.auditEntry.createMany({
    data: rows.map((row) => ({ ...row, before: row.before ?? Prisma.DbNull, after: row.after ?? Prisma.DbNull })),
  });
  await tx.auditHead.update({
    where: { id: 1 },
    data: { length: end.length + rows.length, head: prevHash, at },
    select: { id: true },
  });
}

/** An entry without what the chain adds to it. */
type AuditContent = Omit<AuditEntry, 'algorithm' | 'prevHash' | 'hash' | 'before' | 'after'> & {
  readonly before: unknown;
  readonly after: unknown;
};

/** What is hashed of an entry. */
function contentOf({ at, clockSaid, before, after, reason, ...entry }: AuditContent): object {
  const { seq, action, actorKind, actorId, actorName, actorRoles, address, requestId, objectKind, objectId } = entry;
  return {
    ...{ seq, action, actorKind, actorId, actorName, actorRoles, address, requestId, objectKind, objectId },
    ...{ before, after, reason },
    at: instantOf(at.getTime()),
    clockSaid: clockSaid === null ? null : instantOf(clockSaid.getTime()),
  };
}

/** The parts that differ, before and after. */
export function differing(before: Fields, after: Fields): { readonly before: Fields; readonly after: Fields } {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => canonical(before[name]) !== canonical(after[name]),
  );
  const of = (record: Fields): Fields => Object.fromEntries(names.map((name) => [name, record[name] ?? null]));
  return { before: of(before), after: of(after) };
}

/** A check of the log; see {@link checkChain}. */
export function checkAudit(): ChainCheck<AuditEntry> {
  return checkChain<AuditEntry>(contentOf);
}

/** Entries looked at in one go. */
const PAGE = 1_000;

/** Checks the whole log against its end, as of one moment. */
export async function verifyAudit(database: Database): Promise<ChainVerdict> {
  return database.$transaction(
    async (tx) => {
      const check = checkAudit();
      const kept = await tx.auditHead.findUniqueOrThrow({ where: { id: 1 } });
      for (let after = 0; ;) {
        const page = await tx.auditEntry.findMany({
          where: { seq: { gt: after } },
          orderBy: { seq: 'asc' },
          take: PAGE,
        });
        check.take(page);
        const last = page.at(-1);
        if (last === undefined || page.length < PAGE) return check.verdict(kept);
        after = last.seq;
      }
    },
    { isolationLevel: 'RepeatableRead', timeout: 300_000 },
  );
}
