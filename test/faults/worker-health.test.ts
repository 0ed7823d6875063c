/** XC-05.6: the health check of the worker says what keeps it from working, and that it works again. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { freePort } from '../../dev/ports.ts';
import { startPostgres, type Postgres } from '../../dev/postgres.ts';
import { temporaryFolder } from '../../dev/temporary-folder.ts';
import { startSite, type Site } from '../support/site.ts';

const secret = () => randomBytes(18).toString('hex');

describe('XC-05.6 the health check of the worker', { timeout: 300_000 }, () => {
  const folder = temporaryFolder('worker-health');
  const passwords = { api: secret(), worker: secret(), backup: secret() };
  let site: Site;
  let port: number;
  let restarted: Postgres | undefined;

  /** Status and body; the status 0 where nothing answers within three seconds, as for a container's health check. */
  async function ask(): Promise<{ status: number; [what: string]: unknown }> {
    const url = `http://127.0.0.1:${port}/health/ready`;
    const response = await fetch(url, { signal: AbortSignal.timeout(3_000) }).catch(() => null);
    if (response === null) return { status: 0 };
    const { status: _words, ...body } = (await response.json()) as Record<string, unknown>;
    return { ...body, status: response.status };
  }

  const becomes = (expected: Record<string, unknown>) =>
    expect.poll(ask, { timeout: 120_000, interval: 250 }).toMatchObject(expected);

  beforeAll(async () => {
    port = await freePort();
    site = await startSite({
      ...{ dir: folder.path, smtpUrl: 'smtp://127.0.0.1:1', bundle: inject('services').bundle, passwords },
      environment: { WORKER_HEALTH_PORT: String(port) },
    });
    const setUp = { API_DB_PASSWORD: passwords.api, WORKER_DB_PASSWORD: passwords.worker };
    expect(await site.command('prisma/setup.ts', [], setUp)).toMatchObject({ code: 0 });
    await site.start();
  });
  afterAll(async () => {
    await site.stop();
    await restarted?.stop();
    folder.remove();
  });

  it('XC-05.6 is healthy while it takes tasks from every queue', async () => {
    await becomes({ status: 200, database: true, temporal: true, polling: true, reasons: [] });
  });

  it('XC-05.6 says that PostgreSQL is away, and recovers', async () => {
    const { port: postgresPort } = site.postgres;
    await site.postgres.stop();
    await becomes({
      status: 503,
      database: false,
      reasons: [
        {
          zh: '数据库没有应答：请检查 DATABASE_URL 所指的数据库。',
          en: 'The database does not answer: look at the one of DATABASE_URL.',
        },
      ],
    });
    restarted = await startPostgres({
      ...{ dir: join(folder.path, 'postgres'), port: postgresPort, fsync: false, log: () => undefined },
    });
    await becomes({ status: 200 });
  });

  it('XC-05.6 says that Temporal is away, and recovers', async () => {
    await site.temporal.kill();
    await becomes({
      status: 503,
      ...{ temporal: false, polling: false },
      reasons: [
        {
          zh: 'Temporal 没有应答：请检查 TEMPORAL_ADDRESS 所指的服务。',
          en: 'Temporal does not answer: look at the server of TEMPORAL_ADDRESS.',
        },
      ],
    });
    await site.temporal.restart();
    await becomes({ status: 200 });
  });

  it('XC-05.6 a process that hangs answers nothing', async () => {
    const { pid } = site.worker();
    process.kill(pid, 'SIGSTOP');
    await becomes({ status: 0 });
    process.kill(pid, 'SIGCONT');
    await becomes({ status: 200 });
  });
});
