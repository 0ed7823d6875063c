import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from './settings.ts';

const complete = {
  MODE: 'production',
  DATABASE_URL: 'postgresql://anjuan_api:9f2c1d7a55e04b8d@database.example.org:5432/anjuan',
  SMTP_URL: 'smtps://anjuan:a-password-of-the-server@smtp.example.org',
  MAIL_FROM: 'Anjuan <no-reply@example.org>',
  BASE_URL: 'https://anjuan.example.org',
  PAYLOAD_KEYS: 'k1:3q2+7wABg5Yp0kMfVJxTnZrL8dQhSeWuXoCi4Gt6BNE=',
  AUTH_SECRET: 'tS0m8fJQ1cVb3rYpX9eKzW5uLhDgN2aE7iRoC4vBqkyM',
};

/** The variables whose values are found wrong. */
function refused(environment: Record<string, string>): string[] {
  try {
    readSettings({ ...complete, ...environment });
    return [];
  } catch (failure) {
    if (!(failure instanceof SettingsError)) throw failure;
    return failure.faults.map((fault) => fault.split(':')[0] ?? '');
  }
}

it('takes what was made for it', () => {
  expect(refused({})).toEqual([]);
  expect(refused({ AUTH_SECRET: '9b1f0c6e7d3a48528f6e2c91d4b7a035' })).toEqual([]);
  expect(refused({ METRICS_TOKEN: 'kP3vT8qLw2Zx9Ym4', TRUST_PROXY: '10.0.0.0/24, 127.0.0.1' })).toEqual([]);
  expect(refused({ LETTER_SEAL_URL: 'http://seal.gov.internal/letters', WEBHOOK_HOSTS: 'seal.gov.internal' })).toEqual(
    [],
  );
});

describe('production does not start with', () => {
  it.each([
    ['the example of old', 'change-me-change-me-change-me-change-me'],
    ['an example that was changed a little', 'CHANGE_ME-please-2026-anjuan-production'],
    ['an example of the web', 'your-secret-key-goes-here-your-secret-key'],
    ['an example that says so', 'replace-me-with-a-long-random-string-please'],
    ['a short one', 'tS0m8fJQ1cVb3rYpX9'],
    ['one character', 'a'.repeat(44)],
    ['a few characters in turn', 'abcd'.repeat(11)],
    ['a word again and again', 'secret'.repeat(8)],
    ['digits that count on', '0123456789'.repeat(4)],
    ['the hexadecimal digits', '0123456789abcdef0123456789abcdef'],
    ['rows of the keyboard', 'qwertyuiopasdfghjklzxcvbnmqwertyuiop'],
  ])('a secret that is %s', (_what, secret) => {
    expect(refused({ AUTH_SECRET: secret })).toEqual(['AUTH_SECRET']);
    // Where nothing is secret it may be had.
    if (secret.length >= 32) expect(refused({ MODE: 'training', AUTH_SECRET: secret })).toEqual([]);
  });

  it.each([
    ['PAYLOAD_KEYS', ''],
    ['PAYLOAD_KEYS', 'k1:change-me'],
    ['PAYLOAD_KEYS', `k1:${Buffer.from('abcdefghijklmnopqrstuvwxyz012345').toString('base64')}`],
    ['PAYLOAD_KEYS', `k1:${Buffer.from(Array.from({ length: 32 }, (_, byte) => byte)).toString('base64')}`],
    ['LETTER_SEAL_TOKEN', 'change-me-change-me'],
    ['LETTER_SEAL_URL', 'http://seal.example.org/letters'],
    ['METRICS_TOKEN', 'change-me-change-me'],
    ['METRICS_TOKEN', 'aaaaaaaaaaaaaaaa'],
    ['DATABASE_URL', 'postgresql://anjuan_api:change-me@postgres:5432/anjuan'],
    ['DATABASE_URL', 'postgresql://anjuan_api:anjuan@postgres:5432/anjuan'],
    ['DATABASE_URL', 'postgresql://anjuan_api:anjuan_api@postgres:5432/anjuan'],
    ['DATABASE_URL', 'postgresql://postgres:postgres@postgres:5432/anjuan'],
    ['DATABASE_URL', 'postgresql://anjuan_api:password123@postgres:5432/anjuan'],
    ['SMTP_URL', 'smtps://anjuan:change-me@smtp.example.org'],
    ['BASE_URL', 'http://anjuan.example.org'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '0.0.0.0/0'],
    ['TRUST_PROXY', '::/0'],
    ['TRUST_PROXY', '99'],
    ['TRUST_PROXY', 'the-proxy'],
  ])('%s=%s', (variable, value) => {
    expect(refused({ [variable]: value })).toEqual([variable]);
  });

  it('mails without TLS over a network', () => {
    const open = { SMTP_REQUIRE_TLS: 'false' };
    expect(refused(open)).toEqual(['SMTP_REQUIRE_TLS']);
    expect(refused({ ...open, SMTP_URL: 'smtp://127.0.0.1:25' })).toEqual([]);
  });

  it('all of them are told at once, and no value is repeated', () => {
    const secret = 'change-me-change-me-change-me-change-me';
    const wrong = { AUTH_SECRET: secret, BASE_URL: 'http://anjuan.example.org', METRICS_TOKEN: 'aaaaaaaaaaaaaaaa' };
    expect(refused(wrong)).toEqual(['AUTH_SECRET', 'METRICS_TOKEN', 'BASE_URL']);
    expect(() => readSettings({ ...complete, ...wrong })).not.toThrow(secret);
  });
});
