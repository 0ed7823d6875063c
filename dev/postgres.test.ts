import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, expect, it } from 'vitest';
import { freePort } from './ports.ts';
import { startPostgres } from './postgres.ts';
import type { Postgres } from './postgres.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder('postgres-test');
const dir = join(folder.path, 'postgres');
const running: Postgres[] = [];

async function start(options: { port?: number; dir?: string } = {}): Promise<Postgres> {
  const postgres = await startPostgres({ dir, fsync: false, log: () => {}, ...options });
  running.push(postgres);
  return postgres;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop();
});
afterAll(() => folder.remove());

it('keeps its data over a stop and over a kill', async () => {
  const first = await start();
  const url = await first.createDatabase('记录');
  await query(url, "CREATE TABLE line (words text); INSERT INTO line VALUES ('stop')");
  await first.stop();

  const second = await start();
  await query(second.urlFor('记录'), "INSERT INTO line VALUES ('kill')");
  await second.kill();
  expect(await second.ended).toContain('SIGKILL');

  const third = await start();
  expect(await query(third.urlFor('记录'), 'SELECT words FROM line ORDER BY 1')).toEqual([
    { words: 'kill' },
    { words: 'stop' },
  ]);
});

it('has page checksums, UTF-8, room for 200 connections and listens on this machine alone', async () => {
  const { adminUrl } = await start();
  const [settings] = await query(
    adminUrl,
    `SELECT current_setting('data_checksums') AS checksums, current_setting('server_encoding') AS encoding,
            current_setting('max_connections') AS connections, current_setting('listen_addresses') AS addresses`,
  );
  expect(settings).toEqual({ checksums: 'on', encoding: 'UTF8', connections: '200', addresses: '127.0.0.1' });
});

it('makes a database once, and copies of a template', async () => {
  const postgres = await start();
  const url = await postgres.createDatabase('template_of_tests');
  await query(url, 'CREATE TABLE copied (n int); INSERT INTO copied VALUES (7)');
  expect(await postgres.createDatabase('template_of_tests')).toBe(url);
  const copy = await postgres.createDatabase('copy_of_tests', { template: 'template_of_tests' });
  expect(await query(copy, 'SELECT n FROM copied')).toEqual([{ n: 7 }]);
});

it('starts although its lock file names a process that has since become another program', async () => {
  const first = await start();
  await first.kill();
  const lock = join(dir, 'data', 'postmaster.pid');
  // The process that runs this test: alive, and no PostgreSQL.
  writeFileSync(lock, readFileSync(lock, 'utf8').replace(/^\d+/, String(process.ppid)));
  const second = await start();
  expect(await query(second.adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

it('refuses to run twice on one folder', async () => {
  await start();
  await expect(start()).rejects.toThrow(/already running/);
});

it('says which port is taken', async () => {
  const { port } = await start();
  const other = join(folder.path, 'other');
  await expect(start({ dir: other, port })).rejects.toThrow(`port ${port}`);
  rmSync(other, { recursive: true, force: true });
});

it('refuses the data of another version and says so', async () => {
  const port = await freePort();
  const old = join(folder.path, 'old');
  const postgres = await start({ dir: old, port });
  await postgres.stop();
  writeFileSync(join(old, 'data', 'PG_VERSION'), '14\n');
  await expect(start({ dir: old, port })).rejects.toThrow(/PostgreSQL 14, this is PostgreSQL 18/);
});
