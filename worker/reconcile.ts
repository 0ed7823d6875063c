/**
 * Compares the records of open cases with their workflows, which are the authority: `npm run reconcile`. With `--repair` it writes the
 * projection of each differing case again from its workflow's state, and starts the workflow of each open case that has none from
 * its recorded state. Exits with 1 if differences remain, with 2 if it could not compare.
 *
 * It needs the addresses the worker has. Beside `npm start` they are in a file:
 * `npm run reconcile:here`.
 */
import { parseArgs } from 'node:util';
import { Connection } from '@temporalio/client';
import { UnreadablePayload } from '../config/payloads/codec.ts';
import { readConnections, SettingsError } from '../config/settings.ts';
import { temporalClient } from '../config/temporal-client.ts';
import { createDatabase } from '../prisma/client.ts';
import { stackClock } from '../prisma/clock.ts';
import { reconcile } from './reconciliation.ts';

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { repair: { type: 'boolean', default: false } } });
  const { settings, secrets } = readConnections(process.env);
  const { temporalAddress: address, temporalNamespace: namespace, taskQueue: queuePrefix, chainHash } = settings;
  const connection = await Connection.connect(secrets.temporal).catch((cause: unknown) => {
    const encrypted = secrets.temporal.tls ? 'over TLS' : 'without TLS';
    throw new Unreachable(
      `Temporal does not answer at ${address} (TEMPORAL_ADDRESS), asked ${encrypted}: is it running there?`,
      { cause },
    );
  });
  const database = createDatabase(secrets.databaseUrl, 4);
  try {
    await database.$queryRaw`SELECT 1`.catch((cause: unknown) => {
      throw new Unreachable('The database of DATABASE_URL does not answer: is it running, and is the password right?', {
        cause,
      });
    });
    const client = temporalClient(connection, namespace, secrets.payloads);
    const clock = stackClock(database, settings.mode);
    const { compared, differences } = await reconcile({ database, client, clock, queuePrefix, chainHash }, values);
    for (const { caseId, found, repaired } of differences) {
      process.stdout.write(`${caseId}: ${found}${repaired ? ' (repaired)' : ''}\n`);
    }
    process.stdout.write(`${compared} open cases compared, ${differences.length} differ.\n`);
    return differences.every(({ repaired }) => repaired) ? 0 : 1;
  } finally {
    await database.$disconnect();
    await connection.close();
  }
}

/** A service that is not where it was said to be. */
class Unreachable extends Error {}

try {
  process.exitCode = await main();
} catch (failure) {
  const hint = '\nBeside npm start: npm run reconcile:here';
  const known =
    failure instanceof SettingsError || failure instanceof Unreachable || failure instanceof UnreadablePayload;
  process.stderr.write(`${known ? `${failure.message}${hint}` : String((failure as Error).stack ?? failure)}\n`);
  process.exitCode = 2;
}
