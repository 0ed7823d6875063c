/** Two moments on which a store waits: the ground of a set-up that is not done, and the end of the time for objections (SH-STORE-10.1, 11). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  deadlineOf,
  listProduct,
  openStore,
  postLetter,
  publishDecoration,
  settled,
  timelineOf,
  uploadPdf,
  type OpenedStore,
} from '../support/applications.ts';
import { actingOn } from '../support/acting.ts';
import { caseOf, caseWhen, refusalOf, relatedId, relatedTo } from '../support/cases.ts';
import { expectWords, mailAbout } from '../support/mails.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;
const { act } = actingOn(() => stack);

/** Is put to clearance on 2025-09-26, with a time for objections. */
let leaving: OpenedStore;
let clearanceId: string;
/** Approved on 2025-09-30, and never set up. */
let idle: OpenedStore;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-15T09:00:00+08:00' });
  const values = { 'clearance.objection': true };
  await (await stack.as('admin')).put('/api/rules/SH_STORE', { values, note: '下线前设异议期' });
  leaving = await openStore(stack, '2025-09-17T10:00:00+08:00');
  await publishDecoration(stack, leaving.storeId);
  await listProduct(stack, leaving.storeId, 'p-1');
  await stack.advanceTo('2025-09-26T10:00:00+08:00');
  const fileIds = [await uploadPdf(await stack.as('reviewer'), '停业公告.pdf')];
  const closed = { shownBy: 'CLOSURE', foundOn: '2025-09-26', contacts: [], reason: '店铺来函称已停业', fileIds };
  await act('reviewer', leaving.supervisionId, 'recordIncapacity', closed);
  await settled(stack);
  clearanceId = await relatedId(stack, leaving.supervisionId, 'clearance');
});
afterAll(() => stack.stop());

const pageOf = async ({ storeId }: Pick<OpenedStore, 'storeId'>) =>
  (await fetch(`${stack.baseUrl}/stores/${storeId}`)).status;
const isOffline = async () => (await timelineOf(stack, clearanceId)).some(({ type }) => type === 'STORE_TAKEN_OFFLINE');

describe('the time for objections', () => {
  it('SH-STORE-11.11 confirmed on 2025-09-26, the store is told that it may object until 2025-10-10, and stays online', async () => {
    await act('reviewer', clearanceId, 'confirmGround', { reason: '停业属实' });
    await act('manager', clearanceId, 'countersign');
    // 28, 29, 30 September, 9, 10 October.
    expect(await deadlineOf(stack, clearanceId, 'objection')).toMatchObject({
      lastDay: '2025-10-10',
      dueAt: '2025-10-11T00:00:00.000+08:00',
    });
    expectWords(stack, await mailAbout(stack, 'provider', '清退'), clearanceId, ['异议', '2025年10月10日 24:00']);
    await postLetter(stack, clearanceId, 'clearanceNotice:1');
    await settled(stack);
    const told = (await timelineOf(stack, clearanceId)).map(({ type }) => type);
    expect(told).toContain('NOTICE_SERVED');
    expect(await caseOf(stack, clearanceId)).toMatchObject({ stage: 'NOTICE_ISSUED', outcome: null });
    expect([await isOffline(), await pageOf(leaving)]).toEqual([false, 200]);
  });

  it('SH-STORE-11.11 SH-STORE-11.3 at 2025-10-10 23:59 it is still online; at 24:00 it is offline and its public page is not found', async () => {
    await stack.advanceTo('2025-09-30T10:00:00+08:00');
    idle = await openStore(stack, '2025-09-30T15:00:00+08:00', { as: 'provider2' });
    await stack.advanceTo('2025-10-10T23:59:00+08:00');
    expect([await isOffline(), await pageOf(leaving)]).toEqual([false, 200]);
    expect(await caseOf(stack, clearanceId)).toMatchObject({ stage: 'NOTICE_ISSUED' });
    await stack.advanceTo('2025-10-11T00:00:00+08:00');
    await caseWhen(stack, clearanceId, { outcome: 'CLEARED' });
    expect([await isOffline(), await pageOf(leaving)]).toEqual([true, 404]);
    const open = await fetch(`${stack.baseUrl}/api/public/stores/${leaving.storeId}`);
    expect(open.status).toBe(404);
    const late = act('provider', clearanceId, 'raiseObjection', { reason: '并未停业', fileIds: [] });
    expect(await refusalOf(late)).toMatchObject({ status: 409 });
  });
});

describe('a store approved on 2025-09-30 that is never set up', () => {
  it('SH-STORE-10.1 the ground exists from 2025-10-29 00:00, after the 15th working day, and not a minute before', async () => {
    expect(await deadlineOf(stack, idle.setupId, 'setupLimit')).toMatchObject({ lastDay: '2025-10-28' });
    await stack.advanceTo('2025-10-28T23:59:00+08:00');
    expect(await relatedTo(stack, idle.setupId, 'clearance')).toEqual([]);
    await stack.advanceTo('2025-10-29T00:00:00+08:00');
    await caseWhen(stack, idle.setupId, { stage: 'SETUP_CLEARANCE_PENDING' });
    const id = await relatedId(stack, idle.setupId, 'clearance');
    expect(await caseWhen(stack, id, { stage: 'PENDING_CONFIRMATION' })).toMatchObject({
      openedAt: expect.stringMatching(/^2025-10-29T00:00:00/) as string,
      about: `store:${idle.storeId}`,
      outcome: null,
      facts: { grounds: [{ ground: 'CLEAR_1_SETUP', status: 'DETECTED', originCaseId: idle.setupId }] },
    });
    expectWords(stack, await mailAbout(stack, 'reviewer', '清退情形待确认', 2), id, [
      '《办法》四.5(1)',
      '2025年10月28日',
    ]);
    expect(await pageOf(idle)).toBe(200);
  });
});
