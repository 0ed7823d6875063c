/**
 * Brings a database to the newest schema. As a command: `DATABASE_URL=... node prisma/migrate.ts`.
 */
import { pathToFileURL } from 'node:url';
import { migrationsFolder, readMigrations } from './migrations-folder.ts';
import { withSchemaEngine } from './schema-engine.ts';

type Migrations = ReturnType<typeof readMigrations>;

/** No table and no enum is left out. */
const filters = { externalTables: [], externalEnums: [] };

/** What to migrate. */
export interface MigrateOptions {
  /** of a role that owns the tables (or may create them) */
  databaseUrl: string;
  log: (line: string) => void;
  /** folder of migrations; the repository's when left out */
  folder?: string;
}

/**
 * Applies the migrations that are not applied yet, in order of their names, and notes them in `_prisma_migrations` as
 * `prisma migrate deploy` does: both can be used on the same database. Two at once wait for each other.
 *
 * @returns the names of those it applied; empty when there was nothing to do
 * @throws Error when an applied migration was edited since, one failed before and was not resolved, or one fails now
 */
export async function migrate({ databaseUrl, log, folder = migrationsFolder }: MigrateOptions): Promise<string[]> {
  const migrationsList = readMigrations(folder);
  const apply = withSchemaEngine(databaseUrl, [], async (engine) => {
    const state = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters });
    if (state.editedMigrationNames.length > 0) {
      throw new Error(
        `These migrations were edited after they were applied: ${state.editedMigrationNames.join(', ')}. ` +
          'Put them back as they were and write the change as a new migration.',
      );
    }
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
    for (const name of appliedMigrationNames) log(`Applied migration ${name}.`);
    return appliedMigrationNames;
  });
  return apply.catch(async (error: unknown) => {
    throw new Error(await explain(databaseUrl, migrationsList, error), { cause: error });
  });
}

/** Says which migration is half applied, and the way out: the engine's own message often names neither. */
async function explain(databaseUrl: string, migrationsList: Migrations, error: unknown): Promise<string> {
  const message = error instanceof Error ? error.message : String(error);
  const failed = await withSchemaEngine(databaseUrl, [], (engine) =>
    engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters }),
  ).then(
    (state) => state.failedMigrationNames,
    () => [],
  );
  if (failed.length === 0) return message;
  return (
    `Migration ${failed.join(', ')} failed: ${message}\n` +
    'Nothing of it was kept. Correct it, delete its row from _prisma_migrations (or let `prisma migrate resolve ' +
    '--rolled-back` mark it) and migrate again.'
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const databaseUrl = process.env['DATABASE_URL'];
  if (!databaseUrl) {
    console.error('Set DATABASE_URL to the database to migrate.');
    process.exit(2);
  }
  const applied = await migrate({ databaseUrl, log: console.log });
  if (applied.length === 0) console.log('The database is up to date.');
}
