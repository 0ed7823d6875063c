/** The timeline as a manager reads it (XC-05.1, XC-05.3): each line says by itself what happened, to what, with what result and why. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  apply,
  appointment,
  deadlineOf,
  institutions,
  openStore,
  passInterview,
  recommend,
  reportAll,
  review,
  settled,
  timelineOf,
  type OpenedStore,
  type TimelineLine,
} from '../support/applications.ts';
import { caseWhen, relatedId } from '../support/cases.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

function titles(lines: readonly TimelineLine[], type: string): { zh: string; en: string }[] {
  return lines.filter((line) => line.type === type).map(({ title }) => title);
}

describe('the timeline of an application', () => {
  let stack: TestStack;
  let caseId: string;
  let lines: TimelineLine[];

  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-08-18T10:00:00+08:00' });
    await recommend(stack);
    caseId = await apply(stack, { figures: { revenue: 4_000_000, contribution: '承办区服务专场' } });
    const [reviewer, provider] = [await stack.as('reviewer'), await stack.as('provider')];
    await reviewer.act(caseId, 'claimTask', { task: 'preliminaryReview' });
    await reviewer.act(caseId, 'checkMaterials', { items: { licence: 'OK', staff: 'DEFICIENT' }, note: '缺社保证明' });
    await reviewer.act(caseId, 'recordCreditCheck', {
      result: 'HIT',
      source: '信用中国',
      checkedOn: '2025-08-18',
      touches: ['penalty'],
    });
    await reviewer.act(caseId, 'judgeCondition', { item: 'reputation', met: false, reason: '口碑不佳' });
    await reviewer.act(caseId, 'changeRoute', { route: 'TRIAL', reason: '营收不足，已有推荐' });
    await reviewer.act(caseId, 'changeRoute', { route: 'STANDARD', reason: '申请人补充了营收' });
    await reviewer.act(caseId, 'requestSupplement', { items: ['审计报告'], reason: '营收存疑' });
    // Answered before it went out, the mail would be one that nobody needs any more.
    await settled(stack);
    await provider.act(caseId, 'answerSupplement', { figures: { revenue: 8_000_000 }, note: '附审计报告' });
    await review(stack, caseId);
    await reviewer.act(caseId, 'passPreliminaryReview', { interview: appointment('2025-08-25T10:00:00+08:00') });
    await stack.advanceTo('2025-08-25T10:00:00+08:00');
    await passInterview(stack, caseId);
    await settled(stack);
    lines = await timelineOf(stack, caseId);
  });
  afterAll(() => stack.stop());

  it('XC-05.3 a judgement says of which condition, whether it is met and why', () => {
    expect(titles(lines, 'CONDITION_JUDGED')).toEqual([
      {
        zh: '已判断准入条件：行业影响、口碑与业绩（不符合）。理由：口碑不佳',
        en: 'Condition judged: Influence, reputation and results (not met). Why: 口碑不佳',
      },
      {
        zh: '已判断准入条件：从事相关服务的资质或能力（符合）。理由：材料属实',
        en: 'Condition judged: Qualification or ability for the services (met). Why: 材料属实',
      },
      { zh: expect.stringContaining('财务、经营与发展前景（符合）'), en: expect.stringContaining('Finances') },
      { zh: expect.stringContaining('行业影响、口碑与业绩（符合）'), en: expect.stringContaining('Influence') },
    ]);
  });

  it('XC-05.3 a check says what lacks, and whether the credit check was clear', () => {
    expect(titles(lines, 'MATERIALS_CHECKED')[0]).toEqual({
      zh: '资料已复核：齐全（证照）；不齐全或不符（人员情况）。备注：缺社保证明',
      en: 'Materials re-checked: in order (Licence); lacking or not in order (Staff). Note: 缺社保证明',
    });
    const [hit, clear] = titles(lines, 'CREDIT_CHECKED');
    expect(hit?.zh).toContain('有不良记录；涉及条件（5）：近一年内受过行政处罚且未整改');
    expect(clear?.zh).toContain('无不良记录');
    expect(clear?.en).toContain('clear');
  });

  it('XC-05.3 a change says from what to what, an appointment when and where', () => {
    expect(titles(lines, 'ROUTE_CHANGED').map(({ zh }) => zh)).toEqual([
      '已变更入驻途径：由 标准途径 改为 推荐试运行途径。理由：营收不足，已有推荐',
      '已变更入驻途径：由 推荐试运行途径 改为 标准途径。理由：申请人补充了营收',
    ]);
    expect(titles(lines, 'SUPPLEMENT_ANSWERED')[0]?.zh).toContain('营业收入（元）：由 4,000,000 改为 8,000,000');
    const [passed] = titles(lines, 'PRELIMINARY_REVIEW_PASSED');
    expect(passed?.zh).toContain('2025年8月25日 10:00 面审；地点：上海市中小企业发展服务中心 302 室');
    expect(passed?.en).toContain('10:00 on Monday 25 August 2025');
  });

  it('XC-05.3 XC-04.1 a notice is one line, with its state and when it was sent, and both entries are in the chain', async () => {
    const told = await vi.waitFor(async () => {
      const all = await timelineOf(stack, caseId);
      const planned = all.filter(({ type }) => type === 'NOTICE_PLANNED');
      expect(planned.flatMap(({ notices }) => notices.map(({ status }) => status)).every((one) => one === 'SENT')).toBe(
        true,
      );
      return all;
    }, 20_000);
    expect(told.filter(({ type }) => type === 'NOTICE_SENT')).toEqual([]);
    const invited = told.find(({ detail }) => detail?.['template'] === 'interviewNotice');
    expect(invited).toMatchObject({
      title: { zh: '通知：线下面审通知（致服务机构）' },
      noticeStates: [{ status: 'SENT', count: 1 }],
    });
    const stored = await stack.database.timelineEvent.findMany({ where: { caseId } });
    expect(stored.filter(({ type }) => type === 'NOTICE_SENT').length).toBeGreaterThan(3);
    const manager = await stack.as('manager');
    expect(await manager.get(`/api/cases/${caseId}/timeline/verify`)).toMatchObject({
      intact: true,
      lines: stored.length,
    });
  });

  it('XC-05.1 says who acts by name or title, and which case was opened of which', async () => {
    expect(titles(lines, 'TASK_ASSIGNED')[0]?.zh).toBe('待办已领取或指派：线上初审（李审核）');
    const setupId = `set-${caseId.slice(4)}`;
    const numberOf = async (id: string) =>
      (await stack.database.case.findUniqueOrThrow({ where: { id }, select: { number: true } })).number;
    const [application, setup] = [await numberOf(caseId), await numberOf(setupId)];
    expect(titles(lines, 'CASE_LINKED')[0]).toEqual({
      zh: `另立案件：开店装修与上架（${setup}）`,
      en: `Case opened from this one: Store set-up (${setup})`,
    });
    const [opened] = await timelineOf(stack, setupId);
    expect(opened?.title.zh).toBe(`立案：开店装修与上架（由“开店申请”案件 ${application} 引出）`);
    expect(opened?.actor).toMatchObject({ title: { zh: '“开店申请”案件', en: "Case 'Store application'" } });
  });

  it('XC-05.3 says the reasons to the body and the party, and no words of others to who only follows', async () => {
    for (const account of ['manager', 'provider']) {
      const client = await stack.as(account);
      const { items } = await client.get<{ items: TimelineLine[] }>(`/api/cases/${caseId}/timeline`);
      expect(items.map(({ title }) => title.zh).join('\n')).toContain('理由：口碑不佳');
    }
    const followed = await timelineOf(stack, caseId, 'district');
    expect(titles(followed, 'CONDITION_JUDGED')[0]).toEqual({ zh: '已判断准入条件', en: 'Condition judged' });
    expect(JSON.stringify(followed)).not.toContain('口碑不佳');
  });
});

describe('the timelines of a set-up that was done in time and told late', () => {
  let stack: TestStack;
  let store: OpenedStore;
  let rectificationId: string;

  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-09-22T09:00:00+08:00' });
    store = await openStore(stack, '2025-09-26T15:00:00+08:00');
    await stack.advanceTo('2025-10-13T10:00:00+08:00');
    rectificationId = await relatedId(stack, store.setupId, 'rectification');
    await reportAll(stack, store.storeId, [
      { type: 'DECORATION_PUBLISHED', occurredAt: '2025-10-09T10:00:00+08:00' },
      { type: 'PRODUCT_LISTED', productId: 'p-1', occurredAt: '2025-10-10T23:00:00+08:00' },
    ]);
    await settled(stack);
    await caseWhen(stack, store.setupId, { outcome: 'SETUP_DONE' });
  });
  afterAll(() => stack.stop());

  it('XC-05.3 SH-STORE-06.5 say when it was done, that it was in time, and that it was told late', async () => {
    const [completed] = titles(await timelineOf(stack, store.setupId), 'SETUP_COMPLETED');
    expect(completed?.zh).toMatch(
      /2025年10月10日 23:00 完成；在期限内完成；期限届满后于 2025年10月13日 10:00(:\d\d)? 才报告平台$/,
    );
    expect(completed?.en).toMatch(/in time; reported to the platform only at 10:00(:\d\d)? on Monday 13 October 2025/);
  });

  it('XC-05.3 SH-STORE-09.1 say what was found when the rectification was opened', async () => {
    const [opened] = titles(await timelineOf(stack, rectificationId), 'RECTIFICATION_OPENED');
    for (const fact of ['店铺于2025年9月26日通过开店审核', '店铺装修未发布', '已上架产品 0 个，要求至少 1 个'])
      expect(opened?.zh).toContain(fact);
    const [withdrawn] = titles(await timelineOf(stack, rectificationId), 'RECTIFICATION_WITHDRAWN');
    expect(withdrawn?.zh).toContain('装修与上架于 2025年10月10日 23:00 完成');
  });
});

describe('other rules and another calendar', () => {
  let stack: TestStack;

  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2026-02-02T09:00:00+08:00' });
  });
  afterAll(() => stack.stop());

  it('XC-06.2 rules of version 2 say which values have changed, from what to what', async () => {
    const { setupId } = await openStore(stack, '2026-02-03T10:00:00+08:00', { as: 'provider2' });
    await (await stack.as('admin')).put('/api/rules/SH_STORE', { values: { 'setup.days': 7 }, note: '期限放宽' });
    await (await stack.as('manager')).act(setupId, 'adoptRules', { reason: '统一适用' });
    const lines = await timelineOf(stack, setupId);
    expect(titles(lines, 'RULES_ADOPTED')[0]?.zh).toBe('改用最新规则：由 第 1 版 改为 第 2 版。理由：统一适用');
    const [changed] = titles(lines, 'RULES_CHANGED');
    expect(changed?.zh).toMatch(/^规则更新为第 2 版：.+：由 5 个工作日 改为 7 个工作日$/);
    expect(changed?.en).toMatch(/from 5 working days to 7 working days$/);
  });

  it('XC-02.3 another calendar is told of in the case that it moves, with what moved, and in no other', async () => {
    // Seven working days by now, the rules of version 2.
    const { setupId } = await openStore(stack, '2026-02-13T10:00:00+08:00');
    const admin = await stack.as('admin');
    const { caseId: untouched } = await (
      await stack.as('reviewer')
    ).post('/api/invitations', {
      institution: { ...institutions.provider2, contactName: '张三', contactEmail: 'provider2@demo.anjuan.test' },
      reasons: ['LEADERSHIP'],
    });
    const { years } = await admin.get<{ years: Record<string, { off: string; work: string }> }>('/api/calendar');
    const { off = '', work = '' } = years['2026'] ?? {};
    await admin.post('/api/calendar/apply', {
      year: 2026,
      off: `${off} 0227`,
      work,
      source: '国务院办公厅关于2026年放假安排的调整通知',
      scope: 'all',
    });
    await vi.waitFor(
      async () => expect(await deadlineOf(stack, setupId, 'setup')).toMatchObject({ lastDay: '2026-03-03' }),
      20_000,
    );
    const [told, ...more] = titles(await timelineOf(stack, setupId), 'CALENDAR_CHANGED');
    expect(more).toEqual([]);
    expect(told?.zh).toMatch(
      /完成店铺装修及产品上架：由 2026年3月2日 24:00.* 改为 2026年3月3日 24:00.*（日历第 2 版）$/,
    );
    await settled(stack);
    expect(titles(await timelineOf(stack, untouched), 'CALENDAR_CHANGED')).toEqual([]);
    expect(await (await stack.as('manager')).get(`/api/cases/${untouched}`)).toMatchObject({ calendarVersion: 2 });
  });
});
