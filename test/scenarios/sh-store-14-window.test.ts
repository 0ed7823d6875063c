/** The window within which upheld complaints count: since the opening of the store, or the last months by the rule book (SH-STORE-14.3). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listProduct, openStore, publishDecoration, type OpenedStore } from '../support/applications.ts';
import { actingOn } from '../support/acting.ts';
import { mailAbout, mailsAbout } from '../support/mails.ts';
import { answeredComplaint, upheld } from '../support/store-complaints.ts';
import { clearancesOf, untilUpheld } from '../support/supervision.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;
const { act } = actingOn(() => stack);

/** Nothing else is to be found in the twenty months between the two complaints, and credit is looked at once a year. */
const complaintsAlone = {
  'clearance.detect.zeroPoints': false,
  'clearance.detect.rating': false,
  'credit.everyMonths': 12,
};

/** Each opened under the rules of its day, which it keeps. */
let sinceOpening: OpenedStore;
let twelveMonths: OpenedStore;

async function storeUnder(rules: object, as: 'provider' | 'provider2', approvedAt: string): Promise<OpenedStore> {
  await (await stack.as('admin')).put('/api/rules/SH_STORE', { values: rules, note: '有责投诉统计期' });
  const store = await openStore(stack, approvedAt, { as });
  await publishDecoration(stack, store.storeId);
  await listProduct(stack, store.storeId, `p-${as}`);
  return store;
}

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2024-01-08T09:00:00+08:00' });
  sinceOpening = await storeUnder(complaintsAlone, 'provider', '2024-01-10T10:00:00+08:00');
  twelveMonths = await storeUnder({ 'complaint.windowMonths': 12 }, 'provider2', '2024-01-12T10:00:00+08:00');
});
afterAll(() => stack.stop());

/** A complaint about each of the stores is upheld today. */
async function upheldToday(): Promise<void> {
  for (const [{ storeId }, as] of [
    [sinceOpening, 'provider'],
    [twelveMonths, 'provider2'],
  ] as const) {
    const id = await answeredComplaint(stack, storeId, {}, as);
    await act('reviewer', id, 'upholdComplaint', upheld);
  }
}

it('SH-STORE-14.3 upheld on 2024-03-01 and 2025-11-05: a ground since the opening, none within the window of twelve months', async () => {
  await stack.advanceTo('2024-03-01T10:00:00+08:00');
  await upheldToday();
  for (const store of [sinceOpening, twelveMonths]) {
    await untilUpheld(stack, store, 1);
    expect(await clearancesOf(stack, store)).toEqual([]);
  }
  await stack.advanceTo('2025-11-05T10:00:00+08:00');
  await upheldToday();
  await untilUpheld(stack, sinceOpening, 2);
  const [clearance, ...more] = await clearancesOf(stack, sinceOpening);
  expect([clearance, more]).toMatchObject([{ stage: 'PENDING_CONFIRMATION' }, []]);
  expect(clearance?.openedAt.slice(0, 10)).toBe('2025-11-05');
  const { facts } = await (await stack.as('reviewer')).get(`/api/cases/${clearance?.id}`);
  expect(facts.grounds).toMatchObject([{ ground: 'CLEAR_2_COMPLAINTS', status: 'DETECTED' }]);
  expect(JSON.stringify(facts.grounds)).toContain('自开店起有责投诉 2 次以上');
  // The one of March 2024 has left the window of the other store: that of today alone is counted.
  await untilUpheld(stack, twelveMonths, 1);
  expect(await clearancesOf(stack, twelveMonths)).toEqual([]);
  await mailAbout(stack, 'reviewer', '清退情形待确认');
  expect(await mailsAbout(stack, 'reviewer', '清退情形待确认')).toHaveLength(1);
}, 240_000);

it('SH-STORE-14.3 a second one within twelve months is a ground under the window as well', async () => {
  await stack.advanceTo('2025-11-12T10:00:00+08:00');
  const id = await answeredComplaint(stack, twelveMonths.storeId, {}, 'provider2');
  await act('reviewer', id, 'upholdComplaint', upheld);
  await untilUpheld(stack, twelveMonths, 2);
  const [clearance, ...more] = await clearancesOf(stack, twelveMonths);
  expect(more).toEqual([]);
  const { facts } = await (await stack.as('reviewer')).get(`/api/cases/${clearance?.id}`);
  expect(JSON.stringify(facts.grounds)).toContain('近 12 个月有责投诉 2 次以上');
});
