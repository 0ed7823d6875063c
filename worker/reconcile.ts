/**
 * Compares the records of open cases with their workflows, which are the authority: `npm run reconcile`. With `--repair` it writes the
 * projection of each differing case again from its workflow's state, and starts the workflow of each open case that has none from
 * its recorded state. Exits with 1 if differences remain.
 */
import { parseArgs } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import { readSettings } from '../config/settings.ts';
import { createDatabase } from '../prisma/client.ts';
import { stackClock } from '../prisma/clock.ts';
import { reconcile } from './reconciliation.ts';

const { values } = parseArgs({ options: { repair: { type: 'boolean', default: false } } });
const { settings, secrets } = readSettings(process.env);
const database = createDatabase(secrets.databaseUrl, 4);
const connection = await Connection.connect({ address: settings.temporalAddress });
const client = new Client({ connection, namespace: settings.temporalNamespace });
const clock = stackClock(database, settings.mode);
try {
  const { compared, differences } = await reconcile(
    { database, client, clock, queuePrefix: settings.taskQueue },
    values,
  );
  for (const { caseId, found, repaired } of differences) {
    process.stdout.write(`${caseId}: ${found}${repaired ? ' (repaired)' : ''}\n`);
  }
  process.stdout.write(`${compared} open cases compared, ${differences.length} differ.\n`);
  process.exitCode = differences.every(({ repaired }) => repaired) ? 0 : 1;
} finally {
  await database.$disconnect();
  await connection.close();
}
