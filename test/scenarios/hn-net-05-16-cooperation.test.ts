/**
 * Hub and windows work together through the public API alone: surveys of needs, activities, what is published, how the platforms run, what providers
 * offer (HN-NET-05, 14, 15, 16, 27) on the real stack.
 */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { uploadPdf } from '../support/applications.ts';
import { caseOf, caseWhen, refusalOf } from '../support/cases.ts';
import {
  addAccount,
  individual,
  mailTo,
  openStage,
  providerFiling,
  registerSupplier,
  supplier,
} from '../support/network.ts';
import { PATIENCE } from '../support/patience.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;

const post = async (who: string, kind: string, form: object): Promise<string> => {
  const { caseId } = await (await stack.as(who)).post<{ caseId: string }>(`/api/cases/${kind}`, form);
  return caseId;
};
const act = async (who: string, id: string, action: string, input: object = {}) =>
  (await stack.as(who)).act(id, action, input);

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-10-01T10:00:00+08:00' });
  await registerSupplier(stack);
  await post('consumer', 'consumerRegistration', individual);
});
afterAll(() => stack.stop());

it('HN-NET-15.8 a leak reported 2025-10-01 10:00, a holiday, is a case at once and does not wait for 9 October', async () => {
  const leak = await post('consumer', 'dataBreach', {
    ...{ provider: supplier.party, data: ['CONTACT', 'ORDERS'], account: '订单页面无需登录即可打开。' },
    concerned: true,
  });
  const { stage, openedAt, deadlines } = await (await stack.as('hub')).get(`/api/cases/${leak}`);
  expect([stage, openedAt]).toEqual(['SUSPECTED', expect.stringMatching(/^2025-10-01T10:00/)]);
  expect(deadlines.find(({ name }: { name: string }) => name === 'measures')).toMatchObject({
    dueAt: expect.stringMatching(/^2025-10-02T10:00/) as unknown,
  });
  await mailTo(stack, 'supplier@demo.anjuan.test', '请立即采取补救措施');
  await stack.advanceTo('2025-10-09T09:00:00+08:00');
});

it('HN-NET-16.5 HN-NET-05.4 a survey of the whole province gives each window a task, and of 40 answers a need becomes a request', async () => {
  const survey = await post('hub', 'needsSurvey', {
    ...{ platform: 'hn-hub', withWindows: true, topic: '2025年第四季度服务需求调查' },
    ...{ questions: '最需要哪些服务？', until: '2025-10-31' },
  });
  const parts = await vi.waitFor(async () => {
    const found = await stack.database.case.findMany({ where: { parentId: survey, revision: { gt: 0 } } });
    expect(found.map(({ bodyId }) => bodyId).sort()).toEqual(['hn-changsha', 'hn-changsha-machinery', 'hn-liuyang']);
    return found;
  }, PATIENCE);
  const { id: part = '', title } = parts.find(({ bodyId }) => bodyId === 'hn-liuyang') ?? {};
  expect(title).toBe('浏阳市中小企业综合窗口服务平台');
  expect(await caseOf(stack, part, 'county')).toMatchObject({ stage: 'COLLECTING', tasks: [{ name: 'collectNeeds' }] });
  expect((await mailTo(stack, 'county@demo.anjuan.test', '请开展服务需求调查')).text).toContain('2025年10月31日');

  const need = '需要一百万元流动资金贷款。';
  const answer = await post('consumer', 'needsAnswer', { platform: 'hn-liuyang', category: 'FINANCING', need });
  // Forty in all.
  for (let other = 1; other < 40; other += 1) {
    await post('consumer', 'needsAnswer', {
      platform: 'hn-liuyang',
      category: 'TRAINING',
      need: `第 ${other} 项培训。`,
    });
  }
  await act('county', answer, 'turnIntoRequest');
  const request = await vi.waitFor(async () => {
    const { facts } = await caseOf(stack, answer, 'county');
    const id = String(facts['requestCaseId']);
    expect(await caseOf(stack, id, 'consumer')).toMatchObject({
      stage: 'RECEIVED',
      forms: [{ version: 1, data: { need } }],
    });
    return id;
  }, PATIENCE);
  // Who serves reads what the enterprise wrote.
  await act('county', request, 'transferToProvider', { provider: supplier.party, reason: '有融资对接经验。' });
  expect((await caseOf(stack, request, 'supplier')).forms).toMatchObject([{ data: { need, category: 'FINANCING' } }]);

  await vi.waitFor(async () => {
    expect(await caseOf(stack, part, 'county')).toMatchObject({ facts: { answers: 40, requests: 1 } });
  }, PATIENCE);
  await act('county', part, 'completeSurvey', { summary: '融资需求最多。' });
  await vi.waitFor(async () => {
    expect(await caseOf(stack, survey, 'hub')).toMatchObject({
      facts: { parts: { asked: 3, completed: 1, answers: 40, byCategory: { FINANCING: 1, TRAINING: 39 } } },
    });
  }, PATIENCE);
});

it('HN-NET-16.6 HN-NET-05.6 a training keeps who came from which window, is supported from above and recorded as a service', async () => {
  const activity = await post('county', 'serviceActivity', {
    ...{ platform: 'hn-liuyang', name: '窗口业务培训', kind: 'TRAINING', mode: 'OFFLINE', plannedOn: '2025-10-09' },
    ...{ content: '服务记录录入和接转操作。', partners: [supplier.party] },
  });
  expect((await mailTo(stack, 'supplier@demo.anjuan.test', '已登记为服务活动参与单位')).text).toContain('窗口业务培训');
  const stranger = act('county', activity, 'addPartner', { partner: '91310104MA1FR2CD85' });
  const { problem } = await refusalOf(stranger);
  expect(problem.errors).toMatchObject([{ field: 'partner' }]);
  expect(JSON.stringify(problem.errors)).toContain('未在平台网络登记');
  await act('county', activity, 'askForSupport', { what: '请选派一名讲师。' });
  await act('window', activity, 'answerSupport', { granted: true, reason: '选派一名讲师。' });
  expect((await mailTo(stack, 'county@demo.anjuan.test', '服务活动支持请求已答复')).text).toContain('选派一名讲师');
  await act('county', activity, 'publishActivity');
  const attendance = [{ body: 'hn-liuyang', enterprises: 3, persons: 8 }];
  await act('county', activity, 'recordHeld', { heldOn: '2025-10-09', checkedIn: 3, attendance });
  expect(await caseOf(stack, activity, 'county')).toMatchObject({ stage: 'HELD', facts: { attendance } });
  await vi.waitFor(async () => {
    const record = await stack.database.case.findFirst({ where: { parentId: activity, kind: 'serviceRecord' } });
    expect(await caseOf(stack, record?.id ?? '', 'county')).toMatchObject({
      facts: { item: '窗口业务培训', enterprises: 3 },
    });
  }, PATIENCE);
});

const read = async (path: string): Promise<Record<string, unknown>[]> => {
  const answer = await fetch(`${stack.baseUrl}/api/hn-net/${path}`);
  const body = (await answer.json()) as { items: Record<string, unknown>[] };
  expect(answer.status, JSON.stringify(body)).toBe(200);
  return body.items;
};

it('HN-NET-05.2 HN-NET-27.1 HN-NET-27.2 everybody reads information with source and date, and rules with their place and days; the Measures are in force from 2015-01-23', async () => {
  const { items: regulations } = await openStage(stack).without().get('/api/regulations');
  const measures = regulations.find(({ regime }: { regime: string }) => regime === 'HN_NET');
  expect(measures.documents).toMatchObject([{ code: 'HN-NET', standing: { code: 'IN_FORCE', on: '2015-01-23' } }]);
  await post('county', 'publicInformation', {
    ...{ publisher: 'hn-liuyang', kind: 'POLICY', title: '设备更新贷款贴息', words: '对设备更新贷款给予贴息。' },
    ...{ source: '浏财企〔2025〕12号', issuedOn: '2025-09-28' },
  });
  const rule = await post('department', 'publicInformation', {
    ...{ publisher: 'hn-dept-changsha', kind: 'LOCAL_RULE', title: '窗口平台管理办法', words: '适用于全市窗口平台。' },
    ...{ source: '长工信〔2025〕8号', issuedOn: '2025-09-01', validFrom: '2025-10-01', validTo: '2028-09-30' },
  });
  await vi.waitFor(async () => {
    expect(await read('information?kind=POLICY')).toMatchObject([
      { title: '设备更新贷款贴息', source: '浏财企〔2025〕12号', issuedOn: '2025-09-28', inForce: true },
    ]);
    // A rule of the city holds in its county.
    expect(await read('information?kind=LOCAL_RULE&region=HN/CHANGSHA/LIUYANG')).toMatchObject([
      { id: rule, scope: { region: 'HN/CHANGSHA' }, validFrom: '2025-10-01', validTo: '2028-09-30' },
    ]);
  }, PATIENCE);
  await act('department', rule, 'takeBack', { reason: '另行制定。' });
  expect(await read('information?kind=LOCAL_RULE')).toEqual([]);
  expect(await read('information?kind=LOCAL_RULE&history=true')).toMatchObject([{ id: rule, inForce: false }]);
});

it('HN-NET-16.2 HN-NET-16.4 interfaces are free for windows and have versions, and the one in force is known to everybody', async () => {
  const interfaceOf = (version: string, replaces?: string) =>
    post('hub', 'publicInformation', {
      ...{ publisher: 'hn-hub', kind: 'INTERFACE', title: '窗口平台统一接口', words: '见接口文档。', version },
      ...{ source: '湘企枢〔2025〕6号', issuedOn: '2025-10-08', ...(replaces !== undefined && { replaces }) },
    });
  const first = await interfaceOf('1.0');
  const second = await interfaceOf('2.0', first);
  await vi.waitFor(async () => {
    expect(await read('information?kind=INTERFACE')).toMatchObject([{ id: second, version: '2.0' }]);
    expect(await read('information?kind=INTERFACE&history=true')).toMatchObject([
      { version: '2.0', inForce: true },
      { version: '1.0', inForce: false },
    ]);
  }, PATIENCE);
});

it('HN-NET-14.3 status and incidents of a platform are recorded by checks, and public', async () => {
  const running = await post('hub', 'platformOperation', { platform: 'hn-hub', measures: '双机热备，每日巡检。' });
  await act('hub', running, 'recordOperation', { status: 'DOWN', account: '机房断电，备用机房已启用。' });
  expect(await read('operation')).toMatchObject([
    { platform: { id: 'hn-hub' }, status: 'DOWN', incidents: [{ to: null, accounts: ['机房断电，备用机房已启用。'] }] },
  ]);
  await act('hub', running, 'recordOperation', { status: 'NORMAL', account: '已恢复。' });
  const [hub] = await read('operation');
  expect(hub).toMatchObject({ status: 'NORMAL', incidents: [{ worst: { en: 'Down' } }] });
});

const stated = {
  ...{ quantity: '按样计', quality: '依国家标准', price: '每样300元', performance: '5个工作日', payment: '对公转账' },
  ...{ ending: '未检样品可退', safety: '样品须密封', liability: '依合同' },
};
const offered = { name: '材料成分检测', category: 'TECHNOLOGY', description: '金属材料成分检测。', ...stated };

it('HN-NET-10.1 HN-NET-15.2 HN-NET-15.4 HN-NET-16.3 an offer is returned without after-sales terms, found by category once listed, gone after a finding; its versions are kept', async () => {
  const offer = await post('supplier', 'offerReview', offered);
  await act('window', offer, 'returnOffer', { reason: '未说明售后服务。' });
  expect((await mailTo(stack, 'supplier@demo.anjuan.test', '服务(商品)信息退回修改')).text).toContain('售后服务');
  await act('supplier', offer, 'reviseOffer', { offer: { ...offered, afterSales: '报告异议免费复检' } });
  const filedAt = expect.stringMatching(/^2025-10-09T/) as unknown;
  expect((await caseOf(stack, offer, 'window')).forms).toMatchObject([
    { version: 2, filedAt, data: { ...stated, afterSales: '报告异议免费复检' } },
    { version: 1, filedAt, data: { ...stated, afterSales: null } },
  ]);
  await act('window', offer, 'listOffer');
  expect(await read('offers?category=TECHNOLOGY')).toMatchObject([
    { id: offer, name: '材料成分检测', provider: { party: supplier.party }, platform: { id: 'hn-changsha' } },
  ]);
  expect(await read('offers?category=LEGAL')).toEqual([]);
  expect(await read(`offers?${String(new URLSearchParams({ words: '成分' }))}`)).toHaveLength(1);
  const fileIds = [await uploadPdf(await stack.as('window'), '核查记录.pdf')];
  await act('window', offer, 'findBreach', { breach: 'FALSE_PUBLICITY', fileIds, reason: '宣称的资质不存在。' });
  expect(await read('offers')).toEqual([]);
  const credit = await stack.database.registerEntry.findUniqueOrThrow({
    where: { register_party: { register: 'hn-net.credit', party: supplier.party } },
  });
  expect(credit.data).toMatchObject({ violations: { [offer]: { breach: 'FALSE_PUBLICITY', foundOn: '2025-10-09' } } });
});

it('HN-NET-15.1 an offer that is prohibited is not listed, and the handling of unlawful content begins', async () => {
  const name = '代开检测报告';
  const offer = await post('supplier', 'offerReview', { ...offered, name, afterSales: '无' });
  await act('window', offer, 'passOnAsUnlawful', { reason: '代开报告为法律禁止交易的服务。' });
  expect(await caseOf(stack, offer, 'supplier')).toMatchObject({ outcome: 'UNLAWFUL' });
  expect(await read('offers')).toEqual([]);
  const content = offer.replace('ofr-', 'ilc-');
  await vi.waitFor(
    async () =>
      expect(await caseOf(stack, content, 'hub')).toMatchObject({
        ...{ kind: 'illegalContent', stage: 'FOUND', bodyId: 'hn-hub' },
        facts: { alleged: 'PROHIBITED', items: [name], provider: supplier.party },
      }),
    PATIENCE,
  );
});

/** A provider of this account registers at a platform, whose reviewer finds it in order. @returns its page */
const registered = async (account: string, form: { creditCode: string; broughtInBy: string } & object, by: string) => {
  const registration = await post(account, 'providerRegistration', await providerFiling(stack, form, account));
  await act(by, registration, 'register');
  await caseWhen(stack, registration, { stage: 'REGISTERED' }, by);
  return vi.waitFor(() => openStage(stack).without().get(`/api/hn-net/providers/${form.creditCode}`), PATIENCE);
};

it('HN-NET-01.5 HN-NET-14.1 HN-NET-04.1 the operator of a window offers nothing without a provider file; what it offers is marked as its own, and its page as incomplete without a handling time', async () => {
  const creditCode = '91430104MA4L7BKE2F';
  await addAccount(stack, 'operator', '长沙窗口平台运营有限公司', { role: 'provider', party: creditCode });
  const offer = { ...offered, name: '平台自营检测', afterSales: '免费复检' };
  const refusal = await refusalOf(post('operator', 'offerReview', offer));
  expect(refusal).toMatchObject({ status: 409, code: 'CONDITION_NOT_MET' });

  const items = { content: '检测', standard: '国家标准', flow: '受理、检测', fees: '每份300元', handlingTime: null };
  const form = {
    ...{ name: '长沙窗口平台运营有限公司', creditCode, broughtInBy: 'hn-changsha', operates: 'hn-changsha' },
    services: [{ code: 'S1', name: '检测', items }],
  };
  const page = await registered('operator', form, 'window');
  // Without a handling time the page is marked incomplete.
  expect(page).toMatchObject({
    ...{ operates: 'hn-changsha', missing: [{ zh: '检测：服务办理时限', en: '检测: Handling time' }] },
    services: [{ code: 'S1', missing: ['handlingTime'] }],
  });
  await act('window', await post('operator', 'offerReview', offer), 'listOffer');
  const others = await post('supplier', 'offerReview', { ...offered, afterSales: '免费复检' });
  await act('window', others, 'listOffer');
  const list = (await read('offers')) as { name: string; provider: { operates: string | null } }[];
  expect(list.map(({ name, provider }) => [name, provider.operates])).toEqual([
    ['材料成分检测', null],
    ['平台自营检测', 'hn-changsha'],
  ]);
});

it('HN-NET-05.5 a provider from another city is linked to the window that brought it in', async () => {
  const creditCode = '91350100M000100Y43';
  await addAccount(stack, 'hengyang', '衡阳南岳检测有限公司', { role: 'provider', party: creditCode });
  const form = { name: '衡阳南岳检测有限公司', creditCode, address: '衡阳市蒸湘区1号', broughtInBy: 'hn-liuyang' };
  expect(await registered('hengyang', form, 'county')).toMatchObject({
    ...{ address: '衡阳市蒸湘区1号', broughtInBy: { id: 'hn-liuyang' } },
  });
});

it('HN-NET-16.1 a window has users and cases of its own, and shares the registers with all', async () => {
  const own = await post('county', 'needsSurvey', {
    ...{ platform: 'hn-liuyang', topic: '本地需求调查', questions: '最需要哪些服务？', until: '2025-12-31' },
  });
  const ids = async (who: string) => {
    const { items } = await (await stack.as(who)).get<{ items: { id: string }[] }>('/api/cases?kind=needsSurvey');
    return items.map(({ id }) => id);
  };
  await vi.waitFor(async () => expect(await ids('county')).toContain(own), PATIENCE);
  expect(await ids('hub')).not.toContain(own);
  const ofOthers = await refusalOf(
    post('county', 'needsSurvey', { platform: 'hn-changsha', topic: '……', questions: '……', until: '2025-12-31' }),
  );
  expect(ofOthers).toMatchObject({ code: 'OUT_OF_SCOPE' });
  for (const who of ['county', 'hub']) {
    const { items } = await (
      await stack.as(who)
    ).get<{ items: { party: string }[] }>('/api/registers/hn-net.providers');
    expect(items.map(({ party }) => party)).toContain(supplier.party);
  }
});

it('HN-NET-16.3 each of the five functions of the online system has its place in the API', async () => {
  const json = async <T>(path: string) => (await (await fetch(`${stack.baseUrl}${path}`)).json()) as T;
  const { paths } = await json<{ paths: Record<string, object> }>('/api/openapi.json');
  const functions = {
    'search by category': ['/api/hn-net/offers'],
    'matching of needs': ['/api/intakes/{kind}', '/api/cases/{id}/actions/{name}'],
    'tracking of the process': ['/api/cases/{id}/timeline'],
    'evaluation of quality': ['/api/hn-net/providers/{party}/evaluations'],
    'assessment of performance': ['/api/hn-net/statistics'],
  };
  expect(
    Object.values(functions)
      .flat()
      .filter((path) => paths[path] === undefined),
  ).toEqual([]);
  const { items } = await json<{ items: { kind: string }[] }>('/api/intakes');
  const kinds = items.map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['serviceRequest', 'needsAnswer', 'consumerEvaluation']));
});
