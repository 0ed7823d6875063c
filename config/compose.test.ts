import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from '../dev/temporary-folder.ts';
import { acceptedForBackup } from './backup-settings.ts';
import { readSettings } from './settings.ts';
import { accepted } from './variables.ts';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const text = readFileSync(at('docker-compose.yml'), 'utf8');
const dockerfile = readFileSync(at('Dockerfile'), 'utf8');
const example = readFileSync(at('dev/compose/env.example'), 'utf8');

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly build?: unknown;
  readonly restart: string;
  readonly mem_limit?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly logging?: { readonly driver: string; readonly options: Readonly<Record<string, string>> };
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly environment?: Readonly<Record<string, string>>;
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly profiles?: readonly string[];
  readonly secrets?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

const compose = parse(text, { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
};
const services = Object.entries(compose.services);
/** They run to their end. */
const steps = ['temporal-schema', 'temporal-namespace', 'setup', 'restore'];

describe('docker compose', () => {
  it('hands on every variable that a deployment may set', () => {
    // These are fixed by the image or by what else stands in that file.
    const fixed = ['HOST', 'WORKFLOW_BUNDLE', 'TASK_QUEUE', 'TEMPORAL_TLS', 'PORT', 'PG_PROGRAMS'];
    const names = Object.keys({ ...accepted.shape, ...acceptedForBackup.shape }).filter(
      (name) => !fixed.includes(name),
    );
    const given = new Set(services.flatMap(([, { environment = {} }]) => Object.keys(environment)));
    const missing = names.filter((name) => !given.has(name) && !given.has(`${name}_FILE`));
    expect(missing).toEqual([]);
  });

  it('starts the worker without the promise hook of the SDK, by a file that is there', () => {
    const [node, flag, file, main] = compose.services['worker']?.command ?? [];
    expect([node, flag, main]).toEqual(['node', '--import', 'worker/main.ts']);
    expect(readFileSync(at(file ?? ''), 'utf8')).toContain('refusePromiseHook()');
    expect(dockerfile).toMatch(/^ENV NODE_ENV=production /m);
    expect(dockerfile).toMatch(/^COPY worker worker$/m);
  });

  it('makes up neither the mode nor an address that people see', () => {
    for (const name of ['MODE', 'SITE_ADDRESS', 'TLS', 'MAIL_FROM', 'BACKUP_FOLDER']) {
      expect(text, name).toContain(`\${${name}:?`);
      expect(text, name).not.toContain(`\${${name}:-`);
      // The example gives nothing away that somebody could leave as it is.
      expect(example, name).toMatch(new RegExp(`^${name}=$`, 'm'));
    }
    expect(`${text}${example}`).not.toMatch(/change-?me/i);
  });

  it.each(services)('holds %s to its memory, its logs, its rights and its file system', (name, service) => {
    expect(service.mem_limit).toMatch(/\d+[mg]\}?$/);
    expect(service.logging).toEqual({ driver: 'json-file', options: { 'max-size': '20m', 'max-file': '5' } });
    expect(service.restart).toBe(steps.includes(name) ? 'no' : 'unless-stopped');
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    expect(service.read_only).toBe(name !== 'temporal-ui');
  });

  it.each(services)(
    'pins the image of %s, and gives it a health check if it stays',
    (name, { image, build, healthcheck }) => {
      if (build !== undefined) expect(image).toMatch(/^anjuan(-backup)?:local$/);
      else expect(image).toMatch(/^[a-z/-]+:v?\d+\.\d+(\.\d+)?(-[a-z0-9]+)?(@sha256:[0-9a-f]{64})?$/);
      if (!steps.includes(name)) expect(healthcheck?.test.length).toBeGreaterThan(1);
    },
  );

  it.each(services)('waits for what %s needs until it works', (_name, { depends_on: needed = {} }) => {
    for (const [other, { condition }] of Object.entries(needed)) {
      expect(compose.services).toHaveProperty(other);
      expect(condition).toBe(steps.includes(other) ? 'service_completed_successfully' : 'service_healthy');
    }
  });

  it.each(services)('gives %s no secret by its environment', (_name, { environment = {}, secrets = [] }) => {
    for (const [variable, value] of Object.entries(environment)) {
      if (/_FILE$/.test(variable) && !/^(BACKUP_KEY|TEMPORAL_CONFIG)/.test(variable))
        expect(value).toMatch(/^\/run\/secrets\//);
      if (/PASSWORD|SECRET|TOKEN|PWD|SMTP_URL/.test(variable)) expect(variable).toMatch(/_FILE$/);
      if (variable === 'DATABASE_URL') expect(new URL(value).password).toBe('');
      const secret = /^\/run\/secrets\/(\w+)$/.exec(value)?.[1];
      if (secret !== undefined) expect(secrets).toContain(secret);
    }
    for (const secret of secrets) expect(compose.secrets).toHaveProperty(secret);
  });

  it('lets nobody but Caddy be reached from elsewhere, and what has no accounts in training mode alone', () => {
    for (const [name, { ports = [], profiles }] of services) {
      if (name === 'caddy') expect(ports).toEqual(['80:80', '443:443']);
      else for (const port of ports) expect(port, name).toMatch(/^127\.0\.0\.1:/);
      if (name !== 'caddy' && ports.length > 0) expect(profiles).toEqual(['training']);
    }
    expect(compose.networks['inside']?.internal).toBe(true);
    for (const name of ['postgres', 'temporal', 'backup', 'setup', 'restore'])
      expect(compose.services[name]?.networks, name).toEqual(['inside']);
    expect(compose.services['caddy']?.networks).toEqual(['front']);
    const inFront = services.filter(([, { networks = [] }]) => networks.includes('front')).map(([name]) => name);
    expect(inFront).toEqual(['caddy', 'api']);
  });

  it('builds on images that are pinned by digest, with the PostgreSQL that it runs', () => {
    const bases = [...readFileSync(at('Dockerfile'), 'utf8').matchAll(/^FROM (\S+)/gm)].map(([, image = '']) => image);
    for (const base of bases) expect(base).toMatch(/^[a-z]+:\d+\.\d+(\.\d+)?-[a-z-]+@sha256:[0-9a-f]{64}$/);
    expect(bases).toContain(compose.services['postgres']?.image);
    const node = (JSON.parse(readFileSync(at('package.json'), 'utf8')) as { dependencies: { node: string } })
      .dependencies.node;
    expect(bases.filter((base) => base.startsWith('node:')).every((base) => base.startsWith(`node:${node}-`))).toBe(
      true,
    );
  });
});

describe('the secrets of docker compose', () => {
  const folder = temporaryFolder('secrets');
  const secrets = join(folder.path, 'secrets');
  const make = () => spawnSync('sh', [at('dev/compose/make-secrets.sh'), secrets], { encoding: 'utf8' });
  const read = (name: string) => readFileSync(join(secrets, name), 'utf8');
  afterAll(() => folder.remove());

  it('are all made once, for nobody else to see, and what is not made is named', () => {
    const { status, stdout } = make();
    expect(status).toBe(0);
    expect(readdirSync(secrets).sort()).toEqual(Object.keys(compose.secrets).sort());
    expect(statSync(secrets).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(secrets)) expect(statSync(join(secrets, name)).mode & 0o777, name).toBe(0o444);
    expect(stdout).toMatch(/smtp_url is empty[\s\S]*backup_key is empty/);
    const before = readdirSync(secrets).map(read);
    expect(new Set(before.filter((secret) => secret !== '')).size).toBe(before.length - 2);
    expect(make().status).toBe(0);
    expect(readdirSync(secrets).map(read)).toEqual(before);
  });

  it('are good enough for production, which refuses what is not filled in', () => {
    const environment = {
      MODE: 'production',
      DATABASE_URL: 'postgresql://anjuan_api@postgres:5432/anjuan',
      DATABASE_PASSWORD_FILE: join(secrets, 'api_db_password'),
      AUTH_SECRET_FILE: join(secrets, 'auth_secret'),
      METRICS_TOKEN_FILE: join(secrets, 'metrics_token'),
      PAYLOAD_KEYS_FILE: join(secrets, 'payload_keys'),
      SMTP_URL_FILE: join(secrets, 'smtp_url'),
      MAIL_FROM: 'Anjuan <no-reply@example.org>',
      BASE_URL: 'https://anjuan.example.org',
    };
    expect(() => readSettings(environment)).toThrow(/SMTP_URL_FILE: the file .* is empty/);
    chmodSync(join(secrets, 'smtp_url'), 0o644);
    writeFileSync(join(secrets, 'smtp_url'), 'smtps://anjuan:of-the-server@smtp.example.org\n');
    expect(readSettings(environment).settings.mode).toBe('production');
  });
});
