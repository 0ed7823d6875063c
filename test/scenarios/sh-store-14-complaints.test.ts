/** Complaints about stores (SH-STORE-14): filed without an account, by a buyer, and by staff for a caller. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ApiClient } from '../../dev/rehearsal/api-client.ts';
import { institutions, openStore, samples, settled, timelineOf } from '../support/applications.ts';
import { caseOf, refusalOf } from '../support/cases.ts';
import { whileRecordsAreHeld } from '../support/held-records.ts';
import { expectWords, mailAbout, mailsAbout, mailTo } from '../support/mails.ts';
import { expectWholeTimeline, fileOpenly, openStage } from '../support/network.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const wang = { name: '王小明', email: 'wang@example.org', phone: '13912345678' };
const form = {
  store: institutions.provider.creditCode,
  orderNumber: 'DD-2025-0031',
  reason: 'FALSE_EFFECT',
  account: '店铺宣称申报必过，实际未通过。',
  claim: '退还服务费三千元',
  happenedOn: '2025-10-29',
};
const found = {
  responsible: 'STORE',
  breached: ['FALSE_EFFECT'],
  evidence: '店铺页面截图、服务合同。',
  reason: '“必过”的表述没有依据。',
};

let stack: TestStack;
let storeId: string;
let caseId: string;
let complainant: ApiClient;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-10-28T09:00:00+08:00' });
  ({ storeId } = await openStore(stack, '2025-10-29T10:00:00+08:00'));
  ({ caseId, client: complainant } = await fileOpenly(openStage(stack), 'storeComplaint', wang, form));
});
afterAll(() => stack.stop());

/** A complaint of the buyer with an account, as far as the store's answer. */
async function answeredComplaint(): Promise<string> {
  const { caseId: id } = await (await stack.as('consumer')).post<{ caseId: string }>('/api/cases/storeComplaint', form);
  const reviewer = await stack.as('reviewer');
  await reviewer.act(id, 'registerComplaint');
  await (await stack.as('provider')).act(id, 'giveStatement', { statement: '合同约定不保证结果。' });
  await reviewer.act(id, 'startInvestigation');
  return id;
}

describe('from the receipt to the finding', () => {
  it('SH-STORE-14 somebody without an account complains, has a receipt, and its words are in no workflow', async () => {
    expect(await complainant.get(`/api/cases/${caseId}`)).toMatchObject({
      stage: 'RECEIVED',
      about: `store:${storeId}`,
      title: institutions.provider.name,
      bodyId: 'sh-centre',
    });
    const receipt = await mailTo(stack, wang.email, '投诉收悉');
    expect(receipt.text).toContain('您的投诉已由上海市中小企业发展服务中心收到，平台将在下列期限内登记。');
    const { opening, state } = await stack.database.case.findUniqueOrThrow({ where: { id: caseId } });
    for (const words of [form.account, form.claim, wang.name, wang.email])
      expect(JSON.stringify([opening, state])).not.toContain(words);
    expect(await mailsAbout(stack, 'provider', '投诉告知')).toEqual([]);
  });

  it('SH-STORE-14 registered, the store reads it in the words of the complainant, whom it does not learn, and by when to answer', async () => {
    for (const [who, code] of [
      ['provider', 'NOT_ALLOWED'],
      ['consumer', 'NOT_FOUND'],
      ['manager', 'NOT_ALLOWED'],
      ['hub', 'OUT_OF_SCOPE'],
    ] as const)
      expect((await refusalOf((await stack.as(who)).act(caseId, 'registerComplaint'))).code, who).toBe(code);
    await (await stack.as('reviewer')).act(caseId, 'registerComplaint');
    const mail = await mailAbout(stack, 'provider', '投诉告知：对服务效果虚假宣传');
    // Five working days from 29 October: 30, 31 October, 3, 4, 5 November.
    const told = [form.account, form.claim, form.orderNumber, '2025年10月29日', '2025年11月5日 24:00', '有责投诉'];
    expectWords(stack, mail, caseId, told);
    for (const words of [wang.name, wang.email, wang.phone]) expect(mail.text + mail.html).not.toContain(words);
    const seen = JSON.stringify(await (await stack.as('provider')).get(`/api/cases/${caseId}`));
    expect(seen).toContain(form.account);
    for (const words of [wang.name, wang.email, wang.phone]) expect(seen).not.toContain(words);
  });

  it('SH-STORE-14 both sides put evidence into the file, and the other hears of it and reads it', async () => {
    const reviewer = await stack.as('reviewer');
    await reviewer.act(caseId, 'startInvestigation');
    const early = await refusalOf(reviewer.act(caseId, 'upholdComplaint', found));
    expect(early).toMatchObject({ code: 'NOT_NOW' });
    expect(early.problem.facts).toMatchObject({ lastDay: '2025-11-05' });
    const fileId = await complainant.upload('合同.pdf', samples.pdf, 'application/pdf');
    await complainant.act(caseId, 'addEvidence', { note: '服务合同一份。', fileIds: [fileId] });
    expect((await mailAbout(stack, 'provider', '投诉案件有新材料')).text).toContain('服务合同一份。');
    const provider = await stack.as('provider');
    expect(String(await provider.get(`/api/files/${fileId}?caseId=${caseId}`))).toContain('%PDF');
    expect(
      (await refusalOf((await stack.as('provider2')).act(caseId, 'giveStatement', { statement: '…' }))).status,
    ).toBe(404);
    await provider.act(caseId, 'giveStatement', { statement: '页面表述已经修改。' });
    expect((await mailTo(stack, wang.email, '投诉案件有新材料')).text).toContain('页面表述已经修改。');
    const { state } = await stack.database.case.findUniqueOrThrow({ where: { id: caseId } });
    expect(JSON.stringify(state)).not.toMatch(/服务合同一份|页面表述已经修改/);
  });

  it('SH-STORE-14.2 upheld on 2025-11-05, store and complainant each get an e-mail with responsibility, evidence and reasons', async () => {
    await stack.advanceTo('2025-11-05T10:00:00+08:00');
    const reviewer = await stack.as('reviewer');
    for (const wrong of [
      { ...found, reason: '' },
      { ...found, evidence: '' },
      { ...found, breached: [] },
      { ...found, responsible: 'NOBODY' },
    ])
      expect((await refusalOf(reviewer.act(caseId, 'upholdComplaint', wrong))).status).toBe(422);
    await reviewer.act(caseId, 'upholdComplaint', found);
    expect(await complainant.get(`/api/cases/${caseId}`)).toMatchObject({ outcome: 'UPHELD' });
    for (const to of [wang.email, 'provider@demo.anjuan.test']) {
      const mail = await mailTo(stack, to, '投诉处理结果：投诉成立');
      for (const words of ['店铺', found.evidence, found.reason, '对服务效果虚假宣传', '计入店铺的有责投诉次数'])
        expect(mail.text, to).toContain(words);
    }
    await expectWholeTimeline(stack, caseId, 'reviewer');
    const lines = await timelineOf(stack, caseId);
    expect(lines.find(({ type }) => type === 'COMPLAINT_UPHELD')).toMatchObject({
      clause: 'SH-STORE 三.1',
      requirement: 'SH-STORE-14.2',
    });
    for (const line of lines) expect(JSON.stringify([line.title, line.detail])).not.toMatch(/王小明|wang@|13912345678/);
  });
});

describe('for a caller', () => {
  const caller = { name: '李来电', telephone: '13700001111', email: 'caller@example.org' };

  it('SH-STORE-14 XC-05.5 staff enter it, who called is told by e-mail and stays hidden from the store, and another person decides', async () => {
    const reviewer = await stack.as('reviewer');
    const entered = { ...form, store: institutions.provider.name, caller };
    expect((await refusalOf((await stack.as('consumer')).post('/api/cases/storeComplaint', entered))).code).toBe(
      'NOT_ALLOWED',
    );
    expect((await refusalOf((await stack.as('hub')).post('/api/cases/storeComplaint', entered))).code).toBe(
      'NOT_ALLOWED',
    );
    expect((await refusalOf(reviewer.post('/api/cases/storeComplaint', form))).problem).toMatchObject({
      errors: [{ field: 'caller' }],
    });
    const { caseId: id } = await reviewer.post<{ caseId: string }>('/api/cases/storeComplaint', entered);
    await mailTo(stack, caller.email, '投诉收悉');
    await reviewer.act(id, 'registerComplaint');
    await mailAbout(stack, 'provider', '投诉告知', 2);
    const asStore = JSON.stringify(await (await stack.as('provider')).get(`/api/cases/${id}`));
    expect(asStore).toContain(form.account);
    for (const words of Object.values(caller)) expect(asStore).not.toContain(words);
    const asCentre = await caseOf(stack, id, 'reviewer2');
    expect(asCentre.forms[0]?.data.caller).toEqual(caller);
    await reviewer.act(id, 'startInvestigation');
    const rejected = { evidence: '通话记录。', reason: '来电人未提供订单。' };
    expect((await refusalOf(reviewer.act(id, 'rejectComplaint', rejected))).code).toBe('FOUR_EYES');
    await (await stack.as('reviewer2')).act(id, 'rejectComplaint', rejected);
    expect((await mailTo(stack, caller.email, '投诉处理结果：投诉不成立')).text).toContain(rejected.reason);
  });
});

describe('a store that is named', () => {
  it('SH-STORE-14 by id, credit code or whole name is found, and what is not is refused in words', async () => {
    const consumer = await stack.as('consumer');
    for (const store of [storeId, institutions.provider.creditCode.toLowerCase(), institutions.provider.name]) {
      const { caseId: id } = await consumer.post<{ caseId: string }>('/api/cases/storeComplaint', { ...form, store });
      expect((await consumer.get(`/api/cases/${id}`)).about).toBe(`store:${storeId}`);
      await consumer.act(id, 'withdrawComplaint');
    }
    for (const store of ['启明', institutions.provider2.creditCode, 'sto-none'])
      expect((await refusalOf(consumer.post('/api/cases/storeComplaint', { ...form, store }))).problem).toMatchObject({
        errors: [{ field: 'store' }],
        message: { en: expect.stringContaining('There is no such store') },
      });
    const ahead = { ...form, happenedOn: '2026-01-01' };
    expect((await refusalOf(consumer.post('/api/cases/storeComplaint', ahead))).problem).toMatchObject({
      errors: [{ field: 'happenedOn' }],
    });
  });
});

describe('a withdrawal and a verdict at one instant', () => {
  it('SH-STORE-14 the verdict that is being written stands, the withdrawal is told so, and both sides read the same', async () => {
    const id = await answeredComplaint();
    const [reviewer, consumer] = [await stack.as('reviewer'), await stack.as('consumer')];
    let withdrawal: Promise<unknown> = Promise.resolve();
    await whileRecordsAreHeld(
      stack,
      id,
      () => reviewer.act(id, 'upholdComplaint', found),
      async () => {
        withdrawal = refusalOf(consumer.act(id, 'withdrawComplaint', { reason: '已经退款' }));
        // It is on its way to the case: what people typed in waits for the step that takes it.
        await vi.waitFor(
          async () => expect(await stack.database.personalInput.count({ where: { caseId: id } })).toBe(1),
          { timeout: 4_000, interval: 10 },
        );
      },
    );
    expect(await withdrawal).toMatchObject({ status: 409 });
    await settled(stack);
    await expectOneEnd(id, 'UPHELD');
  });

  it('SH-STORE-14 whichever comes first, one stands alone and nothing of the other is left', async () => {
    const id = await answeredComplaint();
    const [reviewer, consumer] = [await stack.as('reviewer'), await stack.as('consumer')];
    const answers = await Promise.allSettled([
      consumer.act(id, 'withdrawComplaint', { reason: '已经退款' }),
      reviewer.act(id, 'upholdComplaint', found),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await settled(stack);
    await expectOneEnd(id, answers[0].status === 'fulfilled' ? 'WITHDRAWN' : 'UPHELD');
  });

  /** Both sides read one outcome, one line says so, and one notice each. */
  async function expectOneEnd(id: string, outcome: 'UPHELD' | 'WITHDRAWN'): Promise<void> {
    for (const who of ['consumer', 'provider'])
      expect(await (await stack.as(who)).get(`/api/cases/${id}`), who).toMatchObject({ stage: outcome, outcome });
    const ends = (await timelineOf(stack, id)).filter(({ type }) =>
      ['COMPLAINT_UPHELD', 'COMPLAINT_WITHDRAWN'].includes(type),
    );
    expect(ends.map(({ type }) => type)).toEqual([`COMPLAINT_${outcome}`]);
    const told = await stack.database.notice.groupBy({
      by: ['template'],
      where: { caseId: id, template: { in: ['complaintFinding', 'complaintWithdrawn'] } },
      _count: true,
    });
    const template = outcome === 'UPHELD' ? 'complaintFinding' : 'complaintWithdrawn';
    expect(told).toEqual([{ template, _count: 2 }]);
  }
});
