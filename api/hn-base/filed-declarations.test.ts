/** What a call reads of the declarations that are filed with the province, from the records as the doors fill them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeReading } from '../../activities/readings.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';

const NOW = '2026-02-13T18:00:00+08:00';

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

it('HN-BASE-02.4 reads the declarations of the call that are filed and open, and no others', async () => {
  const file = async (account: 'province' | 'base', kind: string, form: object) => {
    const { status, body } = await (await api.as(account)).post(`/api/cases/${kind}`, form);
    expect(status, JSON.stringify(body)).toBe(201);
    return String(body.caseId);
  };
  const days = { filingDay: '2026-04-24', finalDay: '2026-05-08' };
  const call = await file('province', 'baseCall', { year: 2026, document: '2026年度通知', ...days });
  const declaration = await file('base', 'baseDeclaration', {
    ...{ year: 2026, name: '麓谷基地', city: 'hn-dept-changsha', recognition: '湘工信中小〔2018〕12号' },
    ...{ contest: true, cloud: true, activities: [], reports: [], contactName: '李倩' },
    ...{ telephone: '0731-88001234', email: 'liqian@example.cn', fileIds: [] },
  });
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
