/**
 * The product as a test sees it: API, worker and mail catcher of its own on a database of its own, in training mode with the
 * clock at a day of the test's choice. Everything is real; only the services behind it are shared between files.
 */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { Connection, type Client } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import { inject } from 'vitest';
import { composeApi, type ComposedApi } from '../../api/compose.ts';
import { builtConsole } from '../../api/console.ts';
import type { PayloadKeys } from '../../config/payloads/keys.ts';
import { readSettings } from '../../config/settings.ts';
import { temporalClient } from '../../config/temporal-client.ts';
import { startMailCatcher, type CaughtMail, type MailCatcher } from '../../dev/mail-catcher.ts';
import { DATABASE_TIMEOUTS, type DatabaseTimeouts } from '../../config/database-timeouts.ts';
import { createDatabase, type Database } from '../../prisma/client.ts';
import { epochMs, instantOf, type Instant } from '../../rules/time/index.ts';
import { startWorkers, type RunningWorkers } from '../../worker/create-workers.ts';
import { ApiClient } from './api-client.ts';
import { copyTemplate, urlAs } from './databases.ts';
import { listening } from '../../dev/listening.ts';

type Environment = Readonly<Record<string, string>>;

export interface TestStackOptions {
  /** Where the training clock stands at the start, e.g. `2025-09-26T10:00:00+08:00`. */
  readonly startAt: string;
  readonly maxCachedWorkflows?: number;
  /** Environment beside what the stack sets itself, e.g. limits. */
  readonly environment?: Environment;
}

export interface TestStack {
  readonly baseUrl: string;
  /** Owner of the tables: for looking, and for arranging what no door of the product can. */
  readonly database: Database;
  readonly databaseUrl: string;
  readonly temporal: Client;
  /** The keys under which the payloads of this stack stand in Temporal. */
  readonly payloads: PayloadKeys;
  readonly queuePrefix: string;
  readonly environment: Environment;
  readonly api: ComposedApi;
  mail: MailCatcher;
  /** A client signed in as an account of training mode: `reviewer`, `provider2` … */
  as(account: string): Promise<ApiClient>;
  /** Moves the clock; what becomes due on the way fires in due order. */
  advanceTo(to: string): Promise<{ now: Instant; stops: number }>;
  now(): Promise<Instant>;
  /** Mails to an account of training mode, oldest first. */
  mailsTo(account: string): Promise<CaughtMail[]>;
  stopWorkers(): Promise<void>;
  startWorkers(): Promise<void>;
  /** Ends API and worker and starts them again, each with these changes to the environment that the stack began with. */
  restart(changed: { readonly api?: Environment; readonly worker?: Environment }): Promise<void>;
  stop(): Promise<void>;
}

let installed = false;

/** Quiet, once a process: the SDK's own log goes to standard error at ERROR only. */
function installRuntime(): void {
  if (installed) return;
  installed = true;
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
}

/** The test's own connection loads in bulk what a year of a platform brings. */
const LOADING: DatabaseTimeouts = { ...DATABASE_TIMEOUTS, statementMs: 240_000, queryMs: 250_000 };

export async function startTestStack(options: TestStackOptions): Promise<TestStack> {
  installRuntime();
  const services = inject('services');
  const name = `t_${randomBytes(6).toString('hex')}`;
  const databaseUrl = await copyTemplate(services.adminUrl, services.template, name);
  const database = createDatabase(databaseUrl, 4, LOADING);
  const offsetMs = BigInt(epochMs(instantOf(Date.parse(options.startAt))) - Date.now());
  await database.trainingClock.upsert({ where: { id: 1 }, create: { id: 1, offsetMs }, update: { offsetMs } });
  const mail = await startMailCatcher({ log: () => undefined });
  const environment = {
    MODE: 'training',
    TEMPORAL_ADDRESS: services.temporalAddress,
    TEMPORAL_NAMESPACE: services.temporalNamespace,
    TASK_QUEUE: name,
    SMTP_URL: mail.smtpUrl,
    MAIL_FROM: 'Anjuan <notices@anjuan.test>',
    AUTH_SECRET: randomBytes(32).toString('hex'),
    PAYLOAD_KEYS: `test:${randomBytes(32).toString('base64')}`,
    LOG_LEVEL: process.env['ANJUAN_TEST_LOG'] ?? 'silent',
    WORKFLOW_BUNDLE: services.bundle,
    ...options.environment,
  };
  const log = pino({ level: environment.LOG_LEVEL });
  const connection = await Connection.connect({ address: services.temporalAddress });
  const server = createServer();
  const baseUrl = await listening(server);
  const settingsOf = (part: 'api' | 'worker', changed: Environment) =>
    readSettings({
      ...environment,
      DATABASE_URL: urlAs(part, databaseUrl, services.passwords),
      BASE_URL: baseUrl,
      ...changed,
    });
  const webConsole = builtConsole(services.console);
  let forWorker = settingsOf('worker', {});
  let parts = await apiWith({});
  server.on('request', (request, response) => parts.api.app(request, response));

  async function apiWith(changed: Environment) {
    const forApi = settingsOf('api', changed);
    const { payloads } = forApi.secrets;
    return {
      api: await composeApi({ ...forApi, log, ...(webConsole && { webConsole }) }),
      payloads,
      temporal: temporalClient(connection, services.temporalNamespace, payloads),
    };
  }

  let workers: RunningWorkers | null = null;
  const clients = new Map<string, ApiClient>();

  const stack: TestStack = {
    baseUrl,
    database,
    databaseUrl,
    get temporal() {
      return parts.temporal;
    },
    get payloads() {
      return parts.payloads;
    },
    queuePrefix: name,
    environment,
    get api() {
      return parts.api;
    },
    mail,
    async as(account) {
      const known = clients.get(account);
      if (known !== undefined) return known;
      const client = await ApiClient.signIn(baseUrl, `${account}@demo.anjuan.test`);
      clients.set(account, client);
      return client;
    },
    async advanceTo(to) {
      const admin = await stack.as('admin');
      return admin.post('/api/clock/advance', { to: instantOf(Date.parse(to)) });
    },
    now: () => parts.api.context.clock.now(),
    async mailsTo(account) {
      const mails = await stack.mail.messages();
      return mails.filter((message) => JSON.stringify(message.to).includes(`${account}@demo.anjuan.test`));
    },
    async startWorkers() {
      const { maxCachedWorkflows } = options;
      workers ??= await startWorkers({
        ...forWorker,
        log,
        workflowBundle: { codePath: services.bundle },
        ...(maxCachedWorkflows !== undefined && { maxCachedWorkflows }),
      });
    },
    async stopWorkers() {
      await workers?.stop();
      workers = null;
    },
    async restart({ api = {}, worker = {} }) {
      await stack.stopWorkers();
      await parts.api.close();
      forWorker = settingsOf('worker', worker);
      parts = await apiWith(api);
      await stack.startWorkers();
    },
    async stop() {
      await stack.stopWorkers();
      await terminateRelays(parts.temporal, name);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await parts.api.close();
      await connection.close();
      await database.$disconnect();
      await stack.mail.stop();
    },
  };
  await stack.startWorkers();
  return stack;
}

/** Nobody works on this stack's queues any more; its relays would wait for ever. */
async function terminateRelays(temporal: Client, queuePrefix: string): Promise<void> {
  for (const lane of ['cases', 'due', 'notices']) {
    await temporal.workflow
      .getHandle(`relay/${queuePrefix}/${lane}`)
      .terminate()
      .catch(() => undefined);
  }
}
