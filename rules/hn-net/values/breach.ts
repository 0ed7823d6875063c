/** Times of a leak of consumer data (HN-NET-15.8): the text says "at once" and sets no number, so each is the platform's own. */
import { rule } from '../../book/rule-book.ts';

export const dataBreaches = {
  'breach.measuresWithinHours': rule(
    24,
    'count',
    'HN-NET 第九条第八项',
    'HN-NET-15.8',
    '接到信息泄露报告后采取首批补救措施的时限（小时，不是工作日）',
    'Hours of the clock, from the report of a leak, to take the first measures',
  ),
  'breach.reportWithinHours': rule(
    24,
    'count',
    'HN-NET 第九条第八项',
    'HN-NET-15.8',
    '接到信息泄露报告后向有关主管部门报告的时限（小时，不是工作日）',
    'Hours of the clock, from the report of a leak, to report it to the authority',
  ),
  'breach.tellWithinHours': rule(
    72,
    'count',
    'HN-NET 第九条第八项',
    'HN-NET-15.8',
    '接到信息泄露报告后告知所涉个人的时限（小时，不是工作日）',
    'Hours of the clock, from the report of a leak, to tell the persons concerned',
  ),
  'breach.remedyWithin': rule(
    10,
    'working day',
    'HN-NET 第九条第八项',
    'HN-NET-15.8',
    '接到信息泄露报告后完成整改的期限',
    'Time, from the report of a leak, to remedy what let it happen',
  ),
} as const;
