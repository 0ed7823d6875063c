import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { temporaryFolder } from '../dev/temporary-folder.ts';
import { rolePasswords } from '../prisma/setup.ts';
import { withSecretFiles } from './secret-files.ts';
import { readSettings, SettingsError } from './settings.ts';

const folder = temporaryFolder('secret-files');
afterAll(() => folder.remove());

function file(name: string, content: string): string {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
}

const secret = 'tS0m8fJQ1cVb3rYpX9eKzW5uLhDgN2aE7iRoC4vBqkyM';
const complete = () => ({
  MODE: 'production',
  DATABASE_URL: 'postgresql://anjuan_api@postgres:5432/anjuan',
  DATABASE_PASSWORD_FILE: file('password', '9f2c:1d/7a@55\n'),
  SMTP_URL_FILE: file('smtp', 'smtps://anjuan:of-the-server@smtp.example.org\r\n'),
  AUTH_SECRET_FILE: file('auth', `${secret}\n`),
  PAYLOAD_KEYS_FILE: file('keys', `k1:${randomBytes(32).toString('base64')}\n`),
  MAIL_FROM: 'Anjuan <no-reply@example.org>',
  BASE_URL: 'https://anjuan.example.org',
});

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment);
    return [];
  } catch (failure) {
    if (failure instanceof SettingsError) return failure.faults;
    throw failure;
  }
}

it('secrets come from files, the password of the database into its address', () => {
  const { secrets } = readSettings(complete());
  expect(secrets.authSecret).toBe(secret);
  expect(secrets.smtpUrl).toBe('smtps://anjuan:of-the-server@smtp.example.org');
  const { username, password, pathname } = new URL(secrets.databaseUrl);
  expect([username, decodeURIComponent(password), pathname]).toEqual(['anjuan_api', '9f2c:1d/7a@55', '/anjuan']);
});

it('production refuses a guessable secret from a file as it does one from the environment', () => {
  const guessable = { ...complete(), DATABASE_PASSWORD_FILE: file('guessable', 'anjuan\n') };
  expect(faultsOf(guessable)).toEqual([expect.stringMatching(/^DATABASE_URL: its password is/)]);
});

it('a file that is missing or empty, and a secret given twice, are told at once, without their values', () => {
  const faults = faultsOf({
    ...complete(),
    AUTH_SECRET_FILE: join(folder.path, 'none'),
    SMTP_URL_FILE: file('empty', '\n'),
    DATABASE_URL: 'postgresql://anjuan_api:another@postgres:5432/anjuan',
    METRICS_TOKEN: 'kP3vT8qLw2Zx9Ym4',
    METRICS_TOKEN_FILE: file('token', 'kP3vT8qLw2Zx9Ym5'),
  }).join('\n');
  expect(faults).toContain('AUTH_SECRET_FILE: the file');
  expect(faults).toContain('SMTP_URL_FILE: the file');
  expect(faults).toContain('DATABASE_PASSWORD: DATABASE_URL has a password too');
  expect(faults).toContain('METRICS_TOKEN and METRICS_TOKEN_FILE: are both set');
  expect(faults).not.toMatch(/kP3v|9f2c|another/);
});

it.each(['AUTH_SECRET', 'SMTP_URL', 'PAYLOAD_KEYS', 'DATABASE_PASSWORD', 'METRICS_TOKEN'])(
  'a file of %s that cannot be read or is empty is one fault, and that the secret is missing is not said as well',
  (name) => {
    for (const path of [join(folder.path, 'none'), folder.path, file('blank', ' \n')])
      expect(faultsOf({ ...complete(), [`${name}_FILE`]: path })).toEqual([
        expect.stringMatching(new RegExp(`^${name}_FILE: the file .* (cannot be read|is empty)$`)),
      ]);
    // What else is wrong is still told beside it.
    const { MAIL_FROM: _left, ...without } = complete();
    const faults = faultsOf({ ...without, [`${name}_FILE`]: join(folder.path, 'none') });
    expect(faults).toEqual([expect.stringContaining(`${name}_FILE`), expect.stringMatching(/^MAIL_FROM/)]);
  },
);

it.each(['DATABASE_URL', 'API_DB_PASSWORD', 'WORKER_DB_PASSWORD'])('nor where roles are made, of %s', (name) => {
  const given = {
    MODE: 'training',
    DATABASE_URL: 'postgresql://owner:x@postgres:5432/anjuan',
    API_DB_PASSWORD: 'a',
    WORKER_DB_PASSWORD: 'b',
  };
  const { [name as keyof typeof given]: _left, ...rest } = given;
  const work = () => rolePasswords({ ...rest, [`${name}_FILE`]: join(folder.path, 'none') });
  expect(work).toThrow(expect.objectContaining({ faults: [expect.stringContaining(`${name}_FILE`)] }));
});

it('a file that another program reads is left alone', () => {
  const environment = { TEMPORAL_CONFIG_FILE: '/etc/temporal.toml' };
  expect(withSecretFiles(environment)).toEqual({ environment, faults: [], unread: [] });
});
