import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { readConnections, readSettings, SettingsError } from '../settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'anjuan-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

const [one, other] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];

const read = (environment: Record<string, string>) =>
  readConnections({ DATABASE_URL: 'postgresql://a:b@127.0.0.1:5432/x', ...environment }).secrets.payloads;

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    read(environment);
    return [];
  } catch (failure) {
    if (!(failure instanceof SettingsError)) throw failure;
    return failure.faults;
  }
}

describe('the keys of what stands in Temporal', () => {
  it('are a list; the first writes unless another is named', () => {
    const PAYLOAD_KEYS = `2026-a:${one}, 2026-b: ${other}`;
    const keys = read({ PAYLOAD_KEYS });
    expect([...keys.keys.keys(), keys.writesWith, keys.cipher]).toEqual(['2026-a', '2026-b', '2026-a', 'aes-256-gcm']);
    expect(keys.keys.get('2026-b')?.export().toString('base64')).toBe(other);
    expect(read({ PAYLOAD_KEYS, PAYLOAD_KEY_ID: '2026-b' }).writesWith).toBe('2026-b');
    expect(read({ PAYLOAD_KEYS, PAYLOAD_KEY_ID: 'none' }).writesWith).toBeNull();
    expect(read({ PAYLOAD_KEYS, PAYLOAD_CIPHER: 'sm4-ctr-hmac-sm3' }).cipher).toBe('sm4-ctr-hmac-sm3');
    expect(read({ PAYLOAD_KEYS: `a:${Buffer.from(one, 'base64').toString('base64url')}` }).writesWith).toBe('a');
  });

  it('can stand in a file, a line each', () => {
    const file = join(folder, 'keys');
    writeFileSync(file, `# of spring\n2026-a:${one}\n\n2026-b:${other}\n`);
    expect([...read({ PAYLOAD_KEYS_FILE: file }).keys.keys()]).toEqual(['2026-a', '2026-b']);
    const [fault] = faultsOf({ PAYLOAD_KEYS_FILE: join(folder, 'nothing') });
    expect(fault).toMatch(/^PAYLOAD_KEYS_FILE: the file .*nothing cannot be read$/);
  });

  it('production does not start without, nor do its tools; training does, and writes what can be read', () => {
    expect(faultsOf({})).toEqual([expect.stringMatching(/^PAYLOAD_KEYS: is missing: .*openssl rand -base64 32/)]);
    expect(read({ MODE: 'training' })).toMatchObject({ writesWith: null });
  });

  it.each([
    ['an id without a key', '2026-a', /entry 1 must be id:key/],
    ['a key without an id', one, /entry 1 must be id:key/],
    ['a short key', `a:${randomBytes(16).toString('base64')}`, /entry 1 must hold a key of 32 bytes/],
    ['a long key', `a:${randomBytes(48).toString('base64')}`, /entry 1 must hold a key of 32 bytes/],
    ['a key of zeros', `a:${Buffer.alloc(32).toString('base64')}`, /entry 1 holds a key that is not random/],
    ['a password', `a:${Buffer.from('change-me-change-me-change-me-!!').toString('base64')}`, /not random/],
    ['one id twice', `a:${one},a:${other}`, /the id 'a' stands there twice/],
    ['the id that means none', `none:${one}`, /has the id 'none', which stands for no key/],
    ['one good and one bad', `a:${one},b:xx`, /entry 2 must hold/],
  ])('%s is refused, and no key is repeated', (_what, PAYLOAD_KEYS, fault) => {
    const faults = faultsOf({ PAYLOAD_KEYS });
    expect(faults).toEqual([expect.stringMatching(fault)]);
    expect(faults[0]).not.toContain(one);
  });

  it('a key that is named must be there, and so must a cipher', () => {
    expect(faultsOf({ PAYLOAD_KEYS: `a:${one}`, PAYLOAD_KEY_ID: 'b' })).toEqual([
      'PAYLOAD_KEY_ID: there is no key of this id; name one of PAYLOAD_KEYS, or none',
    ]);
    expect(faultsOf({ PAYLOAD_KEYS: `a:${one}`, PAYLOAD_CIPHER: 'rot13' })).toEqual([
      'PAYLOAD_CIPHER: must be one of aes-256-gcm, sm4-ctr-hmac-sm3',
    ]);
  });

  it('cannot be printed by mistake, and are no part of the settings', () => {
    const { settings, secrets } = readSettings({
      MODE: 'training',
      DATABASE_URL: 'postgresql://a:b@127.0.0.1:5432/x',
      SMTP_URL: 'smtp://127.0.0.1:1025',
      MAIL_FROM: 'no-reply@anjuan.test',
      BASE_URL: 'http://127.0.0.1',
      AUTH_SECRET: 'a-secret-of-more-than-thirty-two-characters',
      PAYLOAD_KEYS: `a:${one}`,
    });
    const printed = `${inspect(secrets.payloads, { depth: 9 })}${JSON.stringify({ ...secrets.payloads, all: [...secrets.payloads.keys] })}`;
    expect(printed + JSON.stringify(settings)).not.toContain(one);
    expect(printed).not.toContain(Buffer.from(one, 'base64').toString('hex'));
  });
});
