/**
 * The product as processes that can be killed: API and worker as children, a Temporal server of the test's own with its data on
 * disk, a mail catcher that can go down. Used by the fault suites.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { startMailCatcher, type MailCatcher } from '../../dev/mail-catcher.ts';
import { freePort } from '../../dev/ports.ts';
import { startProcess, untilAnswering, untilPolling } from '../../dev/processes.ts';
import type { Program } from '../../dev/program.ts';
import { Players } from '../../dev/story/players.ts';
import { startTemporalDevServer } from '../../dev/temporal-dev-server.ts';
import { temporalProgram } from '../../dev/temporal-programs.ts';
import type { TemporalServer } from '../../dev/temporal-types.ts';
import { createDatabase, type Database } from '../../prisma/client.ts';
import { epochMs, instantOf } from '../../rules/time/index.ts';
import { searchAttributes } from '../../workflows/start-case.ts';
import { copyTemplate, urlAs } from './databases.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const quiet = () => undefined;

export type Part = 'worker' | 'api' | 'temporal';

export interface ProcessStack {
  readonly baseUrl: string;
  readonly database: Database;
  readonly mail: MailCatcher;
  readonly players: Players;
  /** Ends a part as a power cut would (SIGKILL), and starts it again. */
  killAndRestart(part: Part): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the stack with its training clock at `startAt`. Calls of its players wait out what is being restarted. */
export async function startProcessStack(startAt: string): Promise<ProcessStack> {
  const services = inject('services');
  const dir = mkdtempSync(join(tmpdir(), 'anjuan-faults-'));
  const name = `f_${randomBytes(6).toString('hex')}`;
  const databaseUrl = await copyTemplate(services.adminUrl, services.template, name);
  const database = createDatabase(databaseUrl, 4);
  const offsetMs = BigInt(epochMs(instantOf(Date.parse(startAt))) - Date.now());
  await database.trainingClock.create({ data: { id: 1, offsetMs } });
  const program = await temporalProgram({ log: quiet });
  const temporal: TemporalServer = await startTemporalDevServer({
    program,
    dbFile: join(dir, 'temporal.db'),
    searchAttributes,
    log: quiet,
  });
  const mail = await startMailCatcher({ log: quiet });
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const common = {
    MODE: 'training',
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    TASK_QUEUE: name,
    SMTP_URL: mail.smtpUrl,
    MAIL_FROM: 'Anjuan <notices@anjuan.test>',
    BASE_URL: baseUrl,
    AUTH_SECRET: randomBytes(32).toString('hex'),
    PAYLOAD_KEYS: `test:${randomBytes(32).toString('base64')}`,
    LOG_LEVEL: 'silent',
    HOST: '127.0.0.1',
    PORT: String(port),
    WORKFLOW_BUNDLE: services.bundle,
  };

  async function startWorker(): Promise<Program> {
    const env = { ...common, DATABASE_URL: urlAs('worker', databaseUrl, services.passwords) };
    const worker = await startProcess({ name: 'worker', root, dir, env, log: quiet });
    await untilPolling(worker, { address: temporal.address, namespace: temporal.namespace, taskQueue: name });
    return worker;
  }

  async function startApi(): Promise<Program> {
    const env = { ...common, DATABASE_URL: urlAs('api', databaseUrl, services.passwords) };
    const api = await startProcess({ name: 'api', root, dir, env, log: quiet });
    await untilAnswering(api, `${baseUrl}/health/ready`);
    return api;
  }

  let [worker, api] = await Promise.all([startWorker(), startApi()]);
  return {
    baseUrl,
    database,
    mail,
    players: await Players.gather(baseUrl, 90_000),
    async killAndRestart(part) {
      if (part === 'temporal') {
        await temporal.kill();
        await temporal.restart();
      } else if (part === 'worker') {
        await worker.kill();
        worker = await startWorker();
      } else {
        await api.kill();
        api = await startApi();
      }
    },
    async stop() {
      await Promise.all([worker.stop(), api.stop()]);
      await Promise.all([temporal.stop(), mail.stop(), database.$disconnect()]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
