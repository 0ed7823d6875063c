/** One run of schemathesis over a document: what it found, in words. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeExit, type Exit, type Log, type Program } from '../../program.ts';
import { CHECKS } from './checks.ts';
import { FORMATS, foundSoFar, wholeReport } from './reports.ts';

/** What to generate calls from, and how many. */
export interface CallsRun {
  /** starts schemathesis in this folder with these arguments */
  readonly start: (cwd: string, args: string[], onLine: Log) => Promise<Program>;
  /** emptied first; keeps the document, and what schemathesis said */
  readonly dir: string;
  readonly document: unknown;
  readonly url: string;
  /** the credential that calls show; undefined for none */
  readonly authorization: string | undefined;
  readonly seed: number;
  /** calls for each operation of the phase that draws at random */
  readonly examples: number;
  /** whether each boundary of each schema is tried beside */
  readonly boundaries: boolean;
  /** aborts the run: what was found until then is answered */
  readonly signal: AbortSignal;
}

/** Schemathesis ends with 1 if it has found something. */
const ENDED_BY_ITSELF = [0, 1];

/**
 * Runs schemathesis to its end, or until it is aborted.
 *
 * @returns what it found, in words; where it ended otherwise than by itself, that as well, with its last words
 */
export async function runCalls(run: CallsRun): Promise<string[]> {
  const { dir, document, signal } = run;
  const isAborted = () => signal.aborted;
  if (isAborted()) return [];
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'document.json'), JSON.stringify(document));
  const printed: string[] = [];
  let program: Program;
  try {
    program = await run.start(dir, argumentsOf(run), (line) => void printed.push(line));
  } catch (failure) {
    return [failure instanceof Error ? failure.message : String(failure)];
  }
  const abort = () => void program.stop();
  signal.addEventListener('abort', abort);
  // It may have been aborted while the program was being started.
  if (isAborted()) abort();
  const exit = await program.exited;
  signal.removeEventListener('abort', abort);
  writeFileSync(join(dir, 'printed.txt'), printed.join('\n'));
  const reports = join(dir, 'reports');
  const whole = wholeReport(reports);
  const { failures, errors } = whole ?? (await foundSoFar(reports));
  const brokeOff = !isAborted() && (whole === null || !endedByItself(exit));
  return [
    ...failures.map(
      ({ operation, title, code }) => `${operation}: ${title} (${code}; see ${join(dir, 'printed.txt')})`,
    ),
    ...errors.map((error) => `schemathesis: ${JSON.stringify(error).slice(0, 300)}`),
    ...(brokeOff
      ? [`${describeExit(program, exit)}\n  Its calls are not all made; see ${join(dir, 'printed.txt')}`]
      : []),
  ];
}

function endedByItself({ code }: Exit): boolean {
  return code !== null && ENDED_BY_ITSELF.includes(code);
}

function argumentsOf({ url, seed, examples, boundaries, authorization }: CallsRun): string[] {
  return [
    ...['run', 'document.json', '--url', url, '--seed', String(seed), '--max-examples', String(examples)],
    ...['--phases', boundaries ? 'examples,coverage,fuzzing' : 'examples,fuzzing'],
    ...['--checks', CHECKS.join(',')],
    ...['--generation-with-security-parameters', 'false', '--generation-database', 'none', '--request-timeout', '30'],
    ...['--no-shrink', '--continue-on-failure', '--warnings', 'off', '--report', FORMATS, '--report-dir', 'reports'],
    ...(authorization === undefined ? [] : ['--header', `Authorization: ${authorization}`]),
  ];
}
