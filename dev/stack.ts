/** The services Anjuan stands on, brought up together: PostgreSQL with its tables and roles, Temporal, a mail server. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { migrate } from '../prisma/migrate.ts';
import { ensureRoles } from '../prisma/roles.ts';
import { startMailCatcher } from './mail-catcher.ts';
import type { MailCatcher } from './mail-catcher.ts';
import { startPostgres } from './postgres.ts';
import type { Postgres } from './postgres.ts';
import type { Log } from './program.ts';
import { devServer } from './stack-temporal.ts';
import type { TemporalStarter } from './stack-temporal.ts';
import { startAll } from './start-all.ts';
import type { Parts } from './start-all.ts';
import type { SearchAttribute, TemporalServer } from './temporal-types.ts';

/** What to bring up, and where. */
export interface StackOptions {
  /** folder for all data: `postgres/`, `temporal/`, `mail/` */
  dir: string;
  /** empties those three folders first */
  fresh?: boolean;
  /** the development server when left out; the real one is in `bench/temporal/` */
  temporal?: TemporalStarter;
  /** services that run already and are used instead of embedded ones; DATABASE_URL's role must own the tables */
  databaseUrl?: string;
  temporalAddress?: string;
  smtpUrl?: string;
  /** ports of 127.0.0.1; any free one where left out */
  ports?: { postgres?: number; temporal?: number; temporalUi?: number | true; smtp?: number; inbox?: number };
  namespace?: string;
  searchAttributes?: readonly SearchAttribute[];
  /** passwords of the roles of API and worker; made up when left out */
  passwords?: { api: string; worker: string };
  /** false for tests: PostgreSQL does not wait for the disk, Temporal keeps its data in memory */
  durable?: boolean;
  /** where to note what has to be stopped, for a caller that may stop while the stack still comes up */
  parts?: Parts;
  log: Log;
}

/** A running stack. */
export interface Stack {
  /** of the owner of the tables; for migrations and seeds only */
  databaseUrl: string;
  /** of the two roles the processes use */
  apiDatabaseUrl: string;
  workerDatabaseUrl: string;
  temporalAddress: string;
  temporalNamespace: string;
  temporalUiUrl: string | undefined;
  smtpUrl: string;
  /** the embedded services themselves, for tests that take them down; undefined where a given one is used */
  postgres: Postgres | undefined;
  temporal: TemporalServer | undefined;
  mail: MailCatcher | undefined;
  /** settles when an embedded service ends unasked, with a sentence that says which and how */
  failed: Promise<string>;
  stop(): Promise<void>;
}

/** Name of the product's database in the embedded PostgreSQL. */
export const databaseName = 'anjuan';

/**
 * Brings the stack up: services side by side, then the tables, then the roles. When one part fails, the others are
 * stopped before the error is thrown.
 *
 * @throws Error of the part that failed first
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const dir = resolve(options.dir);
  const durable = options.durable ?? true;
  const folder = (name: string) => join(dir, name);
  if (options.fresh) {
    for (const name of ['postgres', 'temporal', 'mail']) rmSync(folder(name), { recursive: true, force: true });
  }
  mkdirSync(dir, { recursive: true });
  const services = options.parts ?? startAll();
  let stopping = false;
  const { postgres: postgresPort, smtp: smtpPort, inbox: webPort } = options.ports ?? {};

  const database = services.start(async () => {
    if (options.databaseUrl !== undefined) return { url: options.databaseUrl, postgres: undefined };
    const port = postgresPort === undefined ? {} : { port: postgresPort };
    const postgres = await startPostgres({ dir: folder('postgres'), fsync: durable, log: options.log, ...port });
    await services.onStop(() => postgres.stop());
    return { url: await postgres.createDatabase(databaseName), postgres };
  });
  const temporal = services.start(async () => {
    if (options.temporalAddress !== undefined) return undefined;
    const { temporal: start = devServer, namespace, searchAttributes, ports, log } = options;
    const server = await start({
      dir: folder('temporal'),
      postgres: async () => (await database).postgres ?? startTemporalsOwn(),
      durable,
      log,
      ...(namespace !== undefined && { namespace }),
      ...(searchAttributes && { searchAttributes }),
      ...(ports && { ports }),
    });
    await services.onStop(() => server.stop());
    return server;
  });
  /** The database was given from outside, and the real server needs one that it may fill. */
  const startTemporalsOwn = async (): Promise<Postgres> => {
    const own = await startPostgres({ dir: folder('postgres'), fsync: durable, log: options.log });
    await services.onStop(() => own.stop());
    return own;
  };
  const mail = services.start(async () => {
    if (options.smtpUrl !== undefined) return undefined;
    const catcher = await startMailCatcher({
      ...(smtpPort !== undefined && { smtpPort }),
      ...(webPort !== undefined && { webPort }),
      ...(durable && { dir: folder('mail') }),
      log: options.log,
    });
    await services.onStop(() => catcher.stop());
    return catcher;
  });
  const roles = services.start(async () => {
    const { url } = await database;
    await migrate({ databaseUrl: url, log: options.log });
    const passwords = options.passwords ?? {
      api: randomBytes(18).toString('hex'),
      worker: randomBytes(18).toString('hex'),
    };
    return ensureRoles({ databaseUrl: url, passwords });
  });

  const parts = await services.all({ database, temporal, mail, roles });
  const ends = [parts.database.postgres?.ended, parts.temporal?.ended()].filter((end) => end !== undefined);
  return {
    databaseUrl: parts.database.url,
    apiDatabaseUrl: parts.roles.api,
    workerDatabaseUrl: parts.roles.worker,
    temporalAddress: parts.temporal?.address ?? options.temporalAddress ?? '',
    temporalNamespace: parts.temporal?.namespace ?? options.namespace ?? 'default',
    temporalUiUrl: parts.temporal?.uiUrl,
    smtpUrl: parts.mail?.smtpUrl ?? options.smtpUrl ?? '',
    postgres: parts.database.postgres,
    temporal: parts.temporal,
    mail: parts.mail,
    failed: new Promise((settle) => {
      for (const end of ends) void end.then((reason) => !stopping && settle(reason));
    }),
    async stop() {
      stopping = true;
      await services.stop();
    },
  };
}
