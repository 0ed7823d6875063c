/** The worker process. SIGTERM and SIGINT let what is in hand finish. */
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import { readSettings } from '../config/settings.ts';
import { createDatabase } from '../prisma/client.ts';
import { startFailure } from '../prisma/start-failure.ts';
import { refusePowerfulRole } from '../prisma/role-in-use.ts';
import { refuseTrainingData } from '../prisma/training-data.ts';
import { serveHealth } from './serve-health.ts';
import { startWorkers } from './create-workers.ts';

/** Production, and what is to keep the SDK from it was not loaded: threads of workflows get it from the command line alone. */
function followsPromises({ NODE_ENV, NODE_OPTIONS = '' }: NodeJS.ProcessEnv): boolean {
  return (
    NODE_ENV === 'production' && ![...process.execArgv, NODE_OPTIONS].some((part) => part.includes('worker/production'))
  );
}

/** The SDK warns of it, and it is meant: the worker of notices carries no workflow. */
const MEANT = 'No workflows registered, not polling for workflow tasks';

try {
  const { settings, secrets } = readSettings(process.env);
  const log = pino({ level: settings.logLevel, base: { process: 'worker' } });
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
      if (message !== MEANT) log[level === 'ERROR' ? 'error' : 'warn']({ ...meta }, message);
    }),
    shutdownSignals: [],
  });
  if (followsPromises(process.env))
    log.warn(
      '工作进程正在跟踪每一个流程的每一个 Promise，约多耗四分之一的处理器时间。This worker follows every promise of every case, at a quarter more ' +
        'processor time: start it as `node --import ./worker/production.ts worker/main.ts`.',
    );
  const database = createDatabase(secrets.databaseUrl, 1, settings.databaseTimeouts);
  try {
    await refuseTrainingData(database, settings.mode);
    await refusePowerfulRole(database, settings.mode);
  } finally {
    await database.$disconnect();
  }
  const workers = await startWorkers({
    settings,
    secrets,
    log,
    ...(settings.workflowBundle !== undefined && { workflowBundle: { codePath: settings.workflowBundle } }),
  });
  const stopServing = serveHealth(settings, () => workers.health());
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void workers.stop());
  await workers.stopped.finally(stopServing);
} catch (failure) {
  process.stderr.write(`${startFailure(failure)}\n`);
  // Connections that were left open keep nobody waiting: a supervisor starts the process anew.
  process.exit(1);
}
