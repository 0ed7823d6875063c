/** Grounds of clearance found in the figures of stores or by a reviewer: 四.5(3) to (6), and false advertising between 四.4 and 四.5(8). */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  openStores,
  postLetter,
  publishDecoration,
  report,
  reportAll,
  settled,
  timelineOf,
  uploadPdf,
  type OpenedStore,
} from '../support/applications.ts';
import { actingOn } from '../support/acting.ts';
import { caseOf, caseWhen, refusalOf, relatedId, relatedTo, type CaseSeen } from '../support/cases.ts';
import { expectWords, mailAbout, mailsAbout } from '../support/mails.ts';
import { standingOf } from '../support/supervision.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { PATIENCE } from '../support/patience.ts';

let stack: TestStack;
const { act } = actingOn(() => stack);

/** Of provider: 200 points at both quarter ends, and no new ones in August and September. */
let idle: OpenedStore;
/** Of provider2: 200 points at the first quarter end; a single new one at 2025-09-30 23:50 makes them 201. */
let lastMinute: OpenedStore;
/** Of entrant: 201 points at the first quarter end, and fewer at the second. */
let falling: OpenedStore;

const storeOf = async ({ storeId }: OpenedStore) => (await stack.as('reviewer')).get(`/api/stores/${storeId}`);
const groundsOf = ({ facts }: CaseSeen): string[] =>
  facts.grounds.map(({ ground }: { ground: string }) => ground).sort();

/** The clearances of a store, each as the reviewer reads it. */
async function clearancesOf(store: OpenedStore): Promise<CaseSeen[]> {
  await settled(stack);
  return Promise.all((await relatedTo(stack, store.supervisionId, 'clearance')).map(({ id }) => caseOf(stack, id)));
}

/** The one clearance of a store that is not closed. */
async function openClearanceOf(store: OpenedStore): Promise<CaseSeen> {
  return vi.waitFor(async () => {
    const [one, ...more] = (await clearancesOf(store)).filter(({ outcome }) => outcome === null);
    if (one === undefined || more.length > 0) throw new Error('There is not one open clearance.');
    return one;
  }, PATIENCE);
}

/** Brings a store to these points by followers, one point each. */
async function bringTo(store: OpenedStore, points: number): Promise<void> {
  const before = (await storeOf(store)).points as number;
  const followers = Array.from({ length: points - before }, (_, n) => ({
    ...{ type: 'FOLLOW', userId: `${store.storeId}-${n}`, userType: 'PERSONAL' },
  }));
  await reportAll(stack, store.storeId, followers);
  expect((await storeOf(store)).points).toBe(points);
}

const evidence = async (name: string) => [await uploadPdf(await stack.as('reviewer'), name)];

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-03-03T09:00:00+08:00' });
  const filings = [{ as: 'provider' }, { as: 'provider2' }, { as: 'entrant' }] as const;
  [idle, lastMinute, falling] = await openStores(stack, '2025-03-10T10:00:00+08:00', filings);
  for (const { storeId } of [idle, lastMinute, falling]) {
    await publishDecoration(stack, storeId);
    await report(stack, storeId, 'PRODUCT_LISTED', { productId: `p-${storeId}` });
  }
  await stack.advanceTo('2025-04-15T10:00:00+08:00');
  for (const { storeId } of [idle, lastMinute, falling]) await report(stack, storeId, 'SELLER_LOGIN');
  await stack.advanceTo('2025-06-15T10:00:00+08:00');
  await bringTo(idle, 200);
  await bringTo(lastMinute, 200);
  await bringTo(falling, 201);
  // New points of July, taken back: the month counts, and the sum is as it was.
  await stack.advanceTo('2025-07-15T10:00:00+08:00');
  for (const { storeId } of [idle, lastMinute, falling]) {
    await report(stack, storeId, 'PRODUCT_LISTED', { productId: `q-${storeId}` });
    await report(stack, storeId, 'PRODUCT_DELISTED', { productId: `q-${storeId}` });
  }
  await report(stack, falling.storeId, 'PRODUCT_DELISTED', { productId: `p-${falling.storeId}` });
  await stack.advanceTo('2025-08-20T10:00:00+08:00');
  await report(stack, falling.storeId, 'SELLER_LOGIN');
  await stack.advanceTo('2025-09-30T23:50:00+08:00');
  await report(stack, lastMinute.storeId, 'SELLER_LOGIN');
}, 120_000);
afterAll(() => stack.stop());

describe('the months and quarters that end on 2025-09-30', () => {
  it('SH-STORE-10.3 SH-STORE-10.4 no new points in August and September and 200 points at both quarter ends: a case at 2025-10-01 00:00', async () => {
    await stack.advanceTo('2025-09-30T23:59:00+08:00');
    expect([(await storeOf(idle)).points, (await storeOf(lastMinute)).points]).toEqual([200, 201]);
    for (const store of [idle, lastMinute, falling]) expect(await clearancesOf(store)).toEqual([]);
    await stack.advanceTo('2025-10-01T00:00:00+08:00');
    const clearance = await vi.waitFor(async () => {
      const one = await openClearanceOf(idle);
      expect(groundsOf(one)).toEqual(['CLEAR_3_ZERO_POINTS', 'CLEAR_4_RATING']);
      return one;
    }, PATIENCE);
    expect(clearance).toMatchObject({
      stage: 'PENDING_CONFIRMATION',
      openedAt: expect.stringMatching(/^2025-10-01T00:00:00/) as string,
    });
    const facts = JSON.stringify(clearance.facts);
    for (const words of ['2025年8月：新增积分 0 分', '2025年9月：新增积分 0 分', '2025年第二季度末：2星（200 分）'])
      expect(facts).toContain(words);
    expect(facts).toContain('2025年第三季度末：2星（200 分）');
    await mailAbout(stack, 'reviewer', '清退情形待确认');
    // Detection imposes nothing.
    expect(await storeOf(idle)).toMatchObject({ status: 'NORMAL' });
  });

  it('SH-STORE-10.3 SH-STORE-10.4 one point at 2025-09-30 23:50 is enough for the months, and 201 points at either date for the quarters', async () => {
    for (const store of [lastMinute, falling]) expect(await clearancesOf(store)).toEqual([]);
    expect(await standingOf(stack, lastMinute)).toMatchObject({ grounds: [], rating: { state: 'OK' } });
    expect((await storeOf(falling)).points).toBeLessThanOrEqual(200);
    expect(await standingOf(stack, falling)).toMatchObject({ grounds: [], rating: { state: 'LOW_ONE_QUARTER' } });
    await act('reviewer', (await openClearanceOf(idle)).id, 'dismissGround', { reason: '平台升级期间无法登录' });
    await vi.waitFor(async () => expect((await standingOf(stack, idle)).grounds).toEqual([]), PATIENCE);
  });
});

describe('serious dishonesty of a main shareholder, listed on 2025-11-03', () => {
  const shareholders = [
    { name: '欧阳建国', kind: 'PERSON', share: 60 },
    { name: '上海某某投资有限公司', kind: 'ORGANISATION', share: 40 },
  ];

  it('SH-STORE-10.5 the check that hits it asks a person, and confirmed it is a case on ground (5) that names the shareholder', async () => {
    const id = lastMinute.supervisionId;
    for (const day of ['2025-10-15', '2025-11-03']) {
      await stack.advanceTo(`${day}T10:00:00+08:00`);
      for (const { storeId } of [idle, lastMinute, falling]) await report(stack, storeId, 'SELLER_LOGIN');
    }
    await act('provider2', id, 'recordShareholders', { shareholders });
    const check = {
      ...{ source: '信用中国', checkedOn: '2025-11-03', company: 'CLEAR', fileIds: await evidence('名单截图.pdf') },
      shareholders: [
        { shareholderId: 'shr-1-1', result: 'CLEAR' },
        { shareholderId: 'shr-1-2', result: 'SERIOUS_DISHONESTY' },
      ],
    };
    await act('reviewer', id, 'recordCreditCheck', check);
    expect(await clearancesOf(lastMinute)).toEqual([]);
    expect(await standingOf(stack, lastMinute)).toMatchObject({ credit: { state: 'HIT_PENDING' } });
    const hit = {
      ...{
        hitId: 'shr-1-2',
        listedAs: '上海某某投资有限公司',
        list: '严重失信主体名单 2025-17',
        listedOn: '2025-11-03',
      },
      ...{ reason: '与登记股东一致', fileIds: await evidence('决定书.pdf') },
    };
    await act('reviewer', id, 'confirmHit', hit);
    const clearance = await openClearanceOf(lastMinute);
    expect(groundsOf(clearance)).toEqual(['CLEAR_5_DISHONESTY']);
    expect(clearance).toMatchObject({
      stage: 'PENDING_CONFIRMATION',
      openedAt: expect.stringMatching(/^2025-11-03/) as string,
    });
    const named = '主要股东（上海某某投资有限公司）：严重失信主体名单 2025-17；2025年11月3日列入';
    expect(JSON.stringify(clearance.facts)).toContain(named);
    await vi.waitFor(async () => {
      const told = (await mailsAbout(stack, 'reviewer', '清退情形待确认')).at(-1);
      expect(told?.text).toContain(named);
    }, PATIENCE);
  });
});

describe('false advertising, which 四.4 and 四.5(8) both name', () => {
  const reason = '首页称“全国第一”，没有依据';
  const find = async (changes: object) => {
    const finding = { conduct: 'FALSE_ADVERTISING', foundOn: '2025-11-03', reason, ...changes };
    const fileIds = await evidence('页面截图.pdf');
    return act('reviewer', falling.supervisionId, 'findViolation', { ...finding, fileIds });
  };

  it('SH-STORE-10.10 the reviewer says which it is: clearance needs a reason of malice or disruption, and nothing else goes with one', async () => {
    for (const [wrong, code, field] of [
      [{}, 'INVALID_INPUT', 'course'],
      [{ course: 'CLEAR' }, 'REASON_REQUIRED', 'malice'],
      [{ course: 'CLEAR', refusedOn: '2025-10-31' }, 'REASON_REQUIRED', 'malice'],
      [{ course: 'RETURN', malice: '屡次伪造' }, 'INVALID_INPUT', 'course'],
      [{ course: 'RETURN', refusedOn: '2025-10-31' }, 'INVALID_INPUT', 'course'],
      [{ course: 'RECTIFY' }, 'INVALID_INPUT', 'refusedOn'],
    ] as const) {
      const { code: said, problem } = await refusalOf(find(wrong));
      expect([said, JSON.stringify(problem)], JSON.stringify(wrong)).toEqual([code, expect.stringContaining(field)]);
    }
    expect(await clearancesOf(falling)).toEqual([]);
    expect((await standingOf(stack, falling)).findings).toEqual([]);
  });

  it('SH-STORE-10.10 without malice it is returned; after a refusal rectified; with malice it is a ground for clearance', async () => {
    const id = falling.supervisionId;
    await find({ course: 'RETURN' });
    expectWords(stack, await mailAbout(stack, 'entrant', '经营行为认定'), id, ['虚假宣传', '《办法》四.4', reason]);
    await settled(stack);
    expect([await relatedTo(stack, id, 'rectification'), await clearancesOf(falling)]).toEqual([[], []]);
    await find({ course: 'RECTIFY', refusedOn: '2025-10-31' });
    await settled(stack);
    const rectification = await relatedId(stack, id, 'rectification');
    expect(await caseWhen(stack, rectification, { stage: 'NOTIFIED' })).toMatchObject({
      facts: { ground: 'RECT_CONTENT_REFUSAL' },
    });
    expect(await clearancesOf(falling)).toEqual([]);
    const malice = '伪造销售排名，屡次换页再发';
    await find({ course: 'CLEAR', malice });
    const clearance = await openClearanceOf(falling);
    expect(groundsOf(clearance)).toEqual(['CLEAR_8_VIOLATION']);
    expect(JSON.stringify(clearance.facts)).toContain(malice);
    const courses = (await timelineOf(stack, id)).filter(({ type }) => type === 'VIOLATION_FOUND');
    expect(courses.map(({ clause }) => clause)).toEqual(['SH-STORE 四.4', 'SH-STORE 四.4', 'SH-STORE 四.5(8)']);
  });
});

describe('a store that asks to leave on 2025-11-03', () => {
  it('SH-STORE-10.7 SH-STORE-11.7 confirmed, the clearance runs with ground (7), and whether the bar applies is asked, yes if nothing is said', async () => {
    const id = lastMinute.supervisionId;
    const { id: earlier } = await openClearanceOf(lastMinute);
    await act('reviewer', earlier, 'dismissGround', { reason: '该名单所列并非本店股东' });
    await act('provider2', id, 'requestExit', { reason: '业务调整', knowsOfSealing: true, knowsOfBar: true });
    const { id: clearanceId } = await openClearanceOf(lastMinute);
    const asked = await caseOf(stack, clearanceId);
    expect(groundsOf(asked)).toContain('CLEAR_7_VOLUNTARY');
    const form = asked.actions.find(({ name }) => name === 'confirmGround');
    expect(JSON.stringify(form)).toContain('是否一年内不再受理其申请');
    await act('reviewer', clearanceId, 'confirmGround', { reason: '店铺申请属实' });
    await act('manager', clearanceId, 'countersign');
    const bar = { firstDay: '2025-11-04', lastDay: '2026-11-03' };
    expect(await caseOf(stack, clearanceId)).toMatchObject({ stage: 'NOTICE_ISSUED', facts: { bar } });
    await postLetter(stack, clearanceId, 'clearanceNotice:1');
    const { facts } = await caseWhen(stack, clearanceId, { outcome: 'CLEARED' });
    const confirmed = facts.grounds.filter(({ status }: { status: string }) => status === 'CONFIRMED');
    expect(confirmed.map(({ ground }: { ground: string }) => ground)).toEqual(['CLEAR_7_VOLUNTARY']);
    expect((await (await stack.as('provider2')).get('/api/bars')).items).toMatchObject([{ ...bar, liftedAt: null }]);
    expect(await storeOf(lastMinute)).toMatchObject({ status: 'CLEARED' });
    expect((await standingOf(stack, lastMinute)).exit).toBe('EXIT_CONFIRMED');
  });
});

describe('a store that reports its closure', () => {
  it('SH-STORE-10.6 the fact recorded with evidence is a ground, and two persons confirm it', async () => {
    const id = idle.supervisionId;
    const closed = { shownBy: 'CLOSURE', foundOn: '2025-11-03', contacts: [], reason: '店铺来函称已停业' };
    const bare = await refusalOf(act('reviewer', id, 'recordIncapacity', { ...closed, fileIds: [] }));
    expect(bare.status).toBe(422);
    const fileIds = await evidence('停业函.pdf');
    expect(await refusalOf(act('provider', id, 'recordIncapacity', { ...closed, fileIds }))).toMatchObject({
      status: 403,
    });
    await act('reviewer', id, 'recordIncapacity', { ...closed, fileIds });
    const { id: clearanceId, ...found } = await openClearanceOf(idle);
    expect(found.facts.grounds).toMatchObject([{ ground: 'CLEAR_6_INCAPACITY', status: 'DETECTED' }]);
    expect(JSON.stringify(found.facts)).toContain('停业（2025年11月3日）');
    await act('reviewer', clearanceId, 'confirmGround', { reason: '停业属实', barApplies: false });
    await act('manager', clearanceId, 'countersign');
    expect(await caseOf(stack, clearanceId)).toMatchObject({
      stage: 'NOTICE_ISSUED',
      facts: { grounds: [{ ground: 'CLEAR_6_INCAPACITY', status: 'CONFIRMED' }] },
    });
    expectWords(stack, await mailAbout(stack, 'provider', '店铺清退'), clearanceId, ['《办法》四.5(6)']);
  });
});
