/** A store's credit and ability to serve, and comments on the draft of the measures (SH-STORE-15, 17): one store, and the register beside it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  openStore,
  postLetter,
  publishDecoration,
  report,
  settled,
  uploadPdf,
  type OpenedStore,
} from '../support/applications.ts';
import { caseWhen, refusalOf, relatedId, relatedTo } from '../support/cases.ts';
import { mailAbout } from '../support/mails.ts';
import { standingOf } from '../support/supervision.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const regulation = '/api/regulations/SH_STORE';

let stack: TestStack;
let store: OpenedStore;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-10-20T09:00:00+08:00' });
  store = await openStore(stack, '2025-10-27T10:00:00+08:00');
  await publishDecoration(stack, store.storeId);
  await report(stack, store.storeId, 'PRODUCT_LISTED', { productId: 'p-1' });
});
afterAll(() => stack.stop());

const standing = () => standingOf(stack, store);

/** What is with the clearance, and the clearances that stand beside the supervision. */
async function putToClearance(): Promise<[grounds: string[], clearances: number]> {
  await settled(stack);
  return [(await standing()).grounds, (await relatedTo(stack, store.supervisionId, 'clearance')).length];
}

it('SH-STORE-15.2 a late-filing note is no ground; a listing for serious dishonesty is one only if a reviewer confirms it', async () => {
  await stack.advanceTo('2025-11-03T10:00:00+08:00');
  const reviewer = await stack.as('reviewer');
  const check = { source: '信用中国', checkedOn: '2025-11-03', shareholders: [] };
  await reviewer.act(store.supervisionId, 'recordCreditCheck', {
    ...{ ...check, company: 'ORDINARY_NOTE', note: '2024 年度报告逾期公示，已补报' },
  });
  expect((await standing()).credit).toMatchObject({ state: 'CLEAR', latest: { checkedOn: '2025-11-03' } });
  expect(await putToClearance()).toEqual([[], 0]);
  expect(
    (await caseWhen(stack, store.supervisionId, { stage: 'SUPERVISED' })).tasks.map(({ name }) => name),
  ).not.toContain('confirmHit');

  const fileIds = [await uploadPdf(reviewer, '信用中国截图.pdf')];
  await reviewer.act(store.supervisionId, 'recordCreditCheck', { ...check, company: 'SERIOUS_DISHONESTY', fileIds });
  expect((await standing()).credit.state).toBe('HIT_PENDING');
  expect(await putToClearance()).toEqual([[], 0]);
  expect((await mailAbout(stack, 'reviewer', '信用核查命中')).text).toContain('信用中国');
  await reviewer.act(store.supervisionId, 'dismissHit', { hitId: 'COMPANY', reason: '同名企业，统一社会信用代码不同' });
  expect((await standing()).credit.state).toBe('CLEAR');
  expect(await putToClearance()).toEqual([[], 0]);
});

it('SH-STORE-15.3 no answer needs two contacts; a cancelled licence is put to the clearance, where ground (6) is confirmed', async () => {
  const [reviewer, manager] = await Promise.all([stack.as('reviewer'), stack.as('manager')]);
  const fileIds = [await uploadPdf(reviewer, '登记机关公告.pdf')];
  const found = { shownBy: 'LICENCE_CANCELLED', foundOn: '2025-11-03', reason: '登记机关公告准予注销', fileIds };
  const once = { ...found, shownBy: 'NO_ANSWER', contacts: [{ on: '2025-10-30', how: '电话' }] };
  for (const [input, field] of [
    [once, 'contacts'],
    [{ ...found, fileIds: [] }, 'fileIds'],
  ] as const) {
    const refused = await refusalOf(reviewer.act(store.supervisionId, 'recordIncapacity', input));
    expect(refused).toMatchObject({ status: 422, problem: { errors: [{ field }] } });
  }
  expect(await putToClearance()).toEqual([[], 0]);

  await reviewer.act(store.supervisionId, 'recordIncapacity', found);
  expect(await putToClearance()).toEqual([['CLEAR_6_INCAPACITY'], 1]);
  const clearanceId = await relatedId(stack, store.supervisionId, 'clearance');
  const { facts } = await caseWhen(stack, clearanceId, { stage: 'PENDING_CONFIRMATION' });
  expect(facts.grounds).toMatchObject([{ ground: 'CLEAR_6_INCAPACITY', status: 'DETECTED' }]);
  expect(JSON.stringify(facts)).toContain('营业执照（执业许可证）注销或者吊销（2025年11月3日）');
  await reviewer.act(clearanceId, 'confirmGround', { reason: '登记机关公告属实', barApplies: true });
  await manager.act(clearanceId, 'countersign', {});
  await postLetter(stack, clearanceId, 'clearanceNotice:1');
  const cleared = await caseWhen(stack, clearanceId, { outcome: 'CLEARED' });
  expect(cleared.facts.grounds).toMatchObject([{ ground: 'CLEAR_6_INCAPACITY', status: 'CONFIRMED' }]);
});

it('SH-STORE-17.2 a comment received by e-mail stands in the register with its date, and beside it the answer', async () => {
  const reviewer = await stack.as('reviewer');
  const comment = {
    ...{ author: '王小明', contact: 'wang@example.org', channel: 'EMAIL', receivedOn: '2025-10-15' },
    text: '建议放宽面积要求。',
  };
  const { id } = await reviewer.post(`${regulation}/comments`, comment);
  await reviewer.post(`${regulation}/comments/${id}/answers`, { text: '已转有关处室研究。' });
  const { items } = await (await stack.as('manager')).get(`${regulation}/comments`);
  expect(items).toMatchObject([
    { ...comment, id, channelTitle: { zh: '电子邮件' }, answers: [{ text: '已转有关处室研究。' }] },
  ]);
  expect(items[0].enteredAt).toMatch(/^2025-11-03T/);
  const ahead = { ...comment, receivedOn: '2025-11-04' };
  expect(await refusalOf(reviewer.post(`${regulation}/comments`, ahead))).toMatchObject({ status: 422 });
  for (const account of ['provider', 'consumer', 'admin'])
    expect(await refusalOf((await stack.as(account)).get(`${regulation}/comments`))).toMatchObject({ status: 403 });
});

it('SH-STORE-17.1 the regime reads consultation draft of 2020-07-08, until a manager attaches the version that was adopted', async () => {
  const provider = await stack.as('provider');
  expect(await provider.get(regulation)).toMatchObject({
    ...{ status: 'CONSULTATION_OPEN', statusTitle: { zh: '公开征求意见中' }, on: '2020-07-08', adopted: null },
  });
  const manager = await stack.as('manager');
  const adoption = {
    ...{ status: 'ADOPTED', on: '2025-10-20', from: '2025-11-01', title: '上海市企业服务云店铺管理办法' },
    ...{ documentNumber: '沪企服〔2025〕1号', ruleVersion: 1, reason: '正式印发' },
    fileId: await uploadPdf(manager, '店铺管理办法.pdf'),
  };
  const reviewer = await stack.as('reviewer');
  expect(await refusalOf(reviewer.post(`${regulation}/status`, adoption))).toMatchObject({ status: 403 });
  await manager.post(`${regulation}/status`, adoption);
  const { documentNumber, title, from, fileId } = adoption;
  expect(await provider.get(regulation)).toMatchObject({
    ...{ status: 'ADOPTED', on: '2025-10-20', adopted: { documentNumber, title, from, fileId, ruleVersion: 1 } },
    history: [{ status: 'ADOPTED', reason: '正式印发' }],
  });
  const { items } = await (await stack.as('admin')).get('/api/rules');
  expect(items).toContainEqual(
    expect.objectContaining({ regime: 'SH_STORE', status: expect.objectContaining({ code: 'ADOPTED' }) as object }),
  );
});
