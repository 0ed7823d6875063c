/** The same case in DBOS: a workflow that waits for decisions until its deadline; each effect is a step of it. */
import { DBOS } from '@dbos-inc/dbos-sdk';
import express from 'express';
import { openFloorEffects } from '../../floor/effects.ts';
import { ENDING } from '../../floor/steps.ts';
import { mailOf, type StepOrder } from '../../floor/write.ts';
import { readOrder, serving, type Decision, type Opening } from './order.ts';

const { databaseUrl, systemUrl, smtpUrl, port } = readOrder();
const effects = openFloorEffects(databaseUrl, smtpUrl);
/** How long a caller waits, in s. */
const PATIENCE = 10;
const doneAt = (revision: number) => `done-${revision}`;

async function step(order: StepOrder): Promise<void> {
  await DBOS.runStep(() => effects.write(order), { name: 'write', retriesAllowed: true });
  await DBOS.setEvent(doneAt(order.revision ?? order.nth + 1), true);
  if (mailOf(order.caseId, order.nth) !== null)
    await DBOS.runStep(() => effects.mail(order), { name: 'mail', retriesAllowed: true });
}

const life = DBOS.registerWorkflow(
  async ({ caseId, endsAt }: Opening): Promise<void> => {
    await step({ caseId, nth: 0 });
    for (let revision = 2; ; revision += 1) {
      const left = (endsAt - (await DBOS.now())) / 1000;
      const decision = await DBOS.recv<Decision>('decision', Math.max(0, left));
      await step(decision ?? { caseId, nth: ENDING, revision });
      if (decision === null || decision.nth === ENDING) return;
    }
  },
  { name: 'case' },
);

DBOS.setConfig({
  name: 'bench',
  systemDatabaseUrl: systemUrl,
  systemDatabasePoolSize: 20,
  logLevel: 'error',
  applicationVersion: '1',
});
await DBOS.launch();

/** @throws Error if it is not done in time */
async function answered(caseId: string, revision: number): Promise<void> {
  const done = await DBOS.getEvent<boolean>(caseId, doneAt(revision), PATIENCE);
  if (done !== true) throw new Error('No answer came in time.');
}

const app = express();
app.use(express.json());
app.post('/open', async (request, response) => {
  const opening = request.body as Opening;
  await DBOS.startWorkflow(life, { workflowID: opening.caseId })(opening);
  await answered(opening.caseId, 1);
  response.json({});
});
app.post('/decide', async (request, response) => {
  const decision = request.body as Decision;
  const { caseId, revision } = decision;
  await DBOS.send(caseId, decision, 'decision', `${caseId}-${revision}`);
  await answered(caseId, revision);
  response.json({});
});
app.listen(port, '127.0.0.1', serving);
