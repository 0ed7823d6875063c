/** The notices of this process. */
import { adverse, asksFor, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';

const exchange = 'HN-NET 第十七条';

interface OfYear {
  readonly year: number;
  readonly window: Phrase;
}

export const planExchangeNotices = {
  /** To the operator; `deadlines[0]`: the end of January. */
  planAsked: asksFor(
    'sendWindowPlan',
    sentWhile(notice<OfYear>('HN-NET-17.1', '请通报年度工作计划', 'Send your work plan of the year', exchange), {
      deadlines: 'open',
    }),
  ),
  /** To the other side. */
  planSent: notice<OfYear & { readonly by: Text; readonly summary: string; readonly sentAt: Instant }>(
    'HN-NET-17.1',
    '年度工作计划通报',
    'A work plan of the year has come',
    exchange,
  ),
  /** To the side whose plan it is. */
  planCommented: notice<OfYear & { readonly by: Text; readonly comment: string; readonly at: Instant }>(
    'HN-NET-17.2',
    '年度工作计划收到意见',
    'Your work plan has been commented on',
    exchange,
  ),
  /** To the operator. */
  planOverdue: asksFor(
    'sendWindowPlan',
    adverse(
      sentWhile(notice<OfYear>('HN-NET-17.1', '年度工作计划逾期未通报', 'Your work plan is overdue', exchange), {
        stages: ['OVERDUE'],
        fact: { at: 'plans.window', is: 'nothing' },
      }),
    ),
  ),
};
