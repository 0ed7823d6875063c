/**
 * Writes a migration for what changed in the schema: `node prisma/make-migration.ts NAME`.
 *
 * The difference is reckoned on an embedded PostgreSQL that is thrown away afterwards, between the migrations so far and
 * `prisma/schema.prisma`. What the schema cannot say (triggers, checks) is added to the written file by hand.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startPostgres } from '../dev/postgres.ts';
import { temporaryFolder } from '../dev/temporary-folder.ts';
import { lockFile, migrationsFolder, readMigrations } from './migrations-folder.ts';
import { withSchemaEngine } from './schema-engine.ts';

/** What to write a migration from. */
export interface MakeMigrationOptions {
  /** what it is called, e.g. `add-bars` */
  name: string;
  /** a running PostgreSQL's administrator: a shadow database is made and dropped there */
  adminUrl: string;
  /** path of the Prisma schema and folder of migrations; the repository's when left out */
  schema?: string;
  folder?: string;
}

/**
 * Writes `<folder>/<timestamp>_<name>/migration.sql`, and `migration_lock.toml` beside it.
 *
 * @returns the path of the script; undefined when the migrations give the schema already
 * @throws Error with Prisma's message when the schema is wrong or an earlier migration fails
 */
export async function makeMigration(options: MakeMigrationOptions): Promise<string | undefined> {
  const folder = options.folder ?? migrationsFolder;
  const path = options.schema ?? fileURLToPath(new URL('./schema.prisma', import.meta.url));
  const files = [{ path, content: readFileSync(path, 'utf8') }];
  mkdirSync(folder, { recursive: true });
  // The engine learns from this file alone for which database the migrations are.
  writeFileSync(
    join(folder, lockFile),
    '# The database these migrations are for. Prisma reads this file.\nprovider = "postgresql"\n',
  );
  const { exitCode, stdout } = await withSchemaEngine(options.adminUrl, files, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...readMigrations(folder) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  // Asked for an exit code, the engine says 2 where the two differ.
  if (exitCode !== 2 || stdout === null) return undefined;
  const into = join(folder, `${timestamp(new Date())}_${options.name}`);
  mkdirSync(into, { recursive: true });
  writeFileSync(join(into, 'migration.sql'), stdout);
  return join(into, 'migration.sql');
}

/** The beginning of a migration's name, as Prisma writes it: YYYYMMDDHHMMSS in UTC. */
function timestamp(now: Date): string {
  return now.toISOString().replaceAll(/\D/g, '').slice(0, 14);
}

async function main(): Promise<void> {
  const name = process.argv[2];
  if (name === undefined || !/^[a-z0-9][a-z0-9_-]*$/.test(name)) {
    console.error('Usage: node prisma/make-migration.ts NAME   (small letters, digits, - and _)');
    process.exitCode = 2;
    return;
  }
  const folder = temporaryFolder('migration');
  const postgres = await startPostgres({ dir: join(folder.path, 'postgres'), fsync: false, log: () => {} });
  try {
    const path = await makeMigration({ name, adminUrl: postgres.adminUrl });
    console.log(
      path === undefined
        ? 'The migrations give the schema already; nothing to write.'
        : `Wrote ${path}. Read it before you commit it.`,
    );
  } finally {
    await postgres.stop();
    folder.remove();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
