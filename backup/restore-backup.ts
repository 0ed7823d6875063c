/**
 * Restores a backup into an empty database and proves that it holds what the manifest says: the rows of every table, the head of every
 * chain, and every line of every chain. Then the tables are brought to this release and the roles get their rights, as at any set-up, and
 * the audit log tells of the restore: what was recorded after the backup is gone, and whoever reads the log is to know (XC-05.6).
 */
import { basename, join } from 'node:path';
import type { ChainHash } from '../config/chain-hash.ts';
import { appendAudit, commandOrigin } from '../prisma/audit.ts';
import { createDatabase } from '../prisma/client.ts';
import { stackClock } from '../prisma/clock.ts';
import { migrationsFolder, readMigrations } from '../prisma/migrations-folder.ts';
import { setupDatabase } from '../prisma/setup.ts';
import { instantOf } from '../rules/time/index.ts';
import { BackupError } from './backup-error.ts';
import { brokenChains } from './chains.ts';
import { contentsOf, differencesOf } from './contents.ts';
import { readEncrypted, sumOf } from './encrypted.ts';
import type { BackupKey } from './key.ts';
import { FILES, readManifest, type Manifest } from './manifest.ts';
import { run } from './programs.ts';
import { withConnection, type Read } from './read.ts';

export interface RestoreOptions {
  /** folder of the backup */
  readonly backup: string;
  readonly key: BackupKey;
  /** of an empty database, as a role that may make tables and roles */
  readonly databaseUrl: string;
  /** of the roles of API and worker, and of the one that backs up */
  readonly passwords: { readonly api: string; readonly worker: string; readonly backup?: string };
  /** the mode of the processes that are to use it */
  readonly training: boolean;
  /** the hash of what is written to the audit log; SHA-256 when left out */
  readonly chainHash?: ChainHash;
  /** folder of `pg_restore`; on the PATH when left out */
  readonly programs?: string | undefined;
  readonly log: (line: string) => void;
}

/**
 * @throws BackupError with nothing changed, where the backup was changed or does not fit this release or mode, or the database is not
 *   empty; after the load, where the database does not hold what the manifest says
 */
export async function restoreBackup(options: RestoreOptions): Promise<Manifest> {
  const { backup, key, databaseUrl, training, chainHash, log } = options;
  const manifest = readManifest(backup, key);
  await refuseChangedDump(backup, manifest);
  refuseForeign(manifest, training);
  await withConnection(databaseUrl, refuseFilled);
  log(`正在恢复 ${manifest.takenAt} 的备份。Restoring the backup of ${manifest.takenAt}.`);
  await run('pg_restore', {
    // All or nothing: a load that is cut off leaves the database empty.
    args: ['--single-transaction', '--exit-on-error', '--no-owner', '--no-privileges'],
    ...{ folder: options.programs, databaseUrl },
    input: await readEncrypted(join(backup, FILES.dump), key),
  });
  const sessionsEnded = await withConnection(databaseUrl, async (read) => {
    await refuseDifferent(read, manifest);
    log(
      '各表行数、每条链的链尾及每一行均与清单相符。Rows, chain heads and every line of every chain are as the manifest says.',
    );
    // One that was ended after the backup would be open again: everybody signs in anew.
    const ended = await read('DELETE FROM "Session" RETURNING 1');
    await read('ANALYZE');
    return ended.length;
  });
  await setupDatabase({
    databaseUrl,
    ...{ passwords: options.passwords, training, log },
    ...(chainHash !== undefined && { chainHash }),
    // Everything seeded is there already; a version that this release brings is loaded now.
    now: instantOf(Date.now()),
  });
  await noteRestore(options, { takenAt: manifest.takenAt, sessionsEnded });
  return manifest;
}

/** An entry by the clock of the stack: that of a training database stands elsewhere than the machine's. */
async function noteRestore(
  { backup, databaseUrl, training, chainHash }: RestoreOptions,
  after: { readonly takenAt: string; readonly sessionsEnded: number },
): Promise<void> {
  const database = createDatabase(databaseUrl, 1);
  try {
    const now = await stackClock(database, training ? 'training' : 'production').now();
    await database.$transaction((tx) =>
      appendAudit(tx, commandOrigin('restore', now, chainHash), [
        { action: 'BACKUP_RESTORED', object: { kind: 'backup', id: basename(backup) }, after },
      ]),
    );
  } finally {
    await database.$disconnect();
  }
}

async function refuseChangedDump(backup: string, { dump }: Manifest): Promise<void> {
  const found = await sumOf(join(backup, FILES.dump)).catch(() => null);
  if (found?.sha256 === dump.sha256) return;
  throw new BackupError(
    `${backup}：加密的转储（${FILES.dump}）缺失，或与清单中的校验和不符：文件被改动或损坏，不能使用。请用另一份备份。`,
    `${backup}: the dump (${FILES.dump}) is missing or does not have the sum that the manifest gives: it was changed or damaged and cannot be used. Take another backup.`,
  );
}

function refuseForeign({ migrations, rows }: Manifest, training: boolean): void {
  const known = new Set(readMigrations(migrationsFolder).migrationDirectories.map(({ path }) => path));
  const unknown = migrations.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new BackupError(
      `该备份由更新的版本制作（迁移 ${unknown.join('、')} 为本版本所无）：请用制作该备份的版本或更新的版本恢复。`,
      `A newer release made this backup (this one does not know the migrations ${unknown.join(', ')}): restore it with that release or a newer one.`,
    );
  }
  if (!training && (rows['TrainingClock'] ?? 0) > 0) {
    throw new BackupError(
      '该备份来自训练模式，不能恢复为正式环境：请设置 MODE=training，或选用正式环境的备份。',
      'This backup was made in training mode and cannot be restored for production: set MODE=training, or take a backup of production.',
    );
  }
}

async function refuseFilled(read: Read): Promise<void> {
  const found = await read<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm') AND relnamespace NOT IN
       (SELECT oid FROM pg_namespace WHERE nspname LIKE 'pg\\_%' OR nspname = 'information_schema') ORDER BY relname LIMIT 3`,
  );
  if (found.length === 0) return;
  const names = found.map(({ name }) => name);
  throw new BackupError(
    `目标数据库不是空的（其中有表 ${names.join('、')} 等），未作任何改动：请恢复到新建的空数据库。`,
    `The database is not empty (it has the tables ${names.join(', ')} …); nothing was changed: restore into a new, empty one.`,
  );
}

async function refuseDifferent(read: Read, manifest: Manifest): Promise<void> {
  const differences = [
    ...differencesOf(await contentsOf(read), manifest),
    ...(await brokenChains(read, manifest.chains)),
  ];
  if (differences.length === 0) return;
  const shown = differences.slice(0, 10).join('\n  - ');
  throw new BackupError(
    `恢复后的数据库与清单不符（${differences.length} 处），请勿使用：\n  - ${shown}`,
    `The restored database is not what the manifest says (${differences.length} differences); do not use it.`,
  );
}
