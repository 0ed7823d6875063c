/** The two workers of a process: workflows with everything that cases do to the records, and notices on a queue of their own. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Connection, WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { Logger } from 'pino';
import { dataConverterOf } from '../config/payloads/data-converter.ts';
import type { Secrets, Settings } from '../config/settings.ts';
import { temporalClient } from '../config/temporal-client.ts';
import { createGiveWay } from '../activities/give-way.ts';
import { createActivities, type CaseActivities } from '../activities/index.ts';
import { createNoticeActivities } from '../activities/notices/deliver-notices.ts';
import { letterMeans, retryFailedLetters } from '../activities/letters/letter-means.ts';
import { issuersOf } from '../activities/notices/issuers.ts';
import { reportUndeliverable } from '../activities/report-undeliverable.ts';
import { createCaseRelay } from '../activities/relay-cases.ts';
import { createSweep } from '../activities/sweep.ts';
import { createDatabase } from '../prisma/client.ts';
import { stackClock } from '../prisma/clock.ts';
import { casesQueue, noticesQueue, queuesOf, relayId, type Lane } from '../workflows/relay/contract.ts';
import { checkHealth, type WorkerHealth } from './health.ts';
import { buildWorkflowCode } from './workflow-code.ts';

export interface WorkerDependencies {
  readonly settings: Settings;
  readonly secrets: Pick<Secrets, 'databaseUrl' | 'smtpUrl' | 'temporal' | 'payloads' | 'letterSealToken'>;
  readonly log: Logger;
  /** Workflow code built beforehand; built at the start if left out. */
  readonly workflowBundle?: WorkflowBundleOption;
  /** Cases kept in memory between their tasks, at least one; another is replayed from its first event, as a test of determinism. */
  readonly maxCachedWorkflows?: number;
}

export interface RunningWorkers {
  /** Whether they work: take tasks from Temporal and reach the records. Answers within two seconds. */
  readonly health: () => Promise<WorkerHealth>;
  /** Resolves when both have stopped; rejects if one fails. */
  readonly stopped: Promise<void>;
  /** Lets what is in hand finish, then stops. */
  stop(): Promise<void>;
}

/** Memory of a cached case is a few hundred kB at most; this many stay well below the isolate's limit. */
const CACHED_CASES = 800;

export async function startWorkers(dependencies: WorkerDependencies): Promise<RunningWorkers> {
  const { settings, secrets, log, workflowBundle, maxCachedWorkflows = CACHED_CASES } = dependencies;
  const { temporalNamespace: namespace, taskQueue: queuePrefix } = settings;
  const letters = letterMeans(settings.letters, secrets.letterSealToken);
  const database = createDatabase(secrets.databaseUrl, 16, settings.databaseTimeouts);
  const clock = stackClock(database, settings.mode);
  const connection = await NativeConnection.connect(secrets.temporal);
  const client = temporalClient(await Connection.connect(secrets.temporal), namespace, secrets.payloads);
  const stopping = new AbortController();
  const giveWay = createGiveWay();
  const sweep = createSweep({
    ...{ database, clock, log, giveWay },
    chainHash: settings.chainHash,
    stopping: stopping.signal,
  });
  const activities = createActivities({ database, chainHash: settings.chainHash });
  const relay = createCaseRelay({
    database,
    databaseUrl: secrets.databaseUrl,
    clock,
    client,
    queuePrefix,
    log,
    isBehindDue: () => sweep.hasBacklog(),
    giveWay,
    stopping: stopping.signal,
  });
  const notices = createNoticeActivities({
    database,
    databaseUrl: secrets.databaseUrl,
    smtp: { url: secrets.smtpUrl, requireTls: settings.smtpRequireTls },
    from: settings.mailFrom,
    baseUrl: settings.baseUrl,
    issuers: issuersOf(settings.mode === 'training', settings.bodyTelephones),
    letters,
    trustedHosts: settings.trustedHosts,
    chainHash: settings.chainHash,
    now: () => clock.now(),
    log,
    onUndeliverable: reportUndeliverable,
    isBehindDue: () => sweep.hasBacklog(),
    giveWay,
    stopping: stopping.signal,
  });
  // One of its own, by which the worker finds itself among those that take tasks.
  const identity = `${process.pid}@${hostname()}-${randomUUID().slice(0, 8)}`;
  const shared = {
    connection,
    namespace,
    identity,
    dataConverter: dataConverterOf(secrets.payloads),
    shutdownGraceTime: '10 seconds',
    shutdownForceTime: '30 seconds',
  } as const;
  const workers = await Promise.all([
    Worker.create({
      ...shared,
      workflowBundle: workflowBundle ?? (await buildWorkflowCode(new DefaultLogger('WARN'))),
      taskQueue: casesQueue(queuePrefix),
      activities: {
        ...activities,
        commit(transition: Parameters<CaseActivities['commit']>[0]) {
          giveWay.noteStep();
          return activities.commit(transition);
        },
        relayCases: (round: { forMs: number }) => relay.relayCases(round),
        sweepDue: (round: { forMs: number }) => sweep.sweepDue(round),
      },
      maxCachedWorkflows,
    }),
    Worker.create({
      ...shared,
      taskQueue: noticesQueue(queuePrefix),
      activities: { deliverNotices: (round: { forMs: number }) => notices.deliverNotices(round) },
      maxConcurrentActivityTaskExecutions: 4,
    }),
  ]);
  const stopAll = () => {
    stopping.abort();
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  // Half a process does half the work and looks alive: where one ends, all do.
  const running = Promise.allSettled(workers.map((worker) => worker.run().finally(stopAll)));
  const stopped = running.then(async (ends) => {
    await Promise.allSettled([
      connection.close(),
      client.connection.close(),
      database.$disconnect(),
      letters.setter.close(),
    ]);
    for (const end of ends) if (end.status === 'rejected') throw end.reason as Error;
  });
  // Whoever waits for `stopped` hears of it; without anybody it is no unhandled rejection.
  stopped.catch(() => undefined);
  try {
    await retryFailedLetters(database);
    const lanes: readonly Lane[] = settings.sweeps ? ['cases', 'due', 'notices'] : ['cases', 'notices'];
    await Promise.all(lanes.map((lane) => startRelay(client, queuePrefix, lane)));
  } catch (failure) {
    stopAll();
    await stopped.catch(() => undefined);
    throw failure;
  }
  const queues = queuesOf(queuePrefix);
  log.info({ queues: queues.map(({ name }) => name), identity }, 'worker is running');
  return {
    health: () => checkHealth({ database, client, identity, queues, now: Date.now }),
    stopped,
    async stop() {
      stopAll();
      await stopped;
    },
  };
}

/** One relay a lane for the whole installation; whoever comes second finds it running. */
async function startRelay(client: Client, queuePrefix: string, lane: Lane): Promise<void> {
  try {
    await client.workflow.start('outboxRelay', {
      workflowId: relayId(queuePrefix, lane),
      taskQueue: casesQueue(queuePrefix),
      args: [{ lane, queue: lane === 'notices' ? noticesQueue(queuePrefix) : casesQueue(queuePrefix) }],
    });
  } catch (failure) {
    if (!(failure instanceof WorkflowExecutionAlreadyStartedError)) throw failure;
  }
}
