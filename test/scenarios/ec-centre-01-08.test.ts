/** An e-commerce centre on the real stack: registered, its directory, a service, and the review of the year: EC-CENTRE-01 to 08. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { actingOn } from '../support/acting.ts';
import { ApiClient } from '../support/api-client.ts';
import { uploadPdf } from '../support/applications.ts';
import { caseOf, caseWhen, refusalOf } from '../support/cases.ts';
import { expectWords, mailAbout } from '../support/mails.ts';
import { addAccount } from '../support/network.ts';
import { PATIENCE } from '../support/patience.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const CENTRE = '91330782MA28D1YW1B';
const PROVIDER = '91330782MA28D2PK2L';
const NAME = '义乌市电子商务公共服务中心';
const data = {
  ...{ level: 'COUNTY', districts: 0, cityHasDistricts: false, staff: 1, operator: 'COMPANY', duties: true },
  premises: ['OFFICE', 'MEETING_ROOM', 'TRAINING_ROOM', 'EQUIPMENT'],
  systems: ['MANAGEMENT', 'FEEDBACK'],
};
/** Points of the four groups: these three, and those of the last. */
const scores = (liaison: number) => ({ scores: { CONDITIONS: 30, ABILITY: 30, SUPPORT: 10, LIAISON: liaison } });
const tooMany = { scores: { CONDITIONS: 30, ABILITY: 40, SUPPORT: 20, LIAISON: 11 } };

let stack: TestStack;
let centre = '';
let entry = '';
beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-03-03T10:00:00+08:00' });
});
afterAll(() => stack.stop());

const { file, act } = actingOn(() => stack);

async function listed(register: string): Promise<{ name: string; status: string }[]> {
  const { items } = await (
    await stack.as('consumer')
  ).get<{ items: { name: string; status: string }[] }>(`/api/registers/${register}`);
  return items.map(({ name, status }) => ({ name, status }));
}

it('EC-CENTRE-06.1 EC-CENTRE-01.3 EC-CENTRE-08.6 a centre is registered under its name, with what it lacks as findings', async () => {
  const form = { name: NAME, authority: 'ec-commerce-yiwu', data, contactName: '陈敏', telephone: '0579-85001234' };
  const more = { email: 'centre@demo.anjuan.test', fileIds: [] };
  const post = (name: string) => file('centre', 'centreRegistration', { ...form, ...more, name });
  expect((await refusalOf(post('义乌电商中心'))).status).toBe(422);
  centre = await post(NAME);
  await act('commerce', centre, 'registerCentre');
  expect(await caseOf(stack, centre, 'centre')).toMatchObject({ stage: 'REGISTERED', facts: { class: 'C' } });
  expectWords(stack, await mailAbout(stack, 'centre', '中心已登记'), centre, [
    'C类',
    '1 人，至少 2 人',
    '服务商准入退出机制',
  ]);
  expect(await listed('ec-centre.centres')).toEqual([{ name: NAME, status: 'REGISTERED' }]);
});

it('EC-CENTRE-05.1 EC-CENTRE-06.2 a liaison point is planned and opened under the name of its centre', async () => {
  const wrong = { title: '佛堂镇联络点', place: 'TOWN', staff: 1 };
  expect((await refusalOf(act('centre', centre, 'planPoint', wrong))).status).toBe(422);
  await act('centre', centre, 'planPoint', { ...wrong, title: `${NAME}佛堂镇联络点` });
  await act('centre', centre, 'openPoint', { point: 'p1', staff: 1 });
  expect(await listed('ec-centre.points')).toEqual([{ name: `${NAME}佛堂镇联络点`, status: 'OPEN' }]);
});

it('EC-CENTRE-03.1 EC-CENTRE-03.2 EC-CENTRE-04.2 a provider is admitted and shown once its price is said', async () => {
  entry = await file('ecprovider', 'directoryEntry', {
    ...{
      centre: CENTRE,
      name: '义乌云播公司',
      introduction: '直播运营服务商。',
      services: [{ content: '直播代运营' }],
    },
    ...{ contactName: '林涛', telephone: '0579-85005678', email: 'ecprovider@demo.anjuan.test' },
  });
  await act('commerce', entry, 'admitProvider');
  expect((await refusalOf(act('centre', entry, 'publishEntry'))).code).toBe('CONDITION_NOT_MET');
  const services = [{ content: '直播代运营', price: '每月 8000 元起' }];
  await act('ecprovider', entry, 'changeListing', { introduction: '直播运营服务商。', services });
  await act('centre', entry, 'publishEntry');
  expect(await listed('ec-centre.directory')).toEqual([{ name: '义乌云播公司', status: 'PUBLISHED' }]);
  const anyone = ApiClient.without(stack.baseUrl);
  expect(await anyone.get(`/api/ec-centre/directory?centre=${CENTRE}`)).toMatchObject({
    items: [{ name: '义乌云播公司', version: 1, introduction: '直播运营服务商。', services }],
  });
});

it('EC-CENTRE-07.1 EC-CENTRE-07.2 EC-CENTRE-07.3 a service goes to a provider of the directory, and to no other', async () => {
  const need = { centre: CENTRE, service: 'BUSINESS_SUPPORT', need: '需要直播代运营。' };
  const seventh = await refusalOf(file('consumer', 'centreRequest', { ...need, service: 'LENDING' }));
  expect(seventh.status).toBe(422);
  const request = await file('consumer', 'centreRequest', need);
  const stranger = { provider: '91310115MA1K3AB128' };
  expect((await refusalOf(act('centre', request, 'assignProvider', stranger))).code).toBe('CONDITION_NOT_MET');
  await act('centre', request, 'assignProvider', { provider: PROVIDER });
  await act('ecprovider', request, 'startService');
  await act('ecprovider', request, 'completeService', { result: '已完成一个月代运营。' });
  await act('consumer', request, 'evaluateService', { score: 5 });
  expect(await caseOf(stack, request, 'centre')).toMatchObject({ outcome: 'EVALUATED' });
});

it('EC-CENTRE-08.1 EC-CENTRE-08.2 EC-CENTRE-08.3 EC-CENTRE-08.4 EC-CENTRE-08.5 the review of 2025 is scored by all, 100 points at most, and told without a grade', async () => {
  await addAccount(stack, 'commerceprovince', '省商务厅 何科员', {
    ...{ role: 'reviewer', bodyId: 'ec-commerce-province', region: 'ZJ' },
  });
  await stack.advanceTo('2025-12-01T09:00:00+08:00');
  const review = await vi.waitFor(async () => {
    const row = await stack.database.case.findFirstOrThrow({ where: { kind: 'centreReview' } });
    return row.id;
  }, PATIENCE);
  expectWords(stack, await mailAbout(stack, 'centre', '请准备年度考评材料'), review, ['2025年12月31日']);
  const material = await uploadPdf(await stack.as('centre'), '考评材料.pdf');
  await act('centre', review, 'prepareMaterial', { fileIds: [material] });
  expect((await refusalOf(act('centre', review, 'selfScore', tooMany))).problem.facts).toMatchObject({ total: 101 });
  await act('centre', review, 'selfScore', scores(25));
  expect((await refusalOf(act('commercemanager', review, 'closeReview'))).code).toBe('STEP_MISSING');
  for (const authority of ['commerce', 'commercecity', 'commerceprovince'])
    await act(authority, review, 'authorityScore', scores(18));
  await act('evaluator', review, 'provinceScore', scores(14));
  await act('evaluatormanager', review, 'closeReview');
  expect(await caseOf(stack, review, 'centre')).toMatchObject({ outcome: 'CLOSED', facts: { final: 84 } });
  expectWords(stack, await mailAbout(stack, 'centre', '年度考评得分'), review, ['84 分']);
});

it('EC-CENTRE-03.3 EC-CENTRE-04.2 an entry of 3 March 2025 is outdated from 4 March 2026, and removed on the day of the exit', async () => {
  await stack.advanceTo('2026-03-04T00:00:00+08:00');
  await caseWhen(stack, entry, { stage: 'OUTDATED' }, 'commerce');
  expect(await listed('ec-centre.directory')).toEqual([{ name: '义乌云播公司', status: 'OUTDATED' }]);
  await mailAbout(stack, 'ecprovider', '名录条目待更新');
  await act('commerce', entry, 'exitProvider', { reason: '多次未按公布价格收费。' });
  const row = await stack.database.registerEntry.findFirstOrThrow({ where: { register: 'ec-centre.directory' } });
  expect(row).toMatchObject({ status: 'REMOVED', validTo: '2026-03-04' });
});
