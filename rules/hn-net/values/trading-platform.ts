/** Numbers of the trading platform: user agreement, end of the platform, promotions, deposits (第八条, 第二十一条). */
import { rule } from '../../book/rule-book.ts';

export const tradingPlatform = {
  'agreement.noticeDays': rule(
    30,
    'calendar day',
    'HN-NET 第八条第三项',
    'HN-NET-07.2',
    '协议修改程序约定的提前公示日数不得少于',
    'Least number of days before its effect that the amendment procedure of an agreement may name',
  ),
  'agreement.answerWithin': rule(
    10,
    'working day',
    'HN-NET 第八条第三项',
    'HN-NET-07.1',
    '服务商签署已生效用户协议的期限',
    'Time for a provider to sign a user agreement that is in force',
  ),
  'termination.noticeMonths': rule(
    3,
    'month',
    'HN-NET 第八条第十项',
    'HN-NET-11.1',
    '终止平台服务前公示的最短时间',
    'Shortest time between the notice and the end of the platform',
  ),
} as const;
