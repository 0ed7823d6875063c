import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { temporalCache, temporalPrograms } from './temporal-programs.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folders: { remove(): void }[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

/** An environment in which nothing is to be found: neither programs nor Go nor a cache. */
function emptyEnvironment() {
  const folder = temporaryFolder('programs-test');
  folders.push(folder);
  const bin = join(folder.path, 'bin');
  mkdirSync(bin);
  return { bin, env: { PATH: bin, HOME: folder.path, XDG_CACHE_HOME: join(folder.path, 'cache') } };
}

function program(path: string, says: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\necho '${says}'\n`);
  chmodSync(path, 0o755);
}

const log = () => {};
const noDownload = () => Promise.reject(new Error('the network is closed'));

describe.skipIf(process.platform === 'win32')('temporalPrograms', () => {
  it('names the three remedies and what failed where nothing works', async () => {
    const { env } = emptyEnvironment();
    const failure = await temporalPrograms({ env, log, download: noDownload }).catch((error: unknown) => String(error));
    expect(failure).toContain('install Go 1.26');
    expect(failure).toContain('put the `temporal` command line on the PATH');
    expect(failure).toContain('set TEMPORAL_ADDRESS');
    expect(failure).toContain('go build could not be started');
    expect(failure).toContain('the network is closed');
  });

  it('offers no command line where the real server is needed', async () => {
    const { env, bin } = emptyEnvironment();
    program(join(bin, 'temporal'), 'temporal version 9.9.9');
    const failure = await temporalPrograms({ env, log, need: 'server', download: noDownload }).catch((error: unknown) =>
      String(error),
    );
    expect(failure).toContain('install Go 1.26');
    expect(failure).not.toContain('command line on the PATH');
  });

  it('takes the program that TEMPORAL_CLI names before all others', async () => {
    const { env, bin } = emptyEnvironment();
    program(join(bin, 'temporal'), 'temporal version 1.0.0');
    const own = join(bin, 'own', 'temporal');
    program(own, 'temporal version 2.0.0');
    expect(await temporalPrograms({ env: { ...env, TEMPORAL_CLI: own }, log, download: noDownload })).toEqual({
      temporal: own,
    });
  });

  it('says so when TEMPORAL_CLI names something else', async () => {
    const { env, bin } = emptyEnvironment();
    program(join(bin, 'other'), 'hello');
    const wrong = temporalPrograms({ env: { ...env, TEMPORAL_CLI: join(bin, 'other') }, log, download: noDownload });
    await expect(wrong).rejects.toThrow(/TEMPORAL_CLI is .*other, which is not Temporal/);
  });

  it('passes over a `temporal` on the PATH that is another program', async () => {
    const { env, bin } = emptyEnvironment();
    program(join(bin, 'temporal'), 'a clock');
    const cache = temporalCache(env);
    for (const name of ['temporal', 'server', 'sql']) program(join(cache, name), '');
    const found = await temporalPrograms({ env, log, download: noDownload });
    expect(found).toEqual({
      temporal: join(cache, 'temporal'),
      server: join(cache, 'server'),
      sql: join(cache, 'sql'),
    });
  });

  it('builds once when several ask at the same time, and never shows half a build', async () => {
    const { env, bin } = emptyEnvironment();
    const count = join(bin, 'count');
    // A Go that writes the three programs where it is told to, and counts its runs.
    writeFileSync(
      join(bin, 'go'),
      `#!/bin/sh\necho run >> ${count}\nwhile [ "$1" != -o ]; do shift; done\nfor p in temporal server sql; do printf '#!/bin/sh\\n' > "$2$p"; /bin/chmod 755 "$2$p"; done\n`,
    );
    chmodSync(join(bin, 'go'), 0o755);
    const [one, two] = await Promise.all([1, 2].map(() => temporalPrograms({ env, log, download: noDownload })));
    expect(one).toEqual(two);
    expect(one?.server).toBe(join(temporalCache(env), 'server'));
    const { readFileSync } = await import('node:fs');
    expect(readFileSync(count, 'utf8')).toBe('run\n');
  });

  it('falls back to the download where Go is missing', async () => {
    const { env } = emptyEnvironment();
    const found = await temporalPrograms({ env, log, download: (folder) => Promise.resolve(join(folder, 'temporal')) });
    expect(found).toEqual({ temporal: join(`${temporalCache(env)}-download`, 'temporal') });
  });
});
