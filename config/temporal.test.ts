import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConnections, SettingsError } from './settings.ts';

const DATABASE_URL = 'postgresql://a:b@127.0.0.1:5432/x';
const folder = mkdtempSync(join(tmpdir(), 'anjuan-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const read = (environment: Record<string, string>) =>
  readConnections({ MODE: 'training', DATABASE_URL, ...environment });
const connectionOf = (environment: Record<string, string>) => read(environment).secrets.temporal;

function faultOf(environment: Record<string, string>): string {
  try {
    read(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.faults.join('\n');
    throw error;
  }
  return 'none';
}

describe('the way to Temporal', () => {
  it('is this machine without TLS when nothing is set', () => {
    expect(connectionOf({})).toEqual({ address: '127.0.0.1:7233' });
    expect(read({}).settings.temporalNamespace).toBe('default');
  });

  it('is encrypted as soon as there is a key, and settings show none', () => {
    const { settings, secrets } = read({ TEMPORAL_ADDRESS: 'cluster.test:7233', TEMPORAL_API_KEY: 'hush-hush' });
    expect(secrets.temporal).toEqual({ address: 'cluster.test:7233', apiKey: 'hush-hush', tls: true });
    expect(JSON.stringify(settings)).not.toContain('hush');
  });

  it('takes certificates from files and from variables, and counts empty ones as absent', () => {
    const cert = file('cert.pem', 'CERT');
    const { tls } = connectionOf({
      TEMPORAL_TLS_CLIENT_CERT_PATH: cert,
      TEMPORAL_TLS_CLIENT_KEY_DATA: 'KEY',
      TEMPORAL_TLS_SERVER_NAME: 'cluster.test',
      TEMPORAL_TLS_SERVER_CA_CERT_PATH: ' ',
    });
    expect(tls).toMatchObject({ serverNameOverride: 'cluster.test', serverRootCACertificate: undefined });
    const { crt, key } = (tls as { clientCertPair: { crt: Uint8Array; key: Uint8Array } }).clientCertPair;
    expect([crt, key].map((bytes) => Buffer.from(bytes).toString())).toEqual(['CERT', 'KEY']);
  });

  it('takes a profile of the file that is named, and variables before it', () => {
    const path = file(
      'temporal.toml',
      '[profile.cloud]\naddress = "cloud.test:7233"\nnamespace = "cases"\napi_key = "hush-hush"\n',
    );
    const given = { TEMPORAL_CONFIG_FILE: path, TEMPORAL_PROFILE: 'cloud' };
    expect(connectionOf(given)).toEqual({ address: 'cloud.test:7233', apiKey: 'hush-hush', tls: true });
    expect(read(given).settings.temporalNamespace).toBe('cases');
    expect(read({ ...given, TEMPORAL_NAMESPACE: 'other' }).settings.temporalNamespace).toBe('other');
  });

  it('is not led astray by a file in the home folder that nobody named', () => {
    writeFileSync(join(folder, 'unused'), '');
    const home = mkdtempSync(join(folder, 'home-'));
    expect(connectionOf({ HOME: home, XDG_CONFIG_HOME: home })).toEqual({ address: '127.0.0.1:7233' });
  });

  it.each([
    ['TEMPORAL_TLS', { TEMPORAL_TLS: 'yes' }, 'must be true or false'],
    ['TEMPORAL_CONFIG_FILE', { TEMPORAL_CONFIG_FILE: '/no/such.toml' }, 'there is no file /no/such.toml'],
    ['TEMPORAL_PROFILE', { TEMPORAL_PROFILE: 'absent' }, "Profile 'absent' not found"],
    ['TEMPORAL_API_KEY', { TEMPORAL_TLS: 'false', TEMPORAL_API_KEY: 'hush-hush' }, 'unencrypted'],
    ['TEMPORAL_TLS_CLIENT_CERT', { TEMPORAL_TLS_CLIENT_CERT_DATA: 'hush-hush' }, 'go together'],
    ['TEMPORAL_TLS', { TEMPORAL_TLS_SERVER_CA_CERT_PATH: '/no/ca.pem' }, '/no/ca.pem cannot be read'],
    ['TEMPORAL_TLS', { TEMPORAL_TLS_SERVER_CA_CERT_PATH: '/a', TEMPORAL_TLS_SERVER_CA_CERT_DATA: 'b' }, 'both'],
    ['TEMPORAL_TLS_DISABLE', { TEMPORAL_TLS_DISABLE_HOST_VERIFICATION: 'true' }, 'always verifies'],
  ])('is refused rather than taken half: %s', (name, environment, why) => {
    const fault = faultOf(environment);
    expect(fault).toMatch(new RegExp(`^${name}`));
    expect(fault).toContain(why);
    expect(fault).not.toContain('hush');
  });

  it('does not repeat a file that is no TOML, in which a key may be', () => {
    const path = file('broken.toml', '[profile.default]\napi_key = hush-hush\n');
    expect(faultOf({ TEMPORAL_CONFIG_FILE: path })).toBe(`TEMPORAL_CONFIG_FILE (${path}): it cannot be read as TOML`);
  });
});
