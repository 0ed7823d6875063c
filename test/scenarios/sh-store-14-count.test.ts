/** Two complaints upheld against a store are a ground for clearance, and one that is reversed takes it back (SH-STORE-10.2, 14). */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { institutions, openStore, type OpenedStore } from '../support/applications.ts';
import { mailAbout } from '../support/mails.ts';
import { answeredComplaint, evidence, upheld } from '../support/store-complaints.ts';
import { clearancesOf, untilUpheld } from '../support/supervision.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { PATIENCE } from '../support/patience.ts';

const rejected = { evidence, reason: '方案符合约定。' };

let stack: TestStack;
let store: OpenedStore;
/** The complaint upheld first. */
let first: string;
let second: string;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-10-27T09:00:00+08:00' });
  store = await openStore(stack, '2025-10-29T10:00:00+08:00');
});
afterAll(() => stack.stop());

const answered = () => answeredComplaint(stack, store.storeId);

const untilCounted = (count: number) => untilUpheld(stack, store, count);
const clearances = () => clearancesOf(stack, store);

it('SH-STORE-14.1 of five complaints, one of them upheld against the store, the counter is 1 and there is no ground', async () => {
  const reviewer = await stack.as('reviewer');
  const [one, ...others] = [await answered(), await answered(), await answered(), await answered(), await answered()];
  first = one;
  await reviewer.act(first, 'upholdComplaint', upheld);
  await reviewer.act(others[0], 'rejectComplaint', rejected);
  await reviewer.act(others[1], 'upholdComplaint', {
    ...upheld,
    responsible: 'PLATFORM',
    breached: ['FEE_OF_PLATFORM'],
  });
  await (await stack.as('consumer')).act(others[2], 'withdrawComplaint', { reason: '已经解决' });
  second = others[3]!;
  await untilCounted(1);
  expect(await clearances()).toEqual([]);
});

it('SH-STORE-10.2 SH-STORE-11.1 a second one upheld on 2025-11-05 opens a case at once, which names both, and nothing is imposed', async () => {
  await stack.advanceTo('2025-11-05T10:00:00+08:00');
  expect(await clearances()).toEqual([]);
  const reviewer = await stack.as('reviewer');
  const stored = Date.parse(await stack.now());
  await reviewer.act(second, 'upholdComplaint', upheld);
  await untilCounted(2);
  const [clearance, ...more] = await clearances();
  expect([clearance, more]).toMatchObject([{ stage: 'PENDING_CONFIRMATION', outcome: null }, []]);
  expect(clearance?.openedAt.slice(0, 10)).toBe('2025-11-05');
  expect(Date.parse(clearance?.openedAt ?? '') - stored).toBeLessThan(5 * 60_000);
  const { facts } = await reviewer.get(`/api/cases/${clearance?.id}`);
  expect(facts.grounds).toMatchObject([
    { ground: 'CLEAR_2_COMPLAINTS', origin: 'storeSupervision', status: 'DETECTED' },
  ]);
  for (const id of [first, second]) {
    const { number } = await reviewer.get(`/api/cases/${id}`);
    expect(JSON.stringify(facts.grounds)).toContain(number);
  }
  await mailAbout(stack, 'reviewer', '清退情形待确认');
  expect((await stack.database.store.findUniqueOrThrow({ where: { id: store.storeId } })).status).not.toBe('CLEARED');
});

it('SH-STORE-14.4 HN-NET-20.4 the second finding reversed before confirmation lowers the counter, and the clearance is dismissed', async () => {
  const manager = await stack.as('manager');
  await manager.act(second, 'reopenFinding', { reason: '店铺补交了验收单。' });
  await untilCounted(1);
  await (await stack.as('reviewer2')).act(second, 'rejectComplaint', rejected);
  await untilCounted(1);
  await vi.waitFor(async () => expect(await clearances()).toMatchObject([{ outcome: 'DISMISSED' }]), PATIENCE);
  const told = await mailAbout(stack, 'provider', '投诉处理结果：投诉不成立', 2);
  expect(told.text).toContain('原认定不再计入店铺的有责投诉次数');
  // XC-06.1: what is counted here stands in no register of another regime.
  expect(await stack.database.registerEntry.count()).toBe(0);
  expect(
    await stack.database.case.count({ where: { subject: institutions.provider.creditCode, regime: 'HN_NET' } }),
  ).toBe(0);
});
