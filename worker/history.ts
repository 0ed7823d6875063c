/**
 * Prints the history of a case with what stands encrypted in it, for a person on a machine that has the keys: `npm run history -- CASE`, or
 * with the id of a run. A line of JSON for each event: id, time, type, and its attributes with payloads as they were typed in.
 */
import { parseArgs } from 'node:util';
import { Connection, WorkflowNotFoundError } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { EncryptingCodec, UnreadablePayload } from '../config/payloads/codec.ts';
import { decryptedHistory, shownPayloads } from '../config/payloads/history.ts';
import { readConnections, SettingsError } from '../config/settings.ts';
import { temporalClient } from '../config/temporal-client.ts';
import { workflowIdOf } from '../workflows/engine/messages.ts';

const USAGE = 'Name the case: npm run history -- app-… [--run RUN-ID]';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { run: { type: 'string' } } });
  const [caseId] = positionals;
  if (caseId === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const { settings, secrets } = readConnections(process.env);
  const connection = await Connection.connect(secrets.temporal);
  try {
    const client = temporalClient(connection, settings.temporalNamespace, secrets.payloads);
    const history = await client.workflow.getHandle(workflowIdOf(caseId), values.run).fetchHistory();
    const { events } = decryptedHistory(JSON.parse(historyToJSON(history)), new EncryptingCodec(secrets.payloads)) as {
      events: readonly unknown[];
    };
    for (const event of events) process.stdout.write(`${JSON.stringify(shownPayloads(event))}\n`);
    return 0;
  } catch (failure) {
    if (!(failure instanceof WorkflowNotFoundError)) throw failure;
    process.stderr.write(`Temporal keeps no history of the case ${caseId}; what happened in it is on its timeline.\n`);
    return 1;
  } finally {
    await connection.close();
  }
}

try {
  process.exitCode = await main();
} catch (failure) {
  const known = failure instanceof SettingsError || failure instanceof UnreadablePayload;
  process.stderr.write(`${known ? failure.message : String((failure as Error).stack ?? failure)}\n`);
  process.exitCode = 2;
}
