/** The stack that is examined: everything of its own, on ports of its own, in a folder that is emptied first. */
import { createWriteStream, mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { Connection } from '@temporalio/client';
import { DefaultLogger } from '@temporalio/worker';
import { readPayloadKeys } from '../../config/payloads/keys.ts';
import { temporalClient } from '../../config/temporal-client.ts';
import { createDatabase, type Database } from '../../prisma/client.ts';
import { stackClock } from '../../prisma/clock.ts';
import { seed } from '../../prisma/seed.ts';
import { setTrainingStart } from '../../prisma/training-start.ts';
import { parseInstant } from '../../rules/time/index.ts';
import { reconcile } from '../../worker/reconciliation.ts';
import { buildWorkflowCode } from '../../worker/workflow-code.ts';
import { searchAttributes } from '../../workflows/start-case.ts';
import { startKillable, type Killable } from '../killable.ts';
import type { MailCatcher } from '../mail-catcher.ts';
import type { Log } from '../program.ts';
import { startStack } from '../stack.ts';
import type { Parts } from '../start-all.ts';
import { Players } from '../story/players.ts';

/** A working day, at ten in the morning: where the clock of the stack stands when an examination begins. */
const STARTS_AT = '2025-09-18T10:00:00+08:00';
const TASK_QUEUE = 'assure';
/** How long a call of the players waits out what is away, in milliseconds. */
const PATIENCE_MS = 90_000;

/** A running stack with what an examination looks at. */
export interface Stage {
  readonly processes: Killable;
  /** owner of the tables */
  readonly database: Database;
  readonly mail: MailCatcher;
  readonly inboxUrl: string;
  /** the accounts of training mode, patient while something is away */
  readonly players: Players;
  /** cases whose records and workflow differ, in words; looks at every open case */
  differences(): Promise<string[]>;
}

/**
 * Brings the stack up. Lines of API and worker go to `processes.log` in the folder.
 *
 * @param parts takes what has to be stopped
 */
export async function openStage(dir: string, parts: Parts, log: Log): Promise<Stage> {
  mkdirSync(dir, { recursive: true });
  const file = createWriteStream(join(dir, 'processes.log'), { flags: 'a' });
  const note: Log = (line) => void file.write(`${line}\n`);
  const passwords = { api: randomBytes(18).toString('hex'), worker: randomBytes(18).toString('hex') };
  const bundle = join(dir, 'workflows.js');
  const [stack, { code }] = await Promise.all([
    startStack({ dir, fresh: true, passwords, searchAttributes, parts, log }),
    buildWorkflowCode(new DefaultLogger('ERROR')),
  ]);
  await writeFile(bundle, code);
  const { postgres, temporal, mail } = stack;
  if (postgres === undefined || temporal === undefined || mail === undefined)
    throw new Error('An examination brings its own services.');
  const database = createDatabase(stack.databaseUrl, 4);
  await parts.onStop(() => database.$disconnect());
  const now = parseInstant(STARTS_AT);
  await seed(database, { training: true, now });
  await setTrainingStart(database, now);
  const PAYLOAD_KEYS = `assure:${randomBytes(32).toString('base64')}`;
  const payloads = readPayloadKeys({ MODE: 'training', PAYLOAD_KEYS, PAYLOAD_CIPHER: 'aes-256-gcm' });
  const processes = await startKillable({
    dir,
    environment: {
      MODE: 'training',
      SMTP_URL: stack.smtpUrl,
      MAIL_FROM: 'Anjuan <notices@anjuan.test>',
      AUTH_SECRET: randomBytes(32).toString('hex'),
      PAYLOAD_KEYS,
      LOG_LEVEL: 'warn',
      WORKFLOW_BUNDLE: bundle,
    },
    databaseUrls: { api: stack.apiDatabaseUrl, worker: stack.workerDatabaseUrl },
    taskQueue: TASK_QUEUE,
    temporal,
    postgres: { running: postgres, dir: join(dir, 'postgres') },
    log: note,
  });
  await parts.onStop(() => processes.stop());
  return {
    processes,
    database,
    mail,
    inboxUrl: mail.webUrl,
    players: await Players.gather(processes.baseUrl, PATIENCE_MS, mail.webUrl),
    async differences() {
      const connection = await Connection.connect({ address: temporal.address });
      try {
        const client = temporalClient(connection, temporal.namespace, payloads);
        const clock = stackClock(database, 'training');
        const dependencies = { database, client, clock, queuePrefix: TASK_QUEUE };
        const { differences } = await reconcile(dependencies, { repair: false });
        return differences.map(({ caseId, found }) => `${caseId}: ${found}`);
      } finally {
        await connection.close();
      }
    },
  };
}
