/**
 * The timeline of a case: append-only and hash-chained. Each line's hash covers the line and the hash before it, so a line that was
 * changed, removed, added or moved later is found by {@link verifyChain}.
 */
import { createHash } from 'node:crypto';
import type { Transaction } from '../prisma/client.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import type { Actor } from '../rules/roles.ts';
import type { Text } from '../rules/text.ts';
import { instantOf, type Instant } from '../rules/time/index.ts';

export interface TimelineLine {
  readonly at: Instant;
  /** Past tense, SCREAMING_SNAKE, e.g. `INTERVIEW_PASSED`. */
  readonly type: string;
  readonly actor: Actor;
  readonly title: Text;
  readonly detail?: Record<string, unknown>;
  readonly clause?: string;
  readonly requirement?: string;
  readonly revision?: number;
}

/** A stored line, as read back from the database. */
export interface ChainedLine {
  readonly caseId: string;
  readonly seq: number;
  readonly at: Date;
  readonly type: string;
  readonly actor: unknown;
  readonly title: unknown;
  readonly detail: unknown;
  readonly clause: string | null;
  readonly requirement: string | null;
  readonly revision: number | null;
  readonly prevHash: string;
  readonly hash: string;
}

const GENESIS = '0'.repeat(64);

/** JSON with sorted keys, so that a line hashes the same after the database has stored and returned it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** As the database will give it back: no undefined parts. */
function plain(value: object): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject;
}

/** SHA-256 over the previous hash and everything the line says. */
export function hashLine(line: Omit<ChainedLine, 'hash'>): string {
  const { prevHash, caseId, seq, at, type, actor, title, detail, clause, requirement, revision } = line;
  const said = { caseId, seq, at: instantOf(at.getTime()), type, actor, title, detail, clause, requirement, revision };
  return createHash('sha256').update(prevHash).update(canonical(said)).digest('hex');
}

/**
 * Appends lines to a case's timeline inside the caller's transaction; the head of the chain is locked until it ends, so
 * writers of one case follow each other and writers of different cases do not meet.
 */
export async function appendLines(tx: Transaction, caseId: string, lines: readonly TimelineLine[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.$queryRaw`SELECT 1 FROM "Case" WHERE "id" = ${caseId} FOR UPDATE`;
  const head = await tx.timelineEvent.findFirst({
    where: { caseId },
    orderBy: { seq: 'desc' },
    select: { seq: true, hash: true },
  });
  let seq = head?.seq ?? 0;
  let prevHash = head?.hash ?? GENESIS;
  const rows = lines.map((line) => {
    seq += 1;
    const said = {
      caseId,
      seq,
      at: new Date(line.at),
      type: line.type,
      actor: plain(line.actor),
      title: { ...line.title },
      ...(line.detail !== undefined && { detail: plain(line.detail) }),
      clause: line.clause ?? null,
      requirement: line.requirement ?? null,
      revision: line.revision ?? null,
      prevHash,
    };
    const hash = hashLine({ detail: null, ...said });
    prevHash = hash;
    return { ...said, hash };
  });
  await tx.timelineEvent.createMany({ data: rows });
}

/** What a check of a chain found. `brokenAt` is the `seq` of the first line that does not fit. */
export type ChainVerdict =
  | { readonly intact: true; readonly lines: number; readonly head: string }
  | { readonly intact: false; readonly lines: number; readonly brokenAt: number; readonly reason: Text };

/** Checks a whole timeline, given in ascending `seq`. A cut tail is found only by comparing `head` with one noted earlier. */
export function verifyChain(lines: readonly ChainedLine[]): ChainVerdict {
  let prevHash = GENESIS;
  for (const [index, line] of lines.entries()) {
    const broken = (zh: string, en: string): ChainVerdict => ({
      intact: false,
      lines: lines.length,
      brokenAt: line.seq,
      reason: { zh, en },
    });
    if (line.seq !== index + 1) return broken('有记录缺失或次序被改动', 'a line is missing or out of order');
    if (line.prevHash !== prevHash) return broken('与上一条记录不衔接', 'the line does not follow the one before it');
    if (hashLine(line) !== line.hash) return broken('记录内容被改动', 'the line was changed after it was written');
    prevHash = line.hash;
  }
  return { intact: true, lines: lines.length, head: prevHash };
}
