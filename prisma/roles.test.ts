import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPostgres } from '../dev/postgres.ts';
import type { Postgres } from '../dev/postgres.ts';
import { memoryFolder } from '../dev/temporary-folder.ts';
import { ensureRoles } from './roles.ts';

const folder = memoryFolder('roles-test');
const passwords = { api: "it's 1", worker: 'w/2:@' };
/** Every table of the schema. */
const tables = [...readFileSync(new URL('./schema.prisma', import.meta.url), 'utf8').matchAll(/^model (\w+)/gm)].map(
  ([, name]) => name as string,
);
let postgres: Postgres;
let databaseUrl: string;
let urls: { api: string; worker: string };

beforeAll(async () => {
  postgres = await startPostgres({ dir: join(folder.path, 'postgres'), fsync: false, log: () => {} });
  databaseUrl = await postgres.createDatabase('roles');
  // Of a channel the API reads all but the address, which is a secret.
  const read = ['bodyId', 'format', 'host', 'tail', 'roles', 'locale', 'active', 'createdAt', 'updatedAt'];
  const channelColumns = [...read, 'address', 'secret'].map((column) => `"${column}" int`).join(', ');
  const created = [...tables, '_prisma_migrations', 'Unnamed'].map(
    (table) =>
      `CREATE TABLE "${table}" (id int, "acknowledgedAt" int, "resendAskedAt" int, "usedAt" int, "settledAt" int, "liftedAt" int, "liftedById" int, "liftReason" int, "name" int, "content" int, ${channelColumns})`,
  );
  await query(databaseUrl, created.join(';'));
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
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const [name, statement] of Object.entries(verbs)) {
      const insufficientPrivilege = '42501';
      const code = await client.query(statement(table)).then(
        () => undefined,
        (error: unknown) => (error instanceof pg.DatabaseError ? error.code : String(error)),
      );
      if (code === undefined) done.push(name);
      else expect(code).toBe(insufficientPrivilege);
    }
  } finally {
    await client.end();
  }
  return done;
}

const all = ['read', 'insert', 'update', 'delete'];
const appended = ['read', 'insert'];
const written = ['read', 'insert', 'update'];

it.each([
  ['User', written, ['read']],
  ['Account', all, []],
  ['Session', all, []],
  ['Verification', all, []],
  ['RateLimit', all, []],
  ['RequestKey', all, []],
  ['Draft', all, []],
  ['Phrase', all, []],
  ['WebhookChannel', ['insert', 'update'], ['read']],
  ['NoticeAddition', appended, ['read']],
  ['SavedView', ['read', 'insert', 'delete'], []],
  ['File', ['read', 'insert', 'delete'], []],
  ['UploadAttempt', ['read', 'insert', 'delete'], []],
  ['Case', appended, written],
  ['Form', appended, appended],
  ['CaseNote', appended, []],
  ['Deadline', ['read'], written],
  ['Task', ['read'], written],
  ['TimelineEvent', ['read'], appended],
  ['CaseClause', ['read'], ['read']],
  ['AuditEntry', appended, appended],
  ['AuditHead', ['read', 'update'], ['read', 'update']],
  ['Notice', appended, written],
  ['Office', all, ['read']],
  ['Contact', appended, ['read']],
  ['IntakeRequest', all, []],
  ['PasswordReset', all, []],
  ['TrackingCode', appended, []],
  ['CaseParty', appended, appended],
  ['CaseBody', appended, appended],
  ['PartyName', appended, appended],
  ['RegisterEntry', ['read'], written],
  ['RegisterChange', ['read'], appended],
  ['CaseMessage', ['read', 'insert'], written],
  ['Bar', ['read'], written],
  ['DepositMovement', ['read'], appended],
  ['DepositPosting', ['read'], appended],
  ['PaymentOrder', ['read'], written],
  ['Recommendation', appended, ['read']],
  ['Store', ['read'], written],
  ['PlatformEvent', appended, appended],
  ['PointsEntry', appended, appended],
  ['PlatformEventSum', ['read'], ['read']],
  ['StoreOrder', ['read'], ['read']],
  ['StoreOrderDay', ['read'], ['read']],
  ['PointsDay', ['read'], ['read']],
  ['ActivityPeriod', appended, []],
  ['PointsRecomputation', appended, ['read', 'update']],
  ['PointsRecomputed', ['read'], appended],
  ['RatingChange', appended, appended],
  ['CalendarVersion', appended, ['read']],
  ['RuleVersion', appended, ['read']],
  ['TextStatus', appended, ['read']],
  ['ClauseText', appended, []],
  ['ConsultationComment', appended, []],
  ['ConsultationAnswer', appended, []],
  ['RecordSeal', appended, ['read']],
  ['Deletion', ['read'], ['read']],
  ['DeletedFile', ['read'], ['read']],
  ['FileFault', ['read', 'insert', 'delete'], []],
  ['FileCheck', written, []],
  ['BackupCopy', ['read'], ['read']],
  ['TrainingClock', ['read', 'update'], ['read']],
  ['_prisma_migrations', ['read'], ['read']],
  ['Unnamed', [], []],
])('XC-05.3 gives the API and the worker of %s what they need and no more', async (table, api, worker) => {
  expect([await allowed(urls.api, table), await allowed(urls.worker, table)]).toEqual([api, worker]);
});

it('names every table of the schema', async () => {
  const { rows } = await query(
    databaseUrl,
    "SELECT relname FROM pg_class WHERE relkind = 'r' AND has_any_column_privilege('anjuan_api', oid, 'SELECT') AND relnamespace = 'public'::regnamespace",
  );
  expect(rows.map(({ relname }: { relname: string }) => relname).sort()).toEqual(
    [...tables, '_prisma_migrations'].sort(),
  );
});

it('lets nobody cut a timeline or change a table, and the API note that a notice was read and a file used', async () => {
  for (const url of [urls.api, urls.worker]) {
    await expect(query(url, 'TRUNCATE "TimelineEvent"')).rejects.toThrow(/permission denied/);
    await expect(query(url, 'ALTER TABLE "TimelineEvent" ADD COLUMN x int')).rejects.toThrow(/must be owner/);
    await expect(query(url, 'CREATE TABLE mine (id int)')).rejects.toThrow(/permission denied for schema/);
  }
  await query(urls.api, 'UPDATE "Notice" SET "acknowledgedAt" = 1');
  await query(urls.api, 'UPDATE "File" SET "usedAt" = 1');
});

it('shows the worker what files are called, and not what is in them', async () => {
  await query(urls.worker, 'SELECT "id", "name" FROM "File"');
  await expect(query(urls.worker, 'SELECT "content" FROM "File"')).rejects.toThrow(/permission denied/);
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
