import { randomUUID } from 'node:crypto';
import type { Database, Transaction } from '../../prisma/client.ts';
import { officeOf } from '../../prisma/create-account.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { partiesOf } from '../../rules/roles.ts';
import { InvalidInput, type FieldFault } from '../http/problem.ts';
import { text } from '../../rules/text.ts';
import type { Instant } from '../../rules/time/index.ts';
import { sha256 } from '../http/canonical.ts';
import { casesWithin } from '../views/case-scope.ts';
import type { Access } from '../abilities.ts';
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

/** What a query reads of a file beside its content. */
export const withoutContent = {
  id: true,
  ownerId: true,
  name: true,
  mime: true,
  size: true,
  sha256: true,
  createdAt: true,
} as const;

/** Days after which a file that nothing uses is removed. */
export const UNUSED_DAYS = 7;

/** True for a text that has the form of the id of a file. */
export function isFileKey(value: string): boolean {
  return /^fil-[0-9a-f-]{36}$/.test(value);
}

/** Keeps an inspected file. */
export async function keepFile(
  tx: Transaction,
  ownerId: string,
  file: Inspected,
  content: Buffer,
  now: Instant,
): Promise<StoredFile> {
  return tx.file.create({
    select: withoutContent,
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

/** Removes files that no form, action, recommendation or draft has named within {@link UNUSED_DAYS}, by the database's clock. @returns how many */
export async function purgeUnusedFiles(database: Database): Promise<number> {
  return database.$executeRaw`
    DELETE FROM "File" f
    WHERE f."usedAt" IS NULL AND f."storedAt" < now() - make_interval(days => ${UNUSED_DAYS}::int)
      AND NOT EXISTS (SELECT 1 FROM "Draft" d WHERE d."ownerId" = f."ownerId" AND strpos(d."data"::text, f."id") > 0)`;
}

/**
 * Sees to it that files a form names are there and the caller's own, and that they stay.
 * @param named field of the form by file id, e.g. `files.licence`
 * @throws InvalidInput naming each field whose file is missing
 */
export async function requireOwnFiles(
  tx: Transaction,
  ownerId: string,
  named: readonly (readonly [field: string, id: string])[],
): Promise<void> {
  const found = await tx.file.updateManyAndReturn({
    where: { ownerId, id: { in: named.map(([, id]) => id) } },
    // The machine's time: housekeeping goes by it.
    data: { usedAt: new Date() },
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

/** Where forms and inputs name files: fields that end in `fileId` or `fileIds`, and all below `files` and `materials`. */
const FILE_FIELDS = [
  '$.** ? (@.type() == "object").keyvalue() ? (@.key like_regex "(^f|F)ileIds?$").value[*] ? (@ == $id)',
  '$.**.files.** ? (@ == $id)',
  '$.**.materials.** ? (@ == $id)',
];

/** Whether the reader may have a file: its owner, or who may read a case that uses it; see {@link caseUsing}. */
export async function mayRead(
  database: Database,
  reader: Reader,
  access: Access,
  file: StoredFile,
  caseId?: string,
): Promise<boolean> {
  return file.ownerId === reader.person.id || (await caseUsing(database, access, file, caseId)) !== null;
}

/**
 * A case within this access that uses a file; null if there is none.
 * @param caseId the case it was met in; without it the cases of the parties its owner acts for are looked through
 */
export async function caseUsing(
  database: Database,
  access: Access,
  file: StoredFile,
  caseId?: string,
): Promise<string | null> {
  const where = caseId === undefined ? await casesOf(database, file.ownerId) : { id: caseId };
  const cases = await database.case.findMany({
    where: { AND: [where, casesWithin(access)] },
    select: { id: true },
    orderBy: { openedAt: 'desc' },
    take: 50,
  });
  if (cases.length === 0) return null;
  const ids = cases.map(({ id }) => id);
  // Only fields that name files count: an id quoted in a reason opens nothing.
  const variables = JSON.stringify({ id: file.id });
  const names = (column: Prisma.Sql) =>
    Prisma.sql`EXISTS (SELECT 1 FROM unnest(${FILE_FIELDS}::text[]) p WHERE jsonb_path_exists(${column}, p::jsonpath, ${variables}::jsonb))`;
  const [using] = await database.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT "caseId" AS id FROM "Form" WHERE "caseId" = ANY(${ids}) AND ${names(Prisma.sql`"data"`)}
    UNION ALL SELECT "caseId" FROM "TimelineEvent" WHERE "caseId" = ANY(${ids}) AND ${names(Prisma.sql`"detail"`)}
    UNION ALL SELECT c."id" FROM "Recommendation" r JOIN "Case" c ON c."subject" = r."creditCode" WHERE r."fileId" = ${file.id} AND c."id" = ANY(${ids})
    LIMIT 1`);
  return using?.id ?? null;
}

/** Cases of which the account acts for a party. */
async function casesOf(database: Database, userId: string): Promise<Prisma.CaseWhereInput> {
  const offices = await database.office.findMany({ where: { userId } });
  return { parties: { some: { party: { in: offices.map(officeOf).flatMap(partiesOf) } } } };
}

/** A stored file with its content, or null. */
export async function findFile(database: Database, id: string): Promise<StoredFile | null> {
  return database.file.findUnique({ where: { id }, select: withoutContent });
}
