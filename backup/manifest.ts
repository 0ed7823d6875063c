/**
 * The manifest of a backup: what the dump is and what the database held. `manifest.json` can be read by anybody who has the backup; the
 * seal beside it, an HMAC-SHA-256 with the key of the backups, shows that nobody changed it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BackupError } from './backup-error.ts';
import type { BackupKey } from './key.ts';

export const FILES = { dump: 'dump.age', manifest: 'manifest.json', seal: 'manifest.json.hmac' } as const;

const count = z.number().int().nonnegative();

const manifest = z.object({
  format: z.literal(1),
  /** Moment of the machine at which the snapshot was taken, in UTC. */
  takenAt: z.iso.datetime(),
  /** Version of the product, and of the PostgreSQL that was dumped. */
  product: z.string(),
  postgres: z.string(),
  database: z.string(),
  /** The encrypted dump. */
  dump: z.object({ bytes: count, sha256: z.string() }),
  migrations: z.array(z.string()),
  rows: z.record(z.string(), count),
  chains: z.record(z.string(), z.record(z.string(), z.object({ length: count, head: z.string() }))),
});

export type Manifest = z.output<typeof manifest>;

export function writeManifest(folder: string, content: Manifest, key: BackupKey): void {
  const bytes = `${JSON.stringify(content, null, 1)}\n`;
  writeFileSync(join(folder, FILES.manifest), bytes, { mode: 0o600, flush: true });
  writeFileSync(join(folder, FILES.seal), `${sealOf(bytes, key).toString('hex')}\n`, { mode: 0o600, flush: true });
}

/** @throws BackupError if it is missing, was changed, or was sealed with another key */
export function readManifest(folder: string, key: BackupKey): Manifest {
  const bytes = contentOf(folder, FILES.manifest);
  const seal = Buffer.from(contentOf(folder, FILES.seal).trim(), 'hex');
  const expected = sealOf(bytes, key);
  if (seal.length !== expected.length || !timingSafeEqual(seal, expected)) {
    throw new BackupError(
      `${folder}：清单（${FILES.manifest}）与其签章不符：清单被改动，或备份所用的是另一把密钥（BACKUP_KEY_FILE）。该备份不能使用。`,
      `${folder}: the manifest (${FILES.manifest}) does not fit its seal: it was changed, or the backup was made with another key (BACKUP_KEY_FILE). It cannot be used.`,
    );
  }
  const read = manifest.safeParse(JSON.parse(bytes));
  if (read.success) return read.data;
  throw new BackupError(
    `${folder}：清单是本版本所不认识的格式，请用制作该备份的版本或更新的版本恢复。`,
    `${folder}: this release does not know the format of the manifest; restore it with the release that made it, or a newer one.`,
  );
}

function sealOf(bytes: string, { seal }: BackupKey): Buffer {
  return createHmac('sha256', seal).update(bytes).digest();
}

function contentOf(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch {
    throw new BackupError(
      `${folder} 不是完整的备份：缺少文件 ${name}。`,
      `${folder} is no complete backup: the file ${name} is missing.`,
    );
  }
}
