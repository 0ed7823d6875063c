/**
 * The timeline of a case: append-only and hash-chained. Each line's hash covers the line and the hash before it, and the case keeps
 * length and head of its chain, so a line that was changed, removed, added or moved later, or cut off at the end, is found by
 * {@link verifyChain}.
 */
import { DEFAULT_CHAIN_HASH, type ChainHash } from '../config/chain-hash.ts';
import { checkChain, linkHash, notBefore, plain, type ChainVerdict, type Link } from '../prisma/chain.ts';
import type { Database, Transaction } from '../prisma/client.ts';
import { Prisma } from '../prisma/generated/client.ts';
import type { Actor } from '../rules/roles.ts';
import type { Text } from '../rules/text.ts';
import { instantOf, type Instant } from '../rules/time/index.ts';
import { anyRows } from './as-rows.ts';

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
export interface ChainedLine extends Link {
  readonly caseId: string;
  readonly at: Date;
  readonly type: string;
  readonly actor: unknown;
  readonly title: unknown;
  readonly detail: unknown;
  readonly clause: string | null;
  readonly requirement: string | null;
  readonly revision: number | null;
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

/** What is hashed of a line. */
export function hashedPart(line: Omit<ChainedLine, 'hash' | 'prevHash' | 'algorithm'>): object {
  const { caseId, seq, at, type, actor, title, detail, clause, requirement, revision } = line;
  return { caseId, seq, at: instantOf(at.getTime()), type, actor, title, detail, clause, requirement, revision };
}

/**
 * Links lines to a chain: the rows to keep and where the chain stands after them. A timeline never goes back: a line that would lie
 * before the line before it gets the moment of that one. When the clock was set back by a minute or more, the line keeps in its
 * detail what the clock said (XC-05.3).
 * @param algorithm the hash of these lines, as `CHAIN_HASH` has it
 */
export function chained(
  caseId: string,
  { timelineLength, timelineHead, timelineAt }: ChainEnd,
  lines: readonly TimelineLine[],
  algorithm: ChainHash = DEFAULT_CHAIN_HASH,
): ChainEnd & { readonly rows: readonly ChainedLine[] } {
  let prevHash = timelineHead;
  let latest = timelineAt;
  const rows = lines.map((line, index) => {
    const { at, isSetBack } = notBefore(latest, new Date(line.at));
    latest = at;
    const detail = isSetBack ? { ...line.detail, clockSaid: line.at } : line.detail;
    const chainedLine = {
      caseId,
      seq: timelineLength + index + 1,
      at,
      type: line.type,
      actor: plain(line.actor),
      title: plain(line.title),
      detail: detail === undefined ? null : plain(detail),
      clause: line.clause ?? null,
      requirement: line.requirement ?? null,
      revision: line.revision ?? null,
    };
    const row = { ...chainedLine, algorithm, prevHash, hash: linkHash(algorithm, prevHash, hashedPart(chainedLine)) };
    prevHash = row.hash;
    return row;
  });
  return { rows, timelineLength: timelineLength + rows.length, timelineHead: prevHash, timelineAt: latest };
}

/**
 * Appends lines that no transition wrote, such as the delivery of a notice, inside the caller's transaction. The case is locked
 * until it ends, so writers of one case follow each other and writers of different cases do not meet.
 */
export async function appendLines(
  tx: Transaction,
  caseId: string,
  lines: readonly TimelineLine[],
  algorithm?: ChainHash,
): Promise<void> {
  const [end] = await tx.$queryRaw<ChainEnd[]>`SELECT ${chainEnd} FROM "Case" WHERE "id" = ${caseId} FOR UPDATE`;
  if (end === undefined) throw new Error(`There is no case ${caseId} to write lines for.`);
  await appendChained(tx, [{ caseId, ...chained(caseId, end, lines, algorithm) }]);
}

/** Columns of a case that say where its chain ends. */
export const chainEnd = Prisma.sql`"timelineLength", "timelineHead", COALESCE("timelineAt", "openedAt") AS "timelineAt"`;

/** Appends lines that have been linked to the chains of their cases, which the caller has locked: one statement, however many. */
export async function appendChained(
  tx: Transaction,
  chains: readonly (ReturnType<typeof chained> & { readonly caseId: string })[],
): Promise<void> {
  const heads = chains.map(({ caseId, timelineLength, timelineHead, timelineAt }) => ({
    ...{ caseId, timelineLength, timelineHead, timelineAt },
  }));
  await tx.$executeRaw`
    WITH line AS (${insertLines(chains.flatMap(({ rows }) => rows))})
    UPDATE "Case" AS c
    SET "timelineLength" = head."timelineLength", "timelineHead" = head."timelineHead", "timelineAt" = head."timelineAt"
    FROM jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) AS head ("caseId" text, "timelineLength" int, "timelineHead" text,
      "timelineAt" timestamptz)
    WHERE c."id" = head."caseId"`;
}

/** One statement for all rows, to be part of a larger one. */
export function insertLines(rows: readonly ChainedLine[], asRows = anyRows): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "TimelineEvent" ("caseId", "seq", "at", "type", "actor", "title", "detail", "clause", "requirement", "revision",
      "algorithm", "prevHash", "hash")
    SELECT "caseId", "seq", "at", "type", "actor", "title", "detail", "clause", "requirement", "revision", "algorithm", "prevHash", "hash"
    FROM jsonb_to_recordset(${asRows(rows)}) AS row ("caseId" text, "seq" int, "at" timestamptz, "type" text,
      "actor" jsonb, "title" jsonb, "detail" jsonb, "clause" text, "requirement" text, "revision" int, "algorithm" text,
      "prevHash" text, "hash" text)`;
}

/** All lines of a case and the head it keeps of them, as of one moment: a line may be written meanwhile. */
export async function wholeTimeline(database: Database, caseId: string) {
  const [head, lines] = await database.$transaction(
    [
      database.case.findUniqueOrThrow({
        where: { id: caseId },
        select: { timelineLength: true, timelineHead: true },
      }),
      database.timelineEvent.findMany({ where: { caseId }, orderBy: { seq: 'asc' } }),
    ],
    { isolationLevel: 'RepeatableRead' },
  );
  return { head, lines };
}

/** Checks a whole timeline, given in ascending `seq`, against the head that the case keeps. */
export function verifyChain(lines: readonly ChainedLine[], { timelineLength, timelineHead }: ChainHead): ChainVerdict {
  const check = checkChain<ChainedLine>(hashedPart);
  check.take(lines);
  return check.verdict({ length: timelineLength, head: timelineHead });
}
