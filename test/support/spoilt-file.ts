/** A stored file as a disk that fails, or somebody who has the machine, would leave it: beside the triggers that keep files as they were stored. */
import type { Database } from '../../prisma/client.ts';

/** Changes the first byte of its content. */
export async function spoil(database: Database, id: string): Promise<void> {
  await database.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`UPDATE "File" SET "content" = set_byte("content", 0, get_byte("content", 0) # 1) WHERE "id" = ${id}`;
  });
}
