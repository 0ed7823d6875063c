/** Consumers of the network: registration (HN-NET-18) and evaluation (HN-NET-19), with their public side. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaintForm, fileOpenly } from '../../dev/rehearsal/network.ts';
import { privacyStatement, privacyWords } from '../../rules/privacy.ts';
import { caseOf, refusalOf } from '../support/cases.ts';
import { settled, timelineOf } from '../support/applications.ts';
import {
  addAccount,
  individual,
  expectWholeTimeline,
  mailTo,
  openStage,
  plannedNotices,
  registerSupplier,
  supplier,
} from '../support/network.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { PATIENCE } from '../support/patience.ts';

const mine = 'consumer@demo.anjuan.test';

const order = {
  provider: supplier.party,
  orderNo: 'DD-2025-0031',
  completedOn: '2025-09-24',
  score: 1,
  text: '逾期一个月。',
};

let stack: TestStack;
let consumerCase: string;
let evaluationId: string;

const page = () => openStage(stack).without().get(`/api/hn-net/providers/${supplier.party}`);
const evaluations = async () =>
  (await openStage(stack).without().get(`/api/hn-net/providers/${supplier.party}/evaluations`)).items;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-26T09:00:00+08:00' });
  await registerSupplier(stack);
  await addAccount(stack, 'rival', '湘江检测有限公司', { role: 'provider', party: '91350100M000100Y43' });
  await addAccount(stack, 'factory', '浏阳鞭炮厂', { role: 'consumer', party: '91310115MA1K3AB128' });
});
afterAll(() => stack.stop());

describe('registration of a consumer', () => {
  it('HN-NET-18.1 nobody signs in or registers to look at providers, and the form has no field for a payment', async () => {
    const anyone = openStage(stack).without();
    expect((await anyone.get('/api/registers/hn-net.providers')).items).toHaveLength(1);
    expect((await page()).services).toHaveLength(1);
    const { items } = await anyone.get('/api/intakes');
    const form = items.find(({ kind }: { kind: string }) => kind === 'consumerRegistration').form;
    expect(JSON.stringify(form)).not.toMatch(/fee|price|payment|amount/i);
    const client = await stack.as('consumer');
    const paid = await refusalOf(client.post('/api/cases/consumerRegistration', { ...individual, fee: 10 }));
    expect(paid.status).toBe(422);
  });

  it('HN-NET-18.2 without telephone and e-mail address it is refused with 422, and no case is open', async () => {
    const client = await stack.as('consumer');
    const unreachable = { ...individual, telephone: null };
    const refusal = await refusalOf(client.post('/api/cases/consumerRegistration', unreachable));
    expect(refusal).toMatchObject({ status: 422, code: 'INVALID_INPUT' });
    expect(JSON.stringify(refusal.problem)).toContain('请填写联系电话或电子邮箱，以便回访和权益保护');
    expect(JSON.stringify(refusal.problem)).toContain('Enter a telephone number or e-mail address for return visits');
    const nowhere = await refusalOf(client.post('/api/cases/consumerRegistration', { ...individual, address: null }));
    expect(nowhere.status).toBe(422);
    expect(await stack.database.case.count({ where: { kind: 'consumerRegistration' } })).toBe(0);
  });

  it('HN-NET-15.6 a form that asks for personal data says for what, and is not taken without consent', async () => {
    const { items } = await openStage(stack).without().get('/api/intakes');
    const { form } = items.find(({ kind }: { kind: string }) => kind === 'consumerRegistration');
    expect(form.required).toContain('consent');
    expect(form.properties.consent).toMatchObject({ const: true, 'x-help': privacyWords });
    const consumer = await stack.as('consumer');
    const { consent: _none, ...silent } = individual;
    for (const given of [silent, { ...individual, consent: false }]) {
      const refusal = await refusalOf(consumer.post('/api/cases/consumerRegistration', given));
      expect(refusal.status).toBe(422);
      expect(JSON.stringify(refusal.problem)).toContain('请阅读个人信息处理说明并勾选同意');
    }
    const contact = { name: '王小明', email: 'wang@example.org' };
    const complaint = await complaintForm(openStage(stack));
    const anyone = openStage(stack).without();
    expect((await refusalOf(anyone.post('/api/intakes/complaint', { contact, form: complaint }))).status).toBe(422);
    expect(await stack.database.intakeRequest.count()).toBe(0);
    await fileOpenly(openStage(stack), 'complaint', contact, complaint);
    const { consent } = await stack.database.contact.findFirstOrThrow({ where: { email: contact.email } });
    expect(consent).toEqual({
      statement: 1,
      purpose: privacyStatement.purpose,
      at: expect.stringContaining('2025-09-26'),
    });
  });

  it('HN-NET-01.3 HN-NET-18.1 HN-NET-15.6 an individual is accepted at once, free, and told so', async () => {
    const client = await stack.as('consumer');
    consumerCase = (await client.post('/api/cases/consumerRegistration', individual)).caseId;
    expect(await caseOf(stack, consumerCase, 'consumer')).toMatchObject({
      stage: 'REGISTERED',
      facts: { kind: 'INDIVIDUAL', registeredOn: '2025-09-26' },
    });
    const mail = await mailTo(stack, mine, '注册已生效');
    expect(mail.text).toContain('2025年9月26日');
    expect(mail.text).toMatch(/免费|不收取/);
    const line = (await timelineOf(stack, consumerCase, 'consumer')).find(({ type }) => type === 'CONSENT_GIVEN');
    expect(line).toMatchObject({ clause: 'HN-NET 第九条第八项', requirement: 'HN-NET-15.6' });
    expect(JSON.stringify(line)).toContain(privacyStatement.purpose.zh);
    const kept = await stack.database.form.findFirstOrThrow({ where: { caseId: consumerCase } });
    expect(kept.data).toMatchObject({ consent: true });
    const entry = await stack.database.registerEntry.findFirstOrThrow({ where: { register: 'hn-net.consumers' } });
    expect(entry).toMatchObject({ party: 'person:demo-consumer', status: 'REGISTERED', bodyId: 'hn-liuyang' });
    // Who somebody is stands in the form alone.
    const row = await stack.database.case.findUniqueOrThrow({ where: { id: consumerCase } });
    for (const hidden of ['11010519491231002X', '13800001111', '淮川街道'])
      expect(JSON.stringify([row.state, row.opening, entry.data])).not.toContain(hidden);
    const second = await refusalOf(client.post('/api/cases/consumerRegistration', individual));
    expect(second).toMatchObject({ code: 'ALREADY_OPEN', status: 409 });
    for (const who of ['supplier', 'factory'])
      expect((await refusalOf((await stack.as(who)).get(`/api/cases/${consumerCase}`))).status, who).toBe(404);
    expect((await refusalOf((await stack.as('window')).act(consumerCase, 'confirmIdentity'))).status).toBe(403);
  });

  it('HN-NET-01.3 an organisation registers under its own code and no other', async () => {
    const client = await stack.as('factory');
    const contact = { address: '浏阳市', email: 'factory@demo.anjuan.test' };
    const form = { kind: 'ORGANISATION', name: '浏阳鞭炮厂', ...contact, consent: true };
    const other = await refusalOf(
      client.post('/api/cases/consumerRegistration', { ...form, creditCode: supplier.party }),
    );
    expect(other.status).toBe(422);
    const { caseId } = await client.post('/api/cases/consumerRegistration', {
      ...form,
      creditCode: '91310115MA1K3AB128',
    });
    await (await stack.as('hub')).act(caseId, 'confirmIdentity');
    expect(await caseOf(stack, caseId, 'factory')).toMatchObject({ stage: 'REGISTERED', tasks: [] });
    await expectWholeTimeline(stack, caseId, 'hub');
  });
});

describe('evaluation', () => {
  it('HN-NET-19.1 a completed order is evaluated once by its consumer, in public, and the provider is told', async () => {
    const client = await stack.as('consumer');
    const early = { ...order, completedOn: '2025-09-27' };
    expect((await refusalOf(client.post('/api/cases/consumerEvaluation', early))).status).toBe(422);
    evaluationId = (await client.post('/api/cases/consumerEvaluation', order)).caseId;
    const again = await refusalOf(client.post('/api/cases/consumerEvaluation', { ...order, score: 5 }));
    expect(again).toMatchObject({ code: 'ALREADY_DONE' });
    expect(again.problem.facts).toMatchObject({ caseId: evaluationId });
    // Another consumer, and another order, are others.
    await (await stack.as('factory')).post('/api/cases/consumerEvaluation', { ...order, score: 4, text: null });
    await client.post('/api/cases/consumerEvaluation', {
      ...order,
      orderNo: 'DD-2025-0032',
      score: 5,
      text: '很及时。',
    });
    expect((await page()).evaluations).toMatchObject({
      counts: { 1: 1, 2: 0, 3: 0, 4: 1, 5: 1 },
      satisfaction: { satisfied: 2, all: 3 },
      hidden: 0,
      contested: 0,
    });
    expect((await evaluations()).map(({ score, evaluation }: any) => [score, evaluation.text])).toEqual([
      [5, '很及时。'],
      [4, null],
      [1, '逾期一个月。'],
    ]);
    expect(JSON.stringify(await evaluations())).not.toMatch(/DD-2025|刘洋|person:/);
    const mail = await mailTo(stack, 'supplier@demo.anjuan.test', '收到 1 分评价');
    expect(mail.text).toContain('评价已经公开');
    expect(await plannedNotices(stack, evaluationId, 'evaluationPublished')).toEqual([
      expect.stringMatching(/^2025-09-26T\d\d:\d\d supplier$/),
    ]);
  });

  it('HN-NET-19.1 is for registered consumers alone, and not for one’s own service', async () => {
    await addAccount(stack, 'newcomer', '新用户', { role: 'consumer', party: 'person:self' });
    const newcomer = await refusalOf((await stack.as('newcomer')).post('/api/cases/consumerEvaluation', order));
    expect(newcomer).toMatchObject({ status: 409, code: 'CONDITION_NOT_MET' });
    expect(newcomer.problem['detail']).toContain('注册自愿、免费');
    expect((await refusalOf((await stack.as('supplier')).post('/api/cases/consumerEvaluation', order))).status).toBe(
      403,
    );
    expect((await refusalOf(openStage(stack).without().post('/api/cases/consumerEvaluation', order))).status).toBe(401);
  });

  it('HN-NET-19.2 a provider that tries to take an evaluation away gets 403, and the attempt is on the timeline', async () => {
    const provider = await stack.as('supplier');
    expect((await provider.exchange('DELETE', `/api/cases/${evaluationId}`)).status).toBe(405);
    const before = await caseOf(stack, evaluationId, 'supplier');
    expect(before.actions.map(({ name }) => name)).not.toContain('hideEvaluation');
    const attempt = { ground: 'MALICIOUS_EVALUATION', reason: '影响我司声誉，请删除。' };
    const refusal = await refusalOf(provider.act(evaluationId, 'hideEvaluation', attempt));
    expect(refusal).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    await settled(stack);
    const logged = async () =>
      (await timelineOf(stack, evaluationId, 'hub')).filter(({ type }) => type === 'SIGNAL_REFUSED');
    await expect.poll(logged, PATIENCE).toMatchObject([
      {
        title: {
          zh: '操作未被受理：隐藏内容违法的评价。理由：您的角色不能办理此事',
          en: 'Refused: Hide unlawful content. Why: Your role (provider) may not do this',
        },
        actor: { kind: 'person', id: 'demo-supplier', name: '长沙星辰检测技术有限公司' },
        detail: { action: 'hideEvaluation', code: 'NOT_ALLOWED' },
        clause: 'HN-NET 第八条第六项',
        requirement: 'HN-NET-19.2',
      },
    ]);
    // Nothing else has changed: it is shown and counted, and its case is closed.
    expect(await caseOf(stack, evaluationId, 'hub')).toMatchObject({ stage: 'PUBLISHED', outcome: 'PUBLISHED' });
    expect((await page()).evaluations).toMatchObject({ counts: { 1: 1 }, hidden: 0 });
    await expectWholeTimeline(stack, evaluationId, 'hub');
    // A provider of other cases cannot even see it, and leaves no line.
    expect((await refusalOf((await stack.as('rival')).act(evaluationId, 'hideEvaluation', attempt))).status).toBe(404);
    expect(await logged()).toHaveLength(1);
  });

  it('HN-NET-12.2 HN-NET-19.2 what a provider may do is contest it; until that is decided it is shown as contested; that it is unfavourable is no ground, and it stays in view meanwhile', async () => {
    const provider = await stack.as('supplier');
    const hub = await stack.as('hub');
    const unfavourable = { ground: 'UNFAVOURABLE', explanation: '评分过低。' };
    expect((await refusalOf(provider.act(evaluationId, 'reportEvaluation', unfavourable))).status).toBe(422);
    const report = { ground: 'MALICIOUS_EVALUATION', explanation: '与事实不符。' };
    await provider.act(evaluationId, 'reportEvaluation', report);
    expect((await evaluations()).at(-1)).toMatchObject({ score: 1, contested: true });
    expect(
      (await refusalOf((await stack.as('window')).act(evaluationId, 'keepEvaluation', { reason: '…' }))).status,
    ).toBe(403);
    await hub.act(evaluationId, 'keepEvaluation', { reason: '逾期属实，并非恶意评价。' });
    const mail = await mailTo(stack, 'supplier@demo.anjuan.test', '举报');
    expect(mail.text).toContain('逾期属实，并非恶意评价。');
    expect((await evaluations()).at(-1)).toMatchObject({ score: 1, contested: false });
  });

  it('HN-NET-19.2 the platform hides unlawful content, says so to both sides, and shows that something is hidden', async () => {
    const [secondCase] = await stack.database.case.findMany({ where: { about: { contains: 'DD-2025-0032' } } });
    const id = secondCase?.id ?? '';
    const hide = { ground: 'PERSONAL_INFORMATION', reason: '披露了经办人员的身份证号码。' };
    await (await stack.as('hub')).act(id, 'hideEvaluation', hide);
    expect((await page()).evaluations).toMatchObject({ satisfaction: { satisfied: 1, all: 2 }, hidden: 1 });
    expect(await evaluations()).toHaveLength(2);
    for (const account of ['consumer', 'supplier']) {
      const mail = await mailTo(stack, `${account}@demo.anjuan.test`, '隐藏');
      expect(mail.text).toContain('披露了经办人员的身份证号码。');
    }
    await (await stack.as('consumer')).act(id, 'objectToHiding', { explanation: '没有身份证号码。' });
    expect((await refusalOf((await stack.as('hub')).act(id, 'restoreEvaluation', { reason: '…' }))).status).toBe(403);
    await (await stack.as('hubmanager')).act(id, 'restoreEvaluation', { reason: '经复核没有个人信息。' });
    expect(await evaluations()).toHaveLength(3);
    await expectWholeTimeline(stack, id, 'hub');
  });
});
