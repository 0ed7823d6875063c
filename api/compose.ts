/** Puts the API together from its settings: database, Temporal, clock, accounts. */
import { Connection } from '@temporalio/client';
import type { Express, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Secrets, Settings } from '../config/settings.ts';
import { temporalClient } from '../config/temporal-client.ts';
import { createDatabase } from '../prisma/client.ts';
import { stackClock } from '../prisma/clock.ts';
import { refusePowerfulRole } from '../prisma/role-in-use.ts';
import { refuseTrainingData } from '../prisma/training-data.ts';
import { contracts } from '../workflows/regimes.ts';
import { inputs } from '../workflows/beside.ts';
import { createApp } from './app.ts';
import { startBulkRunner } from './bulk/bulk-runner.ts';
import { createAuth } from './auth.ts';
import { followCalls } from './calls-under-way.ts';
import { createCaseGateway } from './case-gateway.ts';
import { CommitWatch } from './commit-watch.ts';
import type { ApiContext } from './context.ts';
import { EventHub } from './events/event-hub.ts';
import { createTrainingClock } from './training-clock.ts';

export interface ComposedApi {
  readonly app: Express;
  readonly context: ApiContext;
  /** Gives connections back; call it after the server has closed, and end the streams of events before that: it waits for them. */
  close(): Promise<void>;
}

/** @throws TrainingDataError outside training mode, on a database of training mode */
export async function composeApi(options: {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly log: Logger;
  readonly webConsole?: RequestHandler;
}): Promise<ComposedApi> {
  const { settings, secrets, log, webConsole } = options;
  const database = createDatabase(secrets.databaseUrl, 16, settings.databaseTimeouts);
  // Lazy, so that the API starts and says it is not ready while Temporal is still coming up.
  const connection = Connection.lazy(secrets.temporal);
  const callsEnded = followCalls(connection);
  const client = temporalClient(connection, settings.temporalNamespace, secrets.payloads);
  const clock = stackClock(database, settings.mode);
  try {
    await refuseTrainingData(database, settings.mode);
    await refusePowerfulRole(database, settings.mode);
  } catch (failure) {
    await database.$disconnect();
    throw failure;
  }
  const commits = await CommitWatch.open(secrets.databaseUrl);
  const gateway = createCaseGateway({ database, client, clock, commits, queuePrefix: settings.taskQueue });
  const training = settings.mode === 'training';
  const context: ApiContext = {
    settings,
    secrets,
    database,
    auth: createAuth(database, settings, secrets.authSecret, log),
    gateway,
    clock,
    ...(training && { trainingClock: createTrainingClock({ database, client, clock, commits }) }),
    events: new EventHub({ database, databaseUrl: secrets.databaseUrl, clock, log, limits: settings.limits }),
    contracts,
    inputs,
    log,
    checkAnswers: training,
  };
  const stopBulk = startBulkRunner(context);
  return {
    app: createApp(context, webConsole),
    context,
    async close() {
      await Promise.all([stopBulk(), context.events.close()]);
      await callsEnded();
      await Promise.allSettled([commits.close(), connection.close(), database.$disconnect()]);
    },
  };
}
