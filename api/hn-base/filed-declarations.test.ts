/** What cases of the declaration read of the records, as the doors fill them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeReading } from '../../activities/readings.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';

const NOW = '2026-02-13T18:00:00.000+08:00';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: NOW });
});

afterAll(async () => {
  const failed = api.failures();
  await databases.stop();
  expect(failed).toEqual([]);
});

const call2027 = { year: 2027, document: '2027年度通知', filingDay: '2027-04-23', finalDay: '2027-05-07' };
const declarationForm = {
  ...{ name: '麓谷基地', city: 'hn-dept-changsha', recognition: '湘工信中小〔2018〕12号' },
  ...{ contest: true, cloud: true, activities: [], reports: [], contactName: '李倩' },
  ...{ telephone: '0731-88001234', email: 'liqian@example.cn', fileIds: [] },
};

async function file(account: 'province' | 'base' | 'base2', kind: string, form: object): Promise<string> {
  const { status, body } = await (await api.as(account)).post(`/api/cases/${kind}`, form);
  expect(status, JSON.stringify(body)).toBe(201);
  return String(body.caseId);
}

it('HN-BASE-03.1 reads which experts have an interest in a base: declared themselves, or because they act for it', async () => {
  const call = await file('province', 'baseCall', call2027);
  const declaration = await file('base2', 'baseDeclaration', { ...declarationForm, year: 2027 });
  const { subject } = await api.database.case.findUniqueOrThrow({ where: { id: declaration } });
  const interests = () =>
    takeReading(api.database, {
      ...{
        reading: 'interestsInBases',
        regime: 'HN_BASE',
        caseId: call,
        about: 'base-call:2027',
        before: null,
        at: NOW,
      },
    }) as Promise<{ base: string; people: string[] }[]>;
  expect((await interests())[0]?.people).toEqual(['person:demo-base2']);
  const expert = await api.as('expert');
  const declared = await expert.post('/api/conflicts', { party: subject, relation: '配偶任职于该单位' });
  expect(declared.status, JSON.stringify(declared.body)).toBe(201);
  expect((await expert.get('/api/conflicts')).body.items).toMatchObject([{ party: subject }]);
  await api.database.office.create({
    data: { id: 'off-expert2-base', userId: 'demo-expert2', role: 'provider', party: subject },
  });
  const people = ['person:demo-base2', 'person:demo-expert', 'person:demo-expert2'];
  expect(await interests()).toEqual([{ base: subject, people }]);
  const opening = { subject: 'person:demo-expert', kind: 'baseOpinion', parentId: declaration };
  const { number, ...row } = await api.database.case.findUniqueOrThrow({ where: { id: declaration } });
  await api.database.case.create({
    data: { ...row, ...opening, id: 'bop-1', number: `${number}评`, opening: {}, state: {} },
  });
  const ofOpinion = {
    reading: 'interestsInBase',
    regime: 'HN_BASE',
    caseId: 'bop-1',
    about: null,
    before: null,
    at: NOW,
  };
  expect(await takeReading(api.database, ofOpinion)).toEqual(people);
});

it('HN-BASE-02.4 reads the declarations of the call that are filed and open, and no others', async () => {
  const days = { filingDay: '2026-04-24', finalDay: '2026-05-08' };
  const call = await file('province', 'baseCall', { year: 2026, document: '2026年度通知', ...days });
  const declaration = await file('base', 'baseDeclaration', { ...declarationForm, year: 2026 });
  const filed = (about: string) =>
    takeReading(api.database, {
      ...{ reading: 'filedDeclarations', regime: 'HN_BASE', caseId: call, about, before: null, at: NOW },
    });
  expect(await filed('base-call:2026')).toEqual([]);
  const where = { id: declaration };
  await api.database.case.update({ where, data: { stage: 'SUBMITTED_TO_PROVINCE' } });
  expect(await filed('base-call:2026')).toEqual([{ declaration, name: '麓谷基地' }]);
  expect(await filed('base-call:2025')).toEqual([]);
  await api.database.case.update({ where, data: { closedAt: NOW, outcome: 'WITHDRAWN' } });
  expect(await filed('base-call:2026')).toEqual([]);
});
