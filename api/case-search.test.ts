/** Cases and tasks are found by what people know of them, pinyin included, and cases by the rules they are under. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCases } from '../prisma/open-case.ts';
import { keepNamesOfAll } from '../prisma/party-names.ts';
import { parseInstant } from '../rules/time/index.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { CODES } from './testing/samples.ts';

const NAMES = {
  [CODES.provider]: '上海启明技术（浦东）有限公司',
  [CODES.provider2]: '重庆长安咨询有限公司',
  [CODES.other]: '长沙乐清电器有限公司',
};

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
  await api.database.$transaction((tx) =>
    openCases(
      tx,
      Object.entries(NAMES).map(([subject, title], nth) => ({
        row: {
          ...{ id: `app-${nth + 1}`, kind: 'storeApplication', regime: 'SH_STORE', stage: 'FILED', subject, title },
          ...{ bodyId: 'sh-centre', region: 'SH/PUDONG', ruleVersion: 1, calendarVersion: 1 },
        },
        openedAt: parseInstant('2025-09-01T09:00:00+08:00'),
        opening: {},
        parties: {},
      })),
    ),
  );
  await api.database.task.createMany({
    data: [1, 2, 3].map((nth) => ({
      ...{ id: `app-${nth}:check:1`, caseId: `app-${nth}`, name: 'check', entry: 1, role: 'reviewer' },
      ...{ bodyId: 'sh-centre', region: 'SH/PUDONG', openedAt: new Date() },
    })),
  });
});
afterAll(() => databases.stop());

const found = async (list: string, typed: string, account = 'reviewer') => {
  const { status, body } = await (await api.as(account)).get(`${list}q=${encodeURIComponent(typed)}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return (body.items as { id: string; caseId?: string }[]).map(({ id, caseId }) => caseId ?? id).sort();
};

describe.each(['/api/cases?', '/api/tasks?'])('%s', (list) => {
  it.each([
    ['shanghai', ['app-1']],
    ['shqm', ['app-1']],
    ['ｓｈｑｍ', ['app-1']],
    ['SHANG HAI qiming', ['app-1']],
    ['chongqing', ['app-2']],
    ['changan', ['app-2']],
    ['changsha', ['app-3']],
    ['yueqing', ['app-3']],
    ['yxgs', ['app-1', 'app-2', 'app-3']],
    ['leqing', []],
    ['hanghai', []],
    ['启明技术(浦东)', ['app-1']],
    [CODES.provider2.toLowerCase(), ['app-2']],
    ['app-3', ['app-3']],
    ['sh%', []],
  ] as const)('XC-06.3 %s finds %j', async (typed, ids) => {
    expect(await found(list, typed)).toEqual(ids);
  });

  it('XC-05.5 finds nothing outside of what the reader may see', async () => {
    await api.setOffices('reviewer2', { role: 'reviewer', bodyId: 'sh-centre', region: 'SH/XUHUI' });
    expect(await found(list, 'shanghai', 'reviewer2')).toEqual([]);
  });
});

it('XC-06.3 cases that were opened before names were kept are found once their names are', async () => {
  await api.database.partyName.deleteMany();
  expect(await found('/api/cases?', 'changsha')).toEqual([]);
  expect(await keepNamesOfAll(api.database)).toBe(3);
  expect(await found('/api/cases?', 'changsha')).toEqual(['app-3']);
  expect(await keepNamesOfAll(api.database)).toBe(0);
});

it('XC-06.2 open cases under an older version of the rules of their own regime are found', async () => {
  const older = async () => {
    const { body } = await (await api.as('reviewer')).get('/api/cases?olderRules=true');
    return (body.items as { id: string }[]).map(({ id }) => id).sort();
  };
  const add = async (regime: string, version: number) => {
    const data = { regime, version, values: {}, note: '测试', createdAt: new Date('2025-09-02T09:00:00+08:00') };
    await api.database.ruleVersion.create({ data });
  };
  await add('HN_NET', 7);
  expect(await older()).toEqual([]);
  await add('SH_STORE', 2);
  expect(await older()).toEqual(['app-1', 'app-2', 'app-3']);
  await api.database.case.update({ where: { id: 'app-1' }, data: { closedAt: new Date() } });
  await api.database.case.update({ where: { id: 'app-2' }, data: { ruleVersion: 2 } });
  expect(await older()).toEqual(['app-3']);
});
