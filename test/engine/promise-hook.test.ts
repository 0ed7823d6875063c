/** XC-05.6 in production the SDK does not follow the promises of a case; elsewhere an operator can ask a case where it stands. */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { startProgram } from '../../dev/program.ts';
import { GET_STATE, workflowIdOf } from '../../workflows/engine/messages.ts';
import type { CaseState } from '../../workflows/engine/state.ts';
import { apply } from '../support/applications.ts';
import { urlAs } from '../support/databases.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-08-18T10:00:00+08:00' });
});
afterAll(() => stack.stop());

/** Starts a worker as the image starts it, and answers with what it has said when it has ended. */
async function withWorker(nodeEnv: string, meanwhile: () => Promise<void>): Promise<string> {
  const lines: string[] = [];
  const worker = await startProgram({
    name: 'The worker',
    command: process.execPath,
    args: ['--import', './worker/production.ts', 'worker/main.ts'],
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      ...stack.environment,
      NODE_ENV: nodeEnv,
      LOG_LEVEL: 'warn',
      DATABASE_URL: urlAs('worker', stack.databaseUrl, inject('services').passwords),
      BASE_URL: stack.baseUrl,
    },
    onLine: (line) => lines.push(line),
  });
  try {
    await meanwhile();
  } finally {
    await worker.stop();
  }
  return lines.join('\n');
}

const query = <T>(caseId: string, name: string) =>
  stack.temporal.workflow.getHandle(workflowIdOf(caseId)).query<T>(name);
const trace = (caseId: string) => query<string>(caseId, '__stack_trace');

it('XC-05.6 in production no trace is kept, and a case takes its decisions without a word about it', async () => {
  const id = await apply(stack, { as: 'provider' });
  await stack.stopWorkers();
  const said = await withWorker('production', async () => {
    await expect(query<CaseState>(id, GET_STATE)).resolves.toMatchObject({ id, stage: 'PRELIM_REVIEW' });
    await expect(trace(id)).rejects.toThrow();
    const reviewer = await stack.as('reviewer');
    await reviewer.act(id, 'requestSupplement', { items: ['审计报告'], reason: '未附' });
    await expect(reviewer.act(id, 'passInterview')).rejects.toMatchObject({ code: 'NOT_NOW' });
  });
  expect(said).toBe('');
});

it('XC-05.6 in development a case tells where it stands', async () => {
  await stack.stopWorkers();
  await stack.startWorkers();
  const id = await apply(stack, { as: 'provider2' });
  await expect(trace(id)).resolves.toMatch(/runCase .*workflows\/engine\/run-case\.ts/);
  await stack.stopWorkers();
  await withWorker('development', async () => {
    await expect(trace(id)).resolves.toMatch(/runCase .*workflows\/engine\/run-case\.ts/);
  });
});
