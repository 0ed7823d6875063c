import { rule } from '../book/rule-book.ts';

/** The numbers by which stores are proposed for a recommendation (SH-STORE-16). */
export const incentiveValues = {
  'recommend.threshold': rule(
    2001,
    'point',
    'A-37',
    'SH-STORE-16.4',
    '重点推荐名单的积分下限',
    'Points from which a store is on the shortlist',
  ),
} as const;
