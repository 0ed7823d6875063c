import { describe, expect, it } from 'vitest';
import { readConnections, readSettings, SettingsError } from './settings.ts';

const complete = {
  DATABASE_URL: 'postgresql://anjuan:hush-hush@127.0.0.1:5432/anjuan',
  SMTP_URL: 'smtp://127.0.0.1:1025',
  MAIL_FROM: 'Anjuan <no-reply@anjuan.test>',
  BASE_URL: 'https://anjuan.example.org/',
  AUTH_SECRET: 'a-secret-of-more-than-thirty-two-characters',
  PAYLOAD_KEYS: 'k1:3q2+7wABg5Yp0kMfVJxTnZrL8dQhSeWuXoCi4Gt6BNE=',
};

function faultsOf(environment: Record<string, string | undefined>): readonly string[] {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
  return [];
}

describe('readConnections', () => {
  it('needs the database alone, and says so in one sentence', () => {
    const { DATABASE_URL } = complete;
    expect(readConnections({ DATABASE_URL, MODE: 'training', TEMPORAL_ADDRESS: '127.0.0.1:7234' })).toEqual({
      settings: {
        mode: 'training',
        temporalAddress: '127.0.0.1:7234',
        temporalNamespace: 'default',
        taskQueue: 'anjuan',
        chainHash: 'sha256',
      },
      secrets: {
        databaseUrl: DATABASE_URL,
        temporal: { address: '127.0.0.1:7234' },
        payloads: { keys: new Map(), writesWith: null, cipher: 'aes-256-gcm' },
      },
    });
    expect(() => readConnections({ MODE: ' ' })).toThrow(/^The environment cannot be used:\n {2}- DATABASE_URL: .*$/);
  });
});

describe('readSettings', () => {
  it('fills in what has a default and keeps secrets apart', () => {
    const { settings, secrets } = readSettings(complete);
    expect(settings).toMatchObject({
      mode: 'production',
      temporalAddress: '127.0.0.1:7233',
      temporalNamespace: 'default',
      taskQueue: 'anjuan',
      port: 4680,
      trustProxy: false,
      baseUrl: 'https://anjuan.example.org',
      limits: { failuresBeforeLockout: 5, sessionHours: 12 },
    });
    expect(JSON.stringify(settings)).not.toContain('hush-hush');
    expect(JSON.stringify(settings)).not.toContain(complete.AUTH_SECRET);
    expect(secrets.databaseUrl).toBe(complete.DATABASE_URL);
  });

  it.each([
    ['127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
    ['tcp://clamav:3310', { host: 'clamav', port: 3310 }],
    ['[::1]:3310', { host: '::1', port: 3310 }],
    ['/run/clamav/clamd.ctl', { socket: '/run/clamav/clamd.ctl' }],
    ['unix:/run/clamav/clamd.ctl', { socket: '/run/clamav/clamd.ctl' }],
    ['', undefined],
  ])('SH-STORE-03.2 reads the address of a scanner %s', (address, scanner) => {
    expect(readSettings({ ...complete, CLAMD_ADDRESS: address }).settings.scanner).toEqual(scanner);
  });

  it.each(['clamav', 'clamav:0', 'clamav:99999', 'http://clamav:3310/x'])(
    'SH-STORE-03.2 refuses %s as the address of a scanner',
    (address) => {
      expect(faultsOf({ ...complete, CLAMD_ADDRESS: address })).toEqual([
        'CLAMD_ADDRESS: must be host:port or the path of a socket, e.g. 127.0.0.1:3310',
      ]);
    },
  );

  it('reads the number for enquiries of each body, and says how to write them', () => {
    const numbersOf = (BODY_TELEPHONES: string) =>
      readSettings({ ...complete, BODY_TELEPHONES }).settings.bodyTelephones;
    expect(numbersOf('sh-centre=021-12345678, hn-hub = 96871')).toEqual({
      'sh-centre': '021-12345678',
      'hn-hub': '96871',
    });
    expect(readSettings(complete).settings.bodyTelephones).toEqual({});
    for (const BODY_TELEPHONES of ['021-12345678', 'sh-centre=', 'sh-centre=call us'])
      expect(faultsOf({ ...complete, BODY_TELEPHONES })).toEqual([
        expect.stringContaining('BODY_TELEPHONES: must be a list'),
      ]);
  });

  it('lists all faults at once, each with its variable', () => {
    const faults = faultsOf({ PORT: 'many', MODE: 'play', AUTH_SECRET: 'short', TEMPORAL_ADDRESS: 'http://x' });
    for (const name of [
      'DATABASE_URL',
      'SMTP_URL',
      'MAIL_FROM',
      'BASE_URL',
      'PORT',
      'MODE',
      'AUTH_SECRET',
      'TEMPORAL_ADDRESS',
    ]) {
      expect(
        faults.filter((fault) => fault.startsWith(`${name}: `)),
        name,
      ).toHaveLength(1);
    }
    expect(faults.find((fault) => fault.startsWith('DATABASE_URL'))).toMatch(/is missing: set it/);
  });

  it('never repeats a value, which may be a secret', () => {
    expect(
      faultsOf({ ...complete, AUTH_SECRET: 'tooshortsecret', DATABASE_URL: 'mysql://u:pw1234@h/x' }).join(),
    ).not.toMatch(/tooshortsecret|pw1234/);
  });

  it('has mails go out over TLS alone, outside training mode', () => {
    const requires = (environment: Record<string, string>) =>
      readSettings({ ...complete, ...environment }).settings.smtpRequireTls;
    expect([requires({}), requires({ MODE: 'training' })]).toEqual([true, false]);
    expect([requires({ SMTP_REQUIRE_TLS: 'false' }), requires({ MODE: 'training', SMTP_REQUIRE_TLS: 'true' })]).toEqual(
      [false, true],
    );
  });

  it('vouches for the hosts of webhooks that are named, and in training for each', () => {
    const trusted = (environment: Record<string, string>) =>
      readSettings({ ...complete, ...environment }).settings.trustedHosts;
    expect(trusted({})).toEqual([]);
    expect(trusted({ WEBHOOK_HOSTS: ' SMS.gov.internal, 10.1.2.3' })).toEqual(['sms.gov.internal', '10.1.2.3']);
    expect(trusted({ MODE: 'training' })).toBe('any');
    expect(faultsOf({ ...complete, WEBHOOK_HOSTS: 'https://sms.gov.internal' })).toHaveLength(1);
  });

  it('links the chains of the records by SHA-256, or by SM3 where a cipher plan asks for it, and by nothing else', () => {
    expect(readSettings(complete).settings.chainHash).toBe('sha256');
    expect(readSettings({ ...complete, CHAIN_HASH: 'sm3' }).settings.chainHash).toBe('sm3');
    expect(faultsOf({ ...complete, CHAIN_HASH: 'md5' })).toEqual(['CHAIN_HASH: must be one of sha256, sm3']);
  });

  it('counts an empty value as absent', () => {
    expect(readSettings({ ...complete, PORT: ' ' }).settings.port).toBe(4680);
    expect(faultsOf({ ...complete, SMTP_URL: '' })).toHaveLength(1);
    expect(readSettings({ ...complete, TEMPORAL_UI_URL: '' }).settings.temporalUiUrl).toBeUndefined();
  });

  it('reads the proxies in front as a number or as addresses and refuses to trust everybody', () => {
    expect(readSettings({ ...complete, TRUST_PROXY: '2' }).settings.trustProxy).toBe(2);
    expect(readSettings({ ...complete, TRUST_PROXY: 'loopback' }).settings.trustProxy).toBe('loopback');
    expect(faultsOf({ ...complete, TRUST_PROXY: 'true' })).toHaveLength(1);
  });

  it('takes a training start in training mode alone', () => {
    const start = '2025-09-24T09:00:00+08:00';
    expect(readSettings({ ...complete, MODE: 'training', TRAINING_START: start }).settings.trainingStart).toBe(start);
    expect(faultsOf({ ...complete, TRAINING_START: start })).toHaveLength(1);
    expect(faultsOf({ ...complete, MODE: 'training', TRAINING_START: '2025-09-24' })).toHaveLength(1);
  });

  it('has wide limits in training mode and takes explicit ones in both', () => {
    const strict = readSettings(complete).settings.limits;
    const wide = readSettings({ ...complete, MODE: 'training' }).settings.limits;
    expect(wide.signInsPerAddress).toBeGreaterThan(strict.signInsPerAddress);
    expect(
      readSettings({ ...complete, MODE: 'training', SIGN_INS_PER_ADDRESS: '7' }).settings.limits.signInsPerAddress,
    ).toBe(7);
    expect(faultsOf({ ...complete, SIGN_INS_PER_ADDRESS: '0' })).toHaveLength(1);
  });
});
