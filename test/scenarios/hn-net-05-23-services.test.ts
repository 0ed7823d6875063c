/** Services of the network through the public API alone: requests and the records of what was served and found false (HN-NET-05, 19, 23, 26) on the real stack. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { supplier, individual, mailTo, registerSupplier } from '../support/network.ts';
import { caseOf, refusalOf } from '../support/cases.ts';
import { settled, timelineOf, uploadPdf } from '../support/applications.ts';
import { PATIENCE } from '../support/patience.ts';
import { ApiClient } from '../../dev/rehearsal/api-client.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

/** Nobody on the register of providers. */
const STRANGER = '91310104MA1FR2CD85';

let stack: TestStack;
/** A request that was served by the provider. */
let served: string;

const need = { category: 'TECHNOLOGY', need: '需要对一批样品作成分检测。' };
const transfer = { provider: supplier.party, reason: '该服务商有检测资质。' };

const post = async (who: string, kind: string, form: object): Promise<string> => {
  const { caseId } = await (await stack.as(who)).post<{ caseId: string }>(`/api/cases/${kind}`, form);
  return caseId;
};
const act = async (who: string, id: string, action: string, input: object = {}) =>
  (await stack.as(who)).act(id, action, input);

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-30T09:00:00+08:00' });
  await registerSupplier(stack);
  await post('consumer', 'consumerRegistration', individual);
});
afterAll(() => stack.stop());

it('HN-NET-01.4 HN-NET-05.3 a hotline request goes to a window: hub and window see the transfer with time and reason', async () => {
  const caller = { name: '王先生', telephone: '13800001111', email: 'wang@example.org' };
  const id = await post('hub', 'serviceRequest', { ...need, requester: caller });
  expect(await caseOf(stack, id, 'hub')).toMatchObject({ facts: { channel: 'HOTLINE' } });
  await act('hub', id, 'transferToPlatform', { body: 'hn-liuyang', reason: '由就近的窗口平台服务。' });
  for (const side of ['hub', 'county']) {
    const line = (await timelineOf(stack, id, side)).find(({ type }) => type === 'REQUEST_TRANSFERRED_TO_PLATFORM');
    expect(line?.title.zh).toContain('浏阳市中小企业综合窗口服务平台。理由：由就近的窗口平台服务');
    expect(line?.at).toMatch(/^2025-09-30T/);
  }
  expect((await mailTo(stack, 'wang@example.org', '已接转')).text).toContain('浏阳市中小企业综合窗口服务平台');
  expect((await caseOf(stack, id, 'county')).actions.map(({ name }) => name)).toContain('transferToProvider');
});

it('HN-NET-05.9 a fee for a public service is refused', async () => {
  const id = await post('consumer', 'serviceRequest', {
    ...need,
    platform: 'hn-liuyang',
    publicService: 'INFORMATION',
  });
  await act('county', id, 'transferToProvider', transfer);
  const refusal = await refusalOf(act('supplier', id, 'acceptRequest', { fee: 100 }));
  expect(refusal).toMatchObject({ status: 422, code: 'INVALID_INPUT' });
  await act('supplier', id, 'acceptRequest', { fee: 0 });
  expect(await caseOf(stack, id, 'supplier')).toMatchObject({ stage: 'ACCEPTED', facts: { fee: 0 } });
});

it('HN-NET-15.3 HN-NET-19.1 a paid service without a voucher is completed, visited, complained of and evaluated once', async () => {
  served = await post('consumer', 'serviceRequest', { ...need, platform: 'hn-liuyang' });
  const order = { provider: supplier.party, orderNo: served, completedOn: '2025-09-30', score: 4, text: '报告及时。' };
  expect((await refusalOf(post('consumer', 'consumerEvaluation', order))).status).toBe(422);
  await act('county', served, 'transferToProvider', transfer);
  // Who reads the line reads a name; what stands in the chain is the credit code.
  const transferred = (await timelineOf(stack, served, 'county')).find(
    ({ type }) => type === 'REQUEST_TRANSFERRED_TO_PROVIDER',
  );
  const name = supplier.name;
  expect(transferred?.title.zh).toContain(`${name}（统一社会信用代码 ${supplier.party}）`);
  expect(transferred?.title.en).toContain(`${name} (credit code ${supplier.party})`);
  await act('supplier', served, 'acceptRequest', { fee: 1200 });
  await act('supplier', served, 'startService');
  await act('supplier', served, 'completeService', { item: '材料检测', result: '已出具检测报告。', voucher: 'NONE' });
  const mail = await mailTo(stack, 'consumer@demo.anjuan.test', '服务已完成');
  expect(mail.text).toContain('以“未出具发票或服务单据”为由投诉');
  await act('county', served, 'recordReturnVisit', { reached: true, note: '对报告满意，未收到发票。' });
  const complaint = await post('consumer', 'complaint', {
    platform: 'hn-liuyang',
    provider: supplier.party,
    orderNumber: served,
    reason: 'NO_VOUCHER',
    account: '付款后未开具发票。',
    claim: '补开发票',
    happenedOn: '2025-09-30',
  });
  expect(await caseOf(stack, complaint, 'consumer')).toMatchObject({
    facts: { orderNumber: served, reason: 'NO_VOUCHER' },
  });
  const evaluation = await post('consumer', 'consumerEvaluation', order);
  const second = await refusalOf(post('consumer', 'consumerEvaluation', { ...order, score: 5 }));
  expect(second).toMatchObject({ code: 'ALREADY_DONE' });
  await vi.waitFor(async () => {
    const facts = { evaluation: { caseId: evaluation, score: 4 } };
    expect(await caseOf(stack, served, 'county')).toMatchObject({ outcome: 'CLOSED', facts });
  }, PATIENCE);
});

it('HN-NET-05.3 a request goes to a provider whose registration stands, and what it does not serve is taken back and served by another', async () => {
  const id = await post('consumer', 'serviceRequest', { ...need, platform: 'hn-liuyang' });
  const stranger = await refusalOf(act('county', id, 'transferToProvider', { ...transfer, provider: STRANGER }));
  expect(stranger).toMatchObject({ status: 422, code: 'INVALID_INPUT' });
  expect(await caseOf(stack, id, 'county')).toMatchObject({ stage: 'RECEIVED', facts: { servedBy: null } });
  await act('county', id, 'transferToProvider', transfer);
  await act('supplier', id, 'acceptRequest', { fee: 1200 });
  await act('supplier', id, 'startService');
  expect((await refusalOf(act('supplier', id, 'takeBack', { reason: '……' }))).status).toBe(403);
  await act('county', id, 'takeBack', { reason: '服务商已停业。' });
  expect((await mailTo(stack, 'supplier@demo.anjuan.test', '服务需求退回平台')).text).toContain('服务商已停业。');
  await act('county', id, 'takeOn', { reason: '由本窗口服务。' });
  const facts = { servedBy: 'PLATFORM', fee: 0 };
  expect(await caseOf(stack, id, 'county')).toMatchObject({ stage: 'ACCEPTED', facts });
});

it('HN-NET-05.8 HN-NET-16.4 HN-NET-24.1 a completed service begins its record, which is entered, examined and counted', async () => {
  const record = served.replace('srq-', 'srd-');
  await vi.waitFor(async () => {
    const facts = { requestCaseId: served, item: '材料检测', score: 4 };
    expect(await caseOf(stack, record, 'supplier')).toMatchObject({ stage: 'RECORD_OPEN', facts });
  }, PATIENCE);
  const fileIds = [await uploadPdf(await stack.as('supplier'), '合同.pdf')];
  const old = await refusalOf(act('supplier', record, 'uploadEvidence', { kind: 'CONTRACT', format: 2, fileIds }));
  expect(old).toMatchObject({ status: 422, problem: { facts: { current: 1 } } });
  await act('supplier', record, 'uploadEvidence', { kind: 'CONTRACT', format: 1, fileIds });
  expect(await caseOf(stack, record, 'county')).toMatchObject({ stage: 'RECORD_OPEN' });
  await act('supplier', record, 'uploadEvidence', { kind: 'REPORT', format: 1, fileIds });
  await act('county', record, 'acceptEvidence');
  expect(await caseOf(stack, record, 'supplier')).toMatchObject({ outcome: 'UPLOADED_IN_TIME' });
  expect((await mailTo(stack, 'supplier@demo.anjuan.test', '服务记录审核完成')).text).toContain('计入服务统计');
  const autumn = { from: '2025-09-01', to: '2025-10-31', provider: supplier.party };
  const { times, eligible, satisfaction } = await (
    await stack.as('county')
  ).get(`/api/hn-net/statistics?${String(new URLSearchParams(autumn))}`);
  expect([times.count, eligible.count, satisfaction.satisfied.count]).toEqual([1, 1, 1]);
});

it('HN-NET-05.10 a request transferred on 2025-09-30 and not accepted is back at the platform on 2025-10-12', async () => {
  const id = await post('consumer', 'serviceRequest', { ...need, platform: 'hn-liuyang' });
  await act('county', id, 'transferToProvider', transfer);
  await stack.advanceTo('2025-10-11T23:00:00+08:00');
  expect(await caseOf(stack, id, 'county')).toMatchObject({ stage: 'TRANSFERRED' });
  expect((await mailTo(stack, 'supplier@demo.anjuan.test', '受理服务需求')).text).toContain('2025年10月11日');
  await stack.advanceTo('2025-10-12T00:01:00+08:00');
  await settled(stack);
  await vi.waitFor(async () => {
    expect(await caseOf(stack, id, 'county')).toMatchObject({ stage: 'RECEIVED', tasks: [{ name: 'giveOut' }] });
  }, PATIENCE);
});

it('HN-NET-05.7 HN-NET-05.9 HN-NET-24.3 a change of liaison officer changes the public page, and what stood before is kept', async () => {
  const page = () => ApiClient.without(stack.baseUrl).get('/api/hn-net/platforms/hn-liuyang');
  const before = await page();
  expect(before.liaison).toBeNull();
  expect(before.freeServices).toHaveLength(9);
  const disclosure = {
    platform: 'hn-liuyang',
    officers: [{ name: '罗敏', telephone: '0731-88000002' }],
    acceptanceRules: '工作日 9:00 至 17:00 受理。',
    governmentServices: [{ name: '社保登记', department: '浏阳市人社局' }],
  };
  const first = await post('county', 'platformDisclosure', disclosure);
  const shown = { acceptanceRules: '工作日 9:00 至 17:00 受理。', since: '2025-10-12' };
  await vi.waitFor(async () => {
    expect(await page()).toMatchObject({
      liaison: { ...shown, officers: [{ name: '罗敏', email: null }] },
      governmentServices: disclosure.governmentServices,
    });
  }, PATIENCE);
  await post('county', 'platformDisclosure', {
    ...disclosure,
    officers: [{ name: '邓洁', telephone: '0731-88000004' }],
  });
  await vi.waitFor(async () => {
    expect(await page()).toMatchObject({ liaison: { ...shown, officers: [{ name: '邓洁' }] } });
  }, PATIENCE);
  const changes = await stack.database.registerChange.count({
    where: { entryId: 'hn-net.disclosures:unit:hn-liuyang' },
  });
  expect(changes).toBe(2);
  const kept = await caseOf(stack, first, 'county');
  expect(kept.forms[0]?.data.officers).toMatchObject([{ name: '罗敏' }]);
});

it('HN-NET-26.1 HN-NET-26.2 HN-NET-26.4 a record found false counts no more, and each sanction has its effect', async () => {
  const record = served.replace('srq-', 'srd-');
  const fraud = await post('department', 'fraudSanction', {
    department: 'hn-dept-changsha',
    accused: supplier.party,
    aims: ['FUNDS'],
    records: [record],
    suspicion: '验收报告系伪造。',
  });
  const reason = '经鉴定，验收报告系伪造。';
  expect((await refusalOf(act('department', fraud, 'confirmFraud', { falseRecordIds: [record], reason }))).status).toBe(
    403,
  );
  // The accused has not stated its case: it must have been asked to first.
  await settled(stack);
  await act('departmentmanager', fraud, 'confirmFraud', { falseRecordIds: [record], reason });
  const statistics = async () => {
    const period = { from: '2025-09-01', to: '2025-10-31', provider: supplier.party };
    return (await stack.as('county')).get(`/api/hn-net/statistics?${String(new URLSearchParams(period))}`);
  };
  await vi.waitFor(async () => {
    expect(await statistics()).toMatchObject({ times: { count: 0 }, excluded: { count: 1 } });
  }, PATIENCE);
  expect(await caseOf(stack, record, 'supplier')).toMatchObject({
    outcome: 'UPLOADED_IN_TIME',
    facts: { excluded: { by: fraud, from: '2025-10-12' } },
  });
  const recovery = { amount: 50_000, dueOn: '2025-12-31', reason };
  await act('departmentmanager', fraud, 'recoverFunds', recovery);
  expect(await caseOf(stack, fraud, 'department')).toMatchObject({
    stage: 'SANCTIONED',
    facts: { recoveries: [{ amount: 50_000, dueOn: '2025-12-31', paid: 0, state: 'DUE' }] },
  });
  await act('departmentmanager', fraud, 'circulate', { words: '长沙星辰检测技术有限公司伪造服务记录。', reason });
  await act('departmentmanager', fraud, 'cancelQualification', { reason });
  const anyone = ApiClient.without(stack.baseUrl);
  expect(await anyone.get('/api/hn-net/bulletins')).toMatchObject({
    items: [{ name: supplier.name, on: '2025-10-12', words: '长沙星辰检测技术有限公司伪造服务记录。' }],
  });
  await vi.waitFor(async () => {
    const { items } = await anyone.get('/api/registers/hn-net.providers');
    expect(items).toMatchObject([{ party: supplier.party, status: 'DEREGISTERED' }]);
  }, PATIENCE);
  const mail = await mailTo(stack, 'supplier@demo.anjuan.test', '处理决定');
  expect(mail.text).toContain(reason);
});

it('HN-NET-26.3 a suspected offence is referred: addressee, day and papers are kept, and the accused is told', async () => {
  const fraud = (await stack.database.case.findFirstOrThrow({ where: { kind: 'fraudSanction' } })).id;
  const fileIds = [await uploadPdf(await stack.as('departmentmanager'), '移送函.pdf')];
  const addressee = '长沙市公安局岳麓分局';
  await act('departmentmanager', fraud, 'refer', { addressee, fileIds, reason: '涉嫌诈骗财政资金。' });
  expect(await caseOf(stack, fraud, 'department')).toMatchObject({
    stage: 'REFERRED',
    facts: { referrals: [{ addressee, on: '2025-10-12', fileIds }] },
  });
  const line = (await timelineOf(stack, fraud, 'department')).find(({ type }) => type === 'FRAUD_REFERRED');
  expect(line).toMatchObject({ requirement: 'HN-NET-26.3', actor: { id: 'demo-departmentmanager' } });
  expect((await mailTo(stack, 'supplier@demo.anjuan.test', '移送')).text).toContain(addressee);
});
