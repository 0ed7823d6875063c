/**
 * Secrets from files, as containers get them: where `NAME_FILE` is set, `NAME` is what the file holds, without the line break at its end.
 * An environment is shown by tools that list processes and containers; a file is not.
 */
import { readFileSync } from 'node:fs';

/** The variables that can be given as files. */
const SECRETS = [
  ...['DATABASE_URL', 'DATABASE_PASSWORD', 'API_DB_PASSWORD', 'WORKER_DB_PASSWORD', 'BACKUP_DB_PASSWORD'],
  ...['SMTP_URL', 'AUTH_SECRET', 'METRICS_TOKEN', 'ADMIN_PASSWORD', 'PAYLOAD_KEYS', 'LETTER_SEAL_TOKEN'],
] as const;

/**
 * An environment with the secrets of its files in place. `DATABASE_PASSWORD` becomes the password of `DATABASE_URL`, whose other parts
 * are no secret.
 *
 * @param environment without empty values
 * @returns what is wrong beside it: a file that cannot be read, or a secret that is given twice; and the secrets whose file holds none,
 *   of which nothing more is to be said: they are missing because of it
 */
export function withSecretFiles(environment: Readonly<Record<string, string>>): {
  environment: Record<string, string>;
  faults: string[];
  unread: readonly string[];
} {
  const read: Record<string, string> = { ...environment };
  const faults: string[] = [];
  const unread: string[] = [];
  for (const name of SECRETS) {
    const file = environment[`${name}_FILE`];
    if (file === undefined) continue;
    if (environment[name] !== undefined) {
      faults.push(`${name} and ${name}_FILE: are both set; set one of them`);
      continue;
    }
    const held = textOf(file);
    if (held === null || held.trim() === '') {
      faults.push(`${name}_FILE: the file ${file} ${held === null ? 'cannot be read' : 'is empty'}`);
      unread.push(name);
    } else read[name] = held;
  }
  const { DATABASE_PASSWORD: password, DATABASE_URL: url } = read;
  if (password === undefined || url === undefined || !URL.canParse(url)) return { environment: read, faults, unread };
  const whole = new URL(url);
  if (whole.password !== '') faults.push('DATABASE_PASSWORD: DATABASE_URL has a password too; set one of them');
  whole.password = encodeURIComponent(password);
  return { environment: { ...read, DATABASE_URL: whole.href }, faults, unread };
}

/** What a file holds, without the line break at its end; null if it cannot be read. */
function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch {
    return null;
  }
}
