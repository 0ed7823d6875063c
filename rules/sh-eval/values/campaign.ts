/** Times of a campaign that the platform sets: the notice names the cut-offs of one year, which are data of the campaign and no rules (SH-EVAL-01.5). */
import { rule } from '../../book/rule-book.ts';

export const campaignValues = {
  'reminders.cutOff.first': rule(
    10,
    'working day',
    'SH-EVAL 五（一）',
    'SH-EVAL-05.5',
    '申报截止前第一次提醒',
    'First reminder before the cut-off of institutions',
  ),
  'reminders.cutOff.second': rule(
    3,
    'working day',
    'SH-EVAL 五（一）',
    'SH-EVAL-05.5',
    '申报截止前第二次提醒',
    'Second reminder before the cut-off of institutions',
  ),
  'reminders.cutOff.third': rule(
    1,
    'working day',
    'SH-EVAL 五（一）',
    'SH-EVAL-05.5',
    '申报截止前第三次提醒',
    'Third reminder before the cut-off of institutions',
  ),
  'assessment.clarifyWithin': rule(
    5,
    'working day',
    'SH-EVAL 三.3',
    'SH-EVAL-08.5',
    '答复第三方测评机构说明要求的期限',
    'Time to answer a request of the assessor for clarification',
  ),
  'assessment.termYears': rule(
    2,
    'year',
    'SH-EVAL 五（三）',
    'SH-EVAL-09.3',
    '服务机构名单的有效年度数，自测评年度起',
    'Calendar years for which the list holds, the assessed year being the first',
  ),
  'assessment.listsGood': rule(
    true,
    'switch',
    'SH-EVAL 五（三）',
    'SH-EVAL-09.1',
    '良好等次列入服务机构名单',
    'Institutions graded good stand on the list',
  ),
} as const;
