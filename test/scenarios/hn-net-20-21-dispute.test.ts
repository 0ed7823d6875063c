/** A dispute from the complaint to the settlement, through the public API alone: HN-NET-20 and 21 on the real stack. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { uploadPdf } from '../support/applications.ts';
import { caseOf } from '../support/cases.ts';
import { expectWords, mailAbout } from '../support/mails.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { PATIENCE } from '../support/patience.ts';

const SUPPLIER = '91430102MA4L8XK93A';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-26T10:00:00+08:00' });
});
afterAll(() => stack.stop());

it('HN-NET-20.1 HN-NET-20.4 HN-NET-12.1 a complaint is registered, upheld, and stands in the credit record until it is reversed', async () => {
  const [consumer, hub, supplier] = await Promise.all(['consumer', 'hub', 'supplier'].map((name) => stack.as(name)));
  const { caseId } = await consumer!.post<{ caseId: string }>('/api/cases/complaint', {
    platform: 'hn-hub',
    provider: SUPPLIER,
    reason: 'NO_VOUCHER',
    account: '付款后未开具发票。',
    claim: '补开发票',
    happenedOn: '2025-09-20',
  });
  await hub!.act(caseId, 'registerComplaint');
  await supplier!.act(caseId, 'giveStatement', { statement: '发票已寄出。' });
  await hub!.act(caseId, 'startInvestigation');
  const finding = { responsible: 'PROVIDER', breached: ['NO_VOUCHER'], reason: '经核实未开具发票。' };
  await hub!.act(caseId, 'upholdComplaint', finding);
  expect(await caseOf(stack, caseId, 'hub')).toMatchObject({ outcome: 'UPHELD' });
  const entry = await stack.database.registerEntry.findFirstOrThrow({ where: { register: 'hn-net.credit' } });
  expect(entry).toMatchObject({
    regime: 'HN_NET',
    party: SUPPLIER,
    data: { complaints: { [caseId]: { result: 'UPHELD', upheldOn: '2025-09-26' } } },
  });
  const mail = await mailAbout(stack, 'supplier', '投诉处理结果');
  expectWords(stack, mail, caseId, ['投诉成立', '经核实未开具发票', '计入服务商信用记录']);

  const manager = await stack.as('hubmanager');
  await manager.act(caseId, 'reopenFinding', { reason: '服务商提供了寄送凭证' });
  await hub!.act(caseId, 'rejectComplaint', { reason: '凭证属实' });
  expect(await stack.database.registerEntry.findFirstOrThrow({ where: { register: 'hn-net.credit' } })).toMatchObject({
    data: { complaints: { [caseId]: { result: 'REVERSED' } } },
  });
});

it('HN-NET-21.1 HN-NET-21.6 the dispute is mediated on application, settled, and its performance reminded of', async () => {
  const [consumer, hub] = await Promise.all(['consumer', 'hub'].map((name) => stack.as(name)));
  const { caseId } = await consumer!.post<{ caseId: string }>('/api/cases/complaint', {
    provider: SUPPLIER,
    reason: 'NOT_AS_PROMISED',
    account: '检测报告逾期交付。',
    claim: '退还一半费用',
    happenedOn: '2025-09-01',
  });
  await hub!.act(caseId, 'registerComplaint');
  await consumer!.act(caseId, 'applyForMediation');
  expect(await caseOf(stack, caseId, 'hub')).toMatchObject({ stage: 'TO_MEDIATION' });
  const mediation = caseId.replace('cpl-', 'med-');
  await vi.waitFor(() => hub!.get(`/api/cases/${mediation}`), PATIENCE);
  await hub!.act(mediation, 'startMediation');
  await hub!.act(mediation, 'scheduleSession', { at: '2025-10-20T14:00:00+08:00', place: '枢纽平台会议室' });
  await stack.advanceTo('2025-10-20T16:00:00+08:00');
  await hub!.act(mediation, 'recordSession', { consumerPresent: true, providerPresent: true, record: '达成一致。' });
  const fileId = await uploadPdf(hub!, '调解协议.pdf');
  await hub!.act(mediation, 'recordSettlement', {
    terms: '退还40%费用。',
    fileId,
    signedByConsumerOn: '2025-10-20',
    signedByProviderOn: '2025-10-20',
    performBy: '2025-11-20',
  });
  await vi.waitFor(
    async () => expect(await caseOf(stack, caseId, 'hub')).toMatchObject({ stage: 'INVESTIGATING' }),
    PATIENCE,
  );
  await stack.advanceTo('2025-11-19T09:30:00+08:00');
  await mailAbout(stack, 'supplier', '履行调解协议', 2);
  await hub!.act(mediation, 'recordPerformance', { performed: true, note: '已退款' });
  expect(await caseOf(stack, mediation, 'hub')).toMatchObject({ outcome: 'SETTLED' });
  await hub!.act(caseId, 'closeSettled', { responsible: 'PROVIDER', reason: '双方已达成协议。' });
  expect(await caseOf(stack, caseId, 'consumer')).toMatchObject({ outcome: 'SETTLED' });
});

it('HN-NET-20.1 HN-NET-20.2 without an account: sent to the wrong window, it is registered there and transferred', async () => {
  const call = async <T>(path: string, body: object, authorization?: string): Promise<T> => {
    const response = await fetch(`${stack.baseUrl}/api${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
        ...(authorization !== undefined && { Authorization: authorization }),
      },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as T;
    expect(response.ok, JSON.stringify(answer)).toBe(true);
    return answer;
  };
  const email = 'zhou.min@example.org';
  const form = {
    platform: 'hn-changsha',
    provider: SUPPLIER,
    reason: 'OTHER',
    account: '客服拒绝说明收费标准。',
    claim: '说明收费标准',
    happenedOn: '2025-11-18',
  };
  const { requestId } = await call<{ requestId: string }>('/intakes/complaint', {
    contact: { name: '周敏', email },
    form,
    consent: true,
  });
  const code = await vi.waitFor(async () => {
    const mail = (await stack.mail.messages()).find(({ to }) => to.includes(email));
    const [digits] = /\b\d{6}\b/.exec(mail?.text ?? '') ?? [];
    if (digits === undefined) throw new Error('No code has come.');
    return digits;
  }, PATIENCE);
  const { caseId, trackingCode } = await call<{ caseId: string; trackingCode: string }>('/intakes/complaint/confirm', {
    requestId,
    code,
  });
  const window = await stack.as('window');
  await window.act(caseId, 'registerComplaint');
  await window.act(caseId, 'transferComplaint', { body: 'hn-hub', reason: '该服务商由枢纽平台负责' });
  // The window that received it reads on; the hub handles it.
  expect(await caseOf(stack, caseId, 'window')).toMatchObject({ stage: 'REGISTERED', actions: [] });
  await (await stack.as('hub')).act(caseId, 'startInvestigation');
  await call(`/cases/${caseId}/actions/addEvidence`, { note: '附上通话记录。' }, `Tracking ${trackingCode}`);
  await call(`/cases/${caseId}/actions/withdrawComplaint`, {}, `Tracking ${trackingCode}`);
  expect(await caseOf(stack, caseId, 'hub')).toMatchObject({ outcome: 'WITHDRAWN' });
});
