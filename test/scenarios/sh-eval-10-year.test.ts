/** What the points ledger answers about a store that opened in 2020, once the year is over (SH-EVAL-10.20). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore, reportAll, type Fact } from '../support/applications.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;
let storeId: string;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2020-10-19T09:00:00+08:00' });
  ({ storeId } = await openStore(stack, '2020-10-26T10:00:00+08:00'));
});
afterAll(() => stack.stop());

const facts: readonly Fact[] = [
  { type: 'DECORATION_PUBLISHED', occurredAt: '2020-10-26T15:00:00+08:00' },
  { type: 'COMPANY_SITE_SAVED', occurredAt: '2020-10-26T15:10:00+08:00' },
  { type: 'PRODUCT_LISTED', productId: 'p-1', occurredAt: '2020-10-31T23:59:59+08:00' },
  { type: 'PRODUCT_LISTED', productId: 'p-2', occurredAt: '2020-11-01T00:00:00+08:00' },
  { type: 'ORDER_COMPLETED', orderId: 'o-1', occurredAt: '2020-11-10T09:00:00+08:00' },
  { type: 'ORDER_COMPLETED', orderId: 'o-2', occurredAt: '2020-11-11T09:00:00+08:00' },
  { type: 'SELLER_LOGIN', occurredAt: '2020-11-12T09:00:00+08:00' },
  { type: 'FOLLOW', userId: 'u-1', userType: 'ENTERPRISE', occurredAt: '2020-11-13T09:00:00+08:00' },
  { type: 'PRODUCT_DELISTED', productId: 'p-2', occurredAt: '2020-12-01T09:00:00+08:00' },
  { type: 'PRAISE', ratingId: 'r-1', userType: 'ENTERPRISE', occurredAt: '2020-12-02T09:00:00+08:00' },
  { type: 'COMMENT', commentId: 'c-1', userType: 'PERSONAL', occurredAt: '2020-12-31T23:59:59+08:00' },
  { type: 'ORDER_COMPLETED', orderId: 'o-3', occurredAt: '2021-01-01T00:00:00+08:00' },
  { type: 'SELLER_LOGIN', occurredAt: '2021-01-04T09:00:00+08:00' },
];

it('SH-EVAL-10.20 the year 2020 is answered by six angles, beside the total, each month, each quarter end and each group', async () => {
  await stack.advanceTo('2021-01-04T10:00:00+08:00');
  await reportAll(stack, storeId, facts);
  const provider = await stack.as('provider');
  const { totals } = await provider.get(`/api/stores/${storeId}/points`);
  const [of2020, of2021, ...others] = totals.byYear;
  expect(others).toEqual([]);
  // Founded on 2015-03-01: 25 points at the opening. They and the 20 for the website are of the company, and of no angle.
  const byAngle = { DECORATION: 50, PRODUCTS: 10, ORDERS: 20, ACTIVITY: 1, FEEDBACK: 3, FOLLOWERS: 3 };
  expect(of2020).toMatchObject({ year: '2020', net: 132, gained: 142, byAngle });
  expect(of2021).toMatchObject({ year: '2021', net: 11, byAngle: { ORDERS: 10, ACTIVITY: 1, PRODUCTS: 0 } });
  expect(totals).toMatchObject({
    ...{ at: '2021-01-04', total: 143, rating: { level: 'STAR_2' } },
    byGroup: { COMPANY: 45, PRODUCTS: 10, DECORATION: 50, ACTIVITY: 2, FOLLOWERS: 3, FEEDBACK: 33 },
    byMonth: [
      { month: '2020-10', net: 105, gained: 105 },
      { month: '2020-11', net: 34, gained: 34 },
      { month: '2020-12', net: -7, gained: 3 },
      { month: '2021-01', net: 11, gained: 11 },
    ],
    byQuarter: [
      { quarter: '2020-Q4', net: 132, balance: 132 },
      { quarter: '2021-Q1', net: 11, balance: 143 },
    ],
  });
  const atYearEnd = await provider.get(`/api/stores/${storeId}/points?at=2020-12-31`);
  expect(atYearEnd.totals).toMatchObject({ total: 132, byYear: [{ year: '2020', byAngle }] });
  expect(atYearEnd.totals.byYear).toHaveLength(1);
});
