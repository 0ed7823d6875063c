import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres } from '../../dev/postgres.ts';
import type { Postgres } from '../../dev/postgres.ts';
import { onRealServer } from '../../test/support/which-temporal.ts';
import { indexedValueType } from '../../dev/temporal-types.ts';
import type { TemporalServer } from '../../dev/temporal-types.ts';
import { temporaryFolder } from '../../dev/temporary-folder.ts';
import { buildTemporal } from './build.ts';
import { startTemporalServer } from './server.ts';

// Its build takes minutes: only where the suites are to run on the real server.
describe.runIf(onRealServer(process.env))('the real server', () => {
  const folder = temporaryFolder('server-test');
  const log = () => {};
  let postgres: Postgres | undefined;
  let server: TemporalServer;

  beforeAll(async () => {
    const programs = await buildTemporal(process.env, log);
    postgres = await startPostgres({ dir: join(folder.path, 'postgres'), fsync: false, log });
    server = await startTemporalServer({
      programs,
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
});
