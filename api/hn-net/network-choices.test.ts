/** Forms of the network show the platforms that there are now (HN-NET-02.2, 25.2). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bodyOf } from '../../rules/hn-net/network.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';

interface Field {
  readonly enum?: readonly string[];
  readonly 'x-choices'?: Readonly<Record<string, { readonly zh: string }>>;
}
type Schema = { readonly properties: Readonly<Record<string, Field>> };

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2025-09-26T10:00:00+08:00' });
});
afterAll(() => databases.stop());

/** What the case of a window leaves in the register. */
async function enterWindow(id: string, window: object, status: string): Promise<void> {
  const data = { window, operator: '91430102MA4L8XK93A', disqualifiedFor: null };
  const entry = { regime: 'HN_NET', register: 'hn-net.windows', party: `unit:${id}`, name: id, status, data };
  const kept = { bodyId: 'hn-dept-changsha', region: 'HN/CHANGSHA', caseId: `win-${id}`, changedAt: new Date() };
  await api.database.registerEntry.create({ data: { id: `hn-net.windows:unit:${id}`, ...entry, ...kept } });
}

it('HN-NET-02.2 HN-NET-25.2 a window is a choice once it is recognised and no more when it has lost that; forms of earlier name it', async () => {
  const consumer = await api.as('consumer');
  const need = { category: 'TECHNOLOGY', need: '成分检测。', platform: 'hn-liuyang' };
  const { caseId } = (await consumer.post('/api/cases/serviceRequest', need)).body as { caseId: string };
  const { id: _id, ...county } = { ...bodyOf('hn-liuyang') };
  const name = { zh: '宁乡市综合窗口', en: 'Ningxiang window' };
  await enterWindow('hn-ningxiang', { ...county, name, region: 'HN/CHANGSHA/NINGXIANG', mark: '宁企窗' }, 'RECOGNISED');
  await enterWindow('hn-liuyang', county, 'DISQUALIFIED');

  const { items } = (await api.anyone.get('/api/intakes')).body as { items: { kind: string; form: Schema }[] };
  const fieldOf = (kind: string, field: string) => items.find((one) => one.kind === kind)?.form.properties[field];
  for (const [kind, field] of [
    ['serviceRequest', 'platform'],
    ['complaint', 'platform'],
    ['providerRegistration', 'broughtInBy'],
    ['publicInformation', 'publisher'],
  ] as const) {
    const { enum: ids, 'x-choices': choices } = fieldOf(kind, field) ?? {};
    expect(ids, kind).toEqual(Object.keys(choices ?? {}));
    expect(choices).toMatchObject({ 'hn-ningxiang': name, 'hn-hub': {} });
    expect(ids).not.toContain('hn-liuyang');
    expect(ids?.includes('hn-dept-changsha')).toBe(field === 'publisher');
  }

  const [form] = (await consumer.get(`/api/cases/${caseId}`)).body.forms as { schema: Schema }[];
  expect(form?.schema.properties['platform']?.['x-choices']).toHaveProperty(['hn-liuyang', 'zh']);
  const { actions } = (await (await api.as('window')).get(`/api/cases/${caseId}`)).body as {
    actions: { name: string; input: Schema }[];
  };
  const transfer = actions.find((one) => one.name === 'transferToPlatform');
  expect(transfer?.input.properties['body']?.enum).toContain('hn-ningxiang');
  expect(transfer?.input.properties['body']?.enum).not.toContain('hn-liuyang');
});

it('HN-NET-10.5 HN-NET-25.2 a leak can be reported of a window that has lost its qualification, which the form says', async () => {
  const { items } = (await api.anyone.get('/api/intakes')).body as { items: { kind: string; form: Schema }[] };
  const platform = items.find(({ kind }) => kind === 'dataBreach')?.form.properties['platform'];
  expect(platform?.['x-choices']?.['hn-liuyang']?.zh).toBe('浏阳市中小企业综合窗口服务平台（已取消资格）');
  expect(platform?.['x-choices']?.['hn-ningxiang']?.zh).toBe('宁乡市综合窗口');
  expect(platform?.enum).not.toContain('hn-dept-changsha');
  const hub = await api.as('hub');
  const leak = { platform: 'hn-liuyang', data: ['CONTACT'], account: '旧系统的名单外泄。' };
  const filed = await hub.post('/api/cases/dataBreach', leak);
  expect(filed.status, JSON.stringify(filed.body)).toBe(201);
});

it('HN-NET-02.2 what is filed at a window recognised since goes to the platform above it', async () => {
  const consumer = await api.as('consumer');
  const need = { category: 'TECHNOLOGY', need: '成分检测。', platform: 'hn-ningxiang' };
  const filed = await consumer.post('/api/cases/serviceRequest', need);
  expect(filed.status, JSON.stringify(filed.body)).toBe(201);
  const row = await api.database.case.findUnique({ where: { id: filed.body.caseId as string } });
  expect(row).toMatchObject({ bodyId: 'hn-changsha' });
  const lost = await consumer.post('/api/cases/serviceRequest', { ...need, platform: 'hn-liuyang' });
  expect([lost.status, lost.body.errors[0].field]).toEqual([422, 'platform']);
  expect(lost.body.errors[0].message.zh).toContain('请选择长沙市中小企业综合窗口服务平台');
});
