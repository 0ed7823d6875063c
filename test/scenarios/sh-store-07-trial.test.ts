/** Trial operation and regularisation, SH-STORE 一.2: two months, three targets. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  appointment,
  apply,
  applicationBody,
  deadlineOf,
  institutions,
  listProduct,
  openStore,
  openTwoStores,
  publishDecoration,
  reachFigures,
  recommend,
  report,
  reportAll,
  review,
  settled,
  timelineOf,
  trialFiling,
  uploadPdf,
  type OpenedStore,
} from '../support/applications.ts';
import { caseOf, caseWhen, plannedAt, refusalOf, relatedId, relatedTo } from '../support/cases.ts';
import { expectWords, mailAbout, mailsAbout } from '../support/mails.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const trials = [trialFiling, { ...trialFiling, as: 'provider2' }] as const;
const openedAt = '2025-08-01T10:00:00+08:00';

/** Decoration and the first of the products that `reachFigures` lists, so that no limit of the set-up interferes. */
async function setUp(stack: TestStack, { storeId, setupId }: OpenedStore): Promise<void> {
  await publishDecoration(stack, storeId);
  await report(stack, storeId, 'PRODUCT_LISTED', { productId: `p${storeId.slice(-8)}-1` });
  await caseWhen(stack, setupId, { outcome: 'SETUP_DONE' });
}

/** Both providers on trial, approved on 2025-08-01: the trial ends with 2025-10-09. */
async function twoTrials(stack: TestStack): Promise<[OpenedStore, OpenedStore]> {
  await recommend(stack);
  await recommend(stack, 'provider2');
  return openTwoStores(stack, openedAt, trials);
}

describe('the trial route', () => {
  let stack: TestStack;
  let unclean: string;
  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-07-21T09:00:00+08:00' });
  });
  afterAll(() => stack.stop());

  const offerOf = async (figures: object, client = 'provider') => {
    const body = await applicationBody(stack, { ...trialFiling, figures });
    const { routes, corrections } = await (
      await stack.as(client)
    ).post('/api/applications/check', { figures: body['figures'] });
    return { ...routes.find(({ route }: { route: string }) => route === 'TRIAL'), corrections };
  };
  const statusOf = (offer: { checks: { id: string; status: string }[] }, id: string) =>
    offer.checks.find((check) => check.id === id)?.status;

  it('SH-STORE-07.3 marks the letter of a district commission MET and that of a street office NOT_MET', async () => {
    const figures = { ...trialFiling.figures };
    expect(statusOf(await offerOf(figures), 'SH-STORE-07.3')).toBe('NOT_MET');
    expect(await refusalOf(apply(stack, trialFiling))).toMatchObject({ status: 409, code: 'ROUTE_NOT_OFFERED' });
    await recommend(stack, 'provider', { level: 'STREET', department: '花木街道办事处' });
    expect(statusOf(await offerOf(figures), 'SH-STORE-07.3')).toBe('NOT_MET');
    const refusal = await refusalOf(apply(stack, trialFiling));
    expect(refusal).toMatchObject({
      status: 409,
      code: 'ROUTE_NOT_OFFERED',
      problem: { facts: { checks: [{ id: 'SH-STORE-07.3', status: 'NOT_MET' }] } },
    });
    expect(refusal.message).toContain('花木街道办事处');
    const letter = await recommend(stack);
    expect(await offerOf(figures)).toMatchObject({ offered: true });
    expect(statusOf(await offerOf(figures), 'SH-STORE-07.3')).toBe('MET');
    // Stored, with its scan, by whoever wrote it.
    const { items } = await (
      await stack.as('reviewer')
    ).get(`/api/recommendations?creditCode=${institutions.provider.creditCode}`);
    expect(items[0]).toMatchObject({ id: letter, level: 'DISTRICT', department: '浦东新区科技和经济委员会' });
    expect(items[0].fileId).toMatch(/^fil-/);
  });

  it('SH-STORE-07.1 cannot be submitted without a description of the contribution, nor taken where (1) to (4) are met', async () => {
    const bare = { ...trialFiling, figures: { ...trialFiling.figures, contribution: null } };
    for (const contribution of [null, '', '   ']) {
      expect(await refusalOf(apply(stack, { ...bare, figures: { ...bare.figures, contribution } }))).toMatchObject({
        status: 422,
        code: 'INVALID_INPUT',
        problem: { errors: [{ field: 'figures.contribution' }] },
      });
    }
    expect((await (await stack.as('provider')).get('/api/cases')).items).toEqual([]);
    expect(await offerOf({ contribution: '承办区专场' })).toMatchObject({ offered: false });
    expect(await offerOf({ revenue: 3_000_000, contribution: null })).toMatchObject({ offered: false });
  });

  it('SH-STORE-07.2 closes the trial route for a case with a credit hit or an operating risk at the preliminary review', async () => {
    const reviewer = await stack.as('reviewer');
    const id = await apply(stack, trialFiling);
    await review(stack, id);
    const pass = { interview: appointment('2025-07-30T10:00:00+08:00'), reason: '情节轻微' };
    for (const found of [
      { result: 'HIT', touches: [], note: '一项滞纳记录' },
      { result: 'CLEAR', operatingRisk: true },
    ]) {
      await reviewer.act(id, 'recordCreditCheck', { source: '信用中国', checkedOn: '2025-07-21', ...found });
      const refusal = await refusalOf(reviewer.act(id, 'passPreliminaryReview', pass));
      expect(refusal).toMatchObject({ status: 409, code: 'ROUTE_NOT_OFFERED', problem: { facts: { route: 'TRIAL' } } });
      const checks = refusal.problem.facts?.['checks'] as { id: string; status: string }[];
      expect(checks.filter(({ status }) => status === 'NOT_MET').map((check) => check.id)).toEqual(['SH-STORE-07.2']);
    }
    expect(await caseOf(stack, id)).toMatchObject({ stage: 'PRELIM_REVIEW' });
    await reviewer.act(id, 'rejectApplication', { reason: '存在信用问题' });
    expectWords(stack, await mailAbout(stack, 'district', '推荐机构办理结果'), id, ['初审未通过', '存在信用问题']);
  });

  it('SH-STORE-07.4 refuses a trial with an unrectified penalty of last month in spite of a recommendation; nobody can waive it', async () => {
    const reviewer = await stack.as('reviewer');
    const figures = { ...trialFiling.figures, penalties: [{ decidedOn: '2025-06-20', rectified: false }] };
    const offer = await offerOf(figures);
    expect(offer.offered).toBe(false);
    expect(statusOf(offer, 'SH-STORE-07.4')).toBe('NOT_MET');
    unclean = await apply(stack, { ...trialFiling, figures });
    await review(stack, unclean);
    const pass = { interview: appointment('2025-07-30T10:00:00+08:00'), reason: '情节轻微' };
    const refusal = await refusalOf(reviewer.act(unclean, 'passPreliminaryReview', pass));
    expect(refusal).toMatchObject({ status: 409, code: 'ROUTE_NOT_OFFERED' });
    const checks = refusal.problem.facts?.['checks'] as { id: string; status: string }[];
    expect(checks.filter(({ status }) => status === 'NOT_MET').map(({ id }) => id)).toEqual(['SH-STORE-07.4']);
    const { extras } = await reviewer.get(`/api/cases/${unclean}`);
    const blocking = extras.eligibility.items.find(
      ({ requirement, id, status }: { requirement?: string; id?: string; status: string }) =>
        (requirement ?? id) === 'SH-STORE-01.16' && status === 'NOT_MET',
    );
    for (const [account, action] of [
      ['reviewer', 'waiveCondition'],
      ['manager', 'overrideCondition'],
    ] as const) {
      const refused = await refusalOf(
        (await stack.as(account)).act(unclean, action, { item: blocking.key, reason: '整改在即' }),
      );
      expect(refused, account).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    }
  });
});

describe('the bounds: 1501 points against 1500', () => {
  let stack: TestStack;
  /** Of provider: 1501 points, 100 orders, 10 products. */
  let met: OpenedStore;
  /** Of provider2: one point less. */
  let short: OpenedStore;
  let decidedAt: string;

  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-07-25T09:00:00+08:00' });
    [met, short] = await twoTrials(stack);
    for (const store of [met, short]) await setUp(stack, store);
  });
  afterAll(() => stack.stop());

  it('SH-STORE-07.5 ends a trial opened 2025-08-01 with 2025-10-09 24:00, past the holiday of 2025-10-01', async () => {
    expect(await deadlineOf(stack, met.trialId, 'trial')).toMatchObject({
      lastDay: '2025-10-09',
      dueAt: '2025-10-10T00:00:00.000+08:00',
      words: { zh: '2025年10月9日 24:00（北京时间 UTC+8）' },
      clause: 'SH-STORE 一.2',
    });
    expectWords(stack, await mailAbout(stack, 'provider', '试运行开始'), met.trialId, [
      '试运行两个月',
      '积分须超过 1500 分、订单达 100 笔以上、产品不少于 10 个',
      '2025年8月1日 10:00',
      '届满时间：2025年10月9日 24:00（北京时间 UTC+8）',
      '届满后果：期满按三项指标评定：达标转正，任一项未达标作清退处理',
      '依据：《办法》一.2',
    ]);
  });

  it('SH-STORE-07.6 refuses to regularise before 2025-10-10 00:00, all targets reached on 2025-09-10 notwithstanding', async () => {
    await stack.advanceTo('2025-09-10T10:00:00+08:00');
    await reachFigures(stack, met.storeId, { points: 1501, orders: 100, products: 10 });
    await reachFigures(stack, short.storeId, { points: 1500, orders: 100, products: 10 });
    for (const [{ storeId }, points] of [
      [met, 1501],
      [short, 1500],
    ] as const) {
      expect(await (await stack.as('reviewer')).get(`/api/stores/${storeId}`)).toMatchObject({
        points,
        figures: { orders: 100, products: 10 },
      });
    }
    const early = async (as = 'reviewer') => refusalOf((await stack.as(as)).act(met.trialId, 'regularise'));
    expect(await early()).toMatchObject({
      status: 409,
      code: 'NOT_NOW',
      problem: { facts: { stage: 'TRIAL_RUNNING' } },
    });
    // Nor by a manager: the text has no 原则上 here.
    expect(await early('manager')).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    await stack.advanceTo('2025-10-09T23:59:00+08:00');
    expect(await early()).toMatchObject({ status: 409, code: 'NOT_NOW' });
    expect(await caseOf(stack, met.trialId)).toMatchObject({ stage: 'TRIAL_RUNNING', facts: { snapshots: [] } });
    await stack.advanceTo('2025-10-10T00:00:00+08:00');
    const { actions, tasks } = await caseWhen(stack, met.trialId, { stage: 'TRIAL_EVALUATION' });
    expect(actions.map(({ name }) => name)).toContain('regularise');
    expect(tasks.map(({ name }) => name)).toEqual(['trialDecision']);
  });

  it('SH-STORE-07.13 reminds with figures and what is missing; the 7-day reminder of 2 Oct goes out on 2025-09-30', async () => {
    for (const { trialId } of [met, short]) {
      expect(await plannedAt(stack, trialId, 'trialProgress')).toEqual(['2025-09-25T09:00', '2025-09-30T09:00']);
    }
    const mails = await mailsAbout(stack, 'provider2', '试运行进度');
    expect(mails).toHaveLength(2);
    const [first, second] = mails;
    if (first === undefined || second === undefined) throw new Error('A reminder is missing.');
    for (const mail of [first, second]) {
      expectWords(stack, mail, short.trialId, [
        '未达标：店铺积分（还差 1 分）',
        '1500 分',
        '超过 1500 分',
        '100 笔',
        '不少于 100 笔',
        '10 个',
        '不少于 10 个',
        '已达标',
        '2025年10月9日 24:00（北京时间 UTC+8）',
        '任何一项未达标的，作清退处理',
      ]);
    }
    const [progress] = await mailsAbout(stack, 'provider', '试运行进度');
    expect(progress?.text).toContain('三项均已达标');
    // Whoever recommended them follows both trials.
    for (const [subject, count] of [
      ['推荐机构试运行开始', 1],
      ['推荐机构试运行进度', 2],
    ] as const) {
      const toDistrict = await mailsAbout(stack, 'district', subject);
      for (const { trialId } of [met, short]) {
        expect(toDistrict.filter(({ text }) => text.includes(trialId))).toHaveLength(count);
      }
    }
  });

  it('SH-STORE-07.7 is not met with 1500 points at expiry and met with 1501', async () => {
    const failed = await caseWhen(stack, short.trialId, { outcome: 'TRIAL_FAILED' });
    expect(failed.facts.snapshots).toMatchObject([
      { asOf: '2025-10-10T00:00:00.000+08:00', points: 1500, orders: 100, products: 10, passed: false },
    ]);
    const passed = await caseOf(stack, met.trialId);
    expect(passed).toMatchObject({ stage: 'TRIAL_EVALUATION', outcome: null });
    expect(passed.facts.snapshots).toMatchObject([{ points: 1501, orders: 100, products: 10, passed: true }]);
    expectWords(stack, await mailAbout(stack, 'provider2', '试运行未达标'), short.trialId, [
      '未达标：店铺积分（还差 1 分）',
      '作清退处理（依据《办法》一.2）',
      '清退须经审核人员确认',
      '2025年10月9日 24:00（北京时间 UTC+8）',
    ]);
  });

  it('SH-STORE-07.10 regularises 1501 points, 100 orders, 10 products when a reviewer confirms, and mails it', async () => {
    const reviewer = await stack.as('reviewer');
    await stack.advanceTo('2025-10-10T09:30:00+08:00');
    // Points of after the end make no difference to the figures at expiry.
    await report(stack, met.storeId, 'FOLLOW', { userId: 'late', userType: 'ENTERPRISE' });
    for (const account of ['district', 'provider', 'manager']) {
      expect(await refusalOf((await stack.as(account)).act(met.trialId, 'regularise')), account).toMatchObject({
        status: 403,
        code: 'NOT_ALLOWED',
      });
    }
    expect(await reviewer.get(`/api/stores/${met.storeId}`)).toMatchObject({ status: 'TRIAL', regularisedAt: null });
    expect(await reviewer.act(met.trialId, 'regularise', { note: '三项达标' })).toMatchObject({
      stage: 'REGULARISED',
      outcome: 'REGULARISED',
    });
    decidedAt = await stack.now();
    expect(await reviewer.get(`/api/stores/${met.storeId}`)).toMatchObject({
      status: 'NORMAL',
      regularisedAt: expect.stringMatching(/^2025-10-10T09:3/),
    });
    expectWords(stack, await mailAbout(stack, 'provider', '试运行店铺转正'), met.trialId, [
      '三项指标全部达标，经审核予以转正',
      '1501 分',
      '100 笔',
      '2025年10月10日 09:3',
      '依据：《办法》一.2',
    ]);
    const told = (await mailsAbout(stack, 'district', '推荐机构办理结果')).filter(({ text }) =>
      text.includes(met.trialId),
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('予以转正');
    expect(await refusalOf(reviewer.act(met.trialId, 'regularise'))).toMatchObject({
      status: 409,
      code: 'CASE_CLOSED',
    });
    expect(await relatedTo(stack, met.trialId, 'clearance')).toEqual([]);
  });

  it('SH-STORE-07.12 shows 1481 points and the original snapshot when a reviewer reopens after a reversal of 20 fraudulent points', async () => {
    const reviewer = await stack.as('reviewer');
    await stack.advanceTo('2025-10-20T10:00:00+08:00');
    const { items } = await reviewer.get(`/api/stores/${met.storeId}/points?rule=PURCHASE&limit=2`);
    const eventKeys = items.map(({ eventKey }: { eventKey: string }) => eventKey);
    const reason = '经查实为虚假交易积分';
    expect(
      await reviewer.post('/api/points/reversals', { storeId: met.storeId, eventKeys, reason, caseId: met.trialId }),
    ).toEqual({ reversed: expect.arrayContaining(eventKeys), points: -20 });
    // A correction by itself decides nothing.
    expect(await caseOf(stack, met.trialId)).toMatchObject({
      outcome: 'REGULARISED',
      facts: { snapshots: [{ points: 1501 }] },
    });
    expect((await refusalOf(reviewer.act(met.trialId, 'reopenEvaluation'))).status).toBe(422);
    expect(
      await refusalOf((await stack.as('provider')).act(met.trialId, 'reopenEvaluation', { reason: '请求复核' })),
    ).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    const reopened = await reviewer.act(met.trialId, 'reopenEvaluation', { reason });
    expect(reopened.facts.snapshots).toMatchObject([
      { asOf: '2025-10-10T00:00:00.000+08:00', points: 1501, passed: true },
      { asOf: '2025-10-10T00:00:00.000+08:00', points: 1481, orders: 100, products: 10, passed: false },
    ]);
    expect(reopened).toMatchObject({ stage: 'TRIAL_FAILED', outcome: 'TRIAL_FAILED' });
    await settled(stack);
    expect(await relatedTo(stack, met.trialId, 'clearance')).toMatchObject([{ stage: 'PENDING_CONFIRMATION' }]);
    expectWords(stack, await mailAbout(stack, 'provider', '试运行未达标'), met.trialId, ['1481 分', '还差 20 分']);
    // Both sides read why it was judged anew and that the regularisation no longer stands, and then the result.
    for (const account of ['provider', 'district']) {
      expectWords(stack, await mailAbout(stack, account, '试运行重新评定'), met.trialId, [
        reason,
        '此前予以转正的决定已经撤销',
        '1481 分',
      ]);
    }
    const result = await mailAbout(stack, 'district', '推荐机构办理结果', 3);
    expectWords(stack, result, met.trialId, ['未达标，待确认清退', '取代此前告知的结果']);
    // The first decision stays on the timeline, with who took it and when.
    const lines = await timelineOf(stack, met.trialId);
    const first = lines.find(({ type }) => type === 'STORE_REGULARISED');
    expect(first?.actor.id).toBe(reviewer.user.id);
    expect((first?.at ?? '') <= decidedAt).toBe(true);
    expect(lines.find(({ type }) => type === 'TRIAL_EVALUATION_REOPENED')).toMatchObject({ detail: { reason } });
    expect(await reviewer.get(`/api/cases/${met.trialId}/timeline/verify`)).toMatchObject({ intact: true });
  });
});

describe('the bounds: 99 orders, 9 products', () => {
  let stack: TestStack;
  let fewOrders: OpenedStore;
  let fewProducts: OpenedStore;

  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-07-25T09:00:00+08:00' });
    [fewOrders, fewProducts] = await twoTrials(stack);
    for (const store of [fewOrders, fewProducts]) await setUp(stack, store);
    await stack.advanceTo('2025-10-09T10:00:00+08:00');
    await reachFigures(stack, fewOrders.storeId, { points: 1600, orders: 99, products: 10 });
    await reachFigures(stack, fewProducts.storeId, { points: 1700, orders: 100, products: 12 });
    await report(stack, fewOrders.storeId, 'ORDER_COMPLETED', { orderId: 'brushed' });
    await stack.advanceTo('2025-10-09T12:00:00+08:00');
    // Found to be brushing: net of it there are 99.
    await report(stack, fewOrders.storeId, 'ORDER_VOIDED', { orderId: 'brushed' });
    const { items } = await (
      await stack.as('reviewer')
    ).get(`/api/stores/${fewProducts.storeId}/points?rule=PRODUCT&limit=3`);
    await reportAll(
      stack,
      fewProducts.storeId,
      items.map(({ about }: { about: string }) => ({
        type: 'PRODUCT_DELISTED',
        productId: about.slice('product:'.length),
      })),
    );
    await stack.advanceTo('2025-10-10T00:00:00+08:00');
  });
  afterAll(() => stack.stop());

  it('SH-STORE-07.8 is not met with 99 completed orders, a hundredth having been voided', async () => {
    const { facts } = await caseWhen(stack, fewOrders.trialId, { outcome: 'TRIAL_FAILED' });
    expect(facts.snapshots).toMatchObject([{ points: 1600, orders: 99, products: 10, passed: false }]);
    const mail = await mailAbout(stack, 'provider', '试运行未达标');
    expectWords(stack, mail, fewOrders.trialId, ['未达标：订单量（还差 1 笔）。', '99 笔', '不少于 100 笔']);
    // An order of after the end does not make up for it.
    await report(stack, fewOrders.storeId, 'ORDER_COMPLETED', { orderId: 'late' });
    const reviewer = await stack.as('reviewer');
    const again = await reviewer.act(fewOrders.trialId, 'reopenEvaluation', { reason: '复核订单量' });
    expect(again).toMatchObject({ outcome: 'TRIAL_FAILED' });
    expect(again.facts.snapshots.map(({ orders }: { orders: number }) => orders)).toEqual([99, 99]);
    // One clearance case, however often it is judged.
    await settled(stack);
    expect(await relatedTo(stack, fewOrders.trialId, 'clearance')).toHaveLength(1);
  });

  it('SH-STORE-07.9 is not met with 9 listed and 3 delisted products at expiry', async () => {
    const { facts } = await caseWhen(stack, fewProducts.trialId, { outcome: 'TRIAL_FAILED' });
    expect(facts.snapshots).toMatchObject([{ points: 1670, orders: 100, products: 9, passed: false }]);
    const mail = await mailAbout(stack, 'provider2', '试运行未达标');
    expectWords(stack, mail, fewProducts.trialId, ['未达标：产品数量（还差 1 个）。', '9 个', '不少于 10 个']);
  });
});

describe('2000 points and 99 orders; a rectification in the trial', () => {
  let stack: TestStack;
  let failing: OpenedStore;
  let rectified: OpenedStore;

  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-07-25T09:00:00+08:00' });
    [failing, rectified] = await twoTrials(stack);
  });
  afterAll(() => stack.stop());

  it('SH-STORE-07.14 keeps the end of the trial at 2025-10-09 through a rectification from 2025-08-11 to 2025-08-20', async () => {
    await publishDecoration(stack, rectified.storeId);
    await stack.advanceTo('2025-08-08T20:00:00+08:00');
    await report(stack, rectified.storeId, 'PRODUCT_SUBMITTED', { productId: 'p1' });
    await caseWhen(stack, rectified.setupId, { stage: 'SETUP_AWAITING_REVIEW' });
    await stack.advanceTo('2025-08-11T10:00:00+08:00');
    await report(stack, rectified.storeId, 'PRODUCT_RETURNED', { productId: 'p1' });
    await caseWhen(stack, rectified.setupId, { stage: 'SETUP_LATE_RECTIFICATION' });
    await settled(stack);
    const id = await relatedId(stack, rectified.setupId, 'rectification');
    expect(await (await stack.as('reviewer')).get(`/api/cases/${id}`)).toMatchObject({
      stage: 'NOTIFIED',
      openedAt: expect.stringMatching(/^2025-08-11T10:00/),
    });
    const during = await deadlineOf(stack, rectified.trialId, 'trial');
    expect(during).toMatchObject({ lastDay: '2025-10-09', status: 'OPEN', pauses: [] });
    await stack.advanceTo('2025-08-20T10:00:00+08:00');
    await listProduct(stack, rectified.storeId, 'p2');
    await caseWhen(stack, id, { stage: 'SUBMITTED_FOR_CHECK' });
    await (await stack.as('reviewer')).act(id, 'releaseRectification', { reason: '已上架' });
    expect(await caseOf(stack, id)).toMatchObject({
      outcome: 'RELEASED',
      closedAt: expect.stringMatching(/^2025-08-20/),
    });
    expect(await deadlineOf(stack, rectified.trialId, 'trial')).toMatchObject({
      lastDay: '2025-10-09',
      dueAt: '2025-10-10T00:00:00.000+08:00',
    });
    // And there is no way to extend it.
    const contract = await (await stack.as('manager')).get(`/api/cases/${rectified.trialId}`);
    expect(
      contract.actions.map(({ name }: { name: string }) => name).filter((name: string) => /extend|prolong/i.test(name)),
    ).toEqual([]);
  });

  it('SH-STORE-07.11 SH-STORE-10.9 fails with 2000 points, 99 orders, 15 products and opens a clearance case with ground TRIAL_FAILED', async () => {
    await stack.advanceTo('2025-10-09T10:00:00+08:00');
    await reachFigures(stack, failing.storeId, { points: 2000, orders: 99, products: 15 });
    await stack.advanceTo('2025-10-10T00:00:00+08:00');
    const { facts } = await caseWhen(stack, failing.trialId, { outcome: 'TRIAL_FAILED' });
    expect(facts.snapshots).toMatchObject([{ points: 2000, orders: 99, products: 15, passed: false }]);
    const clearanceId = await relatedId(stack, failing.trialId, 'clearance');
    expect(await caseWhen(stack, clearanceId, { stage: 'PENDING_CONFIRMATION' })).toMatchObject({
      kind: 'clearance',
      // The store was late with its set-up as well: one case, two grounds (SH-STORE-10.11).
      facts: {
        grounds: [{ ground: 'CLEAR_1_SETUP' }, { ground: 'CLEAR_TRIAL_FAILED', originCaseId: failing.trialId }],
      },
      tasks: [{ name: 'clearanceConfirmation' }],
    });
    const cleared = (await mailsAbout(stack, 'reviewer', '清退情形待确认')).filter(
      ({ text }) => text.includes(clearanceId) && text.includes('试运行'),
    );
    expect(cleared).toHaveLength(1);
    expect(cleared[0]?.text).toContain('试运行店铺未达标');
    for (const words of [
      '试运行于2025年10月9日 24:00期满',
      '积分 2000 分（要求超过 1500 分；已达标）',
      '订单 99 笔（要求不少于 100 笔；未达标，还差 1 笔）',
      '产品 15 个（要求不少于 10 个；已达标）',
    ]) {
      expect(cleared[0]?.text).toContain(words);
    }
    // Nothing is imposed: the store is on line and no bar runs (XC-05.2).
    expect(await (await stack.as('reviewer')).get(`/api/stores/${failing.storeId}`)).toMatchObject({ status: 'TRIAL' });
    expect((await (await stack.as('provider')).get('/api/bars')).items).toEqual([]);
    const told = (await mailsAbout(stack, 'district', '推荐机构办理结果')).filter(({ text }) =>
      text.includes(failing.trialId),
    );
    expect(told[0]?.text).toContain('未达标');
  });

  it('SH-STORE-07.12 withdraws the clearance when an order of the trial, reported late, makes a failed trial pass', async () => {
    const reviewer = await stack.as('reviewer');
    const clearanceId = await relatedId(stack, failing.trialId, 'clearance');
    await stack.advanceTo('2025-10-13T10:00:00+08:00');
    await report(stack, failing.storeId, 'ORDER_COMPLETED', {
      orderId: 'late',
      occurredAt: '2025-10-09T12:00:00+08:00',
    });
    await reviewer.act(failing.trialId, 'reopenEvaluation', { reason: '平台补报一笔试运行期内完成的订单' });
    expect((await caseOf(stack, failing.trialId)).facts.snapshots).toMatchObject([
      { orders: 99, passed: false },
      { orders: 100, passed: true },
    ]);
    await settled(stack);
    expect((await caseOf(stack, clearanceId)).facts.grounds).toMatchObject([
      { ground: 'CLEAR_1_SETUP', status: 'DETECTED' },
      { ground: 'CLEAR_TRIAL_FAILED', status: 'WITHDRAWN' },
    ]);
    await reviewer.act(failing.trialId, 'regularise');
    expect(await reviewer.get(`/api/stores/${failing.storeId}`)).toMatchObject({ status: 'NORMAL' });
  });
});

describe('a trial whose three progress mails fall on three days', () => {
  let stack: TestStack;
  let store: OpenedStore;
  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-10-13T09:00:00+08:00' });
    await recommend(stack);
    store = await openStore(stack, '2025-10-20T10:00:00+08:00', trialFiling);
    await setUp(stack, store);
  });
  afterAll(() => stack.stop());

  const more = (count: number, type: string, key: string) =>
    Array.from({ length: count }, (_, index) => ({ type, [key]: `more-${index + 1}` }));
  const pointsNow = async () =>
    (await (await stack.as('reviewer')).get(`/api/stores/${store.storeId}`)).points as number;

  it('SH-STORE-07.13 reminds 14, 7 and 1 days before 2025-12-22 with the figures of that day and what is missing of each', async () => {
    expect(await deadlineOf(stack, store.trialId, 'trial')).toMatchObject({ lastDay: '2025-12-22' });
    await stack.advanceTo('2025-12-05T10:00:00+08:00');
    await reachFigures(stack, store.storeId, { points: 500, orders: 20, products: 3 });
    await stack.advanceTo('2025-12-08T09:00:00+08:00');
    expectWords(stack, await mailAbout(stack, 'provider', '试运行进度', 1), store.trialId, [
      '未达标：店铺积分（还差 1001 分）、订单量（还差 80 笔）、产品数量（还差 7 个）。',
      '500 分',
      '20 笔',
      '3 个',
    ]);

    await reportAll(stack, store.storeId, [
      ...more(6, 'PRODUCT_LISTED', 'productId'),
      ...more(80, 'ORDER_COMPLETED', 'orderId'),
    ]);
    const points = await pointsNow();
    expect(points).toBeLessThan(1500);
    await stack.advanceTo('2025-12-15T09:00:00+08:00');
    expectWords(stack, await mailAbout(stack, 'provider', '试运行进度', 2), store.trialId, [
      `未达标：店铺积分（还差 ${1501 - points} 分）、产品数量（还差 1 个）。`,
      `${points} 分`,
      '100 笔',
      '9 个',
    ]);

    await report(stack, store.storeId, 'PRODUCT_LISTED', { productId: 'tenth' });
    const followers = more(1501 - (await pointsNow()), 'FOLLOW', 'userId');
    await reportAll(
      stack,
      store.storeId,
      followers.map((follow) => ({ ...follow, userType: 'PERSONAL' })),
    );
    // The day before the last is a Sunday: the mail comes on the Friday.
    await stack.advanceTo('2025-12-19T09:00:00+08:00');
    expectWords(stack, await mailAbout(stack, 'provider', '试运行进度', 3), store.trialId, [
      '三项均已达标。',
      '1501 分',
      '100 笔',
      '10 个',
    ]);
    expect(await plannedAt(stack, store.trialId, 'trialProgress')).toEqual([
      '2025-12-08T09:00',
      '2025-12-15T09:00',
      '2025-12-19T09:00',
    ]);
    await stack.advanceTo('2025-12-23T00:00:00+08:00');
    await caseWhen(stack, store.trialId, { stage: 'TRIAL_EVALUATION' });
    expect(await mailsAbout(stack, 'provider', '试运行进度')).toHaveLength(3);
  });
});

describe('the day on which a trial ends', () => {
  let stack: TestStack;
  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-07-25T09:00:00+08:00' });
  });
  afterAll(() => stack.stop());

  it('SH-STORE-07.5 ends with 2025-10-01 24:00 once roll-forward is switched off', async () => {
    await (
      await stack.as('admin')
    ).put('/api/rules/SH_STORE', {
      values: { 'time.rollForward.trial': false },
      note: '期末遇节假日不顺延',
    });
    await recommend(stack);
    const { trialId } = await openStore(stack, openedAt, trialFiling);
    expect(await deadlineOf(stack, trialId, 'trial')).toMatchObject({
      lastDay: '2025-10-01',
      dueAt: '2025-10-02T00:00:00.000+08:00',
    });
    expect((await mailAbout(stack, 'provider', '试运行开始')).text).toContain('2025年10月1日 24:00');
    await (
      await stack.as('admin')
    ).put('/api/rules/SH_STORE', {
      values: { 'time.rollForward.trial': true },
      note: '恢复顺延',
    });
  });

  it('SH-STORE-07.15 is counted from approval on 2025-08-15, not from set-up done on 2025-08-20: Wed 2025-10-15', async () => {
    await recommend(stack, 'provider2');
    const { trialId, setupId, storeId } = await openStore(stack, '2025-08-15T15:00:00+08:00', {
      ...trialFiling,
      as: 'provider2',
    });
    await stack.advanceTo('2025-08-20T10:00:00+08:00');
    await publishDecoration(stack, storeId);
    await listProduct(stack, storeId, 'p1');
    await caseWhen(stack, setupId, { outcome: 'SETUP_DONE' });
    expect(await deadlineOf(stack, trialId, 'trial')).toMatchObject({
      startedAt: expect.stringMatching(/^2025-08-15T15:0/),
      lastDay: '2025-10-15',
      dueAt: '2025-10-16T00:00:00.000+08:00',
    });
    // The first trial's case keeps the rules it was opened under and has ended long before this one does.
    await stack.advanceTo('2025-10-02T00:00:00+08:00');
    expect(await caseOf(stack, trialId)).toMatchObject({ stage: 'TRIAL_RUNNING' });
    const [other] = (await (await stack.as('reviewer')).get('/api/cases?kind=trialOperation&open=false')).items;
    expect(other).toMatchObject({ outcome: 'TRIAL_FAILED', closedAt: expect.stringMatching(/^2025-10-02T00:00/) });
    await stack.advanceTo('2025-10-15T23:59:00+08:00');
    expect(await caseOf(stack, trialId)).toMatchObject({ stage: 'TRIAL_RUNNING' });
    await stack.advanceTo('2025-10-16T00:00:00+08:00');
    await caseWhen(stack, trialId, { outcome: 'TRIAL_FAILED' });
  });

  it('SH-STORE-11.10 ground (8) confirmed while a trial runs closes the trial, and its reminders stop', async () => {
    await recommend(stack, 'entrant');
    const { trialId, supervisionId } = await openStore(stack, '2025-10-20T10:00:00+08:00', {
      ...trialFiling,
      as: 'entrant',
    });
    const reviewer = await stack.as('reviewer');
    const fileIds = [await uploadPdf(reviewer, '页面截图.pdf')];
    const ahead = async () =>
      (await reviewer.get(`/api/cases/${trialId}/timeline?limit=200`)).ahead.map(({ kind }: { kind: string }) => kind);
    expect(await ahead()).toContain('REMINDER');
    await reviewer.act(supervisionId, 'findViolation', {
      ...{ conduct: 'FALSE_ADVERTISING', course: 'CLEAR', foundOn: '2025-10-20', malice: '屡次换页再发' },
      ...{ reason: '首页称“全国第一”，没有依据', fileIds },
    });
    await settled(stack);
    const clearanceId = await relatedId(stack, supervisionId, 'clearance');
    await reviewer.act(clearanceId, 'confirmGround', { reason: '经核查属实' });
    await (await stack.as('manager')).act(clearanceId, 'countersign', {});
    await caseWhen(stack, trialId, { outcome: 'STORE_CLEARED' });
    expect(await ahead()).toEqual([]);
    const before = await stack.database.notice.count({ where: { caseId: trialId } });
    await stack.advanceTo('2026-01-05T10:00:00+08:00');
    expect(await stack.database.notice.count({ where: { caseId: trialId } })).toBe(before);
    expect(await caseOf(stack, clearanceId)).toMatchObject({
      facts: { grounds: [{ ground: 'CLEAR_8_VIOLATION', status: 'CONFIRMED' }] },
    });
  });
});
