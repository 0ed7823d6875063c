/** How long records are kept (HN-NET-10) and what stops a deletion that takes too much; a period of the law is a minimum, never less. */
import { rule } from '../../book/rule-book.ts';

export const retention = {
  'retention.identity': {
    ...rule(
      24,
      'month',
      'HN-NET 第八条第八项',
      'HN-NET-10.2',
      '营业执照和个人真实身份信息自登记注销之日起的保存期（不少于两年；建议三年）',
      'How long licences and identities are kept from the deregistration (two years at least; three are recommended)',
    ),
    least: 24,
  },
  'retention.transaction': {
    ...rule(
      24,
      'month',
      'HN-NET 第八条第八项',
      'HN-NET-10.3',
      '交易记录和其他信息自办结之日起的保存期（不少于两年；建议三年）',
      'How long records of trades and other records are kept from their completion (two years at least; three are recommended)',
    ),
    least: 24,
  },
  'retention.breakerPercent': rule(
    20,
    'percent',
    'HN-NET 第八条第八项',
    'HN-NET-10.6',
    '一次删除不得超过同类记录的比例',
    'Most of the records of a class that one deletion takes',
  ),
  'retention.breakerFrom': rule(
    10,
    'count',
    'HN-NET 第八条第八项',
    'HN-NET-10.6',
    '一次删除不超过该件数的，不受比例限制',
    'A deletion of so many cases or fewer is not held against that share',
  ),
} as const;
