/** Supervision by the SME departments, through the public API alone: HN-NET-25. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { settled, uploadPdf } from '../support/applications.ts';
import { caseOf, caseWhen, refusalOf } from '../support/cases.ts';
import { addAccount, expectWholeTimeline, mailTo, openStage, registerSupplier, supplier } from '../support/network.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const OPERATOR = '91310115MA1K3AB128';
const reason = '一年内三次投诉成立，均未履行承诺。';
const form = {
  kind: 'PROVIDER',
  supervised: supplier.party,
  place: 'HN/CHANGSHA',
  trigger: 'COMPLAINTS',
  account: '多家企业反映逾期不交付。',
};

let stack: TestStack;
let registration: string;

const supervise = async (as: string, changes: object = {}): Promise<string> =>
  (await (await stack.as(as)).post<{ caseId: string }>('/api/cases/supervision', { ...form, ...changes })).caseId;

/** The province puts the window of the city on record, which it recognised in 2016. */
async function onRecord(): Promise<void> {
  const province = await stack.as('province');
  await province.post('/api/cases/windowQualification', {
    ...{ kind: 'CITY_COMPREHENSIVE', name: '长沙市中小企业综合窗口服务平台', code: 'changsha', mark: '长企窗' },
    ...{ region: 'HN/CHANGSHA', parent: 'hn-hub', telephone: '0731-88000001', construction: '设服务大厅和线上系统。' },
    ...{ operatorName: '长沙市中小企业服务中心', contactName: '周敏', email: 'operator@demo.anjuan.test' },
    ...{ operatorCode: OPERATOR, recognisedOn: '2016-03-01', document: '湘经信〔2016〕7号' },
    fileIds: [await uploadPdf(province, '认定文件.pdf')],
  });
  await settled(stack);
}

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-25T10:00:00+08:00' });
  await addAccount(stack, 'inspector', '省主管部门 贺处长', {
    role: 'reviewer',
    bodyId: 'hn-dept-province',
    region: 'HN',
  });
  await addAccount(stack, 'operator', '长沙市中小企业服务中心', { role: 'provider', party: OPERATOR });
  registration = await registerSupplier(stack);
  await stack.advanceTo('2025-09-26T10:00:00+08:00');
});
afterAll(() => stack.stop());

it('HN-NET-25.1 HN-NET-25.5 the department of the place has the case; reported upward it goes on reading and no longer acts', async () => {
  const caseId = await supervise('hub', { trigger: 'REPORT' });
  expect(await caseOf(stack, caseId, 'department')).toMatchObject({ bodyId: 'hn-dept-changsha' });
  const department = await stack.as('department');
  await department.act(caseId, 'escalate', { reason: '该服务商在三个市州开展服务。' });
  const seen = await caseOf(stack, caseId, 'department');
  expect(seen).toMatchObject({ bodyId: 'hn-dept-province', actions: [] });
  const late = await refusalOf(department.act(caseId, 'closeSupervision', { reason: '……' }));
  expect(late.problem.code).toBe('OUT_OF_SCOPE');
  await (await stack.as('inspector')).act(caseId, 'closeSupervision', { reason: '并入省级专项检查。' });
  expect(await caseOf(stack, caseId, 'department')).toMatchObject({ outcome: 'CLOSED' });
});

it('HN-NET-25.4 a referral keeps addressee, date and file', async () => {
  const caseId = await supervise('department');
  const department = await stack.as('department');
  await department.act(caseId, 'recordFinding', { grounds: ['UNLAWFUL'], reason: '无证经营。' });
  const fileId = await uploadPdf(department, '移送函.pdf');
  await department.act(caseId, 'refer', {
    addressee: '长沙市市场监督管理局',
    referredOn: '2025-09-26',
    referenceNumber: '长企主移〔2025〕1号',
    fileIds: [fileId],
  });
  await department.act(caseId, 'closeSupervision', { reason: '已立案查处。' });
  expect(await caseOf(stack, caseId, 'department')).toMatchObject({
    outcome: 'REFERRED',
    facts: { referrals: [{ addressee: '长沙市市场监督管理局', referredOn: '2025-09-26', fileIds: [fileId] }] },
  });
});

it('HN-NET-25.2 a window loses its qualification once it is on record and its operator was heard, by silence too; its providers go to the platform above', async () => {
  const own = { kind: 'WINDOW', window: 'hn-changsha', supervised: OPERATOR };
  const department = await stack.as('department');
  const unknown = await refusalOf(department.post('/api/cases/supervision', { ...form, ...own }));
  expect(unknown.problem).toMatchObject({ code: 'CONDITION_NOT_MET' });
  await onRecord();
  const notItsOperator = { ...form, ...own, supervised: supplier.party };
  const stranger = await refusalOf(department.post('/api/cases/supervision', notItsOperator));
  expect(JSON.stringify(stranger.problem)).toContain(OPERATOR);
  const caseId = await supervise('department', own);
  await department.act(caseId, 'recordFinding', { grounds: ['NOT_WORKING'], reason: '全年没有服务记录。' });
  await department.act(caseId, 'announceLoss', { reason: '全年没有服务记录。' });
  await mailTo(stack, 'operator@demo.anjuan.test', '拟取消资格及陈述申辩告知');
  await stack.advanceTo('2025-10-17T00:00:00+08:00');
  expect(await caseWhen(stack, caseId, { stage: 'TO_DECIDE' }, 'department')).toMatchObject({ outcome: null });
  await (await stack.as('departmentmanager')).act(caseId, 'cancelQualification', { reason: '逾期未陈述，事实清楚。' });
  expect(await caseOf(stack, caseId, 'department')).toMatchObject({ outcome: 'QUALIFICATION_CANCELLED' });
  expect(await caseWhen(stack, registration, { bodyId: 'hn-hub' }, 'hub')).toMatchObject({ outcome: null });
  const entry = await stack.database.registerEntry.findFirstOrThrow({ where: { register: 'hn-net.windows' } });
  expect(entry).toMatchObject({ party: 'unit:hn-changsha', status: 'DISQUALIFIED' });
  const { items: tree } = await openStage(stack).without().get('/api/hn-net/network');
  const parents = Object.fromEntries(tree.map(({ id, parent }: Record<string, string>) => [id, parent]));
  expect(parents).not.toHaveProperty('hn-changsha');
  expect(parents).toMatchObject({ 'hn-liuyang': 'hn-hub' });
});

/** A consumer complains, and the complaint is found to be right. */
async function upheld(happenedOn: string): Promise<void> {
  const form = { platform: 'hn-hub', provider: supplier.party, reason: 'NOT_AS_PROMISED', claim: '退还费用' };
  const said = { ...form, account: `${happenedOn} 约定的报告逾期未交付。`, happenedOn };
  const { caseId } = await (await stack.as('consumer')).post<{ caseId: string }>('/api/cases/complaint', said);
  const hub = await stack.as('hub');
  await hub.act(caseId, 'registerComplaint');
  await hub.act(caseId, 'startInvestigation');
  await hub.act(caseId, 'upholdComplaint', { responsible: 'PROVIDER', breached: ['NOT_AS_PROMISED'], reason });
  await settled(stack);
}

it('HN-NET-25.3 three upheld complaints are before the department and decide nothing: a provider is heard, loses its qualification by a manager’s decision, and is deregistered', async () => {
  for (const day of ['2025-08-01', '2025-08-02', '2025-08-03']) await upheld(day);
  const caseId = await supervise('department');
  expect(await caseOf(stack, caseId, 'department')).toMatchObject({
    ...{ stage: 'UNDER_INSPECTION', outcome: null, facts: { upheldComplaints: 3, finding: null } },
  });
  const [department, manager, provider] = await Promise.all(
    ['department', 'departmentmanager', 'supplier'].map((name) => stack.as(name)),
  );
  await department!.act(caseId, 'recordFinding', { grounds: ['POOR_REPUTATION'], reason });
  await department!.act(caseId, 'announceLoss', { reason });
  await provider!.act(caseId, 'giveStatement', { statement: '已全部退款。' });
  await manager!.act(caseId, 'cancelQualification', { reason });
  await settled(stack);
  await caseWhen(stack, registration, { outcome: 'DEREGISTERED' }, 'hub');
  const seen = await caseOf(stack, caseId, 'department');
  expect(seen).toMatchObject({ outcome: 'PROVIDER_CANCELLED', tasks: [{ name: 'sendLetter' }] });
  expect(seen.letters).toHaveLength(1);
  const entry = await stack.database.registerEntry.findFirstOrThrow({ where: { register: 'hn-net.providers' } });
  expect(entry).toMatchObject({
    status: 'DEREGISTERED',
    data: { deregisteredFor: 'QUALIFICATION_CANCELLED' },
  });
  await expectWholeTimeline(stack, caseId, 'department');
});
