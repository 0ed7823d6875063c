/** Supervision of stores in operation, SH-STORE 四.1, 四.5 and 四.6: warned, detected, taken back; two stores through half a year. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ROLL_OVER, workflowIdOf } from '../../workflows/engine/messages.ts';
import {
  noticesOf,
  openTwoStores,
  publishDecoration,
  report,
  reportAll,
  settled,
  timelineOf,
  uploadPdf,
  type OpenedStore,
} from '../support/applications.ts';
import { caseOf, caseWhen, refusalOf, relatedId, relatedTo, type CaseSeen } from '../support/cases.ts';
import { expectWords, mailAbout } from '../support/mails.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { PATIENCE } from '../support/patience.ts';

describe('two stores that opened on 2025-03-10', () => {
  let stack: TestStack;
  /** Of provider: gains nothing in August and September, and stays below 3 stars. */
  let idle: OpenedStore;
  /** Of provider2: goes on. */
  let busy: OpenedStore;

  const clearancesOf = async ({ storeId }: OpenedStore): Promise<CaseSeen[]> => {
    const { items } = await (await stack.as('reviewer')).get(`/api/cases?kind=clearance&limit=50`);
    const seen = await Promise.all(items.map(({ id }: { id: string }) => caseOf(stack, id)));
    return seen.filter((one) => (one as CaseSeen & { about: string }).about === `store:${storeId}`);
  };
  /** The one clearance of a store that is so; one that was dismissed stays beside the next. */
  const clearanceWhen = (store: OpenedStore, isSo: (one: CaseSeen) => boolean) =>
    vi.waitFor(async () => {
      const all = await clearancesOf(store);
      const [one, ...more] = all.filter(isSo);
      if (one === undefined || more.length > 0) throw new Error(`Of ${all.length} clearances not one is so.`);
      return one;
    }, PATIENCE);
  const view = async ({ storeId }: OpenedStore, query = '', as = 'reviewer') =>
    (await stack.as(as)).get(`/api/stores/${storeId}/supervision${query}`);

  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-03-03T09:00:00+08:00' });
    [idle, busy] = await openTwoStores(stack, '2025-03-10T10:00:00+08:00');
    for (const { storeId } of [idle, busy]) {
      await publishDecoration(stack, storeId);
      await report(stack, storeId, 'PRODUCT_LISTED', { productId: `p-${storeId}` });
    }
    for (const month of ['04', '05', '06', '07']) {
      await stack.advanceTo(`2025-${month}-15T10:00:00+08:00`);
      for (const { storeId } of [idle, busy]) await report(stack, storeId, 'SELLER_LOGIN');
    }
  }, 240_000);
  afterAll(() => stack.stop());

  it('SH-STORE-15.1 the store records its main shareholders; their names stand in the records and on no timeline', async () => {
    const provider = await stack.as('provider');
    const shareholders = [{ name: '欧阳建国', kind: 'PERSON', share: 60 }];
    await provider.act(idle.supervisionId, 'recordShareholders', { shareholders });
    const { standing } = await view(idle);
    expect(standing.shareholders).toEqual([{ id: 'shr-1-1', name: '欧阳建国', kind: 'PERSON', share: 60 }]);
    expect((await view(busy)).standing).toMatchObject({ shareholders: null, credit: { state: 'CLEAR', latest: null } });
    const lines = await timelineOf(stack, idle.supervisionId);
    expect(JSON.stringify(lines)).not.toContain('欧阳建国');
    expect(lines.map(({ type }) => type)).toContain('SHAREHOLDERS_MISSING');
    const refused = await refusalOf((await stack.as('provider2')).get(`/api/stores/${idle.storeId}/supervision`));
    expect(refused.status).toBe(404);
  });

  it('SH-STORE-12.5 at 2025-09-01 09:00 the store without points in August is warned, naming 2025-10-01', async () => {
    await stack.advanceTo('2025-08-20T10:00:00+08:00');
    await report(stack, busy.storeId, 'SELLER_LOGIN');
    await stack.advanceTo('2025-09-01T08:59:00+08:00');
    expect(await noticesOf(stack, idle.supervisionId, 'zeroMonthWarning')).toEqual([]);
    await stack.advanceTo('2025-09-01T09:00:00+08:00');
    const mail = await mailAbout(stack, 'provider', '积分预警');
    expectWords(stack, mail, idle.supervisionId, ['2025年8月', '2025年10月1日', '2025年9月30日']);
    const planned = await noticesOf(stack, idle.supervisionId, 'zeroMonthWarning');
    expect(planned.map(({ plannedAt }) => plannedAt.slice(0, 16))).toEqual(['2025-09-01T09:00']);
    expect(await noticesOf(stack, busy.supervisionId, 'zeroMonthWarning')).toEqual([]);
    expect((await view(idle)).standing.zeroPoints).toEqual({ state: 'WARNED', months: ['2025-08'] });
  });

  it('SH-STORE-10.11 SH-STORE-12.1 SH-STORE-13.1 month and quarter of 2025-10-01 00:00 make one clearance with two grounds', async () => {
    await report(stack, busy.storeId, 'SELLER_LOGIN', { occurredAt: '2025-09-01T09:00:00+08:00' });
    await stack.advanceTo('2025-09-30T23:59:00+08:00');
    expect(await clearancesOf(idle)).toEqual([]);
    await stack.advanceTo('2025-10-01T00:00:00+08:00');
    const clearance = await clearanceWhen(idle, ({ facts }) => facts.grounds.length === 2);
    expect(clearance.facts.grounds.map(({ ground }: { ground: string }) => ground).sort()).toEqual([
      'CLEAR_3_ZERO_POINTS',
      'CLEAR_4_RATING',
    ]);
    expect(JSON.stringify(clearance.facts)).toContain('2025年8月：新增积分 0 分');
    expect(clearance).toMatchObject({
      stage: 'PENDING_CONFIRMATION',
      openedAt: expect.stringMatching(/^2025-10-01T00:00:00/) as string,
    });
    expect(await clearancesOf(idle)).toHaveLength(1);
    // The other store has its points, and too few of them: the quarters alone.
    const other = await clearanceWhen(busy, () => true);
    expect(other.facts.grounds.map(({ ground }: { ground: string }) => ground)).toEqual(['CLEAR_4_RATING']);
  });

  it('SH-STORE-12.1 a point of September that arrives late takes that ground back, and the other stands', async () => {
    await report(stack, idle.storeId, 'SELLER_LOGIN', { occurredAt: '2025-09-30T23:50:00+08:00' });
    const statuses = ({ facts }: CaseSeen) =>
      Object.fromEntries(facts.grounds.map((one: { ground: string; status: string }) => [one.ground, one.status]));
    const clearance = await clearanceWhen(idle, (one) => statuses(one)['CLEAR_3_ZERO_POINTS'] === 'WITHDRAWN');
    expect(statuses(clearance)).toEqual({ CLEAR_3_ZERO_POINTS: 'WITHDRAWN', CLEAR_4_RATING: 'DETECTED' });
    expect((await view(idle)).standing.grounds).toEqual(['CLEAR_4_RATING']);
  });

  it('XC-05.2 a dismissed ground is told to the supervision and not found again on the same quarters', async () => {
    const [clearance] = await clearancesOf(busy);
    await (await stack.as('reviewer')).act(clearance?.id ?? '', 'dismissGround', { reason: '平台活动所致，予以排除' });
    await settled(stack);
    await vi.waitFor(async () => expect((await view(busy)).standing.grounds).toEqual([]), PATIENCE);
    await report(stack, busy.storeId, 'SELLER_LOGIN');
    await settled(stack);
    expect((await view(busy)).standing.rating.state).toBe('LOW_ONE_QUARTER');
    expect((await clearancesOf(busy)).map(({ outcome }) => outcome)).toEqual(['DISMISSED']);
  });

  it('SH-STORE-15.4 SH-STORE-10.7 a store that asks to leave ticks what it means, and takes it back until it is confirmed', async () => {
    const provider2 = await stack.as('provider2');
    const id = busy.supervisionId;
    for (const ticks of [{}, { knowsOfSealing: true }, { knowsOfSealing: true, knowsOfBar: false }]) {
      expect(await refusalOf(provider2.act(id, 'requestExit', { reason: '业务调整', ...ticks }))).toMatchObject({
        status: 422,
      });
    }
    const asked = { reason: '业务调整', knowsOfSealing: true, knowsOfBar: true };
    expect(await refusalOf((await stack.as('provider')).act(id, 'requestExit', asked))).toMatchObject({ status: 404 });
    expect(await refusalOf((await stack.as('reviewer')).act(id, 'requestExit', asked))).toMatchObject({ status: 403 });
    await provider2.act(id, 'requestExit', asked);
    expectWords(stack, await mailAbout(stack, 'provider2', '已收到退出申请'), id, ['封存', '12 个月', '可以撤回']);
    const isOpen = ({ stage, facts }: CaseSeen) =>
      stage === 'PENDING_CONFIRMATION' && JSON.stringify(facts).includes('CLEAR_7_VOLUNTARY');
    await clearanceWhen(busy, isOpen);
    await provider2.act(id, 'withdrawExit', {});
    await clearanceWhen(
      busy,
      ({ outcome, facts }) => outcome === 'DISMISSED' && JSON.stringify(facts).includes('CLEAR_7_VOLUNTARY'),
    );
    expect((await view(busy)).standing.exit).toBe('EXIT_WITHDRAWN');
  });

  it('SH-STORE-10.8 SH-STORE-08.5 30 self-placed orders are found: their points are taken back, and the area shows them', async () => {
    const reviewer = await stack.as('reviewer');
    const id = busy.supervisionId;
    const orders = Array.from({ length: 30 }, (_, n) => `o-${n + 1}`);
    await reportAll(
      stack,
      busy.storeId,
      orders.map((orderId) => ({ type: 'ORDER_COMPLETED', orderId })),
    );
    const points = async () => (await reviewer.get(`/api/stores/${busy.storeId}`)).points as number;
    const before = await points();
    const fileIds = [await uploadPdf(reviewer, '订单核查.pdf')];
    const finding = {
      conduct: 'BRUSHING',
      course: 'CLEAR',
      foundOn: '2025-10-01',
      orders,
      reason: '收货人均为店铺员工',
      fileIds,
    };
    expect(await refusalOf(reviewer.act(id, 'findViolation', finding))).toMatchObject({ code: 'REASON_REQUIRED' });
    const malice = '自买自卖，骗取积分';
    const unknown = await refusalOf(reviewer.act(id, 'findViolation', { ...finding, malice, orders: ['o-1', 'o-99'] }));
    expect(unknown).toMatchObject({ code: 'INVALID_INPUT', problem: { errors: [{ field: 'orders' }] } });
    expect(await points()).toBe(before);
    await reviewer.act(id, 'findViolation', { ...finding, malice });
    expect(await points()).toBe(before - 300);
    await clearanceWhen(busy, ({ facts }) => JSON.stringify(facts).includes('CLEAR_8_VIOLATION'));
    const { areas, items } = await view(busy, '?area=ORDERS&limit=200');
    expect(areas).toMatchObject([
      { area: 'DECORATION' },
      { area: 'PRODUCTS' },
      { area: 'ORDERS', events: 60 },
      { area: 'EVALUATIONS' },
    ]);
    expect(items).toHaveLength(60);
  });

  it('XC-05.6 a flood of signals while the case rolls over loses none and does none twice', async () => {
    const id = busy.supervisionId;
    const handle = stack.temporal.workflow.getHandle(workflowIdOf(id));
    const offices = [{ role: 'reviewer', bodyId: 'sh-centre', region: 'SH' }];
    const actor = { kind: 'person', id: 'demo-reviewer', offices };
    const found = Array.from({ length: 40 }, (_, n) => `第 ${n + 1} 次抽查，均已履行`);
    const { runId } = await handle.describe();
    await Promise.all(
      found.map(async (words, n) => {
        const input = { area: 'ORDERS', inspectedOn: '2025-10-01', found: words };
        const envelope = { actor, key: `flood-${n}`, input };
        await handle.signal('recordInspection', envelope);
        if (n % 8 === 3) await handle.signal(ROLL_OVER);
        // The same request again, as a sender does that has had no answer.
        await handle.signal('recordInspection', envelope);
      }),
    );
    const inspections = async () =>
      (await timelineOf(stack, id)).flatMap(({ type, detail }) =>
        type === 'STORE_INSPECTED' ? [detail?.['found'] as string] : [],
      );
    await vi.waitFor(async () => expect(await inspections()).toHaveLength(40), { timeout: 60_000, interval: 250 });
    await settled(stack);
    expect((await inspections()).sort()).toEqual([...found].sort());
    expect((await handle.describe()).runId).not.toBe(runId);
    expect(await caseWhen(stack, id, { stage: 'SUPERVISED' })).toMatchObject({ closedAt: null });
    const first = await view(busy, '?area=ORDERS&limit=50');
    const second = await view(busy, `?area=ORDERS&limit=50&cursor=${encodeURIComponent(first.nextCursor)}`);
    const ids = [...first.items, ...second.items].map(({ id: event }: { id: string }) => event);
    expect([ids.length, new Set(ids).size, second.nextCursor]).toEqual([100, 100, null]);
  });

  it('SH-STORE-10.8 found in error it is taken back by somebody else: points, clearance and supervision are as before', async () => {
    const [reviewer, reviewer2] = await Promise.all([stack.as('reviewer'), stack.as('reviewer2')]);
    const id = busy.supervisionId;
    const points = async () => (await reviewer.get(`/api/stores/${busy.storeId}`)).points as number;
    const before = await points();
    const [finding, ...more] = (await view(busy)).standing.findings;
    expect([finding.ground, more]).toEqual(['CLEAR_8_VIOLATION', []]);
    const back = { findingId: finding.id, reason: '经公安机关核实，收货人与店铺无关', fileIds: [] };
    expect(await refusalOf(reviewer.act(id, 'withdrawFinding', back))).toMatchObject({ code: 'FOUR_EYES' });
    await reviewer2.act(id, 'withdrawFinding', back);
    expect(await points()).toBe(before + 300);
    expect((await view(busy)).standing).toMatchObject({ findings: [], grounds: [] });
    await clearanceWhen(
      busy,
      ({ outcome, facts }) => outcome === 'DISMISSED' && JSON.stringify(facts).includes('CLEAR_8_VIOLATION'),
    );
  });

  it('SH-STORE-09.2 SH-STORE-09.8 a refusal to revise opens one rectification, which the second finding joins, and ends with them', async () => {
    const [reviewer, reviewer2] = await Promise.all([stack.as('reviewer'), stack.as('reviewer2')]);
    const id = busy.supervisionId;
    const find = async (reason: string) =>
      reviewer.act(id, 'findViolation', {
        ...{ conduct: 'FALSE_ADVERTISING', course: 'RECTIFY', foundOn: '2025-10-01', refusedOn: '2025-09-30' },
        ...{ reason, fileIds: [await uploadPdf(reviewer, '页面截图.pdf')] },
      });
    await find('页面所称获奖没有依据');
    const rectificationId = await relatedId(stack, id, 'rectification');
    await caseWhen(stack, rectificationId, { stage: 'NOTIFIED' });
    expectWords(stack, await mailAbout(stack, 'provider2', '店铺整顿通知'), rectificationId, [
      '虚假宣传',
      '页面所称获奖没有依据',
    ]);
    await find('首页仍称“全国第一”');
    await settled(stack);
    expect(await relatedTo(stack, id, 'rectification')).toHaveLength(1);
    const lines = await timelineOf(stack, rectificationId);
    expect(lines.filter(({ type }) => type === 'RECTIFICATION_FINDING_ADDED')).toHaveLength(1);
    const linked = (await timelineOf(stack, id)).filter(({ type }) => type === 'CASE_LINKED').slice(-2);
    expect(linked.map(({ detail }) => detail?.['caseId'])).toEqual([rectificationId, rectificationId]);
    expect((await view(busy)).standing.rectifications).toEqual({ total: 1, open: 1 });
    for (const { id: findingId } of (await view(busy)).standing.findings)
      await reviewer2.act(id, 'withdrawFinding', { findingId, reason: '获奖证书经核实有效', fileIds: [] });
    await caseWhen(stack, rectificationId, { outcome: 'WITHDRAWN' });
    expect((await reviewer.get(`/api/stores/${busy.storeId}`)).rectifications).toMatchObject({ all: 0 });
    expectWords(stack, await mailAbout(stack, 'provider2', '店铺整顿撤销'), rectificationId, ['获奖证书经核实有效']);
  });
});
