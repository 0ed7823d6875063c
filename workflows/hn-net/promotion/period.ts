import { refuse } from '../../../rules/refusal.ts';
import { dayOf, type Day, type Instant } from '../../../rules/time/index.ts';

/** @throws Refusal INVALID_INPUT for a period that ends before it begins, or lies in the past */
export function refusePeriod({ from, to }: { readonly from: Day; readonly to: Day }, now: Instant, prefix = ''): void {
  if (to >= from && to >= dayOf(now)) return;
  refuse(
    'INVALID_INPUT',
    '促销结束日不得早于开始日，也不得早于今天。',
    'The promotion cannot end before it begins, or before today.',
    { field: `${prefix}to`, facts: { requirement: 'HN-NET-13.2' } },
  );
}
