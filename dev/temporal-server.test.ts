import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPostgres } from './postgres.ts';
import type { Postgres } from './postgres.ts';
import { temporalPrograms } from './temporal-programs.ts';
import { startTemporalServer } from './temporal-server.ts';
import { dynamicConfig, indexedValueType } from './temporal-types.ts';
import type { TemporalServer } from './temporal-types.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder('server-test');
const log = () => {};
let postgres: Postgres | undefined;
let server: TemporalServer;

beforeAll(async () => {
  const { server: program, sql } = await temporalPrograms({ log, need: 'server' });
  postgres = await startPostgres({ dir: join(folder.path, 'postgres'), fsync: false, log });
  server = await startTemporalServer({
    programs: { server: program ?? '', sql: sql ?? '' },
    postgres,
    dir: join(folder.path, 'temporal'),
    namespace: 'cases',
    searchAttributes: [{ name: 'CaseStage', type: 'Keyword' }],
    log,
  });
}, 600_000);

afterAll(async () => {
  await server.stop().finally(() => postgres?.stop());
  folder.remove();
});

async function withClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: server.address });
  return work(new Client({ connection, namespace: server.namespace })).finally(() => connection.close());
}

it('has its namespace with 72 hours of retention and the search attributes', async () => {
  await withClient(async (client) => {
    const { config } = await client.workflowService.describeNamespace({ namespace: 'cases' });
    expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(72 * 3600);
    const { customAttributes } = await client.connection.operatorService.listSearchAttributes({ namespace: 'cases' });
    expect(customAttributes).toMatchObject({ CaseStage: indexedValueType.Keyword });
    expect((await client.workflow.count("CaseStage = 'REVIEW'")).count).toBe(0);
  });
});

it('keeps workflows over a kill', async () => {
  await withClient((client) =>
    client.workflow.start('waits', { workflowId: 'over-a-kill', taskQueue: 'nobody-listens' }),
  );
  await server.kill();
  await server.restart();
  await withClient(async (client) => {
    expect((await client.workflow.getHandle('over-a-kill').describe()).status.name).toBe('RUNNING');
  });
}, 60_000);

it('has the same values in the file for docker compose', () => {
  const text = readFileSync(new URL('./compose/dynamic-config.yaml', import.meta.url), 'utf8');
  const pairs = [...text.matchAll(/^([\w.]+):\n {2}- value: (\d+)$/gm)].map(([, key, value]) => [key, Number(value)]);
  expect(Object.fromEntries(pairs)).toEqual(dynamicConfig);
});
