import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPostgres } from '../dev/postgres.ts';
import type { Postgres } from '../dev/postgres.ts';
import { temporaryFolder } from '../dev/temporary-folder.ts';
import { ensureRoles } from './roles.ts';

const folder = temporaryFolder('roles-test');
const passwords = { api: "it's 1", worker: 'w/2:@' };
let postgres: Postgres;
let databaseUrl: string;
let urls: { api: string; worker: string };

beforeAll(async () => {
  postgres = await startPostgres({ dir: join(folder.path, 'postgres'), fsync: false, log: () => {} });
  databaseUrl = await postgres.createDatabase('roles');
  await query(databaseUrl, 'CREATE TABLE "Case" (id int); CREATE TABLE "Draft" (id int)');
  await query(databaseUrl, 'CREATE TABLE "TimelineEvent" (id int); CREATE TABLE "PointsEntry" (id int)');
  await query(databaseUrl, 'CREATE TABLE "_prisma_migrations" (id int)');
  urls = await ensureRoles({ databaseUrl, passwords });
});
afterAll(async () => {
  await postgres.stop();
  folder.remove();
});

async function query(url: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(text).finally(() => client.end());
}

const verbs = {
  read: (table: string) => `SELECT * FROM "${table}"`,
  insert: (table: string) => `INSERT INTO "${table}" VALUES (1)`,
  update: (table: string) => `UPDATE "${table}" SET id = 2`,
  delete: (table: string) => `DELETE FROM "${table}"`,
};

/** Which of the four a role may do with a table; a refusal for another reason than rights is thrown. */
async function allowed(url: string, table: string): Promise<string[]> {
  const done: string[] = [];
  for (const [name, statement] of Object.entries(verbs)) {
    const insufficientPrivilege = '42501';
    const code = await query(url, statement(table)).then(
      () => undefined,
      (error: unknown) => (error instanceof pg.DatabaseError ? error.code : String(error)),
    );
    if (code === undefined) done.push(name);
    else expect(code).toBe(insufficientPrivilege);
  }
  return done;
}

it('lets the API open a case and nothing more of it', async () => {
  expect(await allowed(urls.api, 'Case')).toEqual(['read', 'insert']);
  expect(await allowed(urls.worker, 'Case')).toEqual(['read', 'insert', 'update', 'delete']);
});

it('lets the worker append to the timeline, the API read it, and nobody change it', async () => {
  expect(await allowed(urls.api, 'TimelineEvent')).toEqual(['read']);
  expect(await allowed(urls.worker, 'TimelineEvent')).toEqual(['read', 'insert']);
  for (const url of [urls.api, urls.worker]) {
    await expect(query(url, 'TRUNCATE "TimelineEvent"')).rejects.toThrow(/permission denied/);
    await expect(query(url, 'ALTER TABLE "TimelineEvent" ADD COLUMN x int')).rejects.toThrow(/must be owner/);
  }
});

it('keeps the points ledger append-only', async () => {
  for (const url of [urls.api, urls.worker]) expect(await allowed(url, 'PointsEntry')).toEqual(['read', 'insert']);
});

it('gives both the other tables, and the books of the migrations to read', async () => {
  for (const url of [urls.api, urls.worker]) {
    expect(await allowed(url, 'Draft')).toEqual(['read', 'insert', 'update', 'delete']);
    expect(await allowed(url, '_prisma_migrations')).toEqual(['read']);
    await expect(query(url, 'CREATE TABLE mine (id int)')).rejects.toThrow(/permission denied for schema/);
  }
});

it('takes new passwords, takes back a right that was given by hand, and serves a database without tables', async () => {
  await query(databaseUrl, 'GRANT ALL ON "TimelineEvent" TO anjuan_api');
  const again = await ensureRoles({ databaseUrl, passwords: { api: 'new', worker: 'newer' } });
  expect(await allowed(again.api, 'TimelineEvent')).toEqual(['read']);
  await expect(query(urls.api, 'SELECT 1')).rejects.toThrow(/password authentication failed/);

  const empty = await postgres.createDatabase('empty');
  urls = await ensureRoles({ databaseUrl: empty, passwords });
  expect((await query(urls.worker, 'SELECT current_user AS me')).rows).toEqual([{ me: 'anjuan_worker' }]);
});

it('can be run by several processes at the same time', async () => {
  const all = [1, 2, 3].map(() => ensureRoles({ databaseUrl, passwords }));
  expect(await Promise.all(all)).toHaveLength(3);
});
