/** Offline interview, commitment letter and absence, SH-STORE 二.3. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  appointment,
  apply,
  attendees,
  deadlineOf,
  institutions,
  noticesOf,
  openedBy,
  originals,
  passPreliminaryReview,
  recommend,
  review,
  settled,
  timelineOf,
  trialFiling,
  uploadPdf,
} from '../support/applications.ts';
import { caseOf, caseWhen, plannedAt, refusalOf } from '../support/cases.ts';
import { calendarOf, expectWords, mailAbout, mailsAbout } from '../support/mails.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

describe('the interviews of 2025-08-29', () => {
  let stack: TestStack;
  /** Of provider2, recommended for a trial: attended. */
  let attended: string;
  /** Of provider: missed. */
  let missed: string;

  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-08-20T09:00:00+08:00' });
    missed = await apply(stack);
    await recommend(stack, 'provider2');
    attended = await apply(stack, { ...trialFiling, as: 'provider2' });
    await passPreliminaryReview(stack, missed, '2025-08-29T14:00:00+08:00');
    await passPreliminaryReview(stack, attended, '2025-08-29T10:00:00+08:00');
  });
  afterAll(() => stack.stop());

  it('SH-STORE-05.1 refuses an interview result from a district officer and from the applicant', async () => {
    const reviewer = await stack.as('reviewer');
    expect(await refusalOf(reviewer.act(attended, 'recordAttendance', { attendees }))).toMatchObject({
      code: 'NOT_NOW',
    });
    await stack.advanceTo('2025-08-29T10:00:00+08:00');
    expect((await refusalOf(reviewer.act(attended, 'recordAttendance', {}))).status).toBe(422);
    await reviewer.act(attended, 'recordAttendance', { attendees });
    // Who came is for the record; the case itself knows no names.
    const lines = await timelineOf(stack, attended);
    expect(lines.find(({ type }) => type === 'INTERVIEW_ATTENDED')?.detail).toMatchObject({ attendees });
    const row = await stack.database.case.findUniqueOrThrow({ where: { id: attended }, select: { state: true } });
    expect(JSON.stringify(row.state)).not.toContain(attendees[0]?.name);
    const { revision } = await caseOf(stack, attended);
    for (const [name, input] of [
      ['passInterview', {}],
      ['failInterview', { reason: '不符' }],
      ['verifyMaterials', { items: originals }],
    ] as const) {
      for (const account of ['district', 'provider2', 'manager']) {
        const refusal = await refusalOf((await stack.as(account)).act(attended, name, input));
        expect(refusal, `${account} ${name}`).toMatchObject({
          status: 403,
          code: 'NOT_ALLOWED',
          problem: { facts: { allowed: ['reviewer'] } },
        });
      }
    }
    // The case of an institution the officer did not recommend is out of sight altogether.
    expect(await refusalOf((await stack.as('district')).act(missed, 'recordAbsence'))).toMatchObject({ status: 403 });
    expect(await caseOf(stack, attended)).toMatchObject({ stage: 'ATTENDED', revision });
  });

  it('SH-STORE-05.2 refuses a pass with an item unverified or deficient until it is resolved', async () => {
    const reviewer = await stack.as('reviewer');
    const pass = () => refusalOf(reviewer.act(attended, 'passInterview'));
    const missing = { status: 409, code: 'STEP_MISSING' };
    const keys = originals.map(({ item }) => item);
    // The list was frozen with the appointment.
    expect((await caseOf(stack, attended)).facts.interview.originals.map(({ key }: { key: string }) => key)).toEqual(
      keys,
    );
    expect(await pass()).toMatchObject({
      ...missing,
      problem: { facts: { requirement: 'SH-STORE-05.2', open: keys } },
    });
    const unknown = { items: [{ item: '营业执照正本', result: 'OK' }] };
    expect(await refusalOf(reviewer.act(attended, 'verifyMaterials', unknown))).toMatchObject({
      status: 422,
      problem: { errors: [{ field: 'items.0.item' }] },
    });
    // One item is not enough: every one is ticked or marked deficient.
    await reviewer.act(attended, 'verifyMaterials', { items: [{ item: 'licence', result: 'OK' }] });
    expect(await pass()).toMatchObject({
      ...missing,
      problem: { facts: { requirement: 'SH-STORE-05.2', open: ['qualifications', 'staff', 'premises'] } },
    });
    await reviewer.act(attended, 'verifyMaterials', {
      items: originals.map(({ item, result }) =>
        item === 'staff' ? { item, result: 'DEFICIENT', note: '缺 3 人' } : { item, result },
      ),
    });
    const refusal = await pass();
    expect(refusal).toMatchObject({
      ...missing,
      problem: { facts: { requirement: 'SH-STORE-05.2', deficient: ['staff'] } },
    });
    expect(refusal.message).toContain('专职人员社保缴费证明');
    await reviewer.act(attended, 'verifyMaterials', { items: [{ item: 'staff', result: 'OK' }] });
    // Resolved: now it is the letter that is missing.
    expect(await pass()).toMatchObject({ ...missing, problem: { facts: { requirement: 'SH-STORE-05.3' } } });
  });

  it('SH-STORE-05.3 refuses a pass without the signed letter and stores its scan', async () => {
    const reviewer = await stack.as('reviewer');
    expect(await refusalOf(reviewer.act(attended, 'passInterview'))).toMatchObject({
      status: 409,
      code: 'STEP_MISSING',
      problem: { facts: { requirement: 'SH-STORE-05.3' } },
    });
    expect(await refusalOf(reviewer.act(attended, 'signCommitment', { fileId: 'fil-nothing' }))).toMatchObject({
      status: 422,
      problem: { errors: [{ field: 'fileId' }] },
    });
    const fileId = await uploadPdf(reviewer, '承诺书.pdf');
    expect(await reviewer.act(attended, 'signCommitment', { fileId })).toMatchObject({
      stage: 'COMMITMENT_SIGNED',
      facts: { commitmentFileId: fileId },
    });
    const scan = await reviewer.exchange('GET', `/api/files/${fileId}?caseId=${attended}`);
    expect(scan.status).toBe(200);
    expect(scan.headers.get('content-type')).toBe('application/pdf');
    expect(String(scan.body)).toMatch(/^%PDF-/);
  });

  it('SH-STORE-05.4 ends the case of a missed interview of 2025-08-29 14:00 as DEEMED_ABANDONED when the reviewer finds no cause', async () => {
    const reviewer = await stack.as('reviewer');
    await stack.advanceTo('2025-08-29T13:59:00+08:00');
    expect(await refusalOf(reviewer.act(missed, 'recordAbsence'))).toMatchObject({ status: 409, code: 'NOT_NOW' });
    await stack.advanceTo('2025-08-29T14:00:00+08:00');
    // Nor can the applicant slip away from the finding now.
    const applicant = await stack.as('provider');
    for (const [name, input] of [
      ['withdraw', {}],
      ['requestReschedule', { reason: '临时有事' }],
    ] as const) {
      expect(await refusalOf(applicant.act(missed, name, input)), name).toMatchObject({
        status: 409,
        code: 'NOT_NOW',
        problem: { facts: { requirement: 'SH-STORE-05.4' } },
      });
    }
    // That it has begun is no finding: the case waits for the reviewer to say what happened.
    expect(await caseWhen(stack, missed, { stage: 'INTERVIEW_SCHEDULED' })).toMatchObject({
      tasks: [{ name: 'interview' }],
    });
    await stack.advanceTo('2025-08-29T14:30:00+08:00');
    expect(await reviewer.act(missed, 'recordAbsence', { note: '电话未接' })).toMatchObject({
      stage: 'NO_SHOW_PENDING',
    });

    const find = (input: object) => reviewer.act(missed, 'findAbsenceWithoutCause', input);
    await stack.advanceTo('2025-09-03T23:59:00+08:00');
    expect(await refusalOf(find({ reason: '未到场' }))).toMatchObject({
      status: 409,
      code: 'NOT_NOW',
      problem: { facts: { until: '2025-09-04T00:00:00.000+08:00' } },
    });
    await stack.advanceTo('2025-09-04T10:00:00+08:00');
    expect((await caseOf(stack, missed)).stage).toBe('NO_SHOW_PENDING');
    expect((await refusalOf(find({}))).status).toBe(422);
    expect(await find({ reason: '无正当理由未到场，也未说明' })).toMatchObject({
      stage: 'DEEMED_ABANDONED',
      outcome: 'DEEMED_ABANDONED',
      deadlines: [],
      tasks: [],
    });
    expect(await refusalOf(reviewer.act(missed, 'recordAttendance', { attendees }))).toMatchObject({
      status: 409,
      code: 'CASE_CLOSED',
    });
  });

  it('SH-STORE-05.8 mails the bar with clause, first and last day, 2025-08-30 to 2026-02-28, and shows it to the applicant', async () => {
    const mail = await mailAbout(stack, 'provider', '无故缺席面审的认定');
    expectWords(stack, mail, missed, [
      '自2025年8月30日起至2026年2月28日止，半年内不再受理贵机构的开店申请（依据《办法》二.3）',
      '2025年8月30日至2026年2月28日（含首尾两日）',
      '最早可于2026年3月1日 00:00 起重新申请',
      '2025年8月29日 14:00',
      '无正当理由未到场，也未说明',
      '视为自动放弃',
    ]);
    expect(await mailsAbout(stack, 'provider', '无故缺席面审的认定')).toHaveLength(1);
    const provider = await stack.as('provider');
    const { items } = await provider.get('/api/bars');
    expect(items).toMatchObject([
      {
        party: institutions.provider.creditCode,
        ground: 'NO_SHOW',
        clause: 'SH-STORE 二.3',
        firstDay: '2025-08-30',
        lastDay: '2026-02-28',
        firstAdmissibleDay: '2026-03-01',
        firm: true,
        running: true,
        caseId: missed,
      },
    ]);
    const lines = await timelineOf(stack, missed, 'provider');
    expect(lines.find(({ type }) => type === 'BAR_IMPOSED')).toMatchObject({
      clause: 'SH-STORE 二.3',
      detail: { firstDay: '2025-08-30', lastDay: '2026-02-28' },
    });
    expect((await (await stack.as('provider2')).get('/api/bars')).items).toEqual([]);
    // It is firm: the text has no 原则上 here.
    expect(
      await refusalOf((await stack.as('manager')).post(`/api/bars/${items[0].id}/lift`, { reason: '情有可原' })),
    ).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
  });

  it('SH-STORE-05.5 accepts no application through 2026-02-28 and accepts one from 2026-03-01 00:00', async () => {
    const barred = {
      status: 409,
      code: 'BARRED',
      problem: { facts: { firstDay: '2025-08-30', lastDay: '2026-02-28', firstAdmissibleDay: '2026-03-01' } },
    };
    expect(await refusalOf(apply(stack))).toMatchObject(barred);
    await stack.advanceTo('2026-02-28T23:58:00+08:00');
    const last = await refusalOf(apply(stack));
    expect(last).toMatchObject(barred);
    expect(last.message).toContain('2026-03-01');
    await stack.advanceTo('2026-03-01T00:00:00+08:00');
    expect(await caseOf(stack, await apply(stack))).toMatchObject({ stage: 'PRELIM_REVIEW' });
    expect((await (await stack.as('provider')).get('/api/bars')).items).toMatchObject([{ running: false }]);
  });
});

describe('absences around the National Day holiday', () => {
  let stack: TestStack;
  /** Of provider: missed on 2025-09-30, never explained. */
  let silent: string;
  /** Of provider2: missed on 2025-10-09 for illness. */
  let ill: string;

  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-09-22T09:00:00+08:00' });
    silent = await apply(stack);
    ill = await apply(stack, { as: 'provider2' });
    await passPreliminaryReview(stack, silent, '2025-09-30T10:00:00+08:00');
    await passPreliminaryReview(stack, ill, '2025-10-09T14:00:00+08:00');
  });
  afterAll(() => stack.stop());

  it('SH-STORE-05.11 reminds of an interview on Thu 2025-10-09 on Sun 2025-09-28 and on 2025-09-30 at 09:00', async () => {
    await stack.advanceTo('2025-09-30T09:30:00+08:00');
    expect(await plannedAt(stack, ill, 'interviewReminder')).toEqual(['2025-09-28T09:00', '2025-09-30T09:00']);
    const mails = await mailsAbout(stack, 'provider2', '线下面审提醒');
    expect(mails).toHaveLength(2);
    for (const [index, left] of ['还有 3 个工作日', '还有 1 个工作日'].entries()) {
      const mail = mails[index];
      if (mail === undefined) throw new Error('A reminder is missing.');
      expect(mail.subject).toContain('2025年10月9日 14:00');
      expectWords(stack, mail, ill, [
        left,
        '2025年10月9日 14:00（北京时间 UTC+8）',
        '上海市中小企业发展服务中心 302 室',
        '请携带下列材料的原件',
        '半年内不再受理开店申请（依据《办法》二.3）',
      ]);
    }
  });

  it('SH-STORE-05.6 gives until 2025-10-11 24:00 to explain an absence of 2025-09-30, then asks the reviewer; the bar counts from 2025-09-30', async () => {
    const reviewer = await stack.as('reviewer');
    await stack.advanceTo('2025-09-30T10:30:00+08:00');
    await reviewer.act(silent, 'recordAbsence');
    expect(await deadlineOf(stack, silent, 'explanation')).toMatchObject({
      lastDay: '2025-10-11',
      dueAt: '2025-10-12T00:00:00.000+08:00',
    });
    const { explanation } = await deadlineOf(stack, silent, 'explanation');
    expect(
      explanation.flatMap(({ counted, day }: { counted: boolean; day: string }) => (counted ? [day] : [])),
    ).toEqual(['2025-10-09', '2025-10-10', '2025-10-11']);
    expectWords(stack, await mailAbout(stack, 'provider', '面审缺席，请说明原因'), silent, [
      '2025年10月11日 24:00（北京时间 UTC+8）',
      '还剩 3 个工作日',
      '2025年9月30日 10:00',
      '由审核人员认定',
      '自2025年10月1日起至2026年3月30日止，不再受理开店申请（依据《办法》二.3）',
    ]);
    const decisions = async () =>
      (await reviewer.get('/api/tasks?name=absenceDecision')).items.map(({ caseId }: { caseId: string }) => caseId);

    await stack.advanceTo('2025-10-11T23:59:00+08:00');
    // What follows is a firm bar: the last day brings a reminder (XC-03.1).
    expect(await plannedAt(stack, silent, 'deadlineReminder')).toEqual(['2025-10-11T09:00']);
    expect(await decisions()).not.toContain(silent);
    expect(await refusalOf(reviewer.act(silent, 'findAbsenceWithoutCause', { reason: '未说明' }))).toMatchObject({
      code: 'NOT_NOW',
    });
    await stack.advanceTo('2025-10-12T00:00:00+08:00');
    expect(await decisions()).toContain(silent);
    // The system finds nothing by itself.
    expect(await caseOf(stack, silent)).toMatchObject({ stage: 'NO_SHOW_PENDING', outcome: null });
    expect((await reviewer.get(`/api/bars?party=${institutions.provider.creditCode}`)).items).toEqual([]);

    await stack.advanceTo('2025-10-13T09:00:00+08:00');
    await reviewer.act(silent, 'findAbsenceWithoutCause', { reason: '期限内未作说明' });
    expect((await (await stack.as('provider')).get('/api/bars')).items).toMatchObject([
      { firstDay: '2025-10-01', lastDay: '2026-03-30', firstAdmissibleDay: '2026-03-31' },
    ]);
    expect(await decisions()).not.toContain(silent);
  });

  it('SH-STORE-05.7 excuses a documented illness with a new appointment and no bar, at most twice', async () => {
    const reviewer = await stack.as('reviewer');
    const applicant = await stack.as('provider2');
    await stack.advanceTo('2025-10-13T10:00:00+08:00');
    await reviewer.act(ill, 'recordAbsence');
    const explain = async (name: string) =>
      applicant.act(ill, 'explainAbsence', {
        explanation: '法定代表人急诊住院',
        fileIds: [await uploadPdf(applicant, name)],
      });
    await explain('诊断证明.pdf');
    expect((await caseOf(stack, ill)).tasks.map(({ name }) => name)).toEqual(['absenceDecision']);

    const excused = await reviewer.act(ill, 'excuseAbsence', {
      interview: appointment('2025-10-20T10:00:00+08:00'),
      reason: '有医院证明',
    });
    expect(excused).toMatchObject({ stage: 'RESCHEDULED', facts: { reschedulings: 1, interview: { sequence: 1 } } });
    expect((await applicant.get('/api/bars')).items).toEqual([]);
    const moved = await mailAbout(stack, 'provider2', '线下面审改期通知');
    expectWords(stack, moved, ill, [
      '2025年10月9日 14:00',
      '2025年10月20日 10:00（北京时间 UTC+8）',
      '有医院证明',
      '承诺书',
    ]);
    const first = calendarOf(await mailAbout(stack, 'provider2', '线下面审通知'));
    // The same entry with a higher sequence replaces the old one in a calendar.
    expect(calendarOf(moved)).toMatchObject({
      METHOD: 'REQUEST',
      UID: first['UID'],
      SEQUENCE: '1',
      DTSTART: '20251020T020000Z',
    });

    await stack.advanceTo('2025-10-20T11:00:00+08:00');
    await reviewer.act(ill, 'recordAbsence');
    await explain('住院证明.pdf');
    await reviewer.act(ill, 'excuseAbsence', {
      interview: appointment('2025-10-27T10:00:00+08:00'),
      reason: '仍在住院',
    });
    expect(await caseOf(stack, ill)).toMatchObject({ stage: 'RESCHEDULED', facts: { reschedulings: 2 } });
    await settled(stack);
    expect(calendarOf(await mailAbout(stack, 'provider2', '线下面审改期通知', 2))).toMatchObject({
      UID: first['UID'],
      SEQUENCE: '2',
      DTSTART: '20251027T020000Z',
    });
    const limit = { status: 409, code: 'LIMIT_REACHED', problem: { facts: { requirement: 'SH-STORE-05.7' } } };
    const third = {
      interview: appointment('2025-11-03T10:00:00+08:00'),
      reason: '再次请求改期',
      onBehalfOf: 'APPLICANT',
    };
    expect(await refusalOf(reviewer.act(ill, 'rescheduleInterview', third))).toMatchObject(limit);

    await stack.advanceTo('2025-10-27T11:00:00+08:00');
    await reviewer.act(ill, 'recordAbsence');
    await explain('转院证明.pdf');
    const { interview, reason } = third;
    expect(await refusalOf(reviewer.act(ill, 'excuseAbsence', { interview, reason }))).toMatchObject(limit);
    expect(await caseOf(stack, ill)).toMatchObject({ stage: 'NO_SHOW_PENDING', facts: { reschedulings: 2 } });
    expect((await applicant.get('/api/bars')).items).toEqual([]);
    // Each appointment is a fact of the record, none was lost.
    const kinds = (await noticesOf(stack, ill)).map(({ template }) => template);
    expect(kinds.filter((kind) => kind === 'absenceRecorded')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'interviewRescheduled')).toHaveLength(2);
  });

  it('SH-STORE-05.7 ends the application of an excused absence without a bar when no appointment is left', async () => {
    const [reviewer, applicant] = [await stack.as('reviewer'), await stack.as('provider2')];
    expect((await refusalOf(reviewer.act(ill, 'endExcused', {}))).status).toBe(422);
    expect(await reviewer.act(ill, 'endExcused', { reason: '转院治疗，证明齐全' })).toMatchObject({
      stage: 'ENDED_EXCUSED',
      outcome: 'ENDED_EXCUSED',
      deadlines: [],
      tasks: [],
    });
    expectWords(stack, await mailAbout(stack, 'provider2', '缺席理由成立，申请终止'), ill, [
      '不认定为无故缺席',
      '不设不受理期',
      '转院治疗，证明齐全',
      '2025年10月27日 10:00',
      '依据：《办法》二.3',
    ]);
    expect((await applicant.get('/api/bars')).items).toEqual([]);
    expect(await caseOf(stack, await apply(stack, { as: 'provider2' }))).toMatchObject({ stage: 'PRELIM_REVIEW' });
  });
});

describe('appointments that are moved', () => {
  let stack: TestStack;
  let id: string;
  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-08-20T09:00:00+08:00' });
    id = await apply(stack);
  });
  afterAll(() => stack.stop());

  it('SH-STORE-04.3 takes no appointment in the year 9999', async () => {
    await review(stack, id);
    const reviewer = await stack.as('reviewer');
    const far = { interview: appointment('9999-12-31T10:00:00+08:00') };
    expect(await refusalOf(reviewer.act(id, 'passPreliminaryReview', far))).toMatchObject({
      status: 422,
      code: 'INVALID_INPUT',
      problem: { errors: [{ field: 'interview.at' }] },
    });
    await reviewer.act(id, 'passPreliminaryReview', { interview: appointment('2025-08-29T14:00:00+08:00') });
  });

  it('SH-STORE-05.7 answers a request for another appointment with a reason when it is declined', async () => {
    const [reviewer, applicant] = [await stack.as('reviewer'), await stack.as('provider')];
    const decline = { reason: '所附行程与面审时间不冲突' };
    expect(await refusalOf(reviewer.act(id, 'declineReschedule', decline))).toMatchObject({ code: 'NOT_NOW' });
    await applicant.act(id, 'requestReschedule', { reason: '外地出差' });
    expect((await caseOf(stack, id)).tasks.map(({ name }) => name)).toEqual(['rescheduleRequest']);
    expect(await reviewer.act(id, 'declineReschedule', decline)).toMatchObject({
      stage: 'INTERVIEW_SCHEDULED',
      tasks: [],
      facts: { reschedulings: 0 },
    });
    expectWords(stack, await mailAbout(stack, 'provider', '面审改期请求未获同意'), id, [
      decline.reason,
      '2025年8月29日 14:00',
      '请在面审开始前在平台申请改期',
    ]);
  });

  it('SH-STORE-05.7 does not count a move for reasons of the Centre against the applicant', async () => {
    const [reviewer, applicant] = [await stack.as('reviewer'), await stack.as('provider')];
    const to = (at: string) => ({ interview: appointment(at), reason: '会场检修' });
    for (const at of ['2025-09-01T10:00:00+08:00', '2025-09-02T10:00:00+08:00', '2025-09-03T10:00:00+08:00'])
      await reviewer.act(id, 'rescheduleInterview', to(at));
    expect((await caseOf(stack, id)).facts).toMatchObject({ reschedulings: 0, interview: { sequence: 3 } });
    await applicant.act(id, 'requestReschedule', { reason: '外地出差' });
    await reviewer.act(id, 'rescheduleInterview', to('2025-09-04T10:00:00+08:00'));
    expect((await caseOf(stack, id)).facts).toMatchObject({ reschedulings: 1 });
  });
});

describe('results', () => {
  let stack: TestStack;
  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-08-20T09:00:00+08:00' });
  });
  afterAll(() => stack.stop());

  it('SH-STORE-05.10 rejects on failed verification with reasons and accepts a new application on 2025-09-01', async () => {
    const reviewer = await stack.as('reviewer');
    await recommend(stack, 'provider2');
    const failed = await apply(stack, { ...trialFiling, as: 'provider2' });
    await passPreliminaryReview(stack, failed, '2025-08-29T10:00:00+08:00');
    await stack.advanceTo('2025-08-29T10:00:00+08:00');
    await reviewer.act(failed, 'recordAttendance', { attendees });
    await reviewer.act(failed, 'verifyMaterials', { items: [{ item: 'premises', result: 'DEFICIENT' }] });
    expect((await refusalOf(reviewer.act(failed, 'failInterview'))).status).toBe(422);
    const reason = '营业场所租赁合同与申报面积不符';
    expect(await reviewer.act(failed, 'failInterview', { reason })).toMatchObject({
      stage: 'INTERVIEW_FAILED',
      outcome: 'INTERVIEW_FAILED',
      about: null,
      deadlines: [],
    });
    const mail = await mailAbout(stack, 'provider2', '线下面审未通过');
    expectWords(stack, mail, failed, [
      reason,
      '经营场所产权证明或租赁合同',
      '不产生不受理期',
      '2025年8月29日',
      '依据：《办法》二.3',
    ]);
    const told = await mailAbout(stack, 'district', '推荐机构办理结果');
    expectWords(stack, told, failed, ['面审未通过', reason, '浦东新区科技和经济委员会']);
    await stack.advanceTo('2025-09-01T09:00:00+08:00');
    expect((await (await stack.as('provider2')).get('/api/bars')).items).toEqual([]);
    expect(await caseOf(stack, await apply(stack, { as: 'provider2' }))).toMatchObject({ stage: 'PRELIM_REVIEW' });
  });

  it('SH-STORE-05.9 starts set-up and trial from 2025-09-26 when the interview is passed on 2025-09-26 15:00', async () => {
    const reviewer = await stack.as('reviewer');
    await recommend(stack);
    const id = await apply(stack, trialFiling);
    await passPreliminaryReview(stack, id, '2025-09-26T14:00:00+08:00');
    await stack.advanceTo('2025-09-26T14:00:00+08:00');
    await reviewer.act(id, 'recordAttendance', { attendees });
    await reviewer.act(id, 'verifyMaterials', { items: originals });
    await reviewer.act(id, 'signCommitment', { fileId: await uploadPdf(reviewer, '承诺书.pdf') });
    const { setupId, trialId, storeId } = openedBy(id);
    // Neither the verified materials nor the letter alone open a store.
    for (const child of [setupId, trialId])
      expect((await refusalOf(reviewer.get(`/api/cases/${child}`))).status).toBe(404);

    await stack.advanceTo('2025-09-26T15:00:00+08:00');
    expect(await reviewer.act(id, 'passInterview')).toMatchObject({
      outcome: 'INTERVIEW_PASSED',
      about: `store:${storeId}`,
    });
    await settled(stack);
    const passedAt = (await timelineOf(stack, id)).find(({ type }) => type === 'INTERVIEW_PASSED')?.at;
    expect(passedAt).toMatch(/^2025-09-26T15:00/);
    for (const [child, deadline, lastDay] of [
      [setupId, 'setup', '2025-10-10'],
      [setupId, 'setupLimit', '2025-10-23'],
      [trialId, 'trial', '2025-11-26'],
    ] as const) {
      expect(await deadlineOf(stack, child, deadline)).toMatchObject({ startedAt: passedAt, lastDay, status: 'OPEN' });
    }
    expect(await reviewer.get(`/api/stores/${storeId}`)).toMatchObject({
      route: 'TRIAL',
      status: 'TRIAL',
      openedAt: passedAt,
    });
    expectWords(stack, await mailAbout(stack, 'provider', '开店审核通过'), setupId, ['2025年9月26日 15:00']);
  });
});
