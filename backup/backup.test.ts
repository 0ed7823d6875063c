import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, type Postgres } from '../dev/postgres.ts';
import { temporaryFolder } from '../dev/temporary-folder.ts';
import { postgresTools } from '../dev/wheel-programs.ts';
import { urlAs } from '../prisma/roles.ts';
import { setupDatabase } from '../prisma/setup.ts';
import { FILES, readManifest, writeManifest, type Manifest } from './manifest.ts';
import { readKey } from './key.ts';
import { keptIn, nameOf, removeOld } from './kept.ts';
import { noteCopies } from './note-copies.ts';

const folder = temporaryFolder('backup-test');
const passwords = { api: 'f3a9c1', worker: 'b7e2d4', backup: "it's 5:@/" };
const backups = join(folder.path, 'backups');
const keyFile = join(folder.path, 'key');
let postgres: Postgres;
let source: string;
let environment: Record<string, string>;
let good: string;

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Runs a command of this folder as a container does. */
function command(name: string, env: Record<string, string> = {}, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script(name), ...args], {
    env: { PATH: process.env['PATH'], ...environment, ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client
    .query<Record<string, unknown>>(text)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

const restoring = (databaseUrl: string) => ({
  DATABASE_URL: databaseUrl,
  API_DB_PASSWORD: passwords.api,
  WORKER_DB_PASSWORD: passwords.worker,
  BACKUP_DB_PASSWORD: passwords.backup,
  MODE: 'training',
});

/** A copy of the good backup, to be spoilt. */
function copy(name: string): string {
  const path = join(folder.path, 'copies', name);
  cpSync(good, path, { recursive: true });
  return path;
}

beforeAll(async () => {
  postgres = await startPostgres({ dir: join(folder.path, 'postgres'), fsync: false, log: () => undefined });
  source = await postgres.createDatabase('anjuan');
  const now = '2025-09-24T09:00:00.000+08:00';
  await setupDatabase({
    databaseUrl: source,
    passwords,
    training: true,
    now,
    trainingStart: now,
    log: () => undefined,
  });
  const made = spawnSync(process.execPath, [script('make-key.ts')], { encoding: 'utf8' });
  writeFileSync(keyFile, made.stdout, { mode: 0o600 });
  environment = {
    DATABASE_URL: urlAs(source, 'anjuan_backup', passwords.backup),
    BACKUP_FOLDER: backups,
    BACKUP_KEY_FILE: keyFile,
    PG_PROGRAMS: await postgresTools(() => undefined),
  };
  const { status, stderr } = command('run.ts');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  good = join(backups, readdirSync(backups)[0] ?? '');
});
afterAll(async () => {
  await postgres.stop();
  folder.remove();
});

describe('a backup', () => {
  it('is one folder with an encrypted dump, a manifest of every table, and its seal', async () => {
    expect(readdirSync(good).sort()).toEqual([FILES.dump, FILES.manifest, FILES.seal].sort());
    expect(readFileSync(join(good, FILES.dump)).subarray(0, 22).toString()).toBe('age-encryption.org/v1\n');
    expect(readFileSync(join(good, FILES.dump)).includes('demo.anjuan.test')).toBe(false);
    const manifest = JSON.parse(readFileSync(join(good, FILES.manifest), 'utf8')) as Manifest;
    const tables = await query(
      source,
      `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    expect(Object.keys(manifest.rows).sort()).toEqual(tables.map(({ relname }) => relname).sort());
    const [users] = await query(source, `SELECT count(*)::int FROM "User"`);
    expect(manifest.rows['User']).toBe(users?.['count']);
  });

  it('is taken by a role that reads everything and changes nothing', async () => {
    const url = environment['DATABASE_URL'] ?? '';
    expect(await query(url, `SELECT 1 FROM "Account" LIMIT 1`)).toHaveLength(1);
    for (const change of [`DELETE FROM "Session"`, `UPDATE "User" SET "name" = ''`, 'CREATE TABLE mine (n int)'])
      await expect(query(url, change), change).rejects.toThrow(/permission denied/);
  });

  it('HN-NET-10.4 is on record in the database with the day until which it is kept, and leaves the record when it is gone', async () => {
    const noted = () =>
      query(source, `SELECT "name", "keptUntil" - "takenAt" AS "kept" FROM "BackupCopy" WHERE "removedAt" IS NULL`);
    expect(await noted()).toMatchObject([{ name: basename(good), kept: { days: 30 } }]);
    await noteCopies(environment['DATABASE_URL'] ?? '', join(folder.path, 'none'), await readKey(keyFile), 30);
    expect(await noted()).toEqual([]);
    await noteCopies(environment['DATABASE_URL'] ?? '', backups, await readKey(keyFile), 30);
    expect(await noted()).toHaveLength(1);
  });

  it('is not made twice at once', async () => {
    const client = new pg.Client({ connectionString: source });
    await client.connect();
    await client.query(`SELECT pg_advisory_lock(hashtext('anjuan backup'))`);
    const { status, stderr } = command('run.ts');
    await client.end();
    expect(status).toBe(1);
    expect(stderr).toContain('Another backup is being made');
  });

  it('that fails says why and is not among the backups', () => {
    const before = readdirSync(backups);
    const wrong = new URL(environment['DATABASE_URL'] ?? '');
    wrong.password = 'another';
    const broken = join(folder.path, 'broken-programs');
    mkdirSync(broken);
    writeFileSync(join(broken, 'pg_dump'), '#!/bin/sh\nprintf PGDMP\necho "disk on fire" >&2\nexit 1\n', {
      mode: 0o755,
    });
    for (const [env, said] of [
      [{ DATABASE_URL: wrong.href }, 'The database of DATABASE_URL does not answer'],
      [{ PG_PROGRAMS: broken }, 'pg_dump failed: disk on fire'],
      [{ PG_PROGRAMS: join(folder.path, 'nowhere') }, 'There is no program'],
      [{ BACKUP_KEY_FILE: join(folder.path, 'nowhere') }, 'cannot be read'],
      [{ BACKUP_FOLDER: '', BACKUP_KEY_FILE: '' }, 'BACKUP_FOLDER: is missing'],
    ] as const) {
      const { status, stderr } = command('run.ts', env);
      expect([status, stderr]).toEqual([1, expect.stringContaining(said) as string]);
    }
    expect(readdirSync(backups).filter((name) => name.startsWith('anjuan-'))).toEqual(before);
    // What was left unfinished goes with the next one.
    expect(command('run.ts').status).toBe(0);
    expect(readdirSync(backups).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('is taken by the process at once where there is none; one that fails does not end the process', async () => {
    const key = await readKey(keyFile);
    const first = join(folder.path, 'first');
    const isTaken = () => keptIn(first, key).good.length === 1;
    for (const [programs, happens] of [
      [join(folder.path, 'nowhere'), (said: string) => said.includes('a backup failed; it is tried again')],
      [environment['PG_PROGRAMS'] ?? '', isTaken],
    ] as const) {
      const child = spawn(process.execPath, [script('main.ts')], {
        env: { PATH: process.env['PATH'], ...environment, BACKUP_FOLDER: first, PG_PROGRAMS: programs },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
      await expect.poll(() => happens(said), { timeout: 50_000 }).toBe(true);
      expect(child.exitCode).toBeNull();
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
    }
  });

  it('that is too old, or missing, or damaged, makes the health check fail', () => {
    expect(command('health.ts')).toMatchObject({ status: 0 });
    expect(command('health.ts', { BACKUP_FOLDER: join(folder.path, 'none') }).stderr).toContain(
      'There is no good backup',
    );
    const others = join(folder.path, 'others');
    const aged = join(others, 'anjuan-20200101T000000Z');
    cpSync(good, aged, { recursive: true });
    expect(command('health.ts', { BACKUP_FOLDER: others }).status).toBe(0);
    truncateSync(join(aged, FILES.dump), 1000);
    const { status, stderr } = command('health.ts', { BACKUP_FOLDER: others });
    expect([status, stderr]).toEqual([1, expect.stringContaining('another size than its manifest says') as string]);
  });

  it('is kept for as long as it has to be, and the newest one for good', async () => {
    const key = await readKey(keyFile);
    const many = join(folder.path, 'many');
    const manifest = JSON.parse(readFileSync(join(good, FILES.manifest), 'utf8')) as Manifest;
    const days = [1, 29, 31, 400].map((ago) => new Date(Date.parse('2026-11-26T03:00:00Z') - ago * 86_400_000));
    for (const takenAt of days) {
      const path = join(many, nameOf(takenAt));
      cpSync(good, path, { recursive: true });
      writeManifest(path, { ...manifest, takenAt: takenAt.toISOString() }, key);
    }
    mkdirSync(join(many, 'anjuan-20200101T000000Z'));
    expect(removeOld(many, key, 30, new Date('2026-11-26T03:00:00Z'))).toHaveLength(2);
    // What cannot be read is left for somebody to look at.
    expect(readdirSync(many)).toHaveLength(3);
    expect(removeOld(many, key, 30, new Date('2028-01-01T00:00:00Z'))).toHaveLength(1);
    expect(keptIn(many, key).good.map(({ manifest }) => manifest.takenAt)).toEqual([days[0]?.toISOString()]);
  });
});

describe('a restore', () => {
  it('brings back every row, the rights of the roles, and what triggers forbid', async () => {
    await query(
      source,
      `INSERT INTO "Session" ("id", "token", "userId", "expiresAt", "updatedAt")
      SELECT 's1', 't1', "id", now() + interval '1 hour', now() FROM "User" LIMIT 1`,
    );
    expect(command('run.ts').status).toBe(0);
    const newest = keptIn(backups, await readKey(keyFile)).good[0]?.path ?? '';
    const target = await postgres.createDatabase('restored');
    const { status, stdout, stderr } = command('restore.ts', restoring(target), newest);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('npm run reconcile -- --repair');
    const tables = await query(
      source,
      `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    for (const { relname } of tables) {
      // Which backups there are is told after each of them; the audit log goes on with the restore.
      if (relname === 'BackupCopy' || relname === 'AuditHead') continue;
      const rows = (url: string) => query(url, `SELECT * FROM "${String(relname)}" ORDER BY 1, 2`);
      // Whoever was signed in signs in again.
      const kept = relname === 'AuditEntry' ? (await rows(target)).slice(0, -1) : await rows(target);
      expect(kept, String(relname)).toEqual(relname === 'Session' ? [] : await rows(source));
    }
    const last = `SELECT "action", "actorId", "objectId", "after" FROM "AuditEntry" ORDER BY "seq" DESC LIMIT 1`;
    const { takenAt } = readManifest(newest, await readKey(keyFile));
    expect(await query(target, last)).toEqual([
      {
        ...{ action: 'BACKUP_RESTORED', actorId: 'restore', objectId: basename(newest) },
        after: { takenAt, sessionsEnded: 1 },
      },
    ]);
    const grants = `SELECT grantee, table_name, column_name, privilege_type FROM information_schema.column_privileges
      WHERE grantee LIKE 'anjuan_%' ORDER BY 1, 2, 3, 4`;
    expect(await query(target, grants)).toEqual(await query(source, grants));
    const made = `SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2`;
    expect((await query(target, made)).length).toBeGreaterThan(0);
    expect(await query(target, made)).toEqual(await query(source, made));
    await query(urlAs(target, 'anjuan_worker', passwords.worker), `SELECT count(*) FROM "Case"`);
  });

  it.each([
    ['a dump that was changed', (path: string) => appendFileSync(join(path, FILES.dump), 'x'), 'does not have the sum'],
    ['a dump that was cut off', (path: string) => truncateSync(join(path, FILES.dump), 5_000), 'does not have the sum'],
    ['a dump that is missing', (path: string) => rmSync(join(path, FILES.dump)), 'is missing'],
    [
      'a manifest that was changed',
      (path: string) => {
        const file = join(path, FILES.manifest);
        writeFileSync(file, readFileSync(file, 'utf8').replace('"User": ', '"User": 1'));
      },
      'does not fit its seal',
    ],
    [
      'a seal that was changed',
      (path: string) => writeFileSync(join(path, FILES.seal), 'ab'.repeat(32)),
      'does not fit',
    ],
    ['a manifest without its seal', (path: string) => rmSync(join(path, FILES.seal)), 'no complete backup'],
    [
      'the dump of another backup',
      (path: string) => renameSync(join(copy(`of-${Date.now()}`), FILES.seal), join(path, FILES.dump)),
      'does not have the sum',
    ],
  ])('refuses %s, and changes nothing', async (what, spoil, said) => {
    const target = await postgres.createDatabase(what);
    const path = copy(what.replaceAll(' ', '-'));
    spoil(path);
    const { status, stderr } = command('restore.ts', restoring(target), path);
    expect([status, stderr]).toEqual([1, expect.stringContaining(said) as string]);
    expect(await query(target, `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace`)).toEqual([]);
  });

  it('refuses another key, another mode, and a backup of a newer release', async () => {
    const target = await postgres.createDatabase('refusing');
    const other = join(folder.path, 'other-key');
    writeFileSync(other, spawnSync(process.execPath, [script('make-key.ts')], { encoding: 'utf8' }).stdout);
    expect(command('restore.ts', { ...restoring(target), BACKUP_KEY_FILE: other }, good).stderr).toContain(
      'with another key',
    );
    const production = { ...restoring(target), MODE: '' };
    expect(command('restore.ts', production, good).stderr).toContain('easy to guess');
    const strong = {
      API_DB_PASSWORD: '9f2c1d7a55e04b8d',
      WORKER_DB_PASSWORD: 'c41b7720e93a5f6d',
      BACKUP_DB_PASSWORD: '',
    };
    const unguessed = new URL(target);
    const asProduction = { ...production, ...strong, DATABASE_URL: unguessed.href };
    expect(command('restore.ts', asProduction, good).stderr).toContain('was made in training mode');
    const newer = copy('newer');
    const manifest = JSON.parse(readFileSync(join(newer, FILES.manifest), 'utf8')) as Manifest;
    const migrations = [...manifest.migrations, '20990101000000_not_yet'];
    writeManifest(newer, { ...manifest, migrations }, await readKey(keyFile));
    expect(command('restore.ts', restoring(target), newer).stderr).toContain('A newer release made this backup');
    expect(await query(target, `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace`)).toEqual([]);
  });

  it('refuses a database that is not empty, and leaves what is there', async () => {
    const target = await postgres.createDatabase('filled');
    await query(target, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)');
    const { status, stderr } = command('restore.ts', restoring(target), good);
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining('The database is not empty (it has the tables kept') as string,
    ]);
    expect(await query(target, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  it('does not pass a database that holds something else than the manifest says', async () => {
    const target = await postgres.createDatabase('different');
    const path = copy('different');
    const manifest = JSON.parse(readFileSync(join(path, FILES.manifest), 'utf8')) as Manifest;
    const rows = { ...manifest.rows, User: 3 };
    const chains = { timeline: { 'app-1': { length: 2, head: 'ab' } } };
    writeManifest(path, { ...manifest, rows, chains }, await readKey(keyFile));
    const { status, stderr } = command('restore.ts', restoring(target), path);
    expect(status).toBe(1);
    expect(stderr).toContain(`rows of User: ${manifest.rows['User']}, not 3`);
    expect(stderr).toContain('timeline of app-1: missing, not 2 lines, ab');
  });
});
