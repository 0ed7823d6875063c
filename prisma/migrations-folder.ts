/** Reads the folder of migrations as the schema engine takes it. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's own folder of migrations. */
export const migrationsFolder = fileURLToPath(new URL('./migrations/', import.meta.url));

/** Name of the file that says for which database the migrations are. */
export const lockFile = 'migration_lock.toml';

/** What the engine wants to know of the folder; shape `MigrationList` of the engine. */
export function readMigrations(folder: string) {
  const names = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];
  const lock = join(folder, lockFile);
  return {
    baseDir: folder,
    lockfile: { path: lockFile, content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: names.sort().map((name) => ({ path: name, migrationFile: readScript(folder, name) })),
  };
}

function readScript(folder: string, name: string) {
  const path = 'migration.sql';
  try {
    return { path, content: { tag: 'ok' as const, value: readFileSync(join(folder, name, path), 'utf8') } };
  } catch (error) {
    return { path, content: { tag: 'error' as const, value: String(error) } };
  }
}
