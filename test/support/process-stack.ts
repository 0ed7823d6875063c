/**
 * The product as processes that can be killed: API and worker as children, a Temporal server of the test's own with its data on
 * disk, a mail catcher that can go down. Used by the fault suites.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { startKillable, type Part } from '../../dev/killable.ts';
import { startMailCatcher, type MailCatcher } from '../../dev/mail-catcher.ts';
import { Players } from '../../dev/story/players.ts';
import { startTemporalDevServer } from '../../dev/temporal-dev-server.ts';
import { temporalProgram } from '../../dev/temporal-programs.ts';
import type { TemporalServer } from '../../dev/temporal-types.ts';
import { createDatabase, type Database } from '../../prisma/client.ts';
import { epochMs, instantOf } from '../../rules/time/index.ts';
import { searchAttributes } from '../../workflows/start-case.ts';
import { copyTemplate, urlAs } from './databases.ts';

const quiet = () => undefined;

export interface ProcessStack {
  readonly baseUrl: string;
  readonly database: Database;
  readonly mail: MailCatcher;
  readonly players: Players;
  /** Ends a part as a power cut would (SIGKILL), and starts it again. */
  killAndRestart(part: Part): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the stack with its training clock at `startAt` and with more `environment` for API and worker. Calls of its players wait out what is being restarted. */
export async function startProcessStack(
  startAt: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ProcessStack> {
  const services = inject('services');
  const dir = mkdtempSync(join(tmpdir(), 'anjuan-faults-'));
  const name = `f_${randomBytes(6).toString('hex')}`;
  const databaseUrl = await copyTemplate(services.adminUrl, services.template, name);
  const database = createDatabase(databaseUrl, 4);
  const offsetMs = BigInt(epochMs(instantOf(Date.parse(startAt))) - Date.now());
  await database.trainingClock.upsert({ where: { id: 1 }, create: { id: 1, offsetMs }, update: { offsetMs } });
  const program = await temporalProgram({ log: quiet });
  const temporal: TemporalServer = await startTemporalDevServer({
    program,
    dbFile: join(dir, 'temporal.db'),
    searchAttributes,
    log: quiet,
  });
  const mail = await startMailCatcher({ log: quiet });
  const processes = await startKillable({
    dir,
    environment: {
      MODE: 'training',
      SMTP_URL: mail.smtpUrl,
      MAIL_FROM: 'Anjuan <notices@anjuan.test>',
      AUTH_SECRET: randomBytes(32).toString('hex'),
      PAYLOAD_KEYS: `test:${randomBytes(32).toString('base64')}`,
      LOG_LEVEL: 'silent',
      WORKFLOW_BUNDLE: services.bundle,
      ...environment,
    },
    databaseUrls: {
      api: urlAs('api', databaseUrl, services.passwords),
      worker: urlAs('worker', databaseUrl, services.passwords),
    },
    taskQueue: name,
    temporal,
    log: quiet,
  });
  const { baseUrl } = processes;
  return {
    baseUrl,
    database,
    mail,
    players: await Players.gather(baseUrl, 90_000),
    async killAndRestart(part) {
      await processes.kill(part);
      await processes.restart(part);
    },
    async stop() {
      await processes.stop();
      await Promise.all([temporal.stop(), mail.stop(), database.$disconnect()]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
