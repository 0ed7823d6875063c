/** What the measurements run on: the real Temporal server on PostgreSQL, the product's workers and a worker of the bare workflow. */
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Connection, type Client } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundle } from '@temporalio/worker';
import { CommitWatch } from '../api/commit-watch.ts';
import { createCaseGateway } from '../api/case-gateway.ts';
import type { CaseGateway } from '../api/case-gateway-types.ts';
import type { Postgres } from '../dev/postgres.ts';
import { startStack } from '../dev/stack.ts';
import { startAll, type Parts } from '../dev/start-all.ts';
import { temporaryFolder } from '../dev/temporary-folder.ts';
import { failureConverterPath } from '../config/payloads/data-converter.ts';
import type { PayloadKeys } from '../config/payloads/keys.ts';
import { readSettings } from '../config/settings.ts';
import { temporalClient } from '../config/temporal-client.ts';
import { createDatabase, type Database } from '../prisma/client.ts';
import { stackClock } from '../prisma/clock.ts';
import { migrate } from '../prisma/migrate.ts';
import { seed } from '../prisma/seed.ts';
import { instantOf } from '../rules/time/index.ts';
import { buildWorkflowCode } from '../worker/workflow-code.ts';
import { searchAttributes } from '../workflows/start-case.ts';
import { forkMailSink, type MailSink } from './mail-sink.ts';
import { firstProcessOfPostgres } from './postgres-process.ts';
import { report } from './run-measurement.ts';
import { installRuntime } from './runtime.ts';
import type { Side } from './worker.ts';
import { startWorkersOf, type Workers } from './workers.ts';
import { bareLife, productLife, type Life } from './lives.ts';
import { onPostgres } from './temporal/on-postgres.ts';

/** As many cases in memory as a worker of the product keeps. */
export const CACHED = 800;
export const BARE_QUEUE = 'bench-bare';
const FLOOR_QUEUE = 'bench-floor';
const PRODUCT_QUEUE = 'bench';

export interface Stage {
  readonly database: Database;
  /** Of the owner of the tables. */
  readonly databaseUrl: string;
  /** Of the administrator of PostgreSQL. */
  readonly adminUrl: string;
  readonly address: string;
  readonly namespace: string;
  readonly client: Client;
  readonly payloads: PayloadKeys;
  /** The same as PAYLOAD_KEYS, for processes of their own. */
  readonly payloadKeys: string;
  readonly gateway: CaseGateway;
  readonly product: Life;
  readonly bare: Life;
  /** A folder that is gone with the stage. */
  readonly folder: string;
  /** Files with the workflow code. */
  readonly codePath: { readonly product: string; readonly bare: string };
  /** The bare workflow with the same rows and mails, where the stage has one. */
  readonly floor: Life | undefined;
  readonly workers: { readonly product: Workers; readonly bare: Workers; readonly floor?: Workers };
  readonly mail: MailSink;
  /** First process of each service; PostgreSQL has one for each connection below it. */
  readonly services: { server(): number; postgres(): number };
}

/** How a stage differs from the usual one. */
export interface StageOptions {
  /** `training` for a stage whose clock can be set. */
  readonly mode?: 'production' | 'training';
  /** Worker processes of the product; one unless said. */
  readonly workers?: number;
  /** With the bare workflow that writes the same rows and sends the same mails. */
  readonly floor?: boolean;
}

/** Opens a stage for the length of some work; all that it starts is stopped again. */
export async function onStage<T>(parent: Parts, options: StageOptions, work: (stage: Stage) => Promise<T>): Promise<T> {
  const parts = startAll();
  await parent.onStop(() => parts.stop());
  try {
    return await work(await openStage(parts, options));
  } finally {
    await parts.stop();
  }
}

/** @param parts where everything that is started is noted, so that it is stopped even when it is to end before all is up */
export async function openStage(
  parts: Parts,
  { mode = 'production', workers: count = 1, floor: withFloor = false }: StageOptions = {},
): Promise<Stage> {
  installRuntime();
  const folder = temporaryFolder('bench');
  await parts.onStop(() => Promise.resolve(folder.remove()));
  const stack = await startStack({ dir: folder.path, temporal: onPostgres, searchAttributes, parts, log: report });
  const { databaseUrl, temporalAddress: address, temporalNamespace: namespace } = stack;
  const mail = await forkMailSink();
  await parts.onStop(() => Promise.resolve(mail.stop()));
  const database = createDatabase(databaseUrl, 16);
  await seed(database, { training: true, now: instantOf(Date.now()) });
  const bundles = await bothBundles();
  const codePath = { product: join(folder.path, 'product.js'), bare: join(folder.path, 'bare.js') };
  await Promise.all([writeFile(codePath.product, bundles.product.code), writeFile(codePath.bare, bundles.bare.code)]);
  const payloadKeys = `bench:${randomBytes(32).toString('base64')}`;
  const environment = {
    MODE: mode,
    DATABASE_URL: stack.workerDatabaseUrl,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    SMTP_URL: mail.url,
    SMTP_REQUIRE_TLS: 'false',
    MAIL_FROM: 'Anjuan <notices@anjuan.test>',
    BASE_URL: 'http://localhost:4680',
    AUTH_SECRET: 'only-for-measurements-and-thrown-away-with-them',
    PAYLOAD_KEYS: payloadKeys,
  };
  const workersOf = async (side: Side, TASK_QUEUE: string, number: number, DATABASE_URL = stack.workerDatabaseUrl) => {
    const order = {
      side,
      codePath: codePath[side === 'product' ? 'product' : 'bare'],
      environment: { ...environment, DATABASE_URL, TASK_QUEUE },
      maxCachedWorkflows: CACHED,
    };
    const workers = await startWorkersOf(order, number);
    await parts.onStop(() => workers.stop());
    return workers;
  };
  const floorUrl = withFloor ? await floorDatabase(stack.postgres) : undefined;
  const [product, bare, floor] = await Promise.all([
    workersOf('product', PRODUCT_QUEUE, count),
    workersOf('bare', BARE_QUEUE, 1),
    floorUrl === undefined ? undefined : workersOf('floor', FLOOR_QUEUE, 1, floorUrl),
  ]);
  const { payloads } = readSettings(environment).secrets;
  const client = temporalClient(await Connection.connect({ address }), namespace, payloads);
  const commits = await CommitWatch.open(databaseUrl);
  await parts.onStop(async () => {
    await Promise.allSettled([commits.close(), client.connection.close(), database.$disconnect()]);
  });
  const gateway = createCaseGateway({
    ...{ database, client, commits, queuePrefix: PRODUCT_QUEUE },
    clock: stackClock(database, mode),
  });
  return {
    database,
    databaseUrl,
    adminUrl: stack.postgres?.adminUrl ?? databaseUrl,
    address,
    namespace,
    client,
    payloads,
    payloadKeys,
    product: productLife(database, gateway),
    bare: bareLife(client, BARE_QUEUE),
    gateway,
    codePath,
    folder: folder.path,
    floor: floor === undefined ? undefined : bareLife(client, FLOOR_QUEUE, 'floorCase'),
    workers: { product, bare, ...(floor !== undefined && { floor }) },
    mail,
    services: {
      server: () => stack.temporal?.pid() ?? 0,
      postgres: () => firstProcessOfPostgres(join(folder.path, 'postgres')),
    },
  };
}

/** A database with the tables of the product, for those who write the same rows beside it. */
export async function floorDatabase(postgres: Postgres | undefined): Promise<string> {
  if (postgres === undefined) throw new Error('The same rows are written on a PostgreSQL of the measurement alone.');
  const databaseUrl = await postgres.createDatabase('floor');
  await migrate({ databaseUrl, log: () => {} });
  return databaseUrl;
}

/** The workflow code of both sides, built as a worker builds it. */
export async function bothBundles(): Promise<{ product: WorkflowBundle; bare: WorkflowBundle }> {
  const logger = new DefaultLogger('ERROR');
  const barePath = fileURLToPath(new URL('bare.ts', import.meta.url));
  const [product, bare] = await Promise.all([
    buildWorkflowCode(logger),
    bundleWorkflowCode({ workflowsPath: barePath, failureConverterPath, logger }),
  ]);
  return { product, bare };
}
