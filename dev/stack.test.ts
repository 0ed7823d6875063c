import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { ensureSecrets } from './secrets.ts';
import { startStack } from './stack.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder('stack-test');
afterAll(() => folder.remove());
const log = () => {};

async function whoAmI(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client
    .query<{ me: string }>('SELECT current_user AS me')
    .then(({ rows }) => rows[0]?.me)
    .finally(() => client.end());
}

it('brings up database, roles, Temporal and mail, and takes all of it down', async () => {
  const stack = await startStack({ dir: join(folder.path, 'whole'), durable: false, log });
  expect(await whoAmI(stack.apiDatabaseUrl)).toBe('anjuan_api');
  expect(await whoAmI(stack.workerDatabaseUrl)).toBe('anjuan_worker');
  const connection = await Connection.connect({ address: stack.temporalAddress });
  await connection.workflowService.describeNamespace({ namespace: stack.temporalNamespace });
  await connection.close();
  const transport = createTransport(stack.smtpUrl);
  await transport.sendMail({ from: 'a@example.test', to: 'b@example.test', subject: 'up' });
  expect((await stack.mail?.messages())?.map(({ subject }) => subject)).toEqual(['up']);

  await stack.stop();
  await expect(whoAmI(stack.databaseUrl)).rejects.toThrow(/ECONNREFUSED/);
  await expect(Connection.connect({ address: stack.temporalAddress, connectTimeout: '1s' })).rejects.toThrow();
  await expect(transport.verify()).rejects.toThrow(/ECONNREFUSED/);
}, 600_000);

it('tells when a part ends unasked, and not when it was stopped', async () => {
  const stack = await startStack({ dir: join(folder.path, 'dying'), durable: false, log });
  try {
    await stack.temporal?.kill();
    expect(await stack.failed).toMatch(/^Temporal development server ended by SIGKILL/);
  } finally {
    await stack.stop();
  }
}, 60_000);

it('stops the parts that came up when another does not', async () => {
  const dir = join(folder.path, 'failing');
  const lines: string[] = [];
  const failing = startStack({
    dir,

    durable: false,
    searchAttributes: [{ name: 'Wrong', type: 'Nonsense' as never }],
    log: (line) => lines.push(line),
  });
  await expect(failing).rejects.toThrow(/Nonsense/);
  // The folder is free again: nothing of the first try holds it.
  const stack = await startStack({ dir, durable: false, log });
  await stack.stop();
}, 60_000);

it('makes secrets up once and keeps them to their owner', async () => {
  const { statSync } = await import('node:fs');
  const file = join(folder.path, 'secrets.json');
  const first = ensureSecrets(file);
  expect(first.authSecret.length).toBeGreaterThanOrEqual(32);
  expect(new Set(Object.values(first)).size).toBe(4);
  expect(ensureSecrets(file)).toEqual(first);
  expect(statSync(file).mode & 0o077).toBe(0);
});
