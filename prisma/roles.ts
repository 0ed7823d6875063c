/**
 * Makes the database roles of the API, the worker and the backup. As a command:
 * `DATABASE_URL=... API_DB_PASSWORD=... WORKER_DB_PASSWORD=... node prisma/roles.ts`.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

/** Names of the roles. */
export const roleNames = { api: 'anjuan_api', worker: 'anjuan_worker', backup: 'anjuan_backup' } as const;

/** Passwords of the roles. */
export interface RolePasswords {
  readonly api: string;
  readonly worker: string;
  /** of the role that takes backups, which cannot sign in without one */
  readonly backup?: string;
}

/** Whose passwords to set, and where. */
export interface RolesOptions {
  /** of a role that owns the tables and may make roles */
  databaseUrl: string;
  passwords: RolePasswords;
}

/**
 * Makes the roles unless they are there, sets their passwords and grants each what `roles.sql` says. To be run after
 * every migration: new tables have no grants before.
 *
 * @returns connection strings of the two roles of the processes to the same database
 */
export async function ensureRoles({ databaseUrl, passwords }: RolesOptions): Promise<{ api: string; worker: string }> {
  const script = readFileSync(new URL('./roles.sql', import.meta.url), 'utf8');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    // Two at once would trip over the same rows of the catalogue.
    await client.query("SELECT pg_advisory_xact_lock(hashtext('anjuan roles'))");
    await client.query(
      `SELECT set_config('anjuan.api_password', $1, true), set_config('anjuan.worker_password', $2, true),
         set_config('anjuan.backup_password', $3, true)`,
      [passwords.api, passwords.worker, passwords.backup ?? ''],
    );
    await client.query(script);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
  return {
    api: urlAs(databaseUrl, roleNames.api, passwords.api),
    worker: urlAs(databaseUrl, roleNames.worker, passwords.worker),
  };
}

/** The same database, seen as another role. */
export function urlAs(databaseUrl: string, role: string, password: string): string {
  const url = new URL(databaseUrl);
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(password);
  return url.href;
}

async function main(): Promise<void> {
  const { DATABASE_URL, API_DB_PASSWORD, WORKER_DB_PASSWORD } = process.env;
  if (!DATABASE_URL || !API_DB_PASSWORD || !WORKER_DB_PASSWORD) {
    console.error('Set DATABASE_URL (of the owner of the tables), API_DB_PASSWORD and WORKER_DB_PASSWORD.');
    process.exitCode = 2;
    return;
  }
  await ensureRoles({ databaseUrl: DATABASE_URL, passwords: { api: API_DB_PASSWORD, worker: WORKER_DB_PASSWORD } });
  console.log(`The roles ${roleNames.api} and ${roleNames.worker} are ready.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
