import { randomUUID } from 'node:crypto';
import type { Database, Transaction } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { InvalidInput, type FieldFault } from '../http/problem.ts';
import { text } from '../../rules/text.ts';
import type { Instant } from '../../rules/time/index.ts';
import { sha256 } from '../http/canonical.ts';
import { casesWithin } from '../views/case-scope.ts';
import type { Reach } from '../abilities.ts';
import type { Reader } from '../reader.ts';
import type { Inspected } from './inspect.ts';

/** A stored file without its content. */
export interface StoredFile {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly sha256: string;
  readonly createdAt: Date;
}

const WITHOUT_CONTENT = {
  id: true,
  ownerId: true,
  name: true,
  mime: true,
  size: true,
  sha256: true,
  createdAt: true,
} as const;

/** Keeps an inspected file. */
export async function keepFile(
  tx: Transaction,
  ownerId: string,
  file: Inspected,
  content: Buffer,
  now: Instant,
): Promise<StoredFile> {
  return tx.file.create({
    select: WITHOUT_CONTENT,
    data: {
      id: `fil-${randomUUID()}`,
      ownerId,
      name: file.name,
      mime: file.mime,
      size: content.length,
      sha256: sha256(content),
      content: new Uint8Array(content),
      createdAt: new Date(now),
    },
  });
}

/**
 * Sees to it that files a form names are there and the caller's own.
 * @param named field of the form by file id, e.g. `files.licence`
 * @throws InvalidInput naming each field whose file is missing
 */
export async function requireOwnFiles(
  tx: Transaction,
  ownerId: string,
  named: readonly (readonly [field: string, id: string])[],
): Promise<void> {
  const found = await tx.file.findMany({
    where: { ownerId, id: { in: named.map(([, id]) => id) } },
    select: { id: true },
  });
  const known = new Set(found.map(({ id }) => id));
  const faults: FieldFault[] = named
    .filter(([, id]) => !known.has(id))
    .map(([field]) => ({
      field,
      message: text('没有这个文件，或不是您上传的，请重新上传。', 'There is no such file of yours; upload it again.'),
    }));
  if (faults.length > 0) throw new InvalidInput(faults);
}

/** Where forms and inputs name files: `fileId`, `fileIds` and all below `files`. */
const FILE_FIELDS = ['$.**.fileId ? (@ == $id)', '$.**.fileIds[*] ? (@ == $id)', '$.**.files.** ? (@ == $id)'];

/**
 * Whether the reader may have a file: its owner, or who may read a case that uses it.
 * @param caseId the case it was met in; without it the cases of the owner's institution are looked through
 */
export async function mayRead(
  database: Database,
  reader: Reader,
  reach: Reach,
  file: StoredFile,
  caseId?: string,
): Promise<boolean> {
  if (file.ownerId === reader.actor.id) return true;
  const owner = await database.user.findUnique({ where: { id: file.ownerId }, select: { creditCode: true } });
  const about = caseId !== undefined ? { id: caseId } : owner?.creditCode ? { subject: owner.creditCode } : null;
  if (about === null) return false;
  const cases = await database.case.findMany({
    where: { AND: [about, casesWithin(reach, reader)] },
    select: { id: true, subject: true },
    orderBy: { openedAt: 'desc' },
    take: 50,
  });
  if (cases.length === 0) return false;
  const ids = cases.map(({ id }) => id);
  // Only fields that name files count: an id quoted in a reason opens nothing.
  const variables = JSON.stringify({ id: file.id });
  const names = (column: Prisma.Sql) =>
    Prisma.sql`EXISTS (SELECT 1 FROM unnest(${FILE_FIELDS}::text[]) p WHERE jsonb_path_exists(${column}, p::jsonpath, ${variables}::jsonb))`;
  const [used] = await database.$queryRaw<{ used: boolean }[]>(Prisma.sql`
    SELECT EXISTS (SELECT 1 FROM "Form" WHERE "caseId" = ANY(${ids}) AND ${names(Prisma.sql`"data"`)})
        OR EXISTS (SELECT 1 FROM "TimelineEvent" WHERE "caseId" = ANY(${ids}) AND ${names(Prisma.sql`"detail"`)})
        OR EXISTS (SELECT 1 FROM "Recommendation" r JOIN "Case" c ON c."subject" = r."creditCode" WHERE r."fileId" = ${file.id} AND c."id" = ANY(${ids})) AS used`);
  return used?.used === true;
}

/** A stored file with its content, or null. */
export async function findFile(database: Database, id: string): Promise<StoredFile | null> {
  return database.file.findUnique({ where: { id }, select: WITHOUT_CONTENT });
}
