/** The public registers: which there are, and that each can be read by everybody. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publicRegisters } from './regimes.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { tableTaken } from './testing/taken-away.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
});
afterAll(() => databases.stop());

it('HN-NET-06.1 the registers are listed for everybody by name and title, and each name leads to its entries', async () => {
  const { status, body } = await api.anyone.get('/api/registers');
  expect(status).toBe(200);
  const listed = body.items as { register: string; title: { zh: string; en: string } }[];
  expect(listed.map(({ register }) => register)).toEqual(Object.keys(publicRegisters));
  expect(listed).toContainEqual({
    register: 'hn-net.providers',
    title: { zh: '服务商登记册', en: 'Register of providers' },
  });
  for (const { register, title } of listed) {
    const entries = await api.anyone.get(`/api/registers/${register}`);
    expect([entries.status, entries.body.title, entries.body.items]).toEqual([200, title, []]);
  }
  expect((await api.anyone.get('/api/registers/hn-net.consumers')).status).toBe(404);
});

it('HN-BASE-05.1 SH-EVAL-09.1 EC-CENTRE-03.2 a register is taken away as a table, and no cell of it is a formula', async () => {
  const title = (id: string, name: string, status: string) =>
    api.database.registerEntry.create({
      data: {
        ...{ id, regime: 'HN_BASE', register: 'hn-base.titles', party: `9143${id}`, name, status },
        ...{ bodyId: 'hn-dept-province', region: 'HN', validFrom: '2017-01-01', validTo: '2019-12-31' },
        ...{ data: {}, caseId: 'btt-1', changedAt: new Date('2019-09-30T09:00:00+08:00') },
      },
    });
  await title('t-1', '=HYPERLINK("http://evil.example")', 'EXPIRING');
  await title('t-2', '麓谷创业基地', 'VALID');
  const path = '/api/registers/hn-base.titles/export?format=xlsx';
  const [head, ...lines] = await tableTaken(api, 'provincereviewer', path);
  expect(head).toEqual([
    ...['名称', '统一社会信用代码或者编号', '状态', '登记单位', '有效期自', '有效期至', '变更日期'],
  ]);
  expect(lines.map(([name, , status, , , until]) => [name, status, until])).toEqual([
    [`'=HYPERLINK("http://evil.example")`, '即将期满', '2019-12-31'],
    ['麓谷创业基地', '有效', '2019-12-31'],
  ]);
  expect(await tableTaken(api, 'provincereviewer', `${path}&status=VALID`)).toHaveLength(2);
  expect((await (await api.as('base')).get(path)).status).toBe(403);
  const secret = await (await api.as('provincereviewer')).get('/api/registers/hn-net.consumers/export');
  expect(secret.status).toBe(404);
});
