/** Hub and windows work together through the public API alone: surveys of needs, activities (HN-NET-05, 16) on the real stack. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { caseOf } from '../support/cases.ts';
import { individual, mailTo, registerSupplier, supplier } from '../support/network.ts';
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
  stack = await startTestStack({ startAt: '2025-10-09T09:00:00+08:00' });
  await registerSupplier(stack);
  await post('consumer', 'consumerRegistration', individual);
});
afterAll(() => stack.stop());

it('HN-NET-16.5 HN-NET-05.4 a survey of the whole province gives each window a task, and a need becomes a request', async () => {
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
    expect(await caseOf(stack, part, 'county')).toMatchObject({ facts: { answers: 1, requests: 1 } });
  }, PATIENCE);
  await act('county', part, 'completeSurvey', { summary: '融资需求最多。' });
  await vi.waitFor(async () => {
    expect(await caseOf(stack, survey, 'hub')).toMatchObject({
      facts: { parts: { asked: 3, completed: 1, answers: 1, byCategory: { FINANCING: 1 } } },
    });
  }, PATIENCE);
});

it('HN-NET-16.6 HN-NET-05.6 a training keeps who came from which window, is supported from above and recorded as a service', async () => {
  const activity = await post('county', 'serviceActivity', {
    ...{ platform: 'hn-liuyang', name: '窗口业务培训', kind: 'TRAINING', mode: 'OFFLINE', plannedOn: '2025-10-09' },
    ...{ content: '服务记录录入和接转操作。', partners: [supplier.party] },
  });
  expect((await mailTo(stack, 'supplier@demo.anjuan.test', '已登记为服务活动参与单位')).text).toContain('窗口业务培训');
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
