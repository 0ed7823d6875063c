/**
 * `npm run assure`: examines the product from outside, on a stack of its own, and exits with 1 if anything is found.
 *
 *     npm run assure                       both parts, as docs/testing.md describes them
 *     npm run assure -- --quick            a tenth of it
 *     npm run assure -- --part kills --rounds 80
 *     npm run assure -- --part calls --examples 10
 *     npm run assure -- --seed 7           other calls, other outages
 *     npm run assure -- --minutes 30       for each part; 25 if left out
 *
 * What was found stands in `.anjuan/assure/assure-report.json`; what API and worker said, in `.anjuan/assure/processes.log`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LockedError, takeLock } from '../folder-lock.ts';
import { endLeftovers } from '../leftover.ts';
import { startAll, type Parts } from '../start-all.ts';
import { untilToldToEnd } from '../told-to-end.ts';
import { examineCalls } from './calls/examine.ts';
import { assemble } from './cast.ts';
import { examineKills } from './kills/examine.ts';
import { OptionsError, readOptions, type Options } from './options.ts';
import { PARTS, partNamed, type PartResult } from './part.ts';
import { tableOf } from './report.ts';
import { openStage } from './stage.ts';

const dir = join(fileURLToPath(new URL('../..', import.meta.url)), '.anjuan', 'assure');

/** Examines, until it is over or told to end. Answers the exit code. */
async function main(options: Options): Promise<number> {
  mkdirSync(dir, { recursive: true });
  const release = takeLock(join(dir, 'lock'));
  const parts = startAll();
  try {
    await endLeftovers(dir);
    for (const name of ['calls', 'processes.log', 'assure-report.json'])
      rmSync(join(dir, name), { recursive: true, force: true });
    const results = await Promise.race([untilToldToEnd(), examine(options, parts)]);
    if (results === 'stop') return 130;
    const report = { endedAt: new Date().toISOString(), options, results };
    writeFileSync(join(dir, 'assure-report.json'), `${JSON.stringify(report, null, 2)}\n`);
    console.log(tableOf(results));
    return results.every(({ findings }) => findings.length === 0) ? 0 : 1;
  } finally {
    say('Stopping ...');
    await parts.stop();
    release();
  }
}

async function examine(options: Options, parts: Parts): Promise<PartResult[]> {
  say(`Seed ${options.seed}. Bringing the stack up ...`);
  const stage = await openStage(dir, parts, say);
  const results: PartResult[] = [];
  say('Playing the cases that are to be examined ...');
  const cast = await assemble(stage.players);
  // First what ends processes: calls at random leave rules and a calendar behind under which little can be done.
  if (options.parts.includes('kills'))
    results.push(await partNamed(PARTS.kills, () => examineKills(stage, options, say)));
  if (options.parts.includes('calls'))
    results.push(await partNamed(PARTS.calls, () => examineCalls(stage, cast, options, join(dir, 'calls'), say)));
  return results;
}

function say(line: string): void {
  console.log(line);
}

try {
  process.exit(await main(readOptions(process.argv.slice(2))));
} catch (error) {
  if (error instanceof LockedError) console.error(`An examination is running already (process ${error.holder}).`);
  else if (error instanceof OptionsError) console.error(error.message);
  else console.error(error);
  process.exit(2);
}
