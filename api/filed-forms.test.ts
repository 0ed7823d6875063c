/** What was filed is shown with the words of its form, whatever door it came in by and whatever was laid over it later. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unnamed, type FormSchema } from '../test/support/form-words.ts';
import { intakes } from '../workflows/beside.ts';
import { processes } from '../workflows/regimes.ts';
import { recordedForm } from './regimes.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES, uploaded } from './testing/samples.ts';
import { addStore } from './testing/stores.ts';

const SUPPLIER = '91430102MA4L8XK93A';

interface Form {
  readonly version: number;
  readonly filedAt: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly schema: FormSchema;
}

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2025-09-28T10:00:00+08:00' });
  await addStore(api, 'sto-1', CODES.provider, { name: '启明科技服务' });
});

afterAll(async () => {
  const failed = api.failures();
  await databases.stop();
  expect(failed).toEqual([]);
});

async function posted(account: string, path: string, body: object): Promise<string> {
  const answer = await (await api.as(account)).post(path, body);
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body.caseId as string;
}

const filed = (account: string, kind: string, form: object) => posted(account, `/api/cases/${kind}`, form);
const act = (account: string, caseId: string, action: string, input: object = {}) =>
  posted(account, `/api/cases/${caseId}/actions/${action}`, input);

/** The versions of the form of a case, the newest first, as a reader is shown them; every field of each is named. */
async function formsOf(account: string, caseId: string): Promise<readonly Form[]> {
  const { body } = await (await api.as(account)).get(`/api/cases/${caseId}`);
  const forms = body.forms as readonly Form[];
  expect(forms.length).toBeGreaterThan(0);
  expect(forms.flatMap(({ data, schema }) => unnamed(data, schema))).toEqual([]);
  return forms;
}

const complaint = { reason: 'NOT_AS_PROMISED', account: '逾期一个月。', claim: '退款', happenedOn: '2025-09-10' };

describe('what was filed', () => {
  it('SH-STORE-03.4 as an application is named, also what a supplement has changed', async () => {
    const provider = await api.as('provider2');
    const sent = await application(provider, CODES.provider2, {
      mainShareholders: [{ name: '启明控股', creditCode: CODES.other, share: 60 }],
    });
    const caseId = await posted('provider2', '/api/applications', sent);
    await act('reviewer', caseId, 'requestSupplement', { items: ['人数'], reason: '不符' });
    await act('provider2', caseId, 'answerSupplement', {
      figures: { fullTimeStaff: 25 },
      institution: { name: '新名' },
    });
    const [newest, first] = await formsOf('provider2', caseId);
    expect([newest?.version, first?.version]).toEqual([2, 1]);
    expect(newest?.schema.properties).toMatchObject({
      figures: { properties: { revenue: { 'x-title': { zh: '年营收' }, 'x-money': 'CNY' } } },
      files: { properties: { licence: { 'x-refers': 'file' } } },
      institution: { properties: { name: { 'x-title': { zh: '机构名称', en: 'Name of the institution' } } } },
    });
    expect(newest?.schema).toEqual(first?.schema);
    // Who follows it is not shown the contact, and is told the words all the same.
    await formsOf('reviewer', caseId);
  });

  it('SH-STORE-02.3 as an invitation is named', async () => {
    const institution = {
      ...{ creditCode: CODES.other, name: '上海新锐技术服务有限公司', region: 'SH/PUDONG' },
      ...{ contactName: '李四', contactEmail: 'invited@example.org' },
    };
    const caseId = await posted('reviewer', '/api/invitations', {
      institution,
      reasons: ['POTENTIAL'],
      note: '欢迎。',
    });
    const [form] = await formsOf('reviewer', caseId);
    expect(form?.schema.properties?.['reasons']?.items?.['x-choices']).toHaveProperty('POTENTIAL');
  });

  it('SH-STORE-08.1 as a product is named, also as it was revised', async () => {
    const product = {
      ...{ name: '代理记账', category: '财税服务', description: '按月代理记账。', scopeItem: '代理记账' },
      claims: [{ subject: 'PAST_HONOURS', statement: '曾获奖项', fileIds: [await uploaded(await api.as('provider'))] }],
    };
    const caseId = await filed('provider', 'productReview', { storeId: 'sto-1', productId: 'p-1', product });
    await act('reviewer', caseId, 'listProduct');
    await act('provider', caseId, 'editProduct', { product: { ...product, name: '代理记账（小微）' } });
    expect(await formsOf('provider', caseId)).toHaveLength(2);
  });

  it('SH-STORE-14.1 as a complaint about a store is named, also the caller, whom the store is not shown', async () => {
    const caller = { name: '王小明', telephone: '13800001111' };
    const caseId = await filed('reviewer', 'storeComplaint', { store: 'sto-1', caller, ...complaint });
    const [form] = await formsOf('reviewer', caseId);
    expect(form?.data).toHaveProperty('caller.name', '王小明');
    const [shown] = await formsOf('provider', caseId);
    expect(shown?.data).not.toHaveProperty('caller');
  });

  it('HN-NET-20.1 as a complaint or a mediation of the network is named', async () => {
    const { happenedOn, reason, ...dispute } = complaint;
    await formsOf(
      'consumer',
      await filed('consumer', 'complaint', { provider: SUPPLIER, reason, happenedOn, ...dispute }),
    );
    await formsOf('consumer', await filed('consumer', 'mediation', { otherParty: SUPPLIER, ...dispute }));
  });

  it('HN-NET-19.1 HN-NET-10.1 as registrations and an evaluation is named, also what either side adds', async () => {
    const provider = await filed('supplier', 'providerRegistration', {
      ...{ kind: 'ENTERPRISE', name: '长沙星辰检测技术有限公司', creditCode: SUPPLIER, broughtInBy: 'hn-changsha' },
      ...{ address: '长沙市岳麓区1号', contactName: '李晓', telephone: '0731-88000019', email: 'li@example.org' },
      identityProof: { fileId: await uploaded(await api.as('supplier')), validUntil: '2030-01-01' },
      services: [{ code: 'S1', name: '检测', items: { content: '检测', fees: '面议' } }],
      systems: { serviceQuality: true, returnVisits: true, evaluation: true },
    });
    await act('window', provider, 'register');
    await formsOf('supplier', provider);
    await act('supplier', provider, 'submitData', {
      changes: { services: [{ code: 'S1', name: '检测', items: { content: '检测', fees: '每件 300 元' } }] },
      confirmed: true,
    });
    // What was published before is kept beside what is, each with its time.
    const versions = (await formsOf('window', provider)).map(({ version, filedAt, data }) => ({
      version,
      filedAt,
      data,
    }));
    const published = (fees: string) => ({ services: [{ items: { fees } }] });
    const filedAt = expect.stringMatching(/^2025-09-28T/) as unknown;
    expect(versions).toMatchObject([
      { version: 2, filedAt, data: published('每件 300 元') },
      { version: 1, filedAt, data: published('面议') },
    ]);
    const consumer = await filed('consumer', 'consumerRegistration', {
      ...{ kind: 'INDIVIDUAL', name: '刘洋', identityNumber: '11010519491231002X', consent: true },
      ...{ address: '浏阳市淮川街道1号', telephone: '13800001111' },
    });
    await act('consumer', consumer, 'updateContact', { address: '浏阳市2号', telephone: '13800001111' });
    expect(await formsOf('consumer', consumer)).toHaveLength(2);
    const evaluation = await filed('consumer', 'consumerEvaluation', {
      ...{ provider: SUPPLIER, orderNo: 'DD-1', completedOn: '2025-09-24', score: 1, text: '逾期。' },
    });
    await act('supplier', evaluation, 'answerEvaluation', { text: '已退款。' });
    await act('consumer', evaluation, 'commentEvaluation', { text: '属实。' });
    const [newest] = await formsOf('consumer', evaluation);
    expect(newest?.data).toMatchObject({ answer: { text: '已退款。' }, comment: { text: '属实。' } });
    expect(newest?.schema.properties?.['answer']).toMatchObject({ 'x-title': { zh: '服务商答复' } });
  });
});

describe('the form of a kind', () => {
  it('XC-05.1 is known for all that are filed, and for no other', () => {
    const known = Object.keys(processes).filter((kind) => recordedForm(kind) !== undefined);
    expect(known.sort()).toEqual([...Object.keys(intakes), 'storeApplication', 'storeInvitation'].sort());
    expect(recordedForm('nothing')).toBeUndefined();
  });
});
