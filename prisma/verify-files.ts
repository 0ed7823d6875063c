/** Holds stored files against the hashes they were stored with (HN-NET-10.5). */
import type { Database } from './client.ts';

/** A file whose content is not what was stored. */
export interface ChangedFile {
  readonly id: string;
  readonly name: string;
}

/** @returns how many files were looked at, and those whose content has another hash or size; 100 at most */
export async function verifyFiles(database: Database): Promise<{ checked: number; changed: ChangedFile[] }> {
  const checked = await database.file.count();
  const changed = await database.$queryRaw<ChangedFile[]>`
    SELECT "id", "name" FROM "File"
    WHERE encode(sha256("content"), 'hex') <> "sha256" OR octet_length("content") <> "size"
    ORDER BY "id" LIMIT 100`;
  return { checked, changed };
}

/** Files that one look takes: their contents are hashed within the database. */
const PIECE = 50;

/**
 * Looks at the next files, in a round over all of them that begins anew when it has ended; what it finds changed stands in `FileFault` until
 * it is found right again.
 * @returns the files found changed, and whether this look ended the round
 */
export async function checkFilesNext(database: Database): Promise<{ changed: ChangedFile[]; isRoundOver: boolean }> {
  return database.$transaction(async (tx) => {
    await tx.fileCheck.createMany({ data: [{ id: 1 }], skipDuplicates: true });
    // One process looks at a time; another one goes on from where it stopped.
    const [check] = await tx.$queryRaw<{ cursor: string; checked: number }[]>`
      SELECT "cursor", "checked" FROM "FileCheck" WHERE "id" = 1 FOR UPDATE SKIP LOCKED`;
    if (check === undefined) return { changed: [], isRoundOver: true };
    const looked = await tx.$queryRaw<(ChangedFile & { isRight: boolean })[]>`
      SELECT "id", "name", encode(sha256("content"), 'hex') = "sha256" AND octet_length("content") = "size" AS "isRight"
      FROM "File" WHERE "id" > ${check.cursor} ORDER BY "id" LIMIT ${PIECE}`;
    const changed = looked.filter(({ isRight }) => !isRight).map(({ id, name }) => ({ id, name }));
    await tx.fileFault.deleteMany({
      where: { fileId: { in: looked.flatMap(({ id, isRight }) => (isRight ? [id] : [])) } },
    });
    await tx.fileFault.createMany({
      data: changed.map(({ id: fileId }) => ({ fileId, foundAt: new Date() })),
      skipDuplicates: true,
    });
    const checked = check.checked + looked.length;
    const isRoundOver = looked.length < PIECE;
    await tx.fileCheck.update({
      where: { id: 1 },
      data: isRoundOver
        ? { cursor: '', checked: 0, checkedAll: checked, finishedAt: new Date() }
        : { cursor: looked.at(-1)?.id ?? '', checked },
    });
    return { changed, isRoundOver };
  });
}
