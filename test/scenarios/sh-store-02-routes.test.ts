/** Entry routes (SH-STORE-02): standard, trial on recommendation, invitation. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import {
  apply,
  applicationBody,
  appointment,
  deadlineOf,
  goodFigures,
  institutions,
  openedBy,
  passInterview,
  passPreliminaryReview,
  recommend,
  review,
  settled,
  timelineOf,
  trialFiling,
} from '../support/applications.ts';
import { expectWords, mailAbout, mailsAbout, mailTo } from '../support/mails.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;
/** An invitation that nobody answers. */
let unanswered: string;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-01T09:00:00+08:00' });
});
afterAll(() => stack.stop());

async function invite(as: 'provider' | 'provider2', reasons: readonly string[]): Promise<string> {
  const reviewer = await stack.as('reviewer');
  const { caseId } = await reviewer.post('/api/invitations', {
    institution: { ...institutions[as], contactName: '张三', contactEmail: `${as}@demo.anjuan.test` },
    reasons,
  });
  return caseId;
}

it('SH-STORE-02.4 records inviter, reason and date of an invitation of 2025-09-01 and counts 30 days to 2025-10-09', async () => {
  unanswered = await invite('provider', ['LEADERSHIP', 'REPUTATION']);
  const manager = await stack.as('manager');
  expect(await manager.get(`/api/cases/${unanswered}`)).toMatchObject({
    kind: 'storeInvitation',
    stage: 'INVITED',
    subject: institutions.provider.creditCode,
    facts: {
      reasons: ['LEADERSHIP', 'REPUTATION'],
      invitedAt: expect.stringMatching(/^2025-09-01T09:0/),
      applicationCaseId: null,
    },
    forms: [{ data: { reasons: ['LEADERSHIP', 'REPUTATION'] } }],
  });
  const [opened] = await timelineOf(stack, unanswered);
  expect(opened).toMatchObject({ type: 'CASE_OPENED', actor: { id: 'demo-reviewer', name: '李审核' } });
  // The 30th day, 2025-10-01, is a holiday.
  expect(await deadlineOf(stack, unanswered, 'acceptance')).toMatchObject({
    lastDay: '2025-10-09',
    dueAt: '2025-10-10T00:00:00.000+08:00',
  });
  const mail = await mailAbout(stack, 'provider', '邀请贵机构入驻企业服务云');
  expectWords(stack, mail, unanswered, [
    '上海市中小企业发展服务中心',
    '行业内领先',
    '市场信誉较好',
    '2025年10月9日 24:00',
    // There is no answer to give but the application itself.
    '请在 2025年10月9日 24:00 前按邀约途径提交开店申请：提交申请即为接受邀约',
  ]);
});

it('SH-STORE-02.2 offers the trial at a revenue of 3,000,000 with a district recommendation on file, not without', async () => {
  const provider = await stack.as('provider');
  const figures = goodFigures(trialFiling.figures);
  const offers = async () => {
    const { routes } = await provider.post('/api/applications/check', { figures });
    return Object.fromEntries(
      routes.map(({ route, offered }: { route: string; offered: boolean }) => [route, offered]),
    );
  };
  expect(await offers()).toEqual({ STANDARD: false, TRIAL: false, INVITED: false });
  await expect(apply(stack, trialFiling)).rejects.toMatchObject({
    status: 409,
    code: 'ROUTE_NOT_OFFERED',
    problem: { facts: { route: 'TRIAL' } },
  });
  await recommend(stack);
  expect(await offers()).toEqual({ STANDARD: false, TRIAL: true, INVITED: false });
  const caseId = await apply(stack, trialFiling);
  expect(await provider.get(`/api/cases/${caseId}`)).toMatchObject({ facts: { route: 'TRIAL' } });
  await provider.act(caseId, 'withdraw');
});

it('SH-STORE-02.2 lets a review that finds a standard application lacking come back to the recommendation on file', async () => {
  const [provider, reviewer] = [await stack.as('provider'), await stack.as('reviewer')];
  const contribution = '承办区中小企业服务专场三十余场';
  // Where the figures lack nothing no trial is taken (07.1).
  await expect(apply(stack, { route: 'TRIAL', figures: { contribution } })).rejects.toMatchObject({
    status: 409,
    code: 'ROUTE_NOT_OFFERED',
    problem: { facts: { checks: [{ id: 'SH-STORE-02.2', status: 'NOT_MET' }] } },
  });
  const caseId = await apply(stack, { figures: { revenue: 3_000_000, contribution } });
  await review(stack, caseId);
  const pass = { interview: appointment('2025-09-15T10:00:00+08:00') };
  await expect(reviewer.act(caseId, 'passPreliminaryReview', pass)).rejects.toMatchObject({
    code: 'CONDITION_NOT_MET',
  });
  const reason = '年营收未达标，已有区主管部门推荐';
  await expect(reviewer.act(caseId, 'changeRoute', { route: 'TRIAL' })).rejects.toMatchObject({ status: 422 });
  expect(await reviewer.act(caseId, 'changeRoute', { route: 'TRIAL', reason })).toMatchObject({
    stage: 'PRELIM_REVIEW',
    facts: { route: 'TRIAL', recommendation: { recommenderId: 'demo-district' } },
  });
  expectWords(stack, await mailAbout(stack, 'provider', '入驻途径变更通知'), caseId, [
    '标准途径',
    '推荐试运行途径',
    reason,
    '试运行两个月',
  ]);
  // The department follows it from now on and may not decide it (XC-05.5).
  expect(await (await stack.as('district')).get(`/api/cases/${caseId}`)).toMatchObject({ actions: [] });
  await expect(reviewer.act(caseId, 'passPreliminaryReview', pass)).rejects.toMatchObject({
    code: 'STEP_MISSING',
    problem: { facts: { requirement: 'SH-STORE-07.1', items: ['keyTasks', 'contribution', 'potential'] } },
  });
  for (const item of ['keyTasks', 'contribution', 'potential'])
    await reviewer.act(caseId, 'judgeCondition', { item, met: true, reason: '有证明材料' });
  expect(await reviewer.act(caseId, 'passPreliminaryReview', pass)).toMatchObject({ stage: 'INTERVIEW_SCHEDULED' });
  await provider.act(caseId, 'withdraw');
});

it('SH-STORE-02.3 starts an application on the invitation route that passes review and interview like any other', async () => {
  const invitationId = await invite('provider2', ['POTENTIAL']);
  const [provider, reviewer] = [await stack.as('provider2'), await stack.as('reviewer')];
  const applicationId = await apply(stack, { as: 'provider2', route: 'INVITED', body: { invitationId } });
  await settled(stack);
  expect(await reviewer.get(`/api/cases/${invitationId}`)).toMatchObject({
    outcome: 'ACCEPTED',
    facts: { applicationCaseId: applicationId },
  });
  expect(await provider.get(`/api/cases/${applicationId}`)).toMatchObject({
    stage: 'PRELIM_REVIEW',
    facts: { route: 'INVITED' },
  });
  // No check is skipped.
  const interview = { at: '2025-09-15T10:00:00+08:00', minutes: 60, place: '302 室' };
  await expect(reviewer.act(applicationId, 'passPreliminaryReview', { interview })).rejects.toMatchObject({
    code: 'STEP_MISSING',
  });
  await passPreliminaryReview(stack, applicationId, interview.at);
  await expect(reviewer.act(applicationId, 'passInterview')).rejects.toMatchObject({ code: 'NOT_NOW' });
  await stack.advanceTo(interview.at);
  await passInterview(stack, applicationId);
  await settled(stack);
  const { storeId, setupId } = openedBy(applicationId);
  expect(await provider.get(`/api/stores/${storeId}`)).toMatchObject({ route: 'INVITED', status: 'NORMAL' });
  expect(await provider.get(`/api/cases/${setupId}`)).toMatchObject({ stage: 'SETUP_OPEN' });
  expect((await provider.get(`/api/cases?kind=trialOperation`)).items).toEqual([]);
  // An invitation is used once.
  await expect(
    provider.post(
      '/api/applications',
      await applicationBody(stack, { as: 'provider2', route: 'INVITED', body: { invitationId } }),
    ),
  ).rejects.toMatchObject({ code: 'CASE_CLOSED' });
});

it('SH-STORE-02.1 opens a store without trial when all conditions are met', async () => {
  const provider = await stack.as('provider');
  const { eligibility } = await provider.post('/api/applications/check', { figures: goodFigures() });
  expect(eligibility).toMatchObject({ overall: 'ELIGIBLE', blocked: false });
  const applicationId = await apply(stack);
  await passPreliminaryReview(stack, applicationId, '2025-09-22T10:00:00+08:00');
  await stack.advanceTo('2025-09-22T10:00:00+08:00');
  await passInterview(stack, applicationId);
  await settled(stack);
  const { storeId } = openedBy(applicationId);
  const store = await provider.get(`/api/stores/${storeId}`);
  expect(store).toMatchObject({ route: 'STANDARD', status: 'NORMAL', regularisedAt: null });
  expect(store.cases.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
    'storeApplication',
    'storeSetup',
    'storeSupervision',
  ]);
});

it('SH-STORE-02.4 lapses an invitation nobody took up after 2025-10-09', async () => {
  const manager = await stack.as('manager');
  await stack.advanceTo('2025-10-09T23:58:00+08:00');
  expect(await manager.get(`/api/cases/${unanswered}`)).toMatchObject({ stage: 'INVITED', closedAt: null });
  await stack.advanceTo('2025-10-10T00:00:00+08:00');
  expect(await manager.get(`/api/cases/${unanswered}`)).toMatchObject({ stage: 'LAPSED', outcome: 'LAPSED' });
  expectWords(stack, await mailAbout(stack, 'provider', '入驻邀约已失效'), unanswered, [
    '贵机构在期限内没有提交开店申请',
  ]);
  expectWords(stack, await mailAbout(stack, 'reviewer', '入驻邀约未获接受'), unanswered, [
    '您发出的对上海启明企业服务有限公司的入驻邀约未获接受',
    '邀约失效',
  ]);
  await expect(apply(stack, { route: 'INVITED', body: { invitationId: unanswered } })).rejects.toMatchObject({
    code: 'CASE_CLOSED',
  });
});

it('SH-STORE-02.4 tells who invited that the institution declines, with its reason, and the institution that it is noted', async () => {
  const invitationId = await invite('provider', ['POTENTIAL']);
  const reason = '今年暂无线上开店计划';
  await (await stack.as('provider')).act(invitationId, 'declineInvitation', { reason });
  expectWords(stack, await mailAbout(stack, 'reviewer', '入驻邀约未获接受', 2), invitationId, ['已谢绝邀约', reason]);
  expectWords(stack, await mailAbout(stack, 'provider', '已谢绝入驻邀约'), invitationId, ['贵机构已谢绝入驻邀约']);
});

it('SH-STORE-02 acknowledges a letter by its own date once an application rests on it, and tells the department of the pass', async () => {
  const lodged = await recommend(stack, 'provider2');
  const { createdAt } = await stack.database.recommendation.findUniqueOrThrow({ where: { id: lodged } });
  await stack.advanceTo('2025-10-10T09:00:00+08:00');
  const caseId = await apply(stack, { ...trialFiling, as: 'provider2' });
  expect(createdAt.toISOString()).toMatch(/^2025-10-09T16:0/);
  const about = (mail: { text: string }) => mail.text.includes(caseId);
  const mailOf = (words: string) =>
    vi.waitFor(async () => {
      const [mail, ...more] = (await mailsAbout(stack, 'district', words)).filter(about);
      if (mail === undefined || more.length > 0) throw new Error(`Not one mail about '${words}'.`);
      return mail;
    }, 20_000);
  const receipt = await mailOf('推荐函收件回执');
  expectWords(stack, receipt, caseId, ['2025年10月10日 00:0', '2025年10月10日 09:0', '推荐函已关联至该申请']);
  await passPreliminaryReview(stack, caseId, '2025-10-13T10:00:00+08:00');
  await stack.advanceTo('2025-10-13T10:00:00+08:00');
  await passInterview(stack, caseId);
  await settled(stack);
  expect((await mailOf('推荐机构办理结果')).text).toContain('通过开店审核');
});

it('SH-STORE-02.4 invites an institution that reads English in English, with what the inviter writes, in the name of the Centre', async () => {
  const reviewer = await stack.as('reviewer');
  const { caseId } = await reviewer.post('/api/invitations', {
    institution: { ...institutions.provider, contactName: 'Jane Roe', contactEmail: 'jane.roe@example.org' },
    reasons: ['POTENTIAL'],
    note: 'Your work on cross-border patents is well known.\nPlease come and see us first.',
    locale: 'en',
  });
  const mail = await mailTo(stack, 'jane.roe@example.org', 'invites you to open a store');
  expect(mail.headers['content-language']).toBe('en');
  for (const words of [
    'Dear Jane Roe,',
    'The Shanghai SME Development Service Centre invites your institution',
    'High potential',
    'Your work on cross-border patents is well known.',
    'Please come and see us first.',
    `/cases/${caseId}`,
  ]) {
    expect(mail.text).toContain(words);
  }
  expect(mail.headers['from']).toContain('Shanghai SME Development Service Centre');
});
