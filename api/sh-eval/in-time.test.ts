/** An entry that is handed in while the platform records that the cut-off has passed (SH-EVAL-05.2). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { completeForm } from '../../bench/campaign/flood.ts';
import { openCampaign, openEntry } from '../testing/assessment-entry.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';
import { CODES } from '../testing/samples.ts';

const id = 'ase-in-time';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2020-12-11T17:00:00.000+08:00' });
  await openCampaign(api);
  await openEntry(api, id, [completeForm(CODES.provider)]);
});
afterAll(() => databases.stop());

/** As the sweep leaves an entry that was not handed in. */
async function missTheCutOff(): Promise<void> {
  const { state, revision } = await api.database.case.findUniqueOrThrow({ where: { id } });
  const closed = { stage: 'LATE_REFUSED', outcome: 'LATE_REFUSED', revision: revision + 1 };
  const closedAt = '2020-12-11T17:00:01.000+08:00';
  const now = { ...(state as object), ...closed, closedAt, deadlines: [], tasks: [] };
  await api.database.case.update({ where: { id }, data: { ...closed, closedAt: new Date(closedAt), state: now } });
  const { seq, ...last } = await api.database.timelineEvent.findFirstOrThrow({
    where: { caseId: id },
    orderBy: { seq: 'desc' },
  });
  const line = {
    seq: seq + 1,
    type: 'DEADLINE_PASSED',
    revision: revision + 1,
    actor: {},
    title: last.title ?? {},
    detail: {},
    hash: 'h',
  };
  await api.database.timelineEvent.create({ data: { ...last, ...line } });
  await api.database.case.update({ where: { id }, data: { timelineLength: seq + 1 } });
}

it('SH-EVAL-05.2 what came at 17:00:00 is taken, also by who had seen the case as it was before', async () => {
  const provider = await api.as('provider');
  const { revision } = (await provider.get(`/api/cases/${id}`)).body;
  const act = api.gateway.act.bind(api.gateway);
  api.gateway.act = async (request) => {
    api.gateway.act = act;
    await missTheCutOff();
    return act(request);
  };
  const path = `/api/cases/${id}/actions/submitEntry?seenRevision=${revision}`;
  const { status, body } = await provider.post(path, {});
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body).toMatchObject({ stage: 'SUBMITTED', outcome: null });
});
