import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPostgres } from '../dev/postgres.ts';
import type { Postgres } from '../dev/postgres.ts';
import { memoryFolder } from '../dev/temporary-folder.ts';
import { makeMigration } from './make-migration.ts';
import { migrate } from './migrate.ts';

const folder = memoryFolder('migrate-test');
const log = () => {};
const head = 'datasource db {\n  provider = "postgresql"\n}\n';
const line = 'model Line {\n  id Int @id\n  words String\n}\n';
let postgres: Postgres;
let databases = 0;

beforeAll(async () => {
  postgres = await startPostgres({ dir: join(folder.path, 'postgres'), fsync: false, log });
});
afterAll(async () => {
  await postgres.stop();
  folder.remove();
});

async function scene() {
  const name = `scene_${(databases += 1)}`;
  const migrations = join(folder.path, name);
  mkdirSync(migrations);
  const databaseUrl = await postgres.createDatabase(name);
  return {
    databaseUrl,
    folder: migrations,
    make: (migration: string, models: string) => {
      const schema = join(folder.path, `${name}.prisma`);
      writeFileSync(schema, head + models);
      return makeMigration({ name: migration, adminUrl: postgres.adminUrl, schema, folder: migrations });
    },
    migrate: () => migrate({ databaseUrl, folder: migrations, log }),
    query: async (text: string) => {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      return client.query<Record<string, unknown>>(text).finally(() => client.end());
    },
  };
}

it('writes what changed, applies it, and finds nothing to do the second time', async () => {
  const { make, migrate, query, folder } = await scene();
  const path = (await make('init', line)) ?? '';
  expect(readFileSync(path, 'utf8')).toContain('CREATE TABLE "Line"');
  expect(readFileSync(join(folder, 'migration_lock.toml'), 'utf8')).toContain('provider = "postgresql"');
  const [name] = readdirSync(folder);
  expect(name).toMatch(/^\d{14}_init$/);

  expect(await migrate()).toEqual([name]);
  expect(await migrate()).toEqual([]);
  expect(await make('again', line)).toBeUndefined();
  await query(`INSERT INTO "Line" VALUES (1, '一')`);
});

it("keeps Prisma's own books", async () => {
  const { make, migrate, query } = await scene();
  const path = (await make('init', line)) ?? '';
  const [name] = await migrate();
  const { rows } = await query('SELECT * FROM _prisma_migrations');
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    migration_name: name,
    checksum: createHash('sha256').update(readFileSync(path)).digest('hex'),
    applied_steps_count: 1,
    rolled_back_at: null,
    logs: null,
  });
  expect(rows[0]?.['finished_at']).toBeInstanceOf(Date);
});

it('applies a script with a function whole, semicolons and all', async () => {
  const { make, migrate, query } = await scene();
  appendFileSync(
    (await make('init', line)) ?? '',
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'append only; really'; END; $$;
     CREATE TRIGGER refuse BEFORE UPDATE ON "Line" FOR EACH ROW EXECUTE FUNCTION refuse();`,
  );
  await migrate();
  await query(`INSERT INTO "Line" VALUES (1, 'one')`);
  await expect(query(`UPDATE "Line" SET words = 'two'`)).rejects.toThrow('append only; really');
  expect(await make('again', line)).toBeUndefined();
});

it('makes a second migration from the difference alone, on a shadow that is gone afterwards', async () => {
  const { make, migrate, query, folder } = await scene();
  await make('init', line);
  // Names begin with the second they were made in: the first is moved back, so that the order is sure.
  const [first = ''] = readdirSync(folder);
  const { renameSync } = await import('node:fs');
  renameSync(join(folder, first), join(folder, '20200101000000_init'));
  const path = (await make('add-note', line.replace('words String', 'words String\n  note String?'))) ?? '';
  expect(readFileSync(path, 'utf8')).toContain('ADD COLUMN     "note" TEXT');
  expect(readFileSync(path, 'utf8')).not.toContain('CREATE TABLE');
  expect(await migrate()).toHaveLength(2);
  const { rows } = await query(`SELECT datname FROM pg_database WHERE datname LIKE 'anjuan_shadow%'`);
  expect(rows).toEqual([]);
});

it('applies each migration once when two start at the same time', async () => {
  const { make, migrate, query } = await scene();
  await make('init', line);
  const both = await Promise.all([migrate(), migrate()]);
  expect(both.flat()).toHaveLength(1);
  expect((await query('SELECT * FROM _prisma_migrations')).rows).toHaveLength(1);
});

it('refuses to go on when an applied migration was edited', async () => {
  const { make, migrate } = await scene();
  const path = (await make('init', line)) ?? '';
  const [name] = await migrate();
  appendFileSync(path, '-- afterthought\n');
  await expect(migrate()).rejects.toThrow(`edited after they were applied: ${name}`);
});

it('names the migration that fails, what the database said, and leaves nothing of it', async () => {
  const { make, migrate, query } = await scene();
  appendFileSync((await make('init', line)) ?? '', 'SELECT nonsense;\n');
  await expect(migrate()).rejects.toThrow(/Migration \d+_init failed: column "nonsense" does not exist/);
  expect((await query(`SELECT to_regclass('"Line"') AS found`)).rows).toEqual([{ found: null }]);
});

it('says that the database cannot be reached', async () => {
  const gone = migrate({ databaseUrl: 'postgresql://a:b@127.0.0.1:1/c', folder: folder.path, log });
  await expect(gone).rejects.toThrow(/Can't reach database server at `127\.0\.0\.1:1`/);
});
