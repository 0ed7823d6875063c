/**
 * `npm start`: everything on one machine. PostgreSQL, Temporal and a mail catcher are embedded unless DATABASE_URL,
 * TEMPORAL_ADDRESS (or a profile of Temporal's configuration file) or SMTP_URL name others; then tables, roles,
 * demonstration data, the worker and the API.
 *
 * `npm start -- --fresh` empties `.anjuan/` first; `--data FOLDER` keeps the data in another folder.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createDatabase } from '../prisma/client.ts';
import { seed } from '../prisma/seed.ts';
import { setTrainingStart } from '../prisma/training-start.ts';
import { parseInstant } from '../rules/time/index.ts';
import { searchAttributes } from '../workflows/start-case.ts';
import { banner } from './banner.ts';
import { buildConsole } from './build-console.ts';
import { LockedError, takeLock } from './folder-lock.ts';
import { givenTemporal, namingVariable, temporalVariables } from './given-temporal.ts';
import { endLeftovers } from './leftover.ts';
import { freePort } from './ports.ts';
import { startProcess, untilAnswering, untilPolling } from './processes.ts';
import { describeExit } from './program.ts';
import type { Program } from './program.ts';
import { ENV_FILE, LOCK_FILE, noteStack } from './running-stack.ts';
import { ensureSecrets, payloadVariables } from './secrets.ts';
import { startStack } from './stack.ts';
import { startAll } from './start-all.ts';
import type { Parts } from './start-all.ts';
import { untilToldToEnd } from './told-to-end.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Brings everything up, waits until told to stop or a part dies, and takes everything down. Answers the exit code. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { fresh: { type: 'boolean', default: false }, data: { type: 'string', default: join(root, '.anjuan') } },
  });
  if (values.fresh) refuseHalfFresh(process.env);
  const dir = resolve(values.data);
  mkdirSync(dir, { recursive: true });
  const release = takeLock(join(dir, LOCK_FILE));
  const parts = startAll();
  const stopped = untilToldToEnd();
  try {
    await endLeftovers(dir);
    if (values.fresh) emptyFolder(dir);
    const failed = bringUp(dir, parts);
    const over = await Promise.race([stopped, failed]);
    if (over === 'stop') return 0;
    say(over);
    return 1;
  } finally {
    say('Stopping ...');
    await parts.stop();
    rmSync(join(dir, ENV_FILE), { force: true });
    release();
    say(`Stopped. Data are kept in ${dir}.`);
  }
}

/**
 * Records and workflows begin anew together or not at all: cases without their workflows, or workflows without their cases, are of no
 * use to anybody.
 */
function refuseHalfFresh(env: NodeJS.ProcessEnv): void {
  const given = env['DATABASE_URL'] ? 'DATABASE_URL' : namingVariable(env);
  if (given === undefined) return;
  throw new Error(
    `--fresh empties what is embedded, and ${given} names a service that is not. Empty the database and the Temporal namespace yourself and start without --fresh, or take ${given} away.`,
  );
}

/** Settles, with a sentence, when a part ends unasked; rejects when one does not come up. */
async function bringUp(dir: string, parts: Parts): Promise<string> {
  const env = process.env;
  const cluster = givenTemporal(env);
  const secrets = ensureSecrets(join(dir, 'secrets.json'));
  say('Starting PostgreSQL, Temporal and the mail catcher ...');
  const consoleBuilt = parts.start(() => buildConsole(root));
  const stack = await startStack({
    dir,
    ...(env['DATABASE_URL'] && { databaseUrl: env['DATABASE_URL'] }),
    ...(cluster && { temporalAddress: cluster.connection.address, namespace: cluster.namespace }),
    ...(!cluster && env['TEMPORAL_NAMESPACE'] && { namespace: env['TEMPORAL_NAMESPACE'] }),
    ...(env['SMTP_URL'] && { smtpUrl: env['SMTP_URL'] }),
    // Of what is given from elsewhere no port is looked for.
    ports: {
      ...(!cluster && {
        temporal: await choosePort('Temporal', 7233),
        temporalUi: await choosePort('the Temporal UI', 8233),
      }),
      ...(!env['SMTP_URL'] && {
        smtp: await choosePort('SMTP', 1025),
        inbox: await choosePort('the mail inbox', 1080),
      }),
    },
    searchAttributes,
    passwords: { api: secrets.apiPassword, worker: secrets.workerPassword },
    parts,
    log: say,
  });
  say('Loading the demonstration data ...');
  await fill(stack.databaseUrl);
  const port = await choosePort('the API', Number(env['PORT'] || 4680));
  const apiUrl = `http://127.0.0.1:${port}`;
  const common = {
    MODE: 'training',
    ...temporalVariables(env),
    TEMPORAL_ADDRESS: stack.temporalAddress,
    TEMPORAL_NAMESPACE: stack.temporalNamespace,
    TASK_QUEUE: env['TASK_QUEUE'] || 'anjuan',
    SMTP_URL: stack.smtpUrl,
    MAIL_FROM: env['MAIL_FROM'] || 'Anjuan <no-reply@anjuan.test>',
    BASE_URL: env['BASE_URL'] || apiUrl,
    AUTH_SECRET: env['AUTH_SECRET'] || secrets.authSecret,
    ...payloadVariables(env, secrets),
    LOG_LEVEL: env['LOG_LEVEL'] || 'warn',
    HOST: '127.0.0.1',
    PORT: String(port),
  };
  const inboxUrl = stack.mail?.webUrl;
  noteStack(dir, {
    ...common,
    DATABASE_URL: stack.workerDatabaseUrl,
    ...(inboxUrl !== undefined && { MAIL_INBOX: inboxUrl }),
  });
  const start = async (name: 'worker' | 'api', databaseUrl: string): Promise<Program> => {
    const program = await startProcess({ name, root, dir, env: { ...common, DATABASE_URL: databaseUrl }, log: say });
    await parts.onStop(async () => {
      await program.stop();
    });
    return program;
  };
  await consoleBuilt;
  say('Starting the worker and the API ...');
  const worker = await start('worker', stack.workerDatabaseUrl);
  const api = await start('api', stack.apiDatabaseUrl);
  await Promise.all([
    untilPolling(worker, {
      address: cluster?.connection ?? stack.temporalAddress,
      namespace: stack.temporalNamespace,
      taskQueue: common.TASK_QUEUE,
    }),
    untilAnswering(api, `${apiUrl}/health/ready`),
  ]);
  say(
    banner({
      apiUrl,
      inboxUrl: stack.mail?.webUrl,
      temporalUiUrl: stack.temporalUiUrl,
      databaseUrl: stack.postgres ? stack.databaseUrl : 'as given in DATABASE_URL',
    }),
  );
  const died = (program: Program) => program.exited.then((exit) => describeExit(program, exit));
  return Promise.race([stack.failed, died(worker), died(api)]);
}

async function fill(databaseUrl: string): Promise<void> {
  const database = createDatabase(databaseUrl, 2);
  try {
    const start = process.env['TRAINING_START'];
    await seed(database, { training: true, now: parseInstant(start || new Date().toISOString()) });
    if (start) await setTrainingStart(database, parseInstant(start));
  } finally {
    await database.$disconnect();
  }
}

async function choosePort(what: string, wanted: number): Promise<number> {
  const port = await freePort(wanted);
  if (port !== wanted) say(`Port ${wanted} is taken; ${what} uses ${port}.`);
  return port;
}

/** Everything but the lock. */
function emptyFolder(dir: string): void {
  for (const name of readdirSync(dir))
    if (name !== LOCK_FILE) rmSync(join(dir, name), { recursive: true, force: true });
}

function say(line: string): void {
  console.log(line);
}

try {
  process.exit(await main());
} catch (error) {
  if (error instanceof LockedError) {
    console.error(
      `Anjuan is running in this folder already (process ${error.holder}). Stop it with Ctrl-C there first.`,
    );
  } else {
    console.error(error instanceof Error ? error.message : error);
  }
  process.exit(1);
}
