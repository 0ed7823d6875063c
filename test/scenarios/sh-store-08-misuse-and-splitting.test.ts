/** Products that use what is of others, and products that are one split into many: found by a person, with what follows (SH-STORE-08.3, 08.8). */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  openTwoStores,
  publishDecoration,
  settled,
  timelineOf,
  uploadPdf,
  type OpenedStore,
} from '../support/applications.ts';
import { actingOn } from '../support/acting.ts';
import { caseOf, caseWhen, refusalOf, relatedId, relatedTo } from '../support/cases.ts';
import { expectWords, mailAbout } from '../support/mails.ts';
import { answeredComplaint, upheld } from '../support/store-complaints.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { PATIENCE } from '../support/patience.ts';

let stack: TestStack;
const { file, act } = actingOn(() => stack);
let misusing: OpenedStore;
let splitting: OpenedStore;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-22T09:00:00+08:00' });
  [misusing, splitting] = await openTwoStores(stack, '2025-09-26T10:00:00+08:00');
  for (const { storeId } of [misusing, splitting]) await publishDecoration(stack, storeId);
  await stack.advanceTo('2025-09-28T10:00:00+08:00');
});
afterAll(() => stack.stop());

/** Hands a product in and lists it. @returns the id of its case */
async function listed(as: string, { storeId }: OpenedStore, productId: string, product: object): Promise<string> {
  const whole = { category: '财税', scopeItem: '代理记账', description: '按月代理记账。', ...product };
  const id = await file(as, 'productReview', { storeId, productId, product: whole });
  await act('reviewer', id, 'listProduct');
  return id;
}

const pageOf = async ({ storeId }: OpenedStore) => (await fetch(`${stack.baseUrl}/stores/${storeId}`)).text();
const storeOf = async ({ storeId }: OpenedStore) => (await stack.as('reviewer')).get(`/api/stores/${storeId}`);

describe('a product that uses what is of others', () => {
  const finding = { ground: 'INTELLECTUAL_PROPERTY', reason: '权利人的投诉属实，课件为其作品', fileIds: [] };
  let course: string;
  let software: string;

  it('SH-STORE-08.3 a complaint of misuse is confirmed, and of itself takes nothing off', async () => {
    course = await listed('provider', misusing, 'p-course', { name: '财税实务课程' });
    software = await listed('provider', misusing, 'p-software', { name: '进销存软件部署', category: '信息化' });
    const id = await answeredComplaint(stack, misusing.storeId, { reason: 'IP_INFRINGED', account: '盗用我方课件。' });
    await act('reviewer', id, 'upholdComplaint', {
      ...upheld,
      breached: ['IP_INFRINGED'],
      reason: '课件与作品登记一致。',
    });
    const found = (await timelineOf(stack, id)).find(({ type }) => type === 'COMPLAINT_UPHELD');
    expect(found).toMatchObject({ clause: 'SH-STORE 三.2' });
    await settled(stack);
    expect(await caseOf(stack, course)).toMatchObject({ stage: 'LISTED', outcome: null });
  });

  it('SH-STORE-08.3 the product is delisted on the finding, without a rectification where the reviewer opens none', async () => {
    expect(await pageOf(misusing)).toContain('财税实务课程');
    const delist = (as: string, input: object) => act(as, course, 'delistByFinding', input);
    expect(await refusalOf(delist('provider', { ...finding, openRectification: false }))).toMatchObject({
      status: 403,
    });
    // Whether the store is rectified as well is for the reviewer to say.
    expect(await refusalOf(delist('reviewer', finding))).toMatchObject({ status: 422 });
    await delist('reviewer', { ...finding, openRectification: false });
    expect(await caseOf(stack, course)).toMatchObject({ outcome: 'DELISTED', tasks: [] });
    expectWords(stack, await mailAbout(stack, 'provider', '产品违规下架'), course, ['《办法》三.2', finding.reason]);
    const page = await pageOf(misusing);
    expect(page).not.toContain('财税实务课程');
    expect(page).toContain('进销存软件部署');
    await settled(stack);
    expect(await storeOf(misusing)).toMatchObject({ figures: { products: 1 }, rectifications: { all: 0 } });
    const line = (await timelineOf(stack, course)).find(({ type }) => type === 'PRODUCT_DELISTED_BY_FINDING');
    expect(line).toMatchObject({ clause: 'SH-STORE 三.2', requirement: 'SH-STORE-08.3' });
  });

  it('SH-STORE-08.3 with one where the reviewer opens it, which names the misuse', async () => {
    const secret = {
      ...finding,
      ground: 'TRADE_SECRET',
      reason: '部署包含他人未公开的源代码',
      openRectification: true,
    };
    await act('reviewer', software, 'delistByFinding', secret);
    expect(await caseOf(stack, software)).toMatchObject({ outcome: 'DELISTED' });
    await settled(stack);
    const rectification = await relatedId(stack, software, 'rectification');
    await caseWhen(stack, rectification, { stage: 'NOTIFIED' });
    expectWords(stack, await mailAbout(stack, 'provider', '店铺整顿通知'), rectification, ['侵犯他人的商业秘密']);
    expect(await storeOf(misusing)).toMatchObject({
      figures: { products: 0 },
      rectifications: { all: 1, open: [{ id: rectification, ground: 'RECT_CONTENT_REFUSAL' }] },
    });
    await release(rectification);
  });

  it('SH-STORE-09.8 the third rectification of the year makes the count 3, and nothing else happens', async () => {
    for (const n of [2, 3]) {
      const again = await listed('provider', misusing, `p-copied-${n}`, { name: `第${n}门课程`, category: '培训' });
      await act('reviewer', again, 'delistByFinding', { ...finding, openRectification: true });
      await settled(stack);
      const [open] = (await storeOf(misusing)).rectifications.open as { id: string }[];
      await release(open?.id ?? '');
    }
    expect(await storeOf(misusing)).toMatchObject({
      status: 'NORMAL',
      rectifications: { all: 3, byYear: { 2025: 3 }, open: [] },
    });
    await settled(stack);
    const about = `store:${misusing.storeId}`;
    expect(await stack.database.case.count({ where: { about, kind: 'clearance' } })).toBe(0);
  });

  async function release(rectification: string): Promise<void> {
    await caseWhen(stack, rectification, { stage: 'NOTIFIED' });
    const fileIds = [await uploadPdf(await stack.as('provider'), '改正说明.pdf')];
    await act('provider', rectification, 'handInCorrection', { explanation: '已删除', fileIds });
    await act('reviewer', rectification, 'releaseRectification', { reason: '属实' });
    expect(await caseOf(stack, rectification)).toMatchObject({ outcome: 'RELEASED' });
  }
});

describe('fifteen products that are one', () => {
  const ids = Array.from({ length: 15 }, (_, n) => `p-${n + 1}`);
  let splittingId: string;
  let cases: string[];

  const ledger = () =>
    stack.database.pointsEntry.findMany({
      where: { storeId: splitting.storeId, rule: 'PRODUCT' },
      orderBy: { eventKey: 'asc' },
    });
  const sumOf = (entries: readonly { points: number }[]) => entries.reduce((sum, { points }) => sum + points, 0);

  it('SH-STORE-08.8 are listed with 150 points and proposed as split, which changes nothing', async () => {
    const before = (await storeOf(splitting)).points as number;
    cases = [];
    for (const [n, id] of ids.entries())
      cases.push(await listed('provider2', splitting, id, { name: `小微企业代理记账（第${n + 1}期）` }));
    await settled(stack);
    expect((await storeOf(splitting)).points).toBe(before + 150);
    splittingId = await vi.waitFor(() => relatedId(stack, cases[14]!, 'productSplitting'), PATIENCE);
    expect(await caseWhen(stack, splittingId, { stage: 'PROPOSED' })).toMatchObject({
      tasks: [{ name: 'splittingDecision' }],
      outcome: null,
    });
    expect(sumOf(await ledger())).toBe(150);
    expect(await storeOf(splitting)).toMatchObject({ figures: { products: 15 } });
  });

  it('SH-STORE-08.8 confirmed, -150 stands in the ledger with the case, and the original entries remain', async () => {
    const gained = await ledger();
    const before = (await storeOf(splitting)).points as number;
    const decision = { productIds: ids, reason: '同一服务按期拆分' };
    expect(await refusalOf(act('provider2', splittingId, 'confirmSplitting', decision))).toMatchObject({ status: 403 });
    await act('reviewer', splittingId, 'confirmSplitting', decision);
    expect(await caseWhen(stack, splittingId, { outcome: 'CONFIRMED' })).toMatchObject({ tasks: [] });
    await settled(stack);
    expect((await storeOf(splitting)).points).toBe(before - 150);
    const after = await ledger();
    expect(after).toEqual(expect.arrayContaining(gained));
    const taken = after.filter(({ points }) => points < 0);
    expect([sumOf(taken), after.length]).toEqual([-150, gained.length + taken.length]);
    expect(
      taken.every(
        ({ caseId, reversalOf }) => caseId === splittingId && gained.some((one) => one.eventKey === reversalOf),
      ),
    ).toBe(true);
    // What the store reads of its points says so, too.
    const read = await (await stack.as('provider2')).get(`/api/stores/${splitting.storeId}/points?limit=100`);
    const lines = read.items.filter((one: { points: number }) => one.points < 0);
    expect(lines).toHaveLength(taken.length);
    expect(lines[0]).toMatchObject({ caseId: splittingId });
    await mailAbout(stack, 'provider2', '拆分');
    // The store may revise what was returned: no rectification yet.
    expect(await storeOf(splitting)).toMatchObject({ figures: { products: 0 }, rectifications: { all: 0 } });
    expect(await relatedTo(stack, splittingId, 'rectification')).toEqual([]);
  });

  it('SH-STORE-08.7 revised on 2025-10-09 there is no rectification; not revised and refusal found, there is one', async () => {
    const [revised = '', left = ''] = cases;
    await stack.advanceTo('2025-10-09T10:00:00+08:00');
    const product = {
      name: '小微企业代理记账',
      category: '财税',
      scopeItem: '代理记账',
      description: '按年代理记账。',
    };
    await act('provider2', revised, 'reviseProduct', { product });
    await act('reviewer', revised, 'listProduct');
    await stack.advanceTo('2025-10-12T00:00:00+08:00');
    expect(await caseOf(stack, revised)).toMatchObject({ stage: 'LISTED', outcome: null, tasks: [] });
    expect((await caseWhen(stack, left, { stage: 'RETURNED' })).tasks).toMatchObject([{ name: 'refusalQuestion' }]);
    expect(await storeOf(splitting)).toMatchObject({ rectifications: { all: 0 } });
    await act('reviewer', left, 'findRefusal', { reason: '逾期未改，也未说明' });
    await settled(stack);
    const rectification = await relatedId(stack, left, 'rectification');
    expect(await caseWhen(stack, rectification, { stage: 'NOTIFIED' })).toMatchObject({
      facts: { ground: 'RECT_CONTENT_REFUSAL', originCaseId: left, products: [{ productId: 'p-2' }] },
    });
    expectWords(stack, await mailAbout(stack, 'provider2', '店铺整顿通知'), rectification, ['拆分', '《办法》四.4']);
    expect(await storeOf(splitting)).toMatchObject({ rectifications: { all: 1, open: [{ id: rectification }] } });
  });
});
