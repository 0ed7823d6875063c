/** Mediation (HN-NET-21) from 2025-09-26: one that the department settles, one that nobody takes further. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ApiClient } from '../../dev/rehearsal/api-client.ts';
import { caseOf, refusalOf } from '../support/cases.ts';
import { settled, timelineOf, uploadPdf } from '../support/applications.ts';
import {
  besideCase,
  complaintForm,
  expectWholeTimeline,
  fileOpenly,
  individual,
  mailTo,
  openStage,
  plannedNotices,
  registerSupplier,
  supplier,
} from '../support/network.ts';
import { PATIENCE } from '../support/patience.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const wang = { name: '王小明', email: 'wang@example.org' };
const consumerMail = 'consumer@demo.anjuan.test';
const supplierMail = 'supplier@demo.anjuan.test';

let stack: TestStack;
let complaintId: string;
let mediationId: string;
/** Applied for directly, without an account. */
let otherId: string;
let contact: ApiClient;

const deadline = async (id: string, name: string, as: string) => {
  const { deadlines, endedDeadlines } = await (await stack.as(as)).get(`/api/cases/${id}`);
  return [...deadlines, ...endedDeadlines].find((one: { name: string }) => one.name === name);
};

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-26T09:00:00+08:00' });
  await registerSupplier(stack);
  const consumer = await stack.as('consumer');
  await consumer.post('/api/cases/consumerRegistration', individual);
});
afterAll(() => stack.stop());

describe('the application', () => {
  it('HN-NET-21.1 a complaint alone starts no mediation; its complainant does, by applying', async () => {
    const consumer = await stack.as('consumer');
    const form = await complaintForm(stack, { platform: 'hn-liuyang' });
    complaintId = (await consumer.post('/api/cases/complaint', form)).caseId;
    await (await stack.as('county')).act(complaintId, 'registerComplaint');
    await settled(stack);
    expect(await stack.database.case.count({ where: { kind: 'mediation' } })).toBe(0);
    for (const who of ['supplier', 'county', 'hub'])
      expect((await refusalOf((await stack.as(who)).act(complaintId, 'applyForMediation'))).status, who).toBe(403);
    await consumer.act(complaintId, 'applyForMediation');
    await settled(stack);
    mediationId = await besideCase(consumer, complaintId, 'mediation');
    expect(await caseOf(stack, complaintId, 'county')).toMatchObject({ stage: 'TO_MEDIATION' });
    expect(await refusalOf(consumer.act(complaintId, 'applyForMediation'))).toMatchObject({ status: 409 });
    for (const to of [consumerMail, supplierMail]) {
      const mail = await mailTo(stack, to, '调解申请告知');
      expect(mail.text).toContain('消费者就双方的争议申请调解，由负责接入服务商的长沙市中小企业综合窗口服务平台主持。');
      expect(mail.text).toContain('退还一半费用');
    }
  });

  it('HN-NET-21.2 HN-NET-16.7 the platform that brought the provider in mediates, whichever the consumer used', async () => {
    expect(await caseOf(stack, mediationId, 'window')).toMatchObject({
      stage: 'APPLIED',
      bodyId: 'hn-changsha',
      tasks: [{ name: 'startMediation' }],
    });
    expect((await refusalOf(caseOf(stack, mediationId, 'county'))).code).toBe('OUT_OF_SCOPE');
    for (const who of ['county', 'hub', 'department', 'supplier'])
      expect((await refusalOf((await stack.as(who)).act(mediationId, 'startMediation'))).status, who).toBe(403);
    await (await stack.as('window')).act(mediationId, 'startMediation');
    const mail = await mailTo(stack, supplierMail, '调解受理告知');
    expect(mail.text).toContain('长沙市中小企业综合窗口服务平台已受理调解申请，并确定了调解员。');
  });

  it('HN-NET-21.5 applied for on 2025-09-26, the twenty working days of the level end on 2025-10-30', async () => {
    expect(await deadline(mediationId, 'platformLevel', 'window')).toMatchObject({
      lastDay: '2025-10-30',
      dueAt: '2025-10-31T00:00:00.000+08:00',
    });
  });

  it('HN-NET-21.1 either side may apply, and somebody without an account too', async () => {
    const form = {
      otherParty: supplier.party,
      orderNumber: 'DD-2025-0077',
      account: '培训课程与宣传不符。',
      claim: '退还全部费用',
    };
    ({ caseId: otherId, client: contact } = await fileOpenly(openStage(stack), 'mediation', wang, form));
    expect(await contact.get(`/api/cases/${otherId}`)).toMatchObject({ stage: 'APPLIED', bodyId: 'hn-changsha' });
    const own = { ...form, otherParty: supplier.party };
    expect((await refusalOf((await stack.as('supplier')).post('/api/cases/mediation', own))).status).toBe(422);
    expect((await refusalOf((await stack.as('window')).post('/api/cases/mediation', form))).status).toBe(403);
  });
});

describe('a platform that fails', () => {
  it('HN-NET-21.3 declares it with a record, and tells both sides of their right to apply again', async () => {
    await stack.advanceTo('2025-10-13T10:00:00+08:00');
    const window = await stack.as('window');
    await window.act(otherId, 'startMediation');
    const failure = { ground: 'NO_AGREEMENT', reason: '双方对退费比例分歧较大。' };
    const unrecorded = await refusalOf(window.act(otherId, 'declareFailure', failure));
    expect(unrecorded.status).toBe(422);
    // What did not reach a side cannot have it stay away (XC-04.3).
    const begun = { caseId: otherId, template: 'mediationStarted', status: 'SENT' };
    await vi.waitFor(async () => expect(await stack.database.notice.count({ where: begun })).toBe(2), PATIENCE);
    await window.act(otherId, 'declareFailure', { ground: 'PROVIDER_ABSENT', reason: '服务商两次未到场。' });
    expect(await deadline(otherId, 'departmentApplication', 'window')).toMatchObject({ lastDay: '2025-11-10' });
    for (const to of [wang.email, supplierMail]) {
      const mail = await mailTo(stack, to, '平台调解未成');
      for (const words of [
        '经长沙市中小企业综合窗口服务平台调解，双方的争议未能解决，调解员宣告调解未成。',
        '双方均有权向长沙市中小企业主管部门再次申请调解',
        '服务商两次未到场。',
      ])
        expect(mail.text).toContain(words);
    }
    // Nobody but a side of the dispute applies, and the department has nothing before.
    for (const who of ['department', 'window'])
      expect((await refusalOf((await stack.as(who)).act(otherId, 'applyToDepartment'))).status, who).toBe(403);
    expect((await refusalOf(caseOf(stack, otherId, 'department'))).code).toBe('OUT_OF_SCOPE');
  });

  it('HN-NET-21.5 on expiry the mediator is asked to declare the result; nothing fails of itself', async () => {
    await stack.advanceTo('2025-10-30T23:59:59+08:00');
    expect((await caseOf(stack, mediationId, 'window')).tasks.map(({ name }) => name)).toEqual(['mediate']);
    await stack.advanceTo('2025-10-31T00:00:00+08:00');
    const { stage, tasks } = await caseOf(stack, mediationId, 'window');
    expect(stage).toBe('PLATFORM_MEDIATION');
    expect(tasks.map(({ name }) => name).sort()).toEqual(['declareFailure', 'mediate']);
    expect(tasks.find(({ name }) => name === 'declareFailure')).toMatchObject({
      assigneeId: 'demo-window',
    });
    const mail = await mailTo(stack, 'window@demo.anjuan.test', '平台调解期限届满，请宣告调解结果');
    expect(mail.text).toContain('本案平台调解的期限已经届满，尚无结果。');
  });

  it('HN-NET-21.3 without an application the case ends; the right to apply outlasts it', async () => {
    await stack.advanceTo('2025-11-10T23:59:59+08:00');
    expect((await caseOf(stack, otherId, 'window')).stage).toBe('PLATFORM_FAILED');
    await stack.advanceTo('2025-11-11T00:00:00+08:00');
    await settled(stack);
    expect(await contact.get(`/api/cases/${otherId}`)).toMatchObject({
      outcome: 'FAILED',
      closedAt: expect.stringMatching(/^2025-11-11T00:00:00/),
    });
    const mail = await mailTo(stack, wang.email, '调解案件办结告知');
    expect(mail.text).toContain('期限内未向主管部门申请调解，调解案件办结');
    expect(mail.text).toContain('仍可在本案件中向长沙市中小企业主管部门申请调解');
    expect((await refusalOf(caseOf(stack, otherId, 'department'))).code).toBe('OUT_OF_SCOPE');
    await expectWholeTimeline(stack, otherId, 'window');
  });
});

describe('the department', () => {
  it('HN-NET-21.3 on application of the consumer it mediates, with the whole file; who mediated before does not', async () => {
    const window = await stack.as('window');
    await (await stack.as('supplier')).act(mediationId, 'statePosition', { position: '最多退还百分之二十。' });
    await window.act(mediationId, 'declareFailure', { ground: 'TIME_EXPIRED', reason: '期限届满仍未达成一致。' });
    await (await stack.as('consumer')).act(mediationId, 'applyToDepartment');
    await settled(stack);
    const seen = await caseOf(stack, mediationId, 'department');
    expect(seen).toMatchObject({
      stage: 'DEPARTMENT_MEDIATION',
      bodyId: 'hn-dept-changsha',
      facts: {
        positions: { consumer: '退还一半费用', provider: '最多退还百分之二十。' },
        failures: [{ level: 'PLATFORM', ground: 'TIME_EXPIRED' }],
        departmentApplicant: 'consumer',
      },
    });
    const lines = await timelineOf(stack, mediationId, 'department');
    expect(lines.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['CASE_OPENED', 'MEDIATION_STARTED', 'POSITION_STATED', 'MEDIATION_FAILED']),
    );
    expect(await deadline(mediationId, 'departmentLevel', 'department')).toMatchObject({ lastDay: '2025-12-09' });
    const position = { side: 'consumer', position: '…' };
    expect((await refusalOf(window.act(mediationId, 'recordPosition', position))).status).toBe(403);
    for (const to of [consumerMail, supplierMail]) {
      const mail = await mailTo(stack, to, '主管部门调解告知');
      expect(mail.text).toContain('消费者已向长沙市中小企业主管部门申请调解，案卷已整体移交。');
    }
  });

  it('HN-NET-21.6 a settlement is in writing, signed by both and stored; the day of performance 2025-11-20 is reminded on 2025-11-19', async () => {
    await stack.advanceTo('2025-11-12T10:00:00+08:00');
    const department = await stack.as('department');
    const fileId = await uploadPdf(department, '调解协议.pdf');
    const agreed = {
      terms: '服务商于2025年11月20日前退还40%费用。',
      fileId,
      signedByConsumerOn: '2025-11-12',
      signedByProviderOn: '2025-11-12',
      performBy: '2025-11-20',
    };
    const oral = { ...agreed, fileId: undefined };
    expect((await refusalOf(department.act(mediationId, 'recordSettlement', oral))).status).toBe(422);
    const unsigned = { ...agreed, signedByProviderOn: '2025-11-13' };
    expect((await refusalOf(department.act(mediationId, 'recordSettlement', unsigned))).status).toBe(422);
    await department.act(mediationId, 'recordSettlement', agreed);
    expect((await caseOf(stack, mediationId, 'department')).stage).toBe('DEPARTMENT_PERFORMANCE');
    for (const who of ['consumer', 'supplier']) {
      const mail = await mailTo(stack, `${who}@demo.anjuan.test`, '调解协议达成告知（2025年11月20日前履行）');
      expect(mail.text).toContain('经长沙市中小企业主管部门调解，双方已达成书面协议并签字，协议已存档。');
      expect(mail.text).toContain(agreed.terms);
      expect(String(await (await stack.as(who)).get(`/api/files/${fileId}?caseId=${mediationId}`))).toContain('%PDF');
    }
    await stack.advanceTo('2025-11-19T10:00:00+08:00');
    expect((await plannedNotices(stack, mediationId, 'deadlineReminder')).filter((one) => one >= '2025-11-12')).toEqual(
      [
        '2025-11-17T09:00 consumer',
        '2025-11-17T09:00 supplier',
        '2025-11-19T09:00 consumer',
        '2025-11-19T09:00 supplier',
      ],
    );
    const reminder = await mailTo(stack, supplierMail, '期限提醒：2025年11月20日 24:00 前履行调解协议');
    expect(reminder.text).toContain('履行调解协议');
  });

  it('HN-NET-21.6 what was performed is recorded; the complaint hears of the settlement and still ends with a finding', async () => {
    await stack.advanceTo('2025-11-21T00:00:00+08:00');
    const department = await stack.as('department');
    expect((await caseOf(stack, mediationId, 'department')).tasks).toMatchObject([{ name: 'recordPerformance' }]);
    await department.act(mediationId, 'recordPerformance', { performed: true, note: '已于11月20日退款。' });
    await settled(stack);
    expect(await caseOf(stack, mediationId, 'consumer')).toMatchObject({ outcome: 'SETTLED_BY_DEPARTMENT' });
    const mail = await mailTo(stack, consumerMail, '协议已履行');
    expect(mail.text).toContain('已于11月20日退款。');
    await expectWholeTimeline(stack, mediationId, 'department');
    expect(await caseOf(stack, complaintId, 'county')).toMatchObject({ stage: 'INVESTIGATING' });
  });
});

describe('other channels', () => {
  it('HN-NET-21.4 on the request of a court a data package is released, and logged with recipient, basis and time', async () => {
    const window = await stack.as('window');
    await contact.act(otherId, 'requestData', { recipient: 'COURT', note: '已向法院起诉。' });
    const court = {
      recipient: 'COURT',
      recipientName: '长沙市岳麓区人民法院',
      legalBasis: '《中华人民共和国民事诉讼法》第七十条',
      requestNumber: '（2025）湘0104民初1号',
      fields: ['providerName', 'creditCode', 'address', 'mediationFile'],
      purpose: '审理服务合同纠纷',
    };
    const unwritten = { ...court, requestNumber: undefined };
    expect((await refusalOf(window.act(otherId, 'releaseData', unwritten))).status).toBe(422);
    expect((await refusalOf((await stack.as('supplier')).act(otherId, 'releaseData', court))).status).toBe(403);
    await window.act(otherId, 'releaseData', court);
    await settled(stack);
    const line = (await timelineOf(stack, otherId, 'window')).find(({ type }) => type === 'DATA_RELEASED');
    expect(line).toMatchObject({
      requirement: 'HN-NET-21.4',
      actor: { id: 'demo-window' },
      detail: { recipientName: court.recipientName, legalBasis: court.legalBasis, fields: court.fields },
    });
    expect(line?.at).toMatch(/^2025-11-21/);
    for (const to of [wang.email, supplierMail]) {
      const mail = await mailTo(stack, to, '登记信息和证据资料提供告知');
      expect(mail.text).toContain('平台已依法向人民法院提供与本争议有关的登记信息和证据资料');
      expect(mail.text).not.toContain(court.recipientName);
    }
    await expectWholeTimeline(stack, otherId, 'window');
  });
});
