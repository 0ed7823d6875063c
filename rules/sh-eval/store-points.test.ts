import { expect, it } from 'vitest';
import type { MonthSum } from '../sh-store/points-sums.ts';
import { pointsOfYear } from './store-points.ts';

const line = (rule: MonthSum['rule'], month: string, net: number): MonthSum => ({
  rule,
  month,
  net,
  gained: net,
  corrected: 0,
});

/** 500 points of 2019, 700 of 2020, and a login of 2021. */
const ledger = [
  line('PURCHASE', '2019-12', 500),
  line('DECORATION', '2020-01', 50),
  line('PRODUCT', '2020-02', 100),
  line('PURCHASE', '2020-06', 400),
  line('LOGIN_DAY', '2020-11', 80),
  line('PRAISE_ENTERPRISE', '2020-12', 30),
  line('FOLLOW_ENTERPRISE', '2020-12', 35),
  line('COMPANY_YEARS', '2020-12', 5),
];

it('SH-EVAL-08.3 SH-EVAL-01.4 of 1,200 points of which 700 were gained in 2020 the indicator is 700', () => {
  expect(pointsOfYear([ledger], 2020)).toMatchObject({ year: 700, cumulative: 1200 });
  expect(pointsOfYear([[...ledger, line('LOGIN_DAY', '2021-01', 1)]], 2020)).toMatchObject({ year: 700 });
});

it('SH-EVAL-08.4 the six angles are shown by themselves', () => {
  expect(pointsOfYear([ledger], 2020).byAngle).toEqual({
    ...{ DECORATION: 50, PRODUCTS: 100, ORDERS: 400, ACTIVITY: 80, FEEDBACK: 30, FOLLOWERS: 35 },
  });
});

it('SH-EVAL-02.12 SH-EVAL-08.3 an institution without a store has 0 points, one with two stores the points of both', () => {
  expect(pointsOfYear([], 2020)).toEqual({ year: 0, cumulative: 0, byAngle: {} });
  expect(pointsOfYear([ledger, ledger], 2020)).toMatchObject({ year: 1400, cumulative: 2400 });
});
