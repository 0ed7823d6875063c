/** Registration of providers (HN-NET-06) from 2024-09-26 to 2026-03: three providers, one clock. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemError } from '../../dev/rehearsal/api-client.ts';
import { caseOf, refusalOf } from '../support/cases.ts';
import { settled, timelineOf, uploadPdf } from '../support/applications.ts';
import {
  addAccount,
  expectWholeTimeline,
  mailTo,
  openStage,
  plannedNotices,
  providerFiling,
  supplier,
} from '../support/network.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const AGENCY = '91350100M000100Y43';
const address = (account: string) => `${account}@demo.anjuan.test`;

let stack: TestStack;
/** Registered on 2024-09-26: due on 2025-09-26 and not answered. */
let supplierCase: string;
/** A natural person, registered on 2025-03-03. */
let personCase: string;
let personParty: string;

const pageOf = (party: string) => openStage(stack).without().get(`/api/hn-net/providers/${party}`);
const listed = async (query = '') =>
  (await openStage(stack).without().get(`/api/registers/hn-net.providers?limit=200${query}`)).items;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2024-09-26T09:00:00+08:00' });
  await addAccount(stack, 'agency', '湘才人力资源有限公司', { role: 'provider', party: AGENCY });
  const id = await addAccount(stack, 'advisor', '王芳', { role: 'provider', party: 'person:self' });
  personParty = `person:${id}`;
});
afterAll(() => stack.stop());

describe('filing', () => {
  it('HN-NET-06.2 a form without an address is refused with 422, in both languages, and opens no case', async () => {
    const client = await stack.as('supplier');
    const { address: left, ...form } = await providerFiling(stack);
    expect(left).not.toBe('');
    for (const [body, zh, en] of [
      [form, '必填', 'is required'],
      [{ ...form, address: ' ' }, '请填写地址', 'Enter the address'],
    ] as const) {
      const { status, problem } = await refusalOf(client.post('/api/cases/providerRegistration', body));
      expect(status).toBe(422);
      expect(problem.errors).toMatchObject([
        { field: 'address', message: { zh: expect.stringContaining(zh), en: expect.stringContaining(en) } },
      ]);
    }
    expect(await stack.database.case.count()).toBe(0);
  });

  it('HN-NET-16.7 records the platform that brings the provider in, which alone reviews it', async () => {
    const client = await stack.as('supplier');
    const unknown = await providerFiling(stack, { broughtInBy: 'hn-dept-changsha' });
    expect((await refusalOf(client.post('/api/cases/providerRegistration', unknown))).status).toBe(422);
    const form = await providerFiling(stack, {
      trades: ['INSPECTION_AND_TESTING'],
      permits: [
        {
          trade: 'INSPECTION_AND_TESTING',
          number: '241800000001',
          fileId: await uploadPdf(client, '资质认定证书.pdf'),
          link: null,
          validUntil: '2025-06-30',
        },
      ],
      services: [
        ...(await providerFiling(stack)).services,
        {
          code: 'S2',
          name: '检测报告“包过”服务',
          items: { content: '保证合格', standard: '包过', flow: '面议', fees: '面议', handlingTime: null },
        },
      ],
    });
    supplierCase = (await client.post('/api/cases/providerRegistration', form)).caseId;
    const seen = await caseOf(stack, supplierCase, 'window');
    expect(seen).toMatchObject({ stage: 'UNDER_REVIEW', bodyId: 'hn-changsha', facts: { broughtInBy: 'hn-changsha' } });
    expect(seen.tasks.map(({ name }) => name)).toEqual(['review']);
    expect((await refusalOf(caseOf(stack, supplierCase, 'county'))).code).toBe('OUT_OF_SCOPE');
    for (const who of ['county', 'supplier', 'hubmanager']) {
      const refusal = await refusalOf((await stack.as(who)).act(supplierCase, 'register'));
      expect(refusal.status, who).toBe(403);
    }
    const mail = await mailTo(stack, address('supplier'), '登记申请');
    expect(mail.text).toContain('长沙星辰检测技术有限公司');
    expect((await refusalOf(client.post('/api/cases/providerRegistration', form))).code).toBe('ALREADY_OPEN');
  });
});

describe('the review', () => {
  it('HN-NET-05.1 HN-NET-06.3 a human-resources agency without its permit is not registered, and is REFUSED on a ground of the fixed list and no other', async () => {
    const client = await stack.as('agency');
    const form = await providerFiling(
      stack,
      { name: '湘才人力资源有限公司', creditCode: AGENCY, trades: ['HUMAN_RESOURCES_AGENCY'] },
      'agency',
    );
    const { caseId } = await client.post('/api/cases/providerRegistration', form);
    const window = await stack.as('window');
    const refusal = await refusalOf(window.act(caseId, 'register'));
    expect(refusal).toMatchObject({ status: 409, code: 'CONDITION_NOT_MET' });
    expect(refusal.problem.facts).toMatchObject({ grounds: ['PERMIT_MISSING'], requirement: 'HN-NET-06.3' });
    const off = { ground: 'COMPETES_WITH_US', reason: '与本平台业务重合。' };
    expect((await refusalOf(window.act(caseId, 'refuseRegistration', off))).status).toBe(422);
    const reason = '从事职业中介，未提交人力资源服务许可证。';
    expect((await refusalOf(window.act(caseId, 'refuseRegistration', { reason }))).status).toBe(422);
    await window.act(caseId, 'refuseRegistration', { ground: 'PERMIT_MISSING', reason });
    expect(await caseOf(stack, caseId, 'window')).toMatchObject({ stage: 'REFUSED', outcome: 'REFUSED' });
    const mail = await mailTo(stack, address('agency'), '不予');
    for (const words of ['经审查不予通过，理由是：缺少法定的行政许可或从业资质证明', reason, '第九条第一项'])
      expect(mail.text).toContain(words);
    expect((await refusalOf(pageOf(AGENCY))).status).toBe(404);
    await expectWholeTimeline(stack, caseId, 'window');
  });

  it('HN-NET-06.5 a false description of a service is not published; the rest is', async () => {
    const window = await stack.as('window');
    const withheld = [{ service: 'S2', reason: '“包过”的表述为虚假宣传。' }];
    await window.act(supplierCase, 'register', { withheld });
    await settled(stack);
    expect(await caseOf(stack, supplierCase, 'window')).toMatchObject({ stage: 'REGISTERED' });
    const page = await pageOf(supplier.party);
    expect(page.services.map(({ code }: { code: string }) => code)).toEqual(['S1']);
    expect(JSON.stringify(page)).not.toContain('包过');
    const mail = await mailTo(stack, address('supplier'), '登记审查通过');
    for (const words of ['2025年9月26日', '“包过”的表述为虚假宣传。']) expect(mail.text).toContain(words);
  });

  it('HN-NET-06.4 the page shows licence and permit, and hands out these papers and no others', async () => {
    const anyone = openStage(stack).without();
    const page = await pageOf(supplier.party);
    expect(page).toMatchObject({
      name: supplier.name,
      status: { zh: '已登记' },
      listed: true,
      licence: { title: { zh: '营业执照' }, number: supplier.party, status: 'VALID' },
      permits: [{ title: { zh: '检验检测机构资质认定证书' }, validUntil: '2025-06-30', status: 'VALID' }],
      broughtInBy: { id: 'hn-changsha' },
      registeredOn: '2024-09-26',
      missing: [],
    });
    const proof = `/api/hn-net/providers/${supplier.party}/proofs`;
    expect(String(await anyone.get(`${proof}/${page.licence.fileId}`))).toContain('%PDF');
    const other = await uploadPdf(await stack.as('supplier'), '内部资料.pdf');
    expect((await refusalOf(anyone.get(`${proof}/${other}`))).status).toBe(404);
    expect(await listed()).toMatchObject([
      { party: supplier.party, name: supplier.name, status: 'REGISTERED', validFrom: '2024-09-26', validTo: null },
    ]);
    expect((await refusalOf(anyone.get('/api/registers/hn-net.consumers'))).status).toBe(404);
  });

  it('HN-NET-06.6 HN-NET-04.3 the page of the hub shows its licence, its permits and how to complain', async () => {
    const hub = await openStage(stack).without().get('/api/hn-net/platforms/hn-hub');
    expect(hub).toMatchObject({
      operator: expect.stringMatching(/./),
      licence: { title: { zh: '营业执照' }, status: 'VALID', link: expect.stringMatching(/^https:/) },
      permits: [{ title: { zh: '增值电信业务经营许可证' }, status: 'VALID' }],
      complaint: {
        channel: '/api/intakes/complaint',
        acceptingBody: { zh: '湖南省中小企业公共服务枢纽平台' },
        contact: '96871',
      },
      missing: [],
    });
    expect((await refusalOf(openStage(stack).without().get('/api/hn-net/platforms/hn-dept-changsha'))).status).toBe(
      404,
    );
  });
});

describe('a natural person', () => {
  it('HN-NET-01.2 registers with an identity card in place of a licence, which nobody is shown', async () => {
    await stack.advanceTo('2025-03-03T09:00:00+08:00');
    const client = await stack.as('advisor');
    const systems = { serviceQuality: true, returnVisits: false, evaluation: true };
    const person = { kind: 'NATURAL_PERSON', name: '王芳', broughtInBy: 'hn-liuyang', systems } as const;
    const asCompany = await providerFiling(stack, person, 'advisor');
    const refusal = await refusalOf(client.post('/api/cases/providerRegistration', asCompany));
    expect(refusal.status).toBe(422);
    expect(refusal.problem.facts?.['more'] ?? []).toContain('creditCode');
    const identity = { creditCode: null, identityNumber: '11010519491231002X' };
    personCase = (await client.post('/api/cases/providerRegistration', { ...asCompany, ...identity })).caseId;
    await (await stack.as('county')).act(personCase, 'register');
    await settled(stack);
    const page = await pageOf(personParty);
    expect(page).toMatchObject({
      kind: { zh: '自然人' },
      licence: null,
      address: null,
      missing: [],
      registeredOn: '2025-03-03',
    });
    expect(JSON.stringify(page)).not.toContain('11010519491231002X');
    const state = await stack.database.case.findUniqueOrThrow({ where: { id: personCase } });
    expect(JSON.stringify(state.state)).not.toContain('11010519491231002X');
    expect(JSON.stringify(state.state)).not.toContain('王芳');
  });
});

describe('a permit that expires', () => {
  it('HN-NET-06.4 stands on the page as expired from the day after its last, and a task opens', async () => {
    await stack.advanceTo('2025-06-30T23:59:00+08:00');
    expect((await pageOf(supplier.party)).permits[0].status).toBe('VALID');
    await stack.advanceTo('2025-07-01T00:00:00+08:00');
    const page = await pageOf(supplier.party);
    expect(page.permits[0]).toMatchObject({ validUntil: '2025-06-30', status: 'EXPIRED' });
    expect(page.expired).toMatchObject([{ zh: '检验检测机构资质认定证书' }]);
    const seen = await caseOf(stack, supplierCase, 'window');
    expect(seen).toMatchObject({ stage: 'REGISTERED', tasks: [{ name: 'expiredPapers' }] });
    expect(await plannedNotices(stack, supplierCase, 'papersExpired')).toEqual(['2025-07-01T00:00 supplier']);
    const mail = await mailTo(stack, address('supplier'), '有效期');
    expect(mail.text).toContain('检验检测机构资质认定证书');
    // A month before, and then as for any named date.
    expect(await plannedNotices(stack, supplierCase, 'deadlineReminder')).toEqual([
      '2025-05-30T09:00 supplier',
      '2025-06-25T09:00 supplier',
      '2025-06-27T09:00 supplier',
    ]);
  });
});

describe('the yearly verification', () => {
  it('HN-NET-06.7 due on 2025-09-26 and unanswered, the listing is suspended at 2025-10-17 00:00, and not before', async () => {
    await stack.advanceTo('2025-09-27T00:00:00+08:00');
    expect((await caseOf(stack, supplierCase, 'window')).stage).toBe('VERIFICATION_OVERDUE');
    expect(await plannedNotices(stack, supplierCase, 'verificationAsked')).toEqual(['2025-09-12T09:00 supplier']);
    const overdue = await mailTo(stack, address('supplier'), '逾期');
    expect(overdue.text).toContain('登记信息应于 2025年9月26日 前核实');
    expect((await pageOf(supplier.party)).listed).toBe(true);

    await stack.advanceTo('2025-10-16T23:59:59+08:00');
    expect((await pageOf(supplier.party)).listed).toBe(true);
    await stack.advanceTo('2025-10-17T00:00:00+08:00');
    expect((await caseOf(stack, supplierCase, 'window')).stage).toBe('SUSPENDED');
    const page = await pageOf(supplier.party);
    expect(page).toMatchObject({
      listed: false,
      services: [],
      status: { zh: '暂停展示' },
      suspendedFor: [{ zh: '未按期核实登记信息' }],
    });
    expect(await listed('&status=SUSPENDED')).toMatchObject([{ party: supplier.party }]);
    expect(await plannedNotices(stack, supplierCase, 'listingSuspended')).toEqual(['2025-10-17T00:00 supplier']);
    const mail = await mailTo(stack, address('supplier'), '暂停展示');
    expect(mail.text).toContain('您在平台网络的展示自即时起暂停，原因是：未按期核实登记信息');
    const passed = (await timelineOf(stack, supplierCase, 'window')).filter(({ type }) => type === 'DEADLINE_PASSED');
    expect(passed.map(({ at, requirement }) => [at.slice(0, 16), requirement])).toContainEqual([
      '2025-10-17T00:00',
      'HN-NET-06.7',
    ]);
  });

  it('HN-NET-06.7 an answer with a new permit restores the listing once a reviewer has found it in order', async () => {
    await stack.advanceTo('2025-10-20T09:00:00+08:00');
    const client = await stack.as('supplier');
    const window = await stack.as('window');
    await client.act(supplierCase, 'submitData', { confirmed: true });
    expect((await refusalOf(window.act(supplierCase, 'verify', {}))).code).toBe('CONDITION_NOT_MET');
    await window.act(supplierCase, 'returnData', { items: ['检验检测机构资质认定证书'], reason: '原证书已过有效期。' });
    const permit = {
      trade: 'INSPECTION_AND_TESTING',
      number: '251800000002',
      fileId: await uploadPdf(client, '资质认定证书（新）.pdf'),
      validUntil: '2031-06-30',
    };
    await client.act(supplierCase, 'submitData', { confirmed: true, changes: { permits: [permit] } });
    await window.act(supplierCase, 'verify', {});
    await settled(stack);
    expect(await caseOf(stack, supplierCase, 'window')).toMatchObject({ stage: 'REGISTERED', tasks: [] });
    expect(await pageOf(supplier.party)).toMatchObject({ listed: true, expired: [], verifiedOn: '2025-10-20' });
    await expectWholeTimeline(stack, supplierCase, 'window');
  });

  it('HN-NET-06.1 HN-NET-04.2 a registration of 2025-03-03 is to be verified by 2026-03-03, with reminders before, and lists what does not exist', async () => {
    await stack.advanceTo('2026-03-02T10:00:00+08:00');
    const county = await stack.as('county');
    const { deadlines } = await county.get(`/api/cases/${personCase}`);
    expect(deadlines.find(({ name }: { name: string }) => name === 'verification')).toMatchObject({
      lastDay: '2026-03-03',
      dueAt: '2026-03-04T00:00:00.000+08:00',
    });
    // Seventeenth of February is in the Spring Festival: the working day before it, the make-up Saturday.
    expect(await plannedNotices(stack, personCase, 'verificationAsked')).toEqual(['2026-02-14T09:00 advisor']);
    expect(await plannedNotices(stack, personCase, 'deadlineReminder')).toEqual([
      '2026-02-24T09:00 advisor',
      '2026-03-02T09:00 advisor',
    ]);
    const asked = await mailTo(stack, address('advisor'), '请在');
    expect(asked.subject).toContain('2026年3月3日 24:00 前核实登记信息');
    const last = await mailTo(stack, address('advisor'), '期限提醒', 2);
    expect(last.subject).toContain('2026年3月3日 24:00 前核实登记信息（还剩 1 个工作日）');
    expect(last.text).toContain('暂停展示');
    await stack.advanceTo('2026-03-03T23:00:00+08:00');
    await (await stack.as('advisor')).act(personCase, 'submitData', { confirmed: true });
    const { extras } = await county.get(`/api/cases/${personCase}`);
    expect(extras.warnings).toMatchObject([{ zh: '尚未建立：服务客户回访制度（办法第六条要求建立）' }]);
    await county.act(personCase, 'verify', {});
    await stack.advanceTo('2026-03-04T00:00:01+08:00');
    expect((await caseOf(stack, personCase, 'county')).stage).toBe('REGISTERED');
    expect((await pageOf(personParty)).verifiedOn).toBe('2026-03-03');
    await expectWholeTimeline(stack, personCase, 'county');
  });

  it('HN-NET-06.1 the file keeps every version, and a provider of another case reads none of it', async () => {
    const seen = await caseOf(stack, supplierCase, 'window');
    expect(seen.forms.map(({ version }) => version)).toEqual([2, 1]);
    const failure = await (
      await stack.as('advisor')
    )
      .get(`/api/cases/${supplierCase}`)
      .catch((error: unknown) => error);
    expect((failure as ProblemError).status).toBe(404);
    const entry = await stack.database.registerEntry.findFirstOrThrow({
      where: { party: supplier.party },
      include: { changes: { orderBy: { seq: 'asc' } } },
    });
    expect(entry.changes.map(({ status }) => status)).toEqual(['REGISTERED', 'REGISTERED', 'SUSPENDED', 'REGISTERED']);
  });
});
