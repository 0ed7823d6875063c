import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTemporalDevServer } from './temporal-dev-server.ts';
import { temporalProgram } from './temporal-programs.ts';
import { indexedValueType } from './temporal-types.ts';
import type { TemporalServer } from './temporal-types.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder('dev-server-test');
const searchAttributes = [
  { name: 'CaseStage', type: 'Keyword' },
  { name: 'CaseDueAt', type: 'Datetime' },
] as const;
let program: string;
let server: TemporalServer;

beforeAll(async () => {
  program = await temporalProgram({ log: () => {} });
  const dbFile = join(folder.path, 'temporal.db');
  server = await startTemporalDevServer({ program, dbFile, searchAttributes, uiPort: true, log: () => {} });
}, 600_000);

afterAll(async () => {
  await server.stop();
  folder.remove();
});

async function withClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: server.address });
  return work(new Client({ connection, namespace: server.namespace })).finally(() => connection.close());
}

const begin = (client: Client, workflowId: string) =>
  client.workflow.start('waits', { workflowId, taskQueue: 'nobody-listens' });

it('answers, and lists and accepts the search attributes', async () => {
  await withClient(async (client) => {
    const listed = await client.connection.operatorService.listSearchAttributes({ namespace: server.namespace });
    expect(listed.customAttributes).toMatchObject({
      CaseStage: indexedValueType.Keyword,
      CaseDueAt: indexedValueType.Datetime,
    });
    const { count } = await client.workflow.count("CaseStage = 'REVIEW' AND CaseDueAt IS NULL");
    expect(count).toBe(0);
  });
});

it('shows its web UI', async () => {
  expect((await fetch(server.uiUrl ?? '')).status).toBe(200);
});

it('keeps workflows over a restart and over a kill, on the same address', async () => {
  const { address } = server;
  await withClient((client) => begin(client, 'over-a-restart'));
  await server.restart();
  await withClient((client) => begin(client, 'over-a-kill'));
  await server.kill();
  expect(await server.ended()).toContain('SIGKILL');
  await server.restart();
  expect(server.address).toBe(address);
  await withClient(async (client) => {
    for (const id of ['over-a-restart', 'over-a-kill']) {
      expect((await client.workflow.getHandle(id).describe()).status.name).toBe('RUNNING');
    }
  });
});

it('says which port is taken, when it was asked for', async () => {
  const port = Number(server.address.split(':')[1]);
  const other = startTemporalDevServer({ program, port, log: () => {} });
  await expect(other).rejects.toThrow(`port ${port} of 127.0.0.1, which was asked for, is used by another program`);
});

it('fails with what the server said', async () => {
  const started = startTemporalDevServer({
    program,
    searchAttributes: [{ name: 'CaseStage', type: 'Nonsense' as never }],
    log: () => {},
  });
  await expect(started).rejects.toThrow(/Temporal development server ended with exit code 1[\s\S]*Nonsense/);
});
