/** Online preliminary review, SH-STORE 二.2. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  appointment,
  apply,
  attendees,
  deadlineOf,
  institutions,
  review,
  settled,
  uploadPdf,
} from '../support/applications.ts';
import { caseOf, caseWhen, plannedAt, refusalOf } from '../support/cases.ts';
import { calendarOf, expectWords, mailAbout, mailsAbout } from '../support/mails.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const materials = { licence: 'OK', figures: 'OK', staff: 'OK', premises: 'OK', creditScreenshot: 'OK' };
const interview = appointment('2025-08-29T14:00:00+08:00');

describe('passed, rejected and returned', () => {
  let stack: TestStack;
  /** Of provider, from 2025-08-20. */
  let passed: string;
  /** Of provider2, from 2025-08-21. */
  let returned: string;

  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-08-20T09:00:00+08:00' });
    passed = await apply(stack);
  });
  afterAll(() => stack.stop());

  it('SH-STORE-04.1 refuses a pass while any material is unticked or deficient', async () => {
    const reviewer = await stack.as('reviewer');
    const pass = () => refusalOf(reviewer.act(passed, 'passPreliminaryReview', { interview }));
    expect(await pass()).toMatchObject({
      status: 409,
      code: 'STEP_MISSING',
      problem: { facts: { requirement: 'SH-STORE-04.1', open: Object.keys(materials) } },
    });
    await reviewer.act(passed, 'checkMaterials', { items: { ...materials, staff: 'DEFICIENT' }, note: '社保名单缺页' });
    expect(await pass()).toMatchObject({
      code: 'STEP_MISSING',
      problem: { facts: { requirement: 'SH-STORE-04.1', open: ['staff'] } },
    });
    const { stage, facts } = await reviewer.act(passed, 'checkMaterials', { items: { staff: 'OK' } });
    expect({ stage, ticked: facts.materials }).toEqual({ stage: 'PRELIM_REVIEW', ticked: materials });
    // The materials are no longer what is missing.
    expect(await pass()).toMatchObject({ problem: { facts: { requirement: 'SH-STORE-04.2' } } });
  });

  it('SH-STORE-04.2 stores result, source and date of the credit check and wants a written reason for a pass with a hit', async () => {
    const reviewer = await stack.as('reviewer');
    const check = { result: 'HIT', source: '信用中国', checkedOn: '2025-08-20', touches: [], note: '一项滞纳记录' };
    expect(await refusalOf(reviewer.act(passed, 'recordCreditCheck', { ...check, source: ' ' }))).toMatchObject({
      status: 422,
      problem: { errors: [{ field: 'source' }] },
    });
    expect(
      await refusalOf(reviewer.act(passed, 'recordCreditCheck', { ...check, checkedOn: '2025-08-21' })),
    ).toMatchObject({ status: 422, code: 'INVALID_INPUT', problem: { errors: [{ field: 'checkedOn' }] } });
    await reviewer.act(passed, 'recordCreditCheck', check);
    const { facts } = await caseOf(stack, passed);
    expect(facts.credit).toMatchObject({ result: 'HIT', source: '信用中国', checkedOn: '2025-08-20' });
    for (const item of ['qualification', 'prospects', 'reputation']) {
      await reviewer.act(passed, 'judgeCondition', { item, met: true, reason: '材料属实' });
    }
    const refusal = await refusalOf(reviewer.act(passed, 'passPreliminaryReview', { interview }));
    expect(refusal).toMatchObject({ status: 422, code: 'REASON_REQUIRED', problem: { errors: [{ field: 'reason' }] } });
    expect(await caseOf(stack, passed)).toMatchObject({ stage: 'PRELIM_REVIEW', facts: { interview: null } });
  });

  it('SH-STORE-04.3 mails one notice of the pass on 2025-08-20 with time, place, originals, letter and calendar file', async () => {
    const reviewer = await stack.as('reviewer');
    await reviewer.act(passed, 'passPreliminaryReview', { interview, reason: '滞纳金已结清，不影响经营' });
    await settled(stack);
    const mail = await mailAbout(stack, 'provider', '线下面审通知');
    expect(await mailsAbout(stack, 'provider', '面审')).toHaveLength(1);
    expect(mail.subject).toContain('2025年8月29日 14:00');
    expect(mail.to).toEqual(['provider@demo.anjuan.test']);
    expectWords(stack, mail, passed, [
      '上海启明企业服务有限公司，您好',
      '2025年8月29日 14:00（北京时间 UTC+8）',
      '上海市中小企业发展服务中心 302 室',
      '60 分钟',
      '请携带下列材料的原件',
      '营业执照（律师事务所为执业许可证）正本',
      '专职人员社保缴费证明及学历、职称证书',
      '经营场所产权证明或租赁合同',
      '承诺书',
      '半年内不再受理开店申请（依据《办法》二.3）',
      passed,
    ]);
    const event = calendarOf(mail);
    expect(event).toMatchObject({
      METHOD: 'REQUEST',
      // 14:00 in Shanghai.
      DTSTART: '20250829T060000Z',
      DTEND: '20250829T070000Z',
      SEQUENCE: '0',
      STATUS: 'CONFIRMED',
      LOCATION: '上海市中小企业发展服务中心 302 室',
      SUMMARY: expect.stringContaining('上海启明企业服务有限公司'),
      DESCRIPTION: expect.stringContaining('营业执照'),
    });
    expect(event['UID']).toContain(passed);
    const [notice] = (await reviewer.get(`/api/notices?caseId=${passed}`)).items.filter(
      ({ template }: { template: string }) => template === 'interviewNotice',
    );
    expect(notice).toMatchObject({
      status: 'SENT',
      recipientEmail: 'provider@demo.anjuan.test',
      subject: mail.subject,
    });
    expect(notice.plannedAt).toMatch(/^2025-08-20T/);
  });

  it('SH-STORE-04.4 mails a rejection of 2025-08-20 with its reasons, imposes no bar and accepts a new application on 2025-08-21', async () => {
    const reviewer = await stack.as('reviewer');
    const rejected = await apply(stack, { as: 'provider2' });
    expect((await refusalOf(reviewer.act(rejected, 'rejectApplication'))).status).toBe(422);
    expect((await refusalOf(reviewer.act(rejected, 'rejectApplication', { reason: '  ' }))).status).toBe(422);
    const reason = '年营收与审计报告不一致';
    const closed = await reviewer.act(rejected, 'rejectApplication', { reason });
    expect(closed).toMatchObject({ stage: 'PRELIM_REJECTED', outcome: 'PRELIM_REJECTED', deadlines: [], tasks: [] });
    const mail = await mailAbout(stack, 'provider2', '线上初审未通过');
    expectWords(stack, mail, rejected, [reason, '不产生不受理期', '2025年8月20日', '依据：《办法》二.2']);
    expect((await (await stack.as('provider2')).get('/api/bars')).items).toEqual([]);
    expect((await reviewer.get(`/api/bars?party=${institutions.provider2.creditCode}`)).items).toEqual([]);
    await stack.advanceTo('2025-08-21T09:00:00+08:00');
    returned = await apply(stack, { as: 'provider2' });
    expect(await caseOf(stack, returned)).toMatchObject({ stage: 'PRELIM_REVIEW', outcome: null });
  });

  it('SH-STORE-04.5 returns on 2025-09-26 with a list; unanswered when 2025-10-16 ends, the case is LAPSED at 2025-10-17 00:00 without a bar', async () => {
    const reviewer = await stack.as('reviewer');
    const applicant = await stack.as('provider');
    await stack.advanceTo('2025-09-26T10:00:00+08:00');
    // A second institution's case, which will be answered in time.
    await reviewer.act(passed, 'recordAttendance', { attendees });
    await applicant.act(passed, 'withdraw', { reason: '改期后再申请' });
    const answered = await apply(stack);
    const items = ['2024 年度审计报告', '专职人员社保缴费证明'];
    const request = { items, reason: '材料不全' };
    expect(
      (await refusalOf(reviewer.act(returned, 'requestSupplement', { items: [], reason: '材料不全' }))).status,
    ).toBe(422);
    for (const id of [returned, answered]) {
      expect(await reviewer.act(id, 'requestSupplement', request)).toMatchObject({ stage: 'RETURNED_FOR_SUPPLEMENT' });
    }
    expect(await deadlineOf(stack, returned, 'supplement')).toMatchObject({
      lastDay: '2025-10-16',
      dueAt: '2025-10-17T00:00:00.000+08:00',
      clause: 'SH-STORE 二.2',
    });
    const told = await mailAbout(stack, 'provider2', '请补充申请材料');
    expectWords(stack, told, returned, [...items, '材料不全', '2025年10月16日 24:00', '还剩 10 个工作日', '申请终止']);

    await stack.advanceTo('2025-10-16T23:59:00+08:00');
    for (const id of [returned, answered]) expect((await caseOf(stack, id)).stage).toBe('RETURNED_FOR_SUPPLEMENT');
    expect(await plannedAt(stack, returned, 'deadlineReminder')).toEqual(['2025-10-14T09:00', '2025-10-16T09:00']);
    expect((await mailAbout(stack, 'provider2', '期限提醒', 2)).subject).toContain('今天是最后一天');
    const report = await uploadPdf(applicant, '审计报告.pdf');
    // The answer is no back door: the form it makes is checked like one that is filed.
    for (const [input, field] of [
      [{}, 'note'],
      [{ figures: { fiscalYear: 2020 } }, 'figures.fiscalYear'],
      [{ figures: { degreeAndTitle: 20 } }, 'figures.degreeAndTitle'],
    ] as const) {
      expect(await refusalOf(applicant.act(answered, 'answerSupplement', input)), field).toMatchObject({
        status: 422,
        code: 'INVALID_INPUT',
        problem: { errors: [{ field }] },
      });
    }
    const back = await applicant.act(answered, 'answerSupplement', {
      note: '补交审计报告',
      figures: { revenue: 7_900_000 },
      files: { qualifications: [report] },
    });
    expect(back).toMatchObject({ stage: 'PRELIM_REVIEW', facts: { figures: { revenue: 7_900_000 } } });

    await stack.advanceTo('2025-10-17T00:00:00+08:00');
    const lapsed = await caseWhen(stack, returned, { stage: 'LAPSED' });
    expect(lapsed).toMatchObject({ outcome: 'LAPSED', closedAt: expect.stringMatching(/^2025-10-17T00:00/) });
    expectWords(stack, await mailAbout(stack, 'provider2', '因逾期未补正而终止'), returned, [
      '2025年10月17日 00:00',
      '不设不受理期',
    ]);
    expect((await caseOf(stack, answered)).stage).toBe('PRELIM_REVIEW');
    const { forms } = await caseOf(stack, answered);
    expect(forms.map(({ version }) => version)).toEqual([2, 1]);
    expect(forms[0]?.data).toMatchObject({ figures: { revenue: 7_900_000 }, files: { qualifications: [report] } });
    expect(forms[1]?.data).toMatchObject({ figures: { revenue: 8_000_000 } });
    expect((await (await stack.as('provider2')).get('/api/bars')).items).toEqual([]);
    expect((await caseOf(stack, await apply(stack, { as: 'provider2' }))).stage).toBe('PRELIM_REVIEW');
  });
});

describe('the internal target', () => {
  let stack: TestStack;
  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-09-26T10:00:00+08:00' });
  });
  afterAll(() => stack.stop());

  it('SH-STORE-04.6 shows a case of 2025-09-26 undecided on 2025-10-11 overdue by 1 working day to managers only, without legal effect', async () => {
    const [manager, reviewer] = [await stack.as('manager'), await stack.as('reviewer')];
    const late = await apply(stack);
    const waiting = await apply(stack, { as: 'provider2' });
    const inbox = async () => (await reviewer.get(`/api/tasks?caseId=${waiting}`)).items;
    await reviewer.act(waiting, 'claimTask', { task: 'preliminaryReview' });
    await reviewer.act(waiting, 'requestSupplement', { items: ['审计报告'], reason: '材料不全' });
    expect(await inbox()).toEqual([]);
    const overdue = async (client: typeof manager) =>
      ((await client.get('/api/cases?overdue=true')).items as { id: string; overdue: unknown }[]).map((item) => [
        item.id,
        item.overdue,
      ]);

    await stack.advanceTo('2025-10-10T23:59:00+08:00');
    expect(await overdue(manager)).toEqual([]);
    await stack.advanceTo('2025-10-11T09:00:00+08:00');
    // What waits for the applicant is not late with the reviewer.
    expect(await overdue(manager)).toEqual([[late, { workingDays: 1, legalEffect: false }]]);
    expect(await overdue(reviewer)).toEqual([]);
    expect(await overdue(await stack.as('provider'))).toEqual([]);
    expect(await deadlineOf(stack, late, 'preliminaryReview')).toMatchObject({
      lastDay: '2025-10-10',
      legalEffect: false,
    });
    for (const as of ['reviewer', 'provider'])
      expect((await caseOf(stack, late, as)) as object).toMatchObject({ deadlines: [], endedDeadlines: [] });

    // Nothing followed: the case stands where it stood, nobody was written to, and it can be passed.
    expect(await caseOf(stack, late)).toMatchObject({ stage: 'PRELIM_REVIEW', outcome: null });
    expect((await stack.mailsTo('provider')).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('开店申请收件回执'),
    ]);
    await review(stack, late);
    await reviewer.act(late, 'passPreliminaryReview', { interview: appointment('2025-10-20T10:00:00+08:00') });
    expect(await caseOf(stack, late)).toMatchObject({ stage: 'INTERVIEW_SCHEDULED' });
    expect(await overdue(manager)).toEqual([]);

    // An answer sets the clock going again, for the same reviewer and with the days that were left.
    await (await stack.as('provider2')).act(waiting, 'answerSupplement', { note: '已补正' });
    const task = { name: 'preliminaryReview', assigneeId: reviewer.user.id };
    expect(await inbox()).toMatchObject([{ ...task, dueAt: null }]);
    expect((await caseOf(stack, waiting, 'manager')).tasks).toMatchObject([
      { ...task, dueAt: '2025-10-18T00:00:00.000+08:00' },
    ]);
    await stack.advanceTo('2025-10-17T23:59:00+08:00');
    expect(await overdue(manager)).toEqual([]);
    await stack.advanceTo('2025-10-20T09:00:00+08:00');
    expect(await overdue(manager)).toEqual([[waiting, { workingDays: 1, legalEffect: false }]]);
  });
});
