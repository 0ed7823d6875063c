/** How a run of the generator ends, and what is kept of it: programs of our own stand in for schemathesis and write what it writes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startProgram } from '../../program.ts';
import { runCalls } from './run.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anjuan-calls-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the program does: it runs in the folder of the run, with `report` and `event` to write with. */
const WORDS = `
const fs = require('node:fs');
const report = (words) => { fs.mkdirSync('reports', { recursive: true }); fs.writeFileSync('reports/json-1.json', words); };
const event = (words) => { fs.mkdirSync('reports', { recursive: true }); fs.appendFileSync('reports/ndjson-1.ndjson', words); };
const failure = { code: 'ST101', title: 'Server error', operation: 'GET /a' };
const failed = (operation) => JSON.stringify({ ScenarioFinished: { recorder: { checks: {
  one: [{ name: 'not_a_server_error', status: 'failure', failure_info: { failure: { ...failure, operation } } }],
  two: [{ name: 'not_a_server_error', status: 'success', failure_info: null }] } } } }) + '\\n';
`;

function run(script: string, signal = AbortSignal.timeout(60_000)): Promise<string[]> {
  return runCalls({
    start: (cwd, _args, onLine) =>
      startProgram({
        ...{ name: 'Schemathesis', command: process.execPath, args: ['-e', WORDS + script], cwd, onLine },
        stopSignal: 'SIGINT',
      }),
    ...{ dir: join(folder, 'supplier-may'), document: {}, url: 'http://127.0.0.1:1', authorization: undefined },
    ...{ seed: 1, examples: 1, boundaries: false, signal },
  });
}

const whole = (failures: object[], errors: unknown[] = []) => JSON.stringify({ failures, errors });
const failure = { code: 'ST101', title: 'Server error', operations: ['GET /a', 'GET /b'] };

describe('a run of the generator of calls', () => {
  it('XC-05.5 that ends by itself is told by its report', async () => {
    expect(await run(`report('${whole([])}')`)).toEqual([]);
    expect(await run(`report('${whole([failure], ['no'])}'); process.exitCode = 1`)).toEqual([
      expect.stringMatching(/^GET \/a: Server error \(ST101/),
      expect.stringMatching(/^GET \/b: Server error/),
      'schemathesis: "no"',
    ]);
  });

  it.each([
    ['without a word', 'process.exit(0)', /^Schemathesis ended with exit code 0\./],
    [
      'with words, before it has a folder for reports',
      `console.error('No such file'); process.exit(2)`,
      /exit code 2\.\n {2}No such file/,
    ],
    [
      'by a signal',
      `report(''); process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 9)`,
      /^Schemathesis ended by SIGKILL\./,
    ],
    ['in the middle of its report', `report('{"failures": [')`, /exit code 0/],
    [
      'with a report, and wrong all the same',
      `report('${whole([])}'); console.log('INTERNAL ERROR'); process.exitCode = 3`,
      /exit code 3\.\n {2}INTERNAL ERROR/,
    ],
  ])('XC-05.5 that ends %s is not passed, and says how it ended and its last words', async (_how, script, told) => {
    const found = await run(script);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(told);
    expect(found[0]).toContain('printed.txt');
  });

  it('XC-05.5 that is killed keeps what it had found until then, each failure once', async () => {
    const found = await run(
      `report(''); event(failed('GET /a') + failed('GET /a') + failed('GET /b') + failed('GET /c').slice(0, 40));
      process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 9)`,
    );
    expect(found).toEqual([
      expect.stringMatching(/^GET \/a: Server error/),
      expect.stringMatching(/^GET \/b: Server error/),
      expect.stringMatching(/^Schemathesis ended by SIGKILL/),
    ]);
  });

  it('XC-05.5 that we break off is no fault of its own, and keeps what it had found', async () => {
    const abort = new AbortController();
    const ended = runCalls({
      start: (cwd) =>
        startProgram({
          ...{ name: 'Schemathesis', command: process.execPath, cwd, stopSignal: 'SIGINT' },
          args: ['-e', `${WORDS} event(failed('GET /a')); console.log('under way'); setInterval(() => {}, 9)`],
          onLine: () => abort.abort(),
        }),
      ...{ dir: join(folder, 'supplier-may'), document: {}, url: 'http://127.0.0.1:1', authorization: 'Bearer x' },
      ...{ seed: 1, examples: 1, boundaries: true, signal: abort.signal },
    });
    expect(await ended).toEqual([expect.stringMatching(/^GET \/a: Server error/)]);
  });

  it('XC-05.5 that cannot be started says so', async () => {
    const found = await runCalls({
      start: (cwd) => startProgram({ name: 'Schemathesis', command: join(folder, 'nothing'), args: [], cwd }),
      ...{ dir: join(folder, 'supplier-may'), document: {}, url: 'http://127.0.0.1:1', authorization: undefined },
      ...{ seed: 1, examples: 1, boundaries: false, signal: AbortSignal.timeout(60_000) },
    });
    expect(found).toEqual([expect.stringContaining('Schemathesis could not be started')]);
  });
});
