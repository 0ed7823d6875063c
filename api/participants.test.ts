/** Who has to do with a case, by name, and who is told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES } from './testing/samples.ts';

const NOW = '2025-09-01T10:00:00.000+08:00';
const LATER = '2025-09-02T10:00:00.000+08:00';

let databases: TestDatabases;
let api: TestApi;
let caseId: string;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: NOW });
  const provider = await api.as('provider');
  caseId = (await provider.post('/api/applications', await application(provider, CODES.provider))).body.caseId;
  api.setNow(LATER);
  const reviewer = await api.as('reviewer');
  const { id } = await api.database.task.findFirstOrThrow({ where: { caseId } });
  expect((await reviewer.post(`/api/tasks/${encodeURIComponent(id)}/claim`)).status).toBe(200);
});
afterAll(() => databases.stop());

const participantsFor = async (account: string) => (await api.as(account)).get(`/api/cases/${caseId}/participants`);

describe('the participants of a case', () => {
  it('XC-05.3 are told by name: the party, the body that handles it, who acted and who holds a task', async () => {
    const { status, body } = await participantsFor('manager');
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.parties).toEqual([
      {
        ...{ party: CODES.provider, name: '上海启明企业服务有限公司', follows: false },
        as: { zh: '服务机构', en: 'Service institution' },
      },
    ]);
    expect(body.bodies).toEqual([
      {
        bodyId: 'sh-centre',
        title: expect.objectContaining({ zh: expect.any(String) }),
        region: 'SH/PUDONG',
        handles: true,
      },
    ]);
    const names = await api.database.user.findMany({ where: { id: { in: ['demo-reviewer', 'demo-provider'] } } });
    const nameOf = (id: string) => names.find((one) => one.id === id)?.name;
    const lines = await api.database.timelineEvent.findMany({ where: { caseId } });
    const linesOf = (id: string) => lines.filter(({ actor }) => (actor as { id: string }).id === id).length;
    expect(body.people).toEqual([
      {
        ...{ id: 'demo-reviewer', name: nameOf('demo-reviewer'), acts: linesOf('demo-reviewer'), lastActAt: LATER },
        capacities: [{ zh: '审核人员', en: 'Reviewer' }],
        holds: [{ zh: '线上初审', en: expect.any(String) }],
      },
      {
        ...{
          id: 'demo-provider',
          name: nameOf('demo-provider'),
          acts: linesOf('demo-provider'),
          lastActAt: NOW,
          holds: [],
        },
        capacities: [{ zh: '服务机构', en: 'Provider' }],
      },
    ]);
  });

  it.each(['provider', 'provider2', 'consumer', 'auditor'])('XC-05.5 are not told to %s', async (account) => {
    expect((await participantsFor(account)).status).toBe(403);
  });
});
