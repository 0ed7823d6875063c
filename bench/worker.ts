/** A worker in a process of its own, as in production: the product's, or one of the bare workflow. Forked by the stage. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { NativeConnection, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { dataConverterOf } from '../config/payloads/data-converter.ts';
import { readSettings } from '../config/settings.ts';
import { startWorkers } from '../worker/create-workers.ts';
import type { BareActivities } from './bare.ts';
import { openFloorEffects } from './floor/effects.ts';
import { installRuntime } from './runtime.ts';

/** The product; the bare workflow; the bare workflow with the same rows and the same mails. */
export type Side = 'product' | 'bare' | 'floor';

export interface WorkerOrder {
  readonly side: Side;
  /** Environment as of the product's own worker process. */
  readonly environment: Readonly<Record<string, string>>;
  /** File with the workflow code. */
  readonly codePath: string;
  readonly maxCachedWorkflows: number;
}

/** What the image of the product starts Node with. The bare worker is run as the SDK comes. */
export const AS_IN_PRODUCTION = ['--import', fileURLToPath(new URL('../worker/production.ts', import.meta.url))];

/** A worker that runs. */
export interface ForkedWorker {
  readonly pid: number;
  /** Lets what is in hand finish. */
  stop(): Promise<void>;
  /** Ends it where it stands (SIGKILL). */
  kill(): Promise<void>;
}

/** Starts the process and answers once it takes tasks. */
export function forkWorker(order: WorkerOrder): Promise<ForkedWorker> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = fork(fileURLToPath(import.meta.url), [JSON.stringify(order)], {
      // As the image of the product is run: mails are rendered by React's production build, and promises are not followed.
      env: { ...process.env, NODE_ENV: 'production' },
      execArgv: order.side === 'product' ? AS_IN_PRODUCTION : [],
    });
    const ended = new Promise<void>((settle) => child.once('exit', () => settle()));
    const isRunning = () => child.exitCode === null && child.signalCode === null;
    child.once('message', () =>
      resolve({
        pid: child.pid ?? 0,
        async stop() {
          if (isRunning()) child.send('stop');
          await ended;
        },
        async kill() {
          child.kill('SIGKILL');
          await ended;
        },
      }),
    );
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The ${order.side} worker ended with ${code}.`)));
  });
}

async function startBare({
  side,
  environment,
  codePath,
  maxCachedWorkflows,
}: WorkerOrder): Promise<() => Promise<void>> {
  const { settings, secrets } = readSettings(environment);
  const floor = side === 'floor' ? openFloorEffects(secrets.databaseUrl, secrets.smtpUrl) : undefined;
  const activities: BareActivities = {
    nothing: () => Promise.resolve(),
    rowsAndMails: async (step) => floor?.all(step),
  };
  const connection = await NativeConnection.connect(secrets.temporal);
  const worker = await Worker.create({
    connection,
    namespace: settings.temporalNamespace,
    dataConverter: dataConverterOf(secrets.payloads),
    taskQueue: settings.taskQueue,
    workflowBundle: { codePath },
    activities,
    maxCachedWorkflows,
  });
  const running = worker.run();
  return async () => {
    worker.shutdown();
    await running;
    await Promise.all([connection.close(), floor?.close()]);
  };
}

async function startProduct({ environment, codePath, maxCachedWorkflows }: WorkerOrder): Promise<() => Promise<void>> {
  const workflowBundle = { codePath };
  const workers = await startWorkers({
    ...readSettings(environment),
    log: pino({ level: 'error' }),
    workflowBundle,
    maxCachedWorkflows,
  });
  return () => workers.stop();
}

const [argument] = process.argv.slice(2);
if (process.argv[1] === fileURLToPath(import.meta.url) && argument !== undefined) {
  installRuntime();
  const order = JSON.parse(argument) as WorkerOrder;
  const stop = await (order.side === 'product' ? startProduct(order) : startBare(order));
  const end = () => {
    void stop().finally(() => process.exit(0));
  };
  process.once('message', end);
  // The measurement is gone.
  process.once('disconnect', end);
  process.send?.('ready');
}
