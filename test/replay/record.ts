/**
 * Records the scenarios that have no recording of this version: `npm run record:replay`, or with names, only these. What was
 * recorded is never recorded over: a change that no longer replays needs a patch or a new workflow type, not a new recording.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileOf, VERSION } from './files.ts';
import { names } from './names.ts';

const asked = process.argv.slice(2);
const known: readonly string[] = names;
const unknown = asked.filter((name) => !known.includes(name));
const there = asked.filter((name) => existsSync(fileOf(VERSION, name)));
const wanted = (asked.length > 0 ? asked : known).filter((name) => !existsSync(fileOf(VERSION, name)));

if (unknown.length > 0) stop(`There is no scenario ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
else if (there.length > 0)
  stop(`Recorded already for ${VERSION}: ${there.join(', ')}. Recordings are kept, see test/replay/README.md.`);
else if (wanted.length === 0) stop(`Every scenario has its recording of ${VERSION}; raise the version to record anew.`);
else {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const env = { ...process.env, ANJUAN_RECORD: wanted.join(',') };
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--project', 'scenarios', 'test/replay/live.test.ts'],
    { stdio: 'inherit', env },
  );
  process.exitCode = status ?? 1;
}

function stop(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
