/** One run of schemathesis over a document: what it found, in words. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS } from './checks.ts';
import { startSchemathesis } from './schemathesis.ts';

/** What to generate calls from, and how many. */
export interface CallsRun {
  /** holds the packages of schemathesis */
  readonly packages: string;
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

interface JsonReport {
  readonly failures: readonly {
    readonly code: string;
    readonly title: string;
    readonly operations: readonly string[];
  }[];
  readonly errors: readonly unknown[];
}

/** @throws Error when schemathesis itself breaks off */
export async function runCalls(run: CallsRun): Promise<string[]> {
  if (run.signal.aborted) return [];
  const { dir, document, url, seed, examples, boundaries, authorization, signal } = run;
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'document.json'), JSON.stringify(document));
  const said: string[] = [];
  const args = [
    ...['run', 'document.json', '--url', url, '--seed', String(seed), '--max-examples', String(examples)],
    ...['--phases', boundaries ? 'examples,coverage,fuzzing' : 'examples,fuzzing'],
    ...['--checks', CHECKS.join(',')],
    ...['--generation-with-security-parameters', 'false', '--generation-database', 'none', '--request-timeout', '30'],
    ...['--no-shrink', '--continue-on-failure', '--warnings', 'off', '--report', 'json', '--report-dir', 'reports'],
    ...(authorization === undefined ? [] : ['--header', `Authorization: ${authorization}`]),
  ];
  const program = await startSchemathesis(run.packages, dir, args, (line) => void said.push(line));
  const abort = () => void program.stop();
  signal.addEventListener('abort', abort);
  const exit = await program.exited;
  signal.removeEventListener('abort', abort);
  writeFileSync(join(dir, 'said.txt'), said.join('\n'));
  const [report] = readdirSync(join(dir, 'reports')).filter((name) => name.endsWith('.json'));
  if (report === undefined) {
    if (signal.aborted) return [];
    throw new Error(`Schemathesis broke off (exit code ${exit.code}): ${said.slice(-8).join('\n')}`);
  }
  const { failures, errors } = JSON.parse(readFileSync(join(dir, 'reports', report), 'utf8')) as JsonReport;
  return [
    ...failures.flatMap(({ code, title, operations }) =>
      operations.map((operation) => `${operation}: ${title} (${code}; see ${join(dir, 'said.txt')})`),
    ),
    ...errors.map((error) => `schemathesis: ${JSON.stringify(error).slice(0, 300)}`),
  ];
}
