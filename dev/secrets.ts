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
  /** encrypts what stands in Temporal: 32 bytes in base64 */
  payloadKey: string;
}

/** Reads the file, or makes it (mode 0600) with new secrets; a file of an older version is completed. */
export function ensureSecrets(file: string): StackSecrets {
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<StackSecrets>) : {};
  const secret = () => randomBytes(33).toString('base64url');
  const secrets: StackSecrets = {
    authSecret: secret(),
    apiPassword: secret(),
    workerPassword: secret(),
    payloadKey: randomBytes(32).toString('base64'),
    ...kept,
  };
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

/** The keys of what stands in Temporal: those that the environment names, or the one that is kept. */
export function payloadVariables(env: NodeJS.ProcessEnv, { payloadKey }: StackSecrets): Record<string, string> {
  const given = Object.entries(env).filter(([name, value = '']) => name.startsWith('PAYLOAD_') && value.trim() !== '');
  const named = given.some(([name]) => name === 'PAYLOAD_KEYS' || name === 'PAYLOAD_KEYS_FILE');
  return {
    ...(!named && { PAYLOAD_KEYS: `stack:${payloadKey}` }),
    ...(Object.fromEntries(given) as Record<string, string>),
  };
}
