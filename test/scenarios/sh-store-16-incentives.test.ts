/** A store in good operation from the shortlist to the home page, and the recomputation of its points, on the real stack. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { actingOn } from '../support/acting.ts';
import {
  openStore,
  publishDecoration,
  reachFigures,
  report,
  reportAll,
  timelineOf,
  uploadPdf,
} from '../support/applications.ts';
import { caseOf, caseWhen, relatedId } from '../support/cases.ts';
import { mailAbout } from '../support/mails.ts';
import { PATIENCE } from '../support/patience.ts';
import { answeredComplaint, upheld } from '../support/store-complaints.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;
let storeId: string;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-07-21T09:00:00+08:00' });
  ({ storeId } = await openStore(stack, '2025-08-01T10:00:00+08:00'));
});
afterAll(() => stack.stop());

it('SH-STORE-16.4 a store without findings is on the shortlist from 2001 points, and nothing is decided by that', async () => {
  const manager = await stack.as('manager');
  const shortlist = async () => (await manager.get('/api/stores/shortlist')).items as object[];
  await reachFigures(stack, storeId, { points: 2_000, orders: 100, products: 10 });
  expect(await shortlist()).toEqual([]);
  await report(stack, storeId, 'SELLER_LOGIN');
  expect(await shortlist()).toMatchObject([{ id: storeId, points: 2_001, rating: { level: 'DIAMOND_3' } }]);
  expect((await manager.get('/api/cases?kind=storeRecommendation')).items).toEqual([]);
  expect((await manager.get('/api/stores/publicised')).items).toEqual([]);
});

it('SH-STORE-16.1 SH-STORE-16.2 SH-STORE-16.3 SH-EVAL-11.5 a store at one crown is proposed, recommended, told, shown, and recomputed once', async () => {
  const orders = Array.from({ length: 300 }, (_, place) => ({ type: 'ORDER_COMPLETED', orderId: `o-${place}` }));
  await reportAll(stack, storeId, orders);
  const [reviewer, manager] = [await stack.as('reviewer'), await stack.as('manager')];
  const { items } = await manager.get('/api/stores/shortlist');
  expect(items).toMatchObject([{ id: storeId, points: 5_001, rating: { level: 'CROWN_1' } }]);

  const proposal = { programmes: ['ASSESSMENT', 'FUND', 'PUBLICITY'], year: 2025, reason: '服务成效突出' };
  const { caseId } = await reviewer.post(`/api/stores/${storeId}/recommendations`, proposal);
  await manager.post(`/api/cases/${caseId}/actions/recommendStore`, { ...proposal, reason: '同意推荐' });
  await caseWhen(stack, caseId, { stage: 'PUBLICISED' }, 'manager');
  const mail = await mailAbout(stack, 'provider', '重点推荐');
  expect(mail.text).toContain('上海市中小企业发展专项资金');
  // SH-STORE-16.2: the record names the fund and the year.
  expect((await caseOf(stack, caseId)).facts).toMatchObject({ programmes: proposal.programmes, year: 2025 });
  const recommended = (await timelineOf(stack, caseId)).find(({ type }) => type === 'STORE_RECOMMENDED');
  expect(recommended?.title.zh).toMatch(/2025年.*上海市中小企业发展专项资金/);
  expect((await manager.get('/api/stores/publicised')).items).toMatchObject([{ id: storeId }]);
  // SH-STORE-16.1: the entry that its assessment begins with.
  const { creditCode } = await stack.database.store.findUniqueOrThrow({ where: { id: storeId } });
  const invitations = { register: 'sh-eval.assessment-invitations', party: creditCode };
  expect(await stack.database.registerEntry.findMany({ where: invitations })).toMatchObject([
    { status: 'INVITED', data: { year: 2025, storeId, points: 5_001 } },
  ]);

  const before = (await manager.get(`/api/stores/${storeId}`)).points as number;
  await (
    await stack.as('admin')
  ).put('/api/rules/SH_STORE', { values: { 'points.purchase': 9 }, note: '积分规则调整' });
  const ordered = await manager.post('/api/points/recomputations', { ruleVersion: 2, reason: '积分规则调整' });
  await vi.waitFor(async () => {
    const { finishedAt } = await manager.get(`/api/points/recomputations/${ordered.id}`);
    expect(finishedAt).not.toBeNull();
  }, PATIENCE);
  expect((await manager.get(`/api/stores/${storeId}`)).points).toBe(before - 400);
  const [latest] = (await manager.get(`/api/stores/${storeId}/rating-changes`)).items;
  expect(latest).toMatchObject({ from: { level: 'CROWN_1' }, to: { level: 'DIAMOND_5' }, points: before - 400 });
});

describe('a store against which something is found', () => {
  const { file, act } = actingOn(() => stack);
  const listed = async (path: string) =>
    ((await (await stack.as('manager')).get(`/api/stores/${path}`)).items as { id: string }[]).map(({ id }) => id);

  it('SH-STORE-16.3 SH-STORE-16.4 is neither shown nor on the shortlist while it is under rectification, and both again after it', async () => {
    await publishDecoration(stack, storeId);
    const productId = 'p-found';
    const product = { name: '商标注册', category: '科技服务', description: '全程代办。', scopeItem: '科技中介服务' };
    const review = await file('provider', 'productReview', { storeId, productId, product });
    await act('reviewer', review, 'listProduct');
    expect([await listed('publicised'), await listed('shortlist')]).toEqual([[storeId], [storeId]]);

    const finding = {
      ground: 'INTELLECTUAL_PROPERTY',
      reason: '权利人的投诉属实',
      fileIds: [],
      openRectification: true,
    };
    await act('reviewer', review, 'delistByFinding', finding);
    const rectification = await relatedId(stack, review, 'rectification');
    await caseWhen(stack, rectification, { stage: 'NOTIFIED' });
    expect([await listed('publicised'), await listed('shortlist')]).toEqual([[], []]);

    const fileIds = [await uploadPdf(await stack.as('provider'), '改正说明.pdf')];
    await act('provider', rectification, 'handInCorrection', { explanation: '已下架并书面致歉', fileIds });
    await act('reviewer', rectification, 'releaseRectification', { reason: '属实' });
    await caseWhen(stack, rectification, { outcome: 'RELEASED' });
    expect([await listed('publicised'), await listed('shortlist')]).toEqual([[storeId], [storeId]]);
  });

  it('SH-STORE-16.4 is off the shortlist for the year in which a complaint is upheld against it', async () => {
    const complaint = await answeredComplaint(stack, storeId);
    expect(await listed('shortlist')).toEqual([storeId]);
    await act('reviewer', complaint, 'upholdComplaint', upheld);
    await caseWhen(stack, complaint, { outcome: 'UPHELD' });
    expect(await listed('shortlist')).toEqual([]);
  });
});
