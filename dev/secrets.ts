/** Secrets of the embedded stack: made up once, kept in a file only its owner can read. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** What is kept. */
export interface StackSecrets {
  /** signs sessions */
  authSecret: string;
  /** passwords of the two database roles */
  apiPassword: string;
  workerPassword: string;
}

/** Reads the file, or makes it (mode 0600) with new secrets; a file of an older version is completed. */
export function ensureSecrets(file: string): StackSecrets {
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<StackSecrets>) : {};
  const secret = () => randomBytes(33).toString('base64url');
  const secrets: StackSecrets = { authSecret: secret(), apiPassword: secret(), workerPassword: secret(), ...kept };
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}
