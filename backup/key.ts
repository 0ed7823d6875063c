/**
 * The key of the backups: an age identity (`AGE-SECRET-KEY-1…`), as age's own `age-keygen` writes it. Dumps are encrypted for it, and the
 * seal of the manifests is made with what is derived from it. Who has it reads every backup; without it none can be read.
 */
import { hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { identityToRecipient } from 'age-encryption';
import { BackupError } from './backup-error.ts';

/** What is made of the key. Never logged or shown. */
export interface BackupKey {
  /** decrypts */
  readonly identity: string;
  /** encrypts: `age1…` */
  readonly recipient: string;
  /** seals manifests: 32 bytes */
  readonly seal: Buffer;
}

/** Reads the key from a file, whose lines of comment (`# …`) are passed over. @throws BackupError if there is none in it */
export async function readKey(file: string): Promise<BackupKey> {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch {
    throw new BackupError(
      `备份密钥文件 ${file} 无法读取：请检查 BACKUP_KEY_FILE；新密钥用 npm run backup:key 生成。`,
      `The key file ${file} cannot be read: see BACKUP_KEY_FILE; npm run backup:key makes a new key.`,
    );
  }
  const lines = content.split('\n').map((line) => line.trim());
  const [identity = '', ...more] = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const recipient = more.length > 0 ? null : await identityToRecipient(identity).catch(() => null);
  if (recipient === null) {
    throw new BackupError(
      `备份密钥文件 ${file} 的内容不是一把 age 密钥（AGE-SECRET-KEY-1…）：新密钥用 npm run backup:key 生成。`,
      `The key file ${file} does not hold one age key (AGE-SECRET-KEY-1…): npm run backup:key makes a new one.`,
    );
  }
  return {
    identity,
    recipient,
    seal: Buffer.from(hkdfSync('sha256', identity, '', 'anjuan backup manifest', 32)),
  };
}
