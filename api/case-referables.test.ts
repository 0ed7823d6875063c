/** What the fields of the actions of a case can name: each with what people call it (XC-05.1). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RecordedState } from '../workflows/engine/state.ts';
import type { Referred } from '../workflows/engine/titled.ts';
import { caseReferables } from './regimes.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { addStore } from './testing/stores.ts';
import { CODES } from './testing/samples.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2025-09-26T10:00:00.000+08:00' });
});
afterAll(() => databases.stop());

async function named(kind: string, referred: Referred, facts: object, more: { about?: string; data?: object } = {}) {
  const find = caseReferables[kind]?.[referred];
  if (find === undefined) throw new Error(`Cases of ${kind} give no ${referred}.`);
  const { about = null, data = {} } = more;
  const row = { id: 'sup-1', subject: CODES.provider, about, forms: [{ data: data as never }] };
  const found = await find(api.database, row, { facts } as unknown as RecordedState);
  return found.map(({ value, label }) => [value, label.zh]);
}

it('SH-STORE-05.2 the originals of an interview, by their keys', async () => {
  const originals = [
    { key: 'licence', title: { zh: '营业执照正本', en: 'Licence' }, ifAny: false },
    { key: 'extra1', title: '纳税证明', ifAny: false },
  ];
  expect(await named('storeApplication', 'material', { interview: { originals } })).toEqual([
    ['licence', '营业执照正本'],
    ['extra1', '纳税证明'],
  ]);
  expect(await named('storeApplication', 'material', { interview: null })).toEqual([]);
});

it('SH-STORE-08.7 the products that were seen to be alike', async () => {
  const [a, b] = [
    { productId: 'p-1', caseId: 'prv-1', name: '财税咨询一' },
    { productId: 'p-2', caseId: 'prv-2', name: '财税咨询二' },
  ];
  const pairs = [{ a, b, score: 90 }];
  expect(await named('productSplitting', 'product', { pairs })).toEqual([
    ['p-1', '财税咨询一'],
    ['p-2', '财税咨询二'],
  ]);
});

it('SH-STORE-15.1 the newest main shareholders, and of them those with a hit', async () => {
  await addStore(api, 'sto-1', CODES.provider);
  const of = { storeId: 'sto-1', kind: 'PERSON', caseId: 'sup-1', recordedAt: new Date() };
  await api.database.storeShareholder.createMany({
    data: [
      { ...of, version: 1, place: 1, id: 'shr-1-1', name: '旧股东' },
      { ...of, version: 2, place: 1, id: 'shr-2-1', name: '张三' },
      { ...of, version: 2, place: 2, id: 'shr-2-2', name: '李四' },
    ],
  });
  expect(await named('storeSupervision', 'shareholder', {})).toEqual([
    ['shr-2-1', '张三'],
    ['shr-2-2', '李四'],
  ]);
  const credit = { hits: ['COMPANY'], confirmed: [{ of: 'shr-2-2' }] };
  expect(await named('storeSupervision', 'creditHit', { credit })).toEqual([
    ['COMPANY', '公司'],
    ['shr-2-2', '李四'],
  ]);
});

it('SH-STORE-10.8 SH-STORE-10.10 the findings that stand, and the completed orders of the store, the latest first', async () => {
  const findings = [{ id: 'fnd-1', what: { zh: '刷单（2025年9月1日）', en: 'Brushing' } }];
  expect(await named('storeSupervision', 'finding', { findings })).toEqual([['fnd-1', '刷单（2025年9月1日）']]);
  expect(await named('storeSupervision', 'finding', {})).toEqual([]);
  const order = (id: string, type: string, at: string, about = 'store:sto-1') => ({
    ...{ id: `evt-${id}-${type}`, source: 'test', sourceId: `${id}-${type}`, type, about, data: { orderId: id } },
    ...{ occurredAt: new Date(at), receivedAt: new Date(at) },
  });
  await api.database.platformEvent.createMany({
    data: [
      order('A-1', 'ORDER_COMPLETED', '2025-09-01T10:00:00+08:00'),
      order('A-2', 'ORDER_COMPLETED', '2025-09-02T00:30:00+08:00'),
      order('A-3', 'ORDER_PLACED', '2025-09-03T10:00:00+08:00'),
      order('A-4', 'ORDER_COMPLETED', '2025-09-04T10:00:00+08:00', 'store:other'),
    ],
  });
  expect(await named('storeSupervision', 'order', {}, { about: 'store:sto-1' })).toEqual([
    ['A-2', 'A-2 · 2025-09-02'],
    ['A-1', 'A-1 · 2025-09-01'],
  ]);
});

it('HN-NET-06.5 HN-NET-12.2 the services of a provider, and the lines of its credit record by the number of their case', async () => {
  const services = [{ code: 'S1', name: '材料检测咨询', items: {} }];
  expect(await named('providerRegistration', 'service', {}, { data: { services } })).toEqual([
    ['S1', 'S1 材料检测咨询'],
  ]);
  await api.database.registerEntry.create({
    data: {
      ...{
        id: 'e-1',
        regime: 'HN_NET',
        register: 'hn-net.credit',
        party: CODES.provider,
        name: '甲',
        status: 'CURRENT',
      },
      ...{ bodyId: 'hn-hub', region: 'HN', caseId: 'prg-1', changedAt: new Date() },
      data: { complaints: { 'app-sto-1': { result: 'UPHELD', upheldOn: '2025-09-01', breached: [] } } },
    },
  });
  expect(await named('providerRegistration', 'creditEntry', {})).toEqual([['app-sto-1', '开店申请 店申sto-1']]);
});

it('HN-BASE-03.1 the experts, by the keys of their accounts', async () => {
  const experts = await named('baseCall', 'expert', {});
  expect(experts).toContainEqual(['person:demo-expert', '评审专家 曹教授']);
  expect(experts.every(([key]) => key?.startsWith('person:demo-expert'))).toBe(true);
});

it('EC-CENTRE-05.1 the liaison points of a centre that are not closed, by their names', async () => {
  const point = { key: 'unit:p', place: 'VILLAGE', staff: 1 };
  const points = {
    p1: { ...point, name: '义乌市电子商务公共服务中心佛堂联络点', status: 'OPEN' },
    p2: { ...point, name: '义乌市电子商务公共服务中心苏溪联络点', status: 'CLOSED' },
    p3: { ...point, name: '义乌市电子商务公共服务中心上溪联络点', status: 'PLANNED' },
  };
  const names = await named('centreRegistration', 'liaisonPoint', { points });
  expect(names.map(([id, name]) => [id, name?.slice(13)])).toEqual([
    ['p1', expect.stringMatching(/^佛堂联络点（/)],
    ['p3', expect.stringMatching(/^上溪联络点（/)],
  ]);
});
