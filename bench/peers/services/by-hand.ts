/**
 * The same case written by hand: Express takes the decisions, one transaction writes the rows and the jobs that follow, graphile-worker does these:
 * mails, and the deadline at its time.
 */
import express from 'express';
import { Logger, run } from 'graphile-worker';
import type pg from 'pg';
import { openFloorEffects } from '../../floor/effects.ts';
import { ENDING } from '../../floor/steps.ts';
import { mailOf, writeStep, type StepOrder } from '../../floor/write.ts';
import { readOrder, serving, type Decision, type Opening } from './order.ts';

const { databaseUrl, smtpUrl, port } = readOrder();
const effects = openFloorEffects(databaseUrl, smtpUrl);
const { pool } = effects;

async function together(work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await work(client);
    await client.query('COMMIT');
  } catch (failure) {
    await client.query('ROLLBACK');
    throw failure;
  } finally {
    client.release();
  }
}

/** The rows of a step and the job of its mail. @returns false if it was done already */
async function step(client: pg.PoolClient, order: StepOrder): Promise<boolean> {
  if (!(await writeStep(client, order))) return false;
  if (mailOf(order.caseId, order.nth) !== null) {
    await client.query({
      name: 'add-mail',
      text: `SELECT graphile_worker.add_job('mail', $1::json)`,
      values: [JSON.stringify(order)],
    });
  }
  return true;
}

const keyOf = (caseId: string) => `ends-${caseId}`;

await run({
  pgPool: pool,
  concurrency: 8,
  pollInterval: 500,
  noHandleSignals: true,
  // A line a job would be work that the others do not do.
  logger: new Logger(() => () => undefined),
  taskList: {
    mail: async (order) => effects.mail(order as StepOrder),
    ends: async (opening) => {
      const { caseId } = opening as Opening;
      await together(async (client) => {
        await step(client, { caseId, nth: ENDING, revision: 2 });
      });
    },
  },
});

const app = express();
app.use(express.json());
app.post('/open', async (request, response) => {
  const opening = request.body as Opening;
  const { caseId, endsAt } = opening;
  await together(async (client) => {
    if (!(await step(client, { caseId, nth: 0 }))) return;
    await client.query({
      name: 'add-end',
      text: `SELECT graphile_worker.add_job('ends', $1::json, run_at => $2::timestamptz, job_key => $3)`,
      values: [JSON.stringify(opening), new Date(endsAt), keyOf(caseId)],
    });
  });
  response.json({});
});
app.post('/decide', async (request, response) => {
  const { caseId, nth, revision } = request.body as Decision;
  await together(async (client) => {
    if (!(await step(client, { caseId, nth, revision })) || nth !== ENDING) return;
    await client.query({
      name: 'remove-end',
      text: 'SELECT graphile_worker.remove_job($1)',
      values: [keyOf(caseId)],
    });
  });
  response.json({});
});
app.listen(port, '127.0.0.1', serving);
