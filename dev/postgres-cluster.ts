/** Creates the data folder of the embedded PostgreSQL, once. */
import {
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { PostgresAccount } from './postgres-programs.ts';
import { describeExit, startProgram } from './program.ts';
import type { Log } from './program.ts';

/** The version whose data this code reads and writes. */
const majorVersion = '18';

/** What the data folder is made from. */
export interface ClusterOptions {
  dir: string;
  data: string;
  admin: string;
  password: string;
  initdb: string;
  account: PostgresAccount;
  log: Log;
}

/**
 * Makes the data folder unless it is there. It is made beside and renamed at the end, so that an interrupted first start
 * leaves nothing half made.
 *
 * @throws Error when the folder holds data of another version of PostgreSQL, or `initdb` fails
 */
export async function ensureCluster(options: ClusterOptions): Promise<void> {
  if (existsSync(join(options.data, 'PG_VERSION'))) {
    checkVersion(options.data);
    ensureOwner(options.data, options.account);
    return;
  }
  options.log('Creating the database folder ...');
  const fresh = `${options.data}.new`;
  const passwordFile = join(options.dir, 'password.once');
  for (const path of [fresh, passwordFile]) rmSync(path, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, options.password, { mode: 0o600 });
  if (options.account.uid !== undefined) {
    for (const path of [fresh, passwordFile])
      chownSync(path, options.account.uid, options.account.gid ?? options.account.uid);
  }
  try {
    await initialise(options, fresh, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(fresh, options.data);
}

async function initialise(options: ClusterOptions, fresh: string, passwordFile: string): Promise<void> {
  const { account } = options;
  const [command = '', ...rest] = account.wrap(options.initdb);
  const program = await startProgram({
    name: 'initdb',
    command,
    args: [
      ...rest,
      `--pgdata=${fresh}`,
      `--username=${options.admin}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--data-checksums',
      '--encoding=UTF8',
      // The same order and the same case rules on every operating system.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    env: { ...process.env, LC_ALL: 'C', PGDATA: undefined },
    ...(account.uid !== undefined && { uid: account.uid, gid: account.gid ?? account.uid }),
  });
  const exit = await program.exited;
  if (exit.code !== 0)
    throw new Error(`The database folder ${options.data} could not be made. ${describeExit(program, exit)}`);
}

/** Root may have handed over to another user last time (the folder was moved, a user was added). */
function ensureOwner(data: string, account: PostgresAccount): void {
  if (process.getuid?.() !== 0) return;
  const [uid, gid] = [account.uid ?? 0, account.gid ?? 0];
  if (statSync(data).uid === uid) return;
  for (const name of readdirSync(data, { recursive: true, encoding: 'utf8' })) lchownSync(join(data, name), uid, gid);
  chownSync(data, uid, gid);
}

function checkVersion(data: string): void {
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version !== majorVersion) {
    throw new Error(
      `${data} holds data of PostgreSQL ${version}, this is PostgreSQL ${majorVersion}. ` +
        'Move the folder away (or run npm start -- --fresh to begin anew).',
    );
  }
}
