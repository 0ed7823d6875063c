/** Content, leaks and rights on the Hunan network, through the public API alone: HN-NET-08, 09, 15.8 and the requests of courts (21.4). */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { samples, settled, timelineOf, uploadPdf } from '../support/applications.ts';
import { caseOf, caseWhen, refusalOf } from '../support/cases.ts';
import { expectWholeTimeline, fileOpenly, mailTo, openStage, registerSupplier, supplier } from '../support/network.ts';
import { spoil } from '../support/spoilt-file.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const items = ['https://shop.example.cn/items/17'];
const stated = {
  ...{ quantity: '按样计', quality: '依国家标准', price: '每样300元', performance: '5个工作日', payment: '对公转账' },
  ...{ ending: '未检样品可退', safety: '样品须密封', liability: '依合同', afterSales: '报告异议免费复检' },
};

let stack: TestStack;
/** The registration of the provider whose content it is. */
let registration: string;
/** Reported by somebody without an account on the make-up Saturday. */
let content: string;
let snapshot: string;

/** The leak that was reported on the first day of a holiday. */
let leak: string;
const caller = { name: '发现人', email: 'finder@example.org' };

const page = () => openStage(stack).without().get(`/api/hn-net/providers/${supplier.party}`);
const deadline = async (id: string, name: string, as: string) => {
  const { deadlines } = await (await stack.as(as)).get(`/api/cases/${id}`);
  return deadlines.find((one: { name: string }) => one.name === name);
};

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2026-02-13T16:00:00+08:00' });
  registration = await registerSupplier(stack);
  await stack.advanceTo('2026-02-14T09:00:00+08:00');
});
afterAll(() => stack.stop());

const rightsNotice = async (changes: object = {}) => {
  const consumer = await stack.as('consumer');
  const { caseId } = await consumer.post<{ caseId: string }>('/api/cases/infringementNotice', {
    provider: supplier.party,
    right: 'TRADEMARK',
    certificate: '第 12345678 号注册商标',
    items,
    account: '商品页面使用了相同商标。',
    fileIds: [await uploadPdf(consumer, '商标注册证.pdf')],
    ...changes,
  });
  return caseId;
};

/** A service of the provider that stands in the public list. @returns the id of its case */
const listedOffer = async (name: string) => {
  const form = { name, category: 'TECHNOLOGY', description: '金属材料检测。', ...stated };
  const { caseId } = await (await stack.as('supplier')).post<{ caseId: string }>('/api/cases/offerReview', form);
  await (await stack.as('window')).act(caseId, 'listOffer');
  return caseId;
};
const publicOffers = async () => {
  const { items: offers } = await openStage(stack).without().get('/api/hn-net/offers');
  return offers.map(({ id }: { id: string }) => id);
};

/** What the provider has filed with its registration. */
const registeredForm = async () => {
  const { data } = await stack.database.form.findFirstOrThrow({ where: { caseId: registration } });
  return data as { name: string; contactName: string; address: string };
};

it('HN-NET-08.1 what is published is subject to scheduled checks, with a log', async () => {
  const hub = await stack.as('hub');
  const form = { procedure: '每五个工作日抽查不少于四十项。' };
  const { caseId } = await hub.post<{ caseId: string }>('/api/cases/contentMonitoring', form);
  expect((await refusalOf(hub.post('/api/cases/contentMonitoring', form))).problem.code).toBe('ALREADY_OPEN');
  await hub.act(caseId, 'recordCheck', { providers: 1, items: 1 });
  expect(await caseOf(stack, caseId, 'hub')).toMatchObject({
    ...{ stage: 'WATCHING', tasks: [{ name: 'check' }] },
    facts: { checks: 1, latest: { providers: 1, items: 1, findings: [] } },
  });
  expect(await deadline(caseId, 'check', 'hub')).toMatchObject({ lastDay: '2026-02-28' });
});

it('HN-NET-08.1 HN-NET-08.6 content is reported without an account; the provider knows nothing of it before the measure', async () => {
  const reporter = { name: '举报人', email: 'reporter@example.org' };
  const form = {
    provider: supplier.party,
    items,
    breach: 'FABRICATED_TRADES',
    account: '三日内下单四十次后全部退款。',
  };
  ({ caseId: content } = await fileOpenly(openStage(stack), 'illegalContent', reporter, form));
  expect(await caseOf(stack, content, 'hub')).toMatchObject({ stage: 'FOUND', bodyId: 'hn-hub' });
  expect((await mailTo(stack, reporter.email, '举报收悉')).text).toContain(items[0]);
  const client = await stack.as('supplier');
  expect((await refusalOf(client.get(`/api/cases/${content}`))).status).toBe(404);
});

it('HN-NET-08.3 HN-NET-14.2 HN-NET-15.10 fabricated orders reported at 09:00 and blocked at 15:00: snapshot first, the offer out of the public list, both times and kind (4) on the timeline', async () => {
  const hub = await stack.as('hub');
  await stack.advanceTo('2026-02-14T15:00:00+08:00');
  const offer = await listedOffer('材料成分检测');
  const measure = {
    ...{ breach: 'FABRICATED_TRADES', measures: ['STOP_TRADING', 'BLOCK'], offers: [offer] },
    reason: '退款记录相互印证。',
  };
  const early = await refusalOf(hub.act(content, 'confirmBreach', measure));
  expect(early.problem).toMatchObject({ code: 'CONDITION_NOT_MET' });
  snapshot = await uploadPdf(hub, '内容快照.pdf');
  await hub.act(content, 'keepSnapshot', { fileId: snapshot });
  expect(await publicOffers()).toEqual([offer]);
  await hub.act(content, 'confirmBreach', measure);
  await caseWhen(stack, offer, { stage: 'OUT_OF_VIEW' }, 'supplier');
  expect(await publicOffers()).toEqual([]);
  const lines = await timelineOf(stack, content, 'hub');
  expect(lines.find(({ type }) => type === 'MEASURE_TIME_RECORDED')?.detail).toEqual({
    knownAt: expect.stringMatching(/^2026-02-14T09:00/) as unknown,
    takenAt: expect.stringMatching(/^2026-02-14T15:00/) as unknown,
  });
  expect(lines.find(({ type }) => type === 'BREACH_CONFIRMED')).toMatchObject({
    ...{ clause: 'HN-NET 第九条第九项(四)', requirement: 'HN-NET-15.10' },
  });
  const mail = await mailTo(stack, 'supplier@demo.anjuan.test', '违法信息处置告知');
  expect(mail.text).toContain('虚构交易');
  await (await stack.as('supplier')).act(content, 'giveStatement', { statement: '系渠道故障。' });
});

it('HN-NET-09.1 HN-NET-09.2 an offer is delisted on a notice of infringement, and back in the public list once its provider has shown its right', async () => {
  const offer = await listedOffer('型式试验');
  const caseId = await rightsNotice({ items: [], offers: [offer] });
  expect(await publicOffers()).toEqual([offer]);
  const window = await stack.as('window');
  await window.act(caseId, 'takeMeasure', { measures: ['DELETE'], reason: '商标注册证与商品页面相符。' });
  expect(await caseWhen(stack, offer, { outcome: 'DELETED' }, 'supplier')).toMatchObject({ stage: 'DELETED' });
  expect(await publicOffers()).toEqual([]);
  await (await stack.as('supplier')).act(caseId, 'answerNotice', { answer: '已获授权，授权书附后。' });
  await window.act(caseId, 'liftMeasure', { reason: '授权书属实。' });
  await caseWhen(stack, offer, { stage: 'LISTED' }, 'supplier');
  expect(await publicOffers()).toEqual([offer]);
});

it('HN-NET-08.2 found on 2026-02-14, it is to be reported by the end of 2026-02-24', async () => {
  expect(await deadline(content, 'report', 'hub')).toMatchObject({ lastDay: '2026-02-24' });
  await stack.advanceTo('2026-02-24T10:00:00+08:00');
  await (
    await stack.as('hub')
  ).act(content, 'reportToAuthority', {
    authority: '长沙市市场监督管理局',
    way: 'LETTER',
    reportNumber: '湘企枢报〔2026〕3号',
    reportedAt: '2026-02-24T09:30:00+08:00',
  });
  expect(await caseOf(stack, content, 'hub')).toMatchObject({ stage: 'REPORTED' });
});

it('HN-NET-08.4 HN-NET-12.1 a manager stops the service: the listing is suspended with notice, the breach stands in the credit record', async () => {
  const manager = await stack.as('hubmanager');
  await manager.act(content, 'stopService', { reason: '一年内三次发布违法信息。' });
  await caseWhen(stack, registration, { stage: 'SUSPENDED' }, 'window');
  expect(await page()).toMatchObject({ listed: false, services: [] });
  await mailTo(stack, 'supplier@demo.anjuan.test', /暂停展示/);
  const entry = await stack.database.registerEntry.findFirstOrThrow({ where: { register: 'hn-net.credit' } });
  expect(entry).toMatchObject({
    party: supplier.party,
    data: { violations: { [content]: { breach: 'FABRICATED_TRADES', foundOn: '2026-02-14' } } },
  });
  await expectWholeTimeline(stack, content, 'hub');
});

it('HN-NET-12.1 HN-NET-12.2 the breach stands on the page of the provider, as contested from its contest on until a manager has decided', async () => {
  const credit = async () => (await page()).credit;
  const shown = { breach: { zh: '虚构交易、删除不利评价' }, foundOn: '2026-02-14', liftedOn: null, contest: null };
  expect(await credit()).toMatchObject({ upheld: 0, warning: null, violations: [shown] });
  const provider = await stack.as('supplier');
  const unknown = { entry: registration, statement: '没有这回事。' };
  expect((await refusalOf(provider.act(registration, 'contestCredit', unknown))).status).toBe(422);
  await provider.act(registration, 'contestCredit', { entry: content, statement: '系渠道故障，并非虚构交易。' });
  const contested = { status: { en: 'Contested by the provider, under examination' }, contestedOn: '2026-02-24' };
  expect(await credit()).toMatchObject({ violations: [{ contest: { ...contested, decidedOn: null } }] });
  const manager = await stack.as('windowmanager');
  const { items: tasks } = await manager.get(`/api/tasks?caseId=${registration}`);
  expect(tasks.map(({ name }: { name: string }) => name)).toContain('examineContest');
  await manager.act(registration, 'decideContest', { entry: content, decision: 'UPHELD', reason: '退款记录属实。' });
  const decided = { status: { zh: '异议不成立，记录保留' }, decidedOn: '2026-02-24' };
  expect(await credit()).toMatchObject({ violations: [{ contest: decided }] });
  await mailTo(stack, 'supplier@demo.anjuan.test', '信用记录异议处理结果');
});

it('HN-NET-08.6 what is out of view is kept: a manager still opens the snapshot, which has its hash', async () => {
  expect(await caseOf(stack, content, 'hub')).toMatchObject({ outcome: 'SERVICE_STOPPED' });
  const manager = await stack.as('hubmanager');
  expect(String(await manager.get(`/api/files/${snapshot}?caseId=${content}`))).toContain('%PDF');
  const { sha256 } = await stack.database.file.findUniqueOrThrow({ where: { id: snapshot } });
  expect(sha256).toBe(createHash('sha256').update(samples.pdf).digest('hex'));
});

it('HN-NET-10.5 a stored file whose hash differs raises an alarm, and is not handed out', async () => {
  const [admin, manager] = [await stack.as('admin'), await stack.as('hubmanager')];
  const files = async () => {
    const { items: lines } = await admin.get('/api/health/details');
    return lines.find(({ part }: { part: string }) => part === 'files');
  };
  expect(await files()).not.toMatchObject({ state: 'BAD' });
  await spoil(stack.database, snapshot);
  const refusal = await refusalOf(manager.get(`/api/files/${snapshot}?caseId=${content}`));
  expect(refusal).toMatchObject({ status: 409 });
  expect(JSON.stringify(refusal.problem.message)).toContain('与存入时不符');
  expect(await files()).toMatchObject({ state: 'BAD', summary: { zh: expect.stringContaining(snapshot) as string } });
});

it('HN-NET-08.5 HN-NET-21.4 a court is supplied with a data package that is logged, and the provider is not told', async () => {
  const hub = await stack.as('hub');
  const { caseId } = await hub.post<{ caseId: string }>('/api/cases/authorityRequest', {
    provider: supplier.party,
    requester: 'COURT',
    requesterName: '长沙市岳麓区人民法院',
    requestNumber: '（2026）湘0104调45号',
    legalBasis: '《中华人民共和国民事诉讼法》第七十条',
    asked: 'DATA',
    account: '请提供登记信息和订单记录。',
    receivedAt: '2026-02-24T09:00:00+08:00',
    fileIds: [await uploadPdf(hub, '调查函.pdf')],
  });
  const manager = await stack.as('hubmanager');
  const contact = { fields: ['providerName', 'contact'] };
  expect((await refusalOf(manager.act(caseId, 'answerRequest', contact))).problem.code).toBe('INVALID_INPUT');
  await manager.act(caseId, 'answerRequest', { ...contact, purpose: '送达诉讼文书' });
  expect(await caseOf(stack, caseId, 'hub')).toMatchObject({
    outcome: 'ANSWERED',
    facts: { release: { recipient: 'COURT', releasedAt: expect.stringMatching(/^2026-02-24T10:00/) as unknown } },
  });
  // Exactly what was chosen is handed out, by those who handle the case, and each time is logged with its basis.
  const table = String(await hub.get(`/api/hn-net/data-packages/${caseId}?format=csv`));
  const { name, contactName, address } = await registeredForm();
  for (const said of [name, contactName]) expect(table).toContain(said);
  for (const left of [supplier.party, address]) expect(table).not.toContain(left);
  const window = await stack.as('window');
  expect((await refusalOf(window.get(`/api/hn-net/data-packages/${caseId}`))).status).toBe(404);
  const { after } = await stack.database.auditEntry.findFirstOrThrow({ where: { action: 'DATA_PACKAGE_TAKEN' } });
  expect(after).toMatchObject({ ...contact, recipient: 'COURT', basis: '《中华人民共和国民事诉讼法》第七十条' });
  const line = (await timelineOf(stack, caseId, 'hub')).find(({ type }) => type === 'REQUEST_ANSWERED');
  expect(line).toMatchObject({ requirement: 'HN-NET-21.4' });
  expect(line?.title.zh).toContain('长沙市岳麓区人民法院');
  expect((await refusalOf((await stack.as('supplier')).get(`/api/cases/${caseId}`))).status).toBe(404);
});

it('HN-NET-08.5 measures that an authority demands are taken as unlawful content, from when the request came', async () => {
  const hub = await stack.as('hub');
  const { caseId } = await hub.post<{ caseId: string }>('/api/cases/authorityRequest', {
    provider: supplier.party,
    requester: 'AUTHORITY',
    requesterName: '长沙市市场监督管理局',
    requestNumber: '长市监函〔2026〕8号',
    legalBasis: '《网络交易监督管理办法》',
    asked: 'MEASURES',
    account: '请屏蔽所列内容。',
    receivedAt: '2026-02-24T09:00:00+08:00',
    fileIds: [await uploadPdf(hub, '来函.pdf')],
  });
  const manager = await stack.as('hubmanager');
  await manager.act(caseId, 'takeMeasures', { breach: 'PROHIBITED', links: items });
  await settled(stack);
  const opened = caseId.replace('arq-', 'ilc-');
  expect(await caseWhen(stack, opened, { stage: 'FOUND' }, 'hub')).toMatchObject({
    facts: { source: 'AUTHORITY', knownAt: '2026-02-24T09:00:00.000+08:00', earlier: [content] },
  });
  await manager.act(caseId, 'answerRequest', {});
  expect(await caseOf(stack, caseId, 'hub')).toMatchObject({ outcome: 'ANSWERED', facts: { release: null } });
});

it('HN-NET-09.1 HN-NET-09.2 a rights holder’s items are taken down and the provider is told; its answer is decided on', async () => {
  const caseId = await rightsNotice();
  const window = await stack.as('window');
  await window.act(caseId, 'takeMeasure', { measures: ['BLOCK'], reason: '商标注册证与商品页面相符。' });
  const mail = await mailTo(stack, 'supplier@demo.anjuan.test', '因侵权通知采取措施告知');
  expect(mail.text).toContain('《中华人民共和国民法典》');
  expect(await deadline(caseId, 'answer', 'window')).toMatchObject({ lastDay: '2026-03-09' });
  await (await stack.as('supplier')).act(caseId, 'answerNotice', { answer: '已获授权，授权书附后。' });
  await window.act(caseId, 'liftMeasure', { reason: '授权书属实。' });
  expect(await caseOf(stack, caseId, 'consumer')).toMatchObject({ outcome: 'MEASURE_LIFTED' });
});

it('HN-NET-09.3 a notice that nobody has acted on for 5 working days is flagged to the manager', async () => {
  const caseId = await rightsNotice();
  await stack.advanceTo('2026-03-04T09:00:00+08:00');
  const manager = await stack.as('windowmanager');
  const { items: tasks } = await manager.get(`/api/tasks?caseId=${caseId}`);
  expect(tasks.map(({ name }: { name: string }) => name)).toEqual(['unattended']);
});

it('HN-NET-15.8 a leak reported 2026-05-01 10:00, a holiday, is opened at once and does not wait for the first working day', async () => {
  await stack.advanceTo('2026-05-01T10:00:00+08:00');
  const form = {
    provider: supplier.party,
    data: ['CONTACT', 'ORDERS'],
    account: '订单页面无需登录即可打开。',
    concerned: true,
  };
  ({ caseId: leak } = await fileOpenly(openStage(stack), 'dataBreach', caller, form));
  expect(await caseOf(stack, leak, 'hub')).toMatchObject({
    ...{ stage: 'SUSPECTED', bodyId: 'hn-hub' },
    openedAt: expect.stringMatching(/^2026-05-01T10:00/) as unknown,
  });
  expect(await deadline(leak, 'measures', 'hub')).toMatchObject({
    dueAt: expect.stringMatching(/^2026-05-02T10:00/) as unknown,
  });
  await mailTo(stack, 'supplier@demo.anjuan.test', '请立即采取补救措施');
  await mailTo(stack, caller.email, '信息泄露报告收悉');
});

it('HN-NET-15.7 the words of a report of a leak are not shown to who held the data', async () => {
  const read = async (as: string) => JSON.stringify(await (await stack.as(as)).get(`/api/cases/${leak}`));
  expect(await read('hub')).toContain('订单页面无需登录');
  expect(await read('supplier')).not.toContain('订单页面无需登录');
});

it('HN-NET-15.8 the provider takes measures on the holiday, tells the persons, remedies; the hub reports and closes', async () => {
  const [provider, hub] = await Promise.all([stack.as('supplier'), stack.as('hub')]);
  const takenAt = '2026-05-01T10:00:00+08:00';
  await provider.act(leak, 'takeMeasures', { measures: ['ACCESS_CUT'], takenAt, account: '订单页面已关闭。' });
  const message = '请警惕冒充平台的来电。';
  await provider.act(leak, 'tellPersons', { persons: 37, way: 'MESSAGE', toldAt: takenAt, message });
  expect((await mailTo(stack, caller.email, '个人信息泄露告知')).text).toContain(message);
  const conclusion = { cause: 'DEFECT', lesson: '上线前检查访问控制。', reason: '缺陷已修复。' };
  const early = await refusalOf(hub.act(leak, 'concludeBreach', conclusion));
  expect(early.problem).toMatchObject({ code: 'CONDITION_NOT_MET' });
  await hub.act(leak, 'reportToAuthority', {
    ...{ authority: '长沙市互联网信息办公室', way: 'SYSTEM', reportNumber: '2026-0501-07', reportedAt: takenAt },
  });
  await provider.act(leak, 'recordRemedy', { remedy: '订单页面须登录。', remediedAt: takenAt });
  await hub.act(leak, 'concludeBreach', conclusion);
  expect(await caseOf(stack, leak, 'hub')).toMatchObject({ outcome: 'REMEDIED', tasks: [] });
  await mailTo(stack, 'supplier@demo.anjuan.test', /信息泄露处理结果/);
  await expectWholeTimeline(stack, leak, 'hub');
});
