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
