/** The network on the real stack: how a window comes to its qualification, what it owes, and how it loses it (HN-NET-01, 02, 03, 17, 25). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settled, timelineOf, uploadPdf } from '../support/applications.ts';
import { caseOf, refusalOf } from '../support/cases.ts';
import {
  addAccount,
  individual,
  mailTo,
  openStage,
  providerFiling,
  registerSupplier,
  supplier,
} from '../support/network.ts';
import { enterMembers, enterProviders } from '../support/network-registers.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const OPERATOR = '91310115MA1K3AB128';
const INDIVIDUAL = 'person:demo-consumer';
const name = '宁乡市中小企业综合窗口服务平台';
const ningxiang = {
  ...{ kind: 'COUNTY_COMPREHENSIVE', name, code: 'ningxiang', mark: '宁企窗', region: 'HN/CHANGSHA/NINGXIANG' },
  ...{ parent: 'hn-changsha', telephone: '0731-88000021', construction: '设服务大厅和线上系统，专职人员六名。' },
  ...{ operatorName: '宁乡市中小企业服务中心有限公司', contactName: '周敏', email: 'operator@demo.anjuan.test' },
};

let stack: TestStack;
let windowCase: string;
let recorded: string;
/** A request that the people of a new window serve, and one that those of a window hold that is lost. */
let asked: string;
let underWay: string;
const NX_SUPPLIER = '91430124MA4L8XK936';

async function declaration(changes: object = {}): Promise<object> {
  return { ...ningxiang, fileIds: [await uploadPdf(await stage.as('operator'), '建设报告.pdf')], ...changes };
}

const stage = { as: (account: string) => stack.as(account) };
const network = async () => (await openStage(stack).without().get('/api/hn-net/network')).items;
const standing = async (kind: string, window = 'hn-ningxiang') =>
  (await stack.database.case.findFirstOrThrow({ where: { kind, about: `window:${window}`, revision: { gt: 0 } } })).id;
/** What a check of a window's minimums comes to at this moment. */
async function checked(window: string) {
  const id = await standing('windowMinimums', window);
  await (await stack.as('departmentmanager')).act(id, 'checkNow');
  const { stage, facts } = await caseOf(stack, id, 'departmentmanager');
  return { stage, ...facts.latest };
}
/** A provider that a window has brought in is registered. */
async function connected(account: string, creditCode: string, broughtInBy: string) {
  await addAccount(stack, account, account, { role: 'provider', party: creditCode });
  const form = await providerFiling(stack, { name: account, creditCode, broughtInBy }, account);
  const { caseId } = await (await stack.as(account)).post('/api/cases/providerRegistration', form);
  await (await stack.as('window')).act(caseId, 'register');
  await settled(stack);
}
/** It serves, and its record is found sufficient. */
async function serves(account: string) {
  const [client, today] = [await stack.as(account), (await stack.now()).slice(0, 10)];
  const form = { item: '检测', launchedOn: today, performedOn: today };
  const { caseId } = await client.post('/api/cases/serviceRecord', form);
  for (const kind of ['CONTRACT', 'REPORT'])
    await client.act(caseId, 'uploadEvidence', { kind, format: 1, fileIds: [await uploadPdf(client, '资料.pdf')] });
  await (await stack.as('window')).act(caseId, 'acceptEvidence');
}
/** The form of a window that was recognised in 2016. */
async function recognition(as: string) {
  const fileIds = [await uploadPdf(await stack.as(as), '认定文件.pdf')];
  const old = { operatorCode: OPERATOR, recognisedOn: '2016-03-01', document: '湘经信〔2016〕7号', fileIds };
  return { ...ningxiang, ...old };
}
/** The province puts such a window on record. */
async function onRecord(changes: object) {
  const province = await stack.as('province');
  const form = { ...(await recognition('province')), ...changes };
  const { caseId } = await province.post('/api/cases/windowQualification', form);
  await settled(stack);
  return caseId as string;
}
/** Of the windows of the other counties of the city. */
const MARKS: Readonly<Record<string, string>> = {
  ...{ KAIFU: '开企窗', YUHUA: '雨企窗', TIANXIN: '天企窗', FURONG: '芙企窗', YUELU: '岳企窗' },
};
const found = async (id: string) => (await network()).find((body: { id: string }) => body.id === id);

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-08-18T09:00:00+08:00' });
  await addAccount(stack, 'operator', ningxiang.operatorName, { role: 'provider', party: OPERATOR });
});
afterAll(() => stack.stop());

describe('the way of a window', () => {
  it('HN-NET-01.1 a county window without the window of its city above it is refused, and no case is open', async () => {
    const client = await stack.as('operator');
    const wrong = await declaration({ parent: 'hn-hub' });
    const refusal = await refusalOf(client.post('/api/cases/windowQualification', wrong));
    expect(refusal.status).toBe(422);
    expect(JSON.stringify(refusal.problem)).toContain('须指定上级：市州综合窗口服务平台');
    expect(await stack.database.case.count({ where: { kind: 'windowQualification' } })).toBe(0);
  });

  it('HN-NET-02.1 the province cannot recognise what the city has not recommended', async () => {
    const client = await stack.as('operator');
    windowCase = (await client.post('/api/cases/windowQualification', await declaration())).caseId;
    expect((await mailTo(stack, 'operator@demo.anjuan.test', '申报已收到')).text).toContain('长沙市中小企业主管部门');
    const province = await stack.as('province');
    const refusal = await refusalOf(province.act(windowCase, 'recognise', { document: '湘企主〔2025〕18号' }));
    expect(refusal.status).toBeGreaterThanOrEqual(403);
    const department = await stack.as('department');
    const fileIds = [await uploadPdf(department, '推荐函.pdf')];
    await department.act(windowCase, 'recommend', { document: '长企主〔2025〕6号', fileIds });
    await province.act(windowCase, 'recognise', { document: '湘企主〔2025〕18号' });
    expect(await caseOf(stack, windowCase, 'province')).toMatchObject({ stage: 'RECOGNISED', closedAt: null });
    expect((await mailTo(stack, 'operator@demo.anjuan.test', '认定通知')).text).toContain('统一管理');
  });

  it('HN-NET-02.2 a recognised window stands in the tree with its minimums, and both are watched', async () => {
    expect(await found('hn-ningxiang')).toMatchObject({
      ...{ parent: 'hn-changsha', kind: 'COUNTY_COMPREHENSIVE', minimums: { providers: 20, members: 100 } },
    });
    await settled(stack);
    const { items } = await openStage(stack).without().get('/api/registers/hn-net.windows');
    expect(items).toMatchObject([{ party: 'unit:hn-ningxiang', name, status: 'RECOGNISED', validFrom: '2025-08-18' }]);
    const kinds = await stack.database.case.findMany({
      where: { about: 'window:hn-ningxiang' },
      select: { kind: true },
    });
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(['planExchange', 'windowMinimums', 'windowQualification']);
  });

  it('HN-NET-03.5 the window of the city needs as many members as those below it together', async () => {
    expect(await found('hn-changsha')).toMatchObject({ minimums: { providers: 20, members: 250 } });
  });

  it('HN-NET-02.3 who is not recommended gets the reason', async () => {
    const client = await stack.as('operator');
    const food = await declaration({
      ...{ kind: 'INDUSTRY', name: '宁乡食品产业窗口', code: 'ningxiang-food', mark: '宁食窗', industry: '食品' },
      ...{ parent: 'hn-ningxiang' },
    });
    const { caseId } = await client.post('/api/cases/windowQualification', food);
    await (await stack.as('department')).act(caseId, 'declineRecommendation', { reason: '专职服务人员不足三人。' });
    expect((await mailTo(stack, 'operator@demo.anjuan.test', '未获推荐')).text).toContain('专职服务人员不足三人。');
    expect(await found('hn-ningxiang-food')).toBeUndefined();
  });

  it('HN-NET-02.1 the province puts on record a window that it recognised before', async () => {
    const place = { code: 'liuyang', mark: '浏企窗', region: 'HN/CHANGSHA/LIUYANG' };
    const liuyang = { name: '浏阳市中小企业综合窗口服务平台', ...place };
    recorded = await onRecord(liuyang);
    expect(await caseOf(stack, recorded, 'province')).toMatchObject({ stage: 'RECOGNISED' });
    const city = await stack.as('departmentmanager');
    const own = { ...(await recognition('departmentmanager')), ...liuyang };
    const refusal = await refusalOf(city.post('/api/cases/windowQualification', own));
    expect(refusal.status).toBe(403);
  });
});

describe('the people of a window', () => {
  const need = { platform: 'hn-ningxiang', category: 'TECHNOLOGY', need: '需要对一批样品作成分检测。' };
  const office = (role: 'reviewer' | 'manager') =>
    ({ role, bodyId: 'hn-ningxiang', region: 'HN/CHANGSHA/NINGXIANG' }) as const;
  const sees = async (account: string, id: string) =>
    (await stack.as(account)).get(`/api/cases/${id}`).then(
      () => true,
      () => false,
    );

  it('HN-NET-02.2 HN-NET-16.1 a window recognised since is a body of its own, at which an administrator gives offices', async () => {
    const { items } = await (await stack.as('admin')).get('/api/bodies');
    expect(items.find(({ id }: { id: string }) => id === 'hn-ningxiang')).toMatchObject({
      ...{ name: { zh: name }, regime: 'HN_NET', regions: ['HN/CHANGSHA/NINGXIANG'], holders: [] },
    });
    const wrong = { role: 'reviewer', bodyId: 'hn-ningxiang', region: 'HN/CHANGSHA' } as const;
    const refusal = await refusalOf(addAccount(stack, 'nobody', '无人', wrong));
    expect(refusal.status).toBe(422);
    await addAccount(stack, 'ningxiang', '宁乡窗口 何审核', office('reviewer'));
    await addAccount(stack, 'ningxiangmanager', '宁乡窗口 郑主任', office('manager'));
    const words = await openStage(stack).without().get('/api/vocabulary');
    expect(words.bodies['hn-ningxiang'].zh).toBe(name);
  });

  it('HN-NET-05.3 HN-NET-16.1 they receive its requests, and see no others of the city', async () => {
    const consumer = await stack.as('consumer');
    asked = (await consumer.post('/api/cases/serviceRequest', need)).caseId;
    const elsewhere = (await consumer.post('/api/cases/serviceRequest', { ...need, platform: 'hn-changsha' })).caseId;
    await settled(stack);
    expect([await sees('ningxiang', asked), await sees('ningxiang', elsewhere)]).toEqual([true, false]);
    expect([await sees('window', asked), await sees('county', asked)]).toEqual([true, false]);
    const { items: tasks } = await (await stack.as('ningxiang')).get('/api/tasks');
    expect(tasks.map(({ caseId }: { caseId: string }) => caseId)).toEqual([asked]);
    const [task] = tasks;
    const { items: takers } = await (await stack.as('windowmanager')).get(`/api/people?taskId=${task.id}`);
    const names = takers.map((one: { name: string }) => one.name);
    expect(names).toEqual(expect.arrayContaining(['宁乡窗口 何审核']));
    await (await stack.as('ningxiang')).post(`/api/tasks/${task.id}/claim`);
    await (await stack.as('ningxiang')).act(asked, 'takeOn', { reason: '本窗口有专家。' });
  });

  it('HN-NET-02.2 HN-NET-16.1 its case bears its mark, and its mails its name and telephone', async () => {
    const { number } = await (await stack.as('ningxiang')).get(`/api/cases/${asked}`);
    expect(number).toBe('宁企窗服务〔2025〕1号');
    const mails = await stack.mailsTo('consumer');
    const { text = '' } = mails.find((mail) => mail.text.includes(number)) ?? {};
    expect(text).toContain(`${name}已受理您的服务需求`);
    expect(text).toContain(ningxiang.telephone);
    expect(text).not.toContain('长沙市中小企业综合窗口服务平台');
  });

  it('HN-NET-05.8 HN-NET-16.4 they report what the window serves itself, publish for it, and not for the city', async () => {
    const own = await stack.as('ningxiang');
    const today = (await stack.now()).slice(0, 10);
    const record = { item: '政策宣讲', launchedOn: today, performedOn: today };
    const { caseId } = await own.post('/api/cases/serviceRecord', { ...record, platform: 'hn-ningxiang' });
    const fileIds = [await uploadPdf(own, '通知.pdf')];
    await own.act(caseId, 'uploadEvidence', { kind: 'NOTICE', format: 1, fileIds });
    expect(await caseOf(stack, caseId, 'ningxiang')).toMatchObject({ title: name });
    const refused = await refusalOf(own.post('/api/cases/serviceRecord', { ...record, platform: 'hn-changsha' }));
    expect(refused.code).toBe('OUT_OF_SCOPE');
  });

  it('HN-NET-16.7 the providers that it brings in are theirs to register', async () => {
    const supplierOf = { name: '宁乡检测有限公司', creditCode: NX_SUPPLIER, broughtInBy: 'hn-ningxiang' };
    await addAccount(stack, 'nxsupplier', supplierOf.name, { role: 'provider', party: supplierOf.creditCode });
    const form = await providerFiling(stack, supplierOf, 'nxsupplier');
    const { caseId } = await (await stack.as('nxsupplier')).post('/api/cases/providerRegistration', form);
    await (await stack.as('ningxiang')).act(caseId, 'register');
    await settled(stack);
    const { items } = await openStage(stack).without().get('/api/registers/hn-net.providers');
    expect(items).toMatchObject([{ name: supplierOf.name, body: { id: 'hn-changsha' } }]);
  });

  it('HN-NET-20.1 HN-NET-02.2 a complaint about such a provider goes to that window, whose name both mails give', async () => {
    const complaint = {
      ...{ platform: 'hn-hub', provider: NX_SUPPLIER, reason: 'NO_VOUCHER', claim: '补开发票' },
      ...{ account: '付款后未开具发票。', happenedOn: '2025-08-15' },
    };
    const { caseId } = await (await stack.as('consumer')).post('/api/cases/complaint', complaint);
    const hub = await stack.as('hub');
    await hub.act(caseId, 'registerComplaint');
    const registered = await mailTo(stack, 'consumer@demo.anjuan.test', '投诉已登记');
    expect(registered.text).toContain(`由${name}负责接入`);
    await hub.act(caseId, 'transferComplaint', { body: 'hn-ningxiang', reason: '由该窗口负责接入。' });
    const transferred = await mailTo(stack, 'consumer@demo.anjuan.test', '投诉移送');
    expect(transferred.text).toContain(`移送${name}办理`);
    expect(transferred.text).toContain(ningxiang.telephone);
    for (const { text } of [registered, transferred]) expect(text).not.toContain('长沙市中小企业综合窗口服务平台');
    await (await stack.as('ningxiang')).act(caseId, 'startInvestigation');
  });

  it('HN-NET-04.1 HN-NET-05.10 the handling time that the window has published counts, before that of the platform above', async () => {
    const own = await stack.as('ningxiang');
    const guide = { officers: [{ name: '何审核', telephone: '0731-88000021' }], acceptanceRules: '工作日受理。' };
    await own.post('/api/cases/platformDisclosure', { ...guide, platform: 'hn-ningxiang', handlingDays: 2 });
    // Whoever acts for the windows below as well files for their own platform.
    await addAccount(stack, 'changsha', '长沙窗口 孟审核', {
      ...{ role: 'reviewer', bodyId: 'hn-changsha', region: 'HN/CHANGSHA' },
    });
    const above = await stack.as('changsha');
    await above.post('/api/cases/platformDisclosure', { ...guide, platform: 'hn-changsha', handlingDays: 7 });
    await settled(stack);
    const lastDayAt = async (platform: string, as: string) => {
      const { caseId } = await (await stack.as('consumer')).post('/api/cases/serviceRequest', { ...need, platform });
      await (await stack.as(as)).act(caseId, 'transferToProvider', { provider: NX_SUPPLIER, reason: '有检测资质。' });
      return (await (await stack.as(as)).get(`/api/cases/${caseId}`)).deadlines[0].lastDay;
    };
    // From Monday, 18 August 2025.
    expect(await lastDayAt('hn-ningxiang', 'ningxiang')).toBe('2025-08-20');
    expect(await lastDayAt('hn-changsha', 'changsha')).toBe('2025-08-27');
  });
});

describe('the least numbers of a window', () => {
  const [county, industry] = ['hn-wangcheng', 'hn-wangcheng-food'];

  it('HN-NET-03.1 HN-NET-03.6 a county window with 20 connected of which 19 have served in the period is below its minimum', async () => {
    const names = { name: '长沙市望城区综合窗口服务平台', code: 'wangcheng', mark: '望企窗' };
    await onRecord({ ...names, region: 'HN/CHANGSHA/WANGCHENG' });
    await enterMembers(stack, county, 99);
    await enterProviders(stack, county, 18, '2025-08-10');
    // Served, but longer ago than the period that is looked at.
    await enterProviders(stack, county, 1, '2025-05-10');
    await connected('tester', '91310104MA1FR2CD85', county);
    await addAccount(stack, 'factory', '望城机械厂', { role: 'consumer', party: '91430102MA4L7BAKER' });
    await joins();
    expect(await checked(county)).toMatchObject({ connected: 20, serving: 18, registered: 100 });
    await serves('tester');
    expect(await checked(county)).toMatchObject({
      ...{ stage: 'BELOW_MINIMUM', connected: 20, serving: 19, registered: 100, providers: 20, members: 100 },
      ...{ from: '2025-05-19', to: '2025-08-18', met: false },
    });
    await connected('tester2', '91350100M000100Y43', county);
    expect(await checked(county)).toMatchObject({ stage: 'BELOW_MINIMUM', connected: 21, serving: 19 });
    await serves('tester2');
    expect(await checked(county)).toMatchObject({ stage: 'MET', connected: 21, serving: 20, met: true });
  });

  it('HN-NET-03.6 HN-NET-03.7 who was counted is there by name, and the figures beside the window', async () => {
    const department = await stack.as('departmentmanager');
    const { items: checks } = await department.get('/api/hn-net/window-checks?limit=200');
    const own = checks.find((check: { window: string }) => check.window === county);
    expect(own.latest).toMatchObject({ connected: 21, serving: 20, registered: 100, met: true });
    const { items } = await department.get(`/api/hn-net/window-checks/${own.caseId}`);
    const named = (counts: boolean) =>
      items.filter((one: { counts: boolean }) => one.counts === counts).map(({ name }: { name: string }) => name);
    expect(named(true)).toHaveLength(20);
    expect(named(true)).toEqual(expect.arrayContaining(['tester', 'tester2']));
    expect(named(false)).toEqual([expect.stringContaining('2025-05-10')]);
    // So do those above the window, and the window itself.
    for (const above of ['hub', 'province', 'windowmanager']) {
      const reader = await stack.as(above);
      const { items: seen } = await reader.get('/api/hn-net/window-checks?limit=200');
      const one = seen.find((check: { window: string }) => check.window === county);
      expect([above, one]).toEqual([above, { ...own, mayOpen: false }]);
      expect((await reader.get(`/api/hn-net/window-checks/${own.caseId}`)).items).toEqual(items);
    }
    // Another body is told of none of it, nor a window beside it.
    const beside = (await (await stack.as('county')).get('/api/hn-net/window-checks?limit=200')).items;
    expect(beside.map((check: { window: string }) => check.window)).not.toContain(county);
    const other = await stack.as('manager');
    expect((await other.get('/api/hn-net/window-checks')).items).toEqual([]);
    const refusal = await refusalOf(other.get(`/api/hn-net/window-checks/${own.caseId}`));
    expect(refusal.code).toBe('OUT_OF_SCOPE');
  });

  it('HN-NET-03.3 a county window with 99 members is below its minimum; with 100 it is met', async () => {
    await (await stack.as('factory')).act(membership, 'closeRegistration');
    await settled(stack);
    expect(await checked(county)).toMatchObject({ stage: 'BELOW_MINIMUM', serving: 20, registered: 99, met: false });
    await joins();
    expect(await checked(county)).toMatchObject({ stage: 'MET', serving: 20, registered: 100, met: true });
  });

  it('HN-NET-03.2 HN-NET-03.4 an industry window is met with 10 serving and 50 members, below with 9 or with 49', async () => {
    const names = { kind: 'INDUSTRY', name: '望城食品产业窗口服务平台', code: 'wangcheng-food', mark: '望食窗' };
    const place = { region: 'HN/CHANGSHA/WANGCHENG', parent: county, industry: '食品' };
    await onRecord({ ...names, ...place });
    await enterMembers(stack, industry, 50);
    await enterProviders(stack, industry, 9, '2025-08-10');
    await connected('tester3', '91430104MA4L7BKE2F', industry);
    const least = { providers: 10, members: 50 };
    expect(await checked(industry)).toMatchObject({ stage: 'BELOW_MINIMUM', serving: 9, registered: 50, ...least });
    await serves('tester3');
    expect(await checked(industry)).toMatchObject({ stage: 'MET', serving: 10, registered: 50, met: true });
  });

  it('HN-NET-03.5 with 8 county comprehensive and 3 industry windows the city needs 8 x 100 + 3 x 50 = 950 members', async () => {
    for (const code of ['KAIFU', 'YUHUA', 'TIANXIN', 'FURONG', 'YUELU']) {
      const names = { name: `${code}综合窗口服务平台`, code: code.toLowerCase(), mark: MARKS[code] };
      await onRecord({ ...names, region: `HN/CHANGSHA/${code}` });
    }
    const food = { kind: 'INDUSTRY', name: '浏阳花炮产业窗口服务平台', code: 'liuyang-fireworks', mark: '浏炮窗' };
    await onRecord({ ...food, region: 'HN/CHANGSHA/LIUYANG', parent: 'hn-liuyang', industry: '花炮' });
    const tree: { kind: string; region: string }[] = await network();
    const counted = (kind: string) =>
      tree.filter((one) => one.kind === kind && one.region.startsWith('HN/CHANGSHA')).length;
    expect([counted('COUNTY_COMPREHENSIVE'), counted('INDUSTRY')]).toEqual([8, 3]);
    expect(await found('hn-changsha')).toMatchObject({ minimums: { members: 950 } });
  });

  /** The hundredth member registers. */
  async function joins() {
    const form = {
      kind: 'ORGANISATION',
      name: '望城机械厂',
      creditCode: '91430102MA4L7BAKER',
      address: '望城区',
      consent: true,
    };
    const client = await stack.as('factory');
    const contact = { email: 'factory@demo.anjuan.test', platform: county };
    membership = (await client.post('/api/cases/consumerRegistration', { ...form, ...contact })).caseId;
    await settled(stack);
  }
  let membership: string;
});

describe('what a window owes', () => {
  it('HN-NET-03.7 below its minimums on 2025-10-01 a task opens, its operator is told, and it stays recognised', async () => {
    await settled(stack);
    await stack.advanceTo('2025-10-01T08:00:00+08:00');
    const minimums = await standing('windowMinimums');
    const seen = await caseOf(stack, minimums, 'departmentmanager');
    expect(seen).toMatchObject({
      stage: 'BELOW_MINIMUM',
      closedAt: null,
      facts: { latest: { serving: 0, met: false } },
    });
    const mail = await mailTo(stack, 'operator@demo.anjuan.test', '未达下限的提醒');
    expect(mail.text).toContain('资格不因此自动丧失');
    await (
      await stack.as('departmentmanager')
    ).act(minimums, 'decideShortfall', { measure: 'GUIDE', reason: '新设窗口，指导接入。' });
    expect(await caseOf(stack, windowCase, 'province')).toMatchObject({ stage: 'RECOGNISED' });
  });

  it('HN-NET-17.1 HN-NET-17.2 a plan that has not come by 31 January, 24:00 is overdue; the last reminder went out on Friday the 30th; the other side comments on it', async () => {
    await stack.advanceTo('2026-01-31T23:00:00+08:00');
    const plans = await standing('planExchange');
    expect(await caseOf(stack, plans, 'hub')).toMatchObject({ stage: 'DUE' });
    await stack.advanceTo('2026-02-01T00:30:00+08:00');
    expect(await caseOf(stack, plans, 'hub')).toMatchObject({ stage: 'OVERDUE' });
    const reminders = await stack.database.notice.findMany({
      where: { caseId: plans, template: 'deadlineReminder', recipientEmail: 'operator@demo.anjuan.test' },
      orderBy: { plannedAt: 'asc' },
    });
    expect(reminders.at(-1)?.plannedAt.toISOString()).toMatch(/^2026-01-30T01:00/);
    const hub = await stack.as('hub');
    const fileIds = [await uploadPdf(hub, '计划.pdf')];
    await hub.act(plans, 'sendHubPlan', { summary: '全省对接活动四场。', fileIds });
    // The people of the window send its plan, or its operator.
    const people = await stack.as('ningxiang');
    const own = [await uploadPdf(people, '计划.pdf')];
    await people.act(plans, 'sendWindowPlan', { summary: '本地培训两期。', fileIds: own });
    expect(await caseOf(stack, plans, 'hub')).toMatchObject({ stage: 'SENT' });
    await hub.act(plans, 'commentPlan', { comment: '建议增加一场。' });
    expect((await mailTo(stack, 'operator@demo.anjuan.test', '收到意见')).text).toContain('建议增加一场。');
  });
});

describe('the loss of a qualification', () => {
  it('HN-NET-25.2 takes effect after the operator was heard; providers and members go to the platform above', async () => {
    await registerSupplier(stack, { broughtInBy: 'hn-liuyang' }, 'county');
    const consumer = await stack.as('consumer');
    await consumer.post('/api/cases/consumerRegistration', individual);
    const need = { platform: 'hn-liuyang', category: 'TECHNOLOGY', need: '需要检测。' };
    underWay = (await consumer.post('/api/cases/serviceRequest', need)).caseId;
    await settled(stack);
    const staff = await stack.as('county');
    const { items: open } = await staff.get('/api/tasks');
    const own = open.find((one: { caseId: string }) => one.caseId === underWay);
    await staff.post(`/api/tasks/${own.id}/claim`);
    const province = await stack.as('province');
    const proposal = { ground: 'NOT_WORKING', reason: '连续两个季度没有服务记录。', fileIds: [] };
    await province.act(recorded, 'proposeDisqualification', proposal);
    await addAccount(stack, 'province2', '省主管部门 齐主任', {
      role: 'manager',
      bodyId: 'hn-dept-province',
      region: 'HN',
    });
    const other = await stack.as('province2');
    const early = await refusalOf(other.act(recorded, 'disqualify', { reason: '同前。' }));
    expect(early.code).toBe('NOT_NOW');
    const statement = { statement: '接口故障，记录未上传。', asksForHearing: true, fileIds: [] };
    await (await stack.as('operator')).act(recorded, 'stateCase', statement);
    const unheard = await refusalOf(other.act(recorded, 'disqualify', { reason: '同前。' }));
    expect(unheard.code).toBe('STEP_MISSING');
    const heldOn = (await stack.now()).slice(0, 10);
    await other.act(recorded, 'recordHearing', { heldOn, record: '听取了双方意见。', fileIds: [] });
    await other.act(recorded, 'disqualify', { reason: '申辩不能成立。' });
    await settled(stack);
    expect(await found('hn-liuyang')).toBeUndefined();
    const entries = await stack.database.registerEntry.findMany({
      where: {
        register: { in: ['hn-net.providers', 'hn-net.consumers'] },
        party: { in: [supplier.party, INDIVIDUAL] },
      },
    });
    expect(entries.map(({ bodyId }) => bodyId)).toEqual(['hn-changsha', 'hn-changsha']);
    expect((await mailTo(stack, 'supplier@demo.anjuan.test', '负责平台变更')).text).toContain(
      '长沙市中小企业综合窗口服务平台',
    );
    const told = (await timelineOf(stack, recorded, 'province')).map(({ type }) => type);
    expect(told).toEqual(expect.arrayContaining(['WINDOW_HEARING_HELD', 'WINDOW_DISQUALIFIED']));
  });

  it('HN-NET-25.2 its people act no more: what they held is open again, and the platform above goes on with it', async () => {
    const county = await refusalOf((await stack.as('county')).get(`/api/cases/${underWay}`));
    expect(county.code).toBe('NOT_ALLOWED');
    expect((await refusalOf((await stack.as('county')).get('/api/tasks'))).code).toBe('NOT_ALLOWED');
    const city = await stack.as('window');
    const [task] = (await city.get('/api/tasks')).items.filter((one: { caseId: string }) => one.caseId === underWay);
    expect(task).toMatchObject({ assignee: null });
    await city.post(`/api/tasks/${task.id}/claim`);
    await city.act(underWay, 'takeOn', { reason: '原窗口已取消资格。' });
    const admin = await stack.as('admin');
    const { items } = await admin.get('/api/bodies');
    expect(items.map(({ id }: { id: string }) => id)).not.toContain('hn-liuyang');
    const again = { role: 'reviewer', bodyId: 'hn-liuyang', region: 'HN/CHANGSHA/LIUYANG' } as const;
    const refusal = await refusalOf(addAccount(stack, 'late', '迟到', again));
    expect(refusal.status).toBe(422);
    expect(JSON.stringify(refusal.problem)).toContain('浏阳市中小企业综合窗口服务平台已取消资格');
  });

  it('HN-NET-25.2 the same holds for a window that was recognised since', async () => {
    const province = await stack.as('province');
    const proposal = { ground: 'DUTIES_NOT_DONE', reason: '未按期通报计划。', fileIds: [] };
    await province.act(windowCase, 'proposeDisqualification', proposal);
    await (
      await stack.as('operator')
    ).act(windowCase, 'stateCase', { statement: '同意。', asksForHearing: false, fileIds: [] });
    await (await stack.as('province2')).act(windowCase, 'disqualify', { reason: '同前。' });
    await settled(stack);
    const { items } = await openStage(stack).without().get('/api/registers/hn-net.providers');
    const brought = items.find(({ party }: { party: string }) => party === NX_SUPPLIER);
    expect(brought).toMatchObject({ body: { id: 'hn-changsha' } });
    expect((await mailTo(stack, 'nxsupplier@demo.anjuan.test', '负责平台变更')).text).toContain('长沙市');
    const gone = await refusalOf((await stack.as('ningxiang')).get(`/api/cases/${asked}`));
    expect(gone.status).toBeGreaterThanOrEqual(403);
    await (await stack.as('window')).get(`/api/cases/${asked}`);
    const client = await stack.as('operator');
    const back = await refusalOf(client.post('/api/cases/windowQualification', await declaration()));
    expect(JSON.stringify(back.problem)).toContain('该平台代号属于已取消资格的窗口');
    await client.post('/api/cases/windowQualification', await declaration({ code: 'ningxiang-anew' }));
  });
});
