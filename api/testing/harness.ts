/** The API on a PostgreSQL of its own, for tests over HTTP. Cases run in process; nothing else is replaced. */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { readSettings } from '../../config/settings.ts';
import { processesOf, signal } from '../../dev/killable.ts';
import { startPostgres, type Postgres } from '../../dev/postgres.ts';
import { memoryFolder } from '../../dev/temporary-folder.ts';
import { appendAudit, commandOrigin } from '../../prisma/audit.ts';
import { createDatabase, type Database } from '../../prisma/client.ts';
import { createAccount, officeRows } from '../../prisma/create-account.ts';
import { setupDatabase } from '../../prisma/setup.ts';
import { ensureRoles } from '../../prisma/roles.ts';
import type { Office } from '../../rules/roles.ts';
import { parseInstant } from '../../rules/time/index.ts';
import { contracts } from '../../workflows/regimes.ts';
import { inputs } from '../../workflows/beside.ts';
import { createApp } from '../app.ts';
import { builtConsole } from '../console.ts';
import { createAuth } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { EventHub } from '../events/event-hub.ts';
import { createLog } from '../middleware/request-log.ts';
import { Caller } from './caller.ts';
import { copyKept, isToKeep, keep } from './kept-cluster.ts';
import { inProcessGateway, type InProcessGateway } from './in-process-gateway.ts';
import { listening } from '../../dev/listening.ts';

const PASSWORDS = { api: 'api-of-the-tests', worker: 'worker-of-the-tests' };

/** The API of a test. */
export interface TestApi {
  readonly baseUrl: string;
  /** As the role of the API. */
  readonly databaseUrl: string;
  /** Owner of the tables: for arranging and looking. The API itself works as the role it has in production. */
  readonly database: Database;
  readonly context: ApiContext;
  readonly gateway: InProcessGateway;
  /** Lines of the log so far. */
  readonly logged: () => string;
  /** The lines of the log about requests that failed by a fault of ours. */
  readonly failures: () => string[];
  /** Moves the clock of the API. */
  setNow(instant: string): void;
  /** Gives an account of training mode these offices and no others. */
  setOffices(account: string, ...offices: readonly Office[]): Promise<void>;
  /** A caller signed in as an account of training mode. */
  as(account: string): Promise<Caller>;
  /** A caller signed in as an administrator who is not of training mode, as production has them. */
  asAdministrator(): Promise<Caller>;
  /** A caller that shows no credential. */
  readonly anyone: Caller;
  /** Gives its connections back; where each test has an API of its own, after each: a server has two hundred. */
  stop(): Promise<void>;
}

export interface TestDatabases {
  /** An API on a fresh database with the accounts of training mode. */
  api(options?: TestApiOptions): Promise<TestApi>;
  readonly postgres: Postgres;
  /** Stops every process of PostgreSQL where it stands, as a machine that hangs would. @returns how to let them go on */
  hang(): Promise<() => void>;
  stop(): Promise<void>;
}

export interface TestApiOptions {
  readonly now?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Where the console was built, to be served beside the API. */
  readonly console?: string;
  /** Milliseconds between two signs of life of a stream of events. */
  readonly beatMs?: number;
}

/** Starts a PostgreSQL that is thrown away, with one filled database to copy. */
export async function startDatabases(): Promise<TestDatabases> {
  const folder = memoryFolder('api');
  const postgres = await startFilled(join(folder.path, 'postgres'));
  const running: TestApi[] = [];
  return {
    async api(options = {}) {
      const api = await startApi(postgres, `api_${running.length}`, options);
      running.push(api);
      return api;
    },
    postgres,
    async hang() {
      const pids = await processesOf(postgres, join(folder.path, 'postgres'));
      for (const pid of pids) signal(pid, 'SIGSTOP');
      return () => {
        for (const pid of pids) signal(pid, 'SIGCONT');
      };
    },
    async stop() {
      await Promise.all(running.map((api) => api.stop()));
      await postgres.stop();
      folder.remove();
    },
  };
}

/** A PostgreSQL with the filled database: a copy of the one that is kept, or one of its own. */
async function startFilled(dir: string): Promise<Postgres> {
  const start = () => startPostgres({ dir, fsync: false, log: () => undefined });
  if (copyKept(dir)) return start();
  const postgres = await start();
  await setupDatabase({
    databaseUrl: await postgres.createDatabase('template_api'),
    passwords: PASSWORDS,
    training: true,
    now: '2025-01-01T00:00:00.000+08:00',
    log: () => undefined,
  });
  if (!isToKeep()) return postgres;
  await postgres.stop();
  keep(dir);
  return start();
}

async function startApi(postgres: Postgres, name: string, options: TestApiOptions): Promise<TestApi> {
  const ownerUrl = await postgres.createDatabase(name, { template: 'template_api' });
  const { api: databaseUrl } = await ensureRoles({ databaseUrl: ownerUrl, passwords: PASSWORDS });
  const owner = createDatabase(ownerUrl, 4);
  const server = createServer();
  const baseUrl = await listening(server);
  const { settings, secrets } = readSettings({
    MODE: 'training',
    DATABASE_URL: databaseUrl,
    SMTP_URL: 'smtp://127.0.0.1:25',
    MAIL_FROM: 'Anjuan <notices@anjuan.test>',
    BASE_URL: baseUrl,
    AUTH_SECRET: 'a-secret-for-tests-alone-0123456789',
    PAYLOAD_KEYS: `test:${randomBytes(32).toString('base64')}`,
    ...options.environment,
  });
  const database = createDatabase(databaseUrl, 8, settings.databaseTimeouts);
  let now = parseInstant(options.now ?? '2025-09-01T10:00:00+08:00');
  const chunks: string[] = [];
  const log = createLog(
    'debug',
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk.toString());
        done();
      },
    }),
  );
  const gateway = inProcessGateway(owner, () => now);
  const clock = { now: () => Promise.resolve(now) };
  const context: ApiContext = {
    settings,
    secrets,
    database,
    auth: createAuth(database, settings, secrets.authSecret, log),
    gateway,
    clock,
    ...(settings.mode === 'training' && {
      trainingClock: {
        ...clock,
        advance: (to: string) => {
          now = to;
          return Promise.resolve({ now, stops: 0 });
        },
      },
    }),
    events: new EventHub({
      ...{ database, databaseUrl, clock, log, limits: settings.limits },
      ...(options.beatMs !== undefined && { beatMs: options.beatMs }),
    }),
    contracts,
    inputs,
    log,
    checkAnswers: true,
  };

  server.on('request', createApp(context, options.console === undefined ? undefined : builtConsole(options.console)));
  const callers = new Map<string, Promise<Caller>>();
  let stopped: Promise<void> | undefined;
  return {
    baseUrl,
    databaseUrl,
    database: owner,
    context,
    gateway,
    logged: () => chunks.join(''),
    failures: () =>
      chunks
        .join('')
        .split('\n')
        .filter((entry) => entry.includes('request failed')),
    setNow: (instant) => {
      now = parseInstant(instant);
    },
    async setOffices(account, ...offices) {
      const userId = `demo-${account}`;
      await owner.office.deleteMany({ where: { userId } });
      await owner.office.createMany({ data: officeRows(userId, offices) });
    },
    as(account) {
      const caller = callers.get(account) ?? Caller.signIn(baseUrl, `${account}@demo.anjuan.test`);
      callers.set(account, caller);
      return caller;
    },
    async asAdministrator() {
      const own = { email: 'administrator@example.org', password: 'only-in-these-tests-4' };
      await createAccount(owner, { ...own, name: '管理员', offices: [{ role: 'admin' }] }, (tx, change) =>
        appendAudit(tx, commandOrigin('create-admin', now), [change]),
      );
      return Caller.signIn(baseUrl, own.email, own.password);
    },
    anyone: new Caller(baseUrl, {}),
    stop: () => (stopped ??= stop()),
  };

  async function stop(): Promise<void> {
    await context.events.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await Promise.all([database.$disconnect(), owner.$disconnect()]);
  }
}
