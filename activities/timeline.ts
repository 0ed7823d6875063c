/**
 * The timeline of a case: append-only and hash-chained. Each line's hash covers the line and the hash before it, and the case keeps
 * length and head of its chain, so a line that was changed, removed, added or moved later, or cut off at the end, is found by
 * {@link verifyChain}.
 */
import { createHash } from 'node:crypto';
import type { Transaction } from '../prisma/client.ts';
import { Prisma } from '../prisma/generated/client.ts';
import type { Actor } from '../rules/roles.ts';
import { text, type Text } from '../rules/text.ts';
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

/** Where a chain stands: how many lines it has and the hash of the last one. */
export interface ChainHead {
  readonly timelineLength: number;
  readonly timelineHead: string;
}

/** Where lines are appended to a chain. */
export interface ChainEnd extends ChainHead {
  /** Moment of the last line; that of the opening of the case before the first one. */
  readonly timelineAt: Date;
}

const GENESIS = '0'.repeat(64);

/** The lanes that write to one timeline read their clocks some milliseconds apart: only more than this is a clock that was set back. */
const SET_BACK_MS = 60_000;

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
 * Links lines to a chain: the rows to keep and where the chain stands after them. A timeline never goes back: a line that would lie
 * before the line before it gets the moment of that one. When the clock was set back by a minute or more, the line keeps in its
 * detail what the clock said (XC-05.3).
 */
export function chained(
  caseId: string,
  { timelineLength, timelineHead, timelineAt }: ChainEnd,
  lines: readonly TimelineLine[],
): ChainEnd & { readonly rows: readonly ChainedLine[] } {
  let prevHash = timelineHead;
  let latest = timelineAt;
  const rows = lines.map((line, index) => {
    const clock = new Date(line.at);
    if (clock > latest) latest = clock;
    const isSetBack = latest.getTime() - clock.getTime() >= SET_BACK_MS;
    const detail = isSetBack ? { ...line.detail, clockSaid: line.at } : line.detail;
    const said = {
      caseId,
      seq: timelineLength + index + 1,
      at: latest,
      type: line.type,
      actor: plain(line.actor),
      title: plain(line.title),
      detail: detail === undefined ? null : plain(detail),
      clause: line.clause ?? null,
      requirement: line.requirement ?? null,
      revision: line.revision ?? null,
      prevHash,
    };
    const hash = hashLine(said);
    prevHash = hash;
    return { ...said, hash };
  });
  return { rows, timelineLength: timelineLength + rows.length, timelineHead: prevHash, timelineAt: latest };
}

/**
 * Appends lines that no transition wrote, such as the delivery of a notice, inside the caller's transaction. The case is locked
 * until it ends, so writers of one case follow each other and writers of different cases do not meet.
 */
export async function appendLines(tx: Transaction, caseId: string, lines: readonly TimelineLine[]): Promise<void> {
  const [end] = await tx.$queryRaw<ChainEnd[]>`
    SELECT "timelineLength", "timelineHead", COALESCE("timelineAt", "openedAt") AS "timelineAt"
    FROM "Case" WHERE "id" = ${caseId} FOR UPDATE`;
  if (end === undefined) throw new Error(`There is no case ${caseId} to write lines for.`);
  const { rows, timelineLength, timelineHead, timelineAt } = chained(caseId, end, lines);
  await tx.$executeRaw`
    WITH line AS (${insertLines(rows)})
    UPDATE "Case" SET "timelineLength" = ${timelineLength}, "timelineHead" = ${timelineHead}, "timelineAt" = ${timelineAt}
    WHERE "id" = ${caseId}`;
}

/** One statement for all rows, to be part of a larger one. */
export function insertLines(rows: readonly ChainedLine[]): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "TimelineEvent"
      ("caseId", "seq", "at", "type", "actor", "title", "detail", "clause", "requirement", "revision", "prevHash", "hash")
    SELECT "caseId", "seq", "at", "type", "actor", "title", "detail", "clause", "requirement", "revision", "prevHash", "hash"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row ("caseId" text, "seq" int, "at" timestamptz, "type" text,
      "actor" jsonb, "title" jsonb, "detail" jsonb, "clause" text, "requirement" text, "revision" int, "prevHash" text, "hash" text)`;
}

/** What a check of a chain found. `brokenAt` is the `seq` of the first line that does not fit. */
export type ChainVerdict =
  | { readonly intact: true; readonly lines: number; readonly head: string }
  | { readonly intact: false; readonly lines: number; readonly brokenAt: number; readonly reason: Text };

/** Checks a whole timeline, given in ascending `seq`, against the head that the case keeps. */
export function verifyChain(lines: readonly ChainedLine[], head: ChainHead): ChainVerdict {
  const broken = (brokenAt: number, zh: string, en: string): ChainVerdict => ({
    intact: false,
    lines: lines.length,
    brokenAt,
    reason: text(zh, en),
  });
  let prevHash = GENESIS;
  for (const [index, line] of lines.entries()) {
    if (line.seq !== index + 1) return broken(line.seq, '有记录缺失或次序被改动', 'a line is missing or out of order');
    if (line.prevHash !== prevHash)
      return broken(line.seq, '与上一条记录不衔接', 'the line does not follow the one before it');
    if (hashLine(line) !== line.hash)
      return broken(line.seq, '记录内容被改动', 'the line was changed after it was written');
    prevHash = line.hash;
  }
  if (head.timelineLength !== lines.length || head.timelineHead !== prevHash)
    return broken(
      lines.length + 1,
      '末尾的记录与案件所记的不符',
      'the end of the timeline is not the one the case keeps',
    );
  return { intact: true, lines: lines.length, head: prevHash };
}
