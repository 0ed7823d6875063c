/** Times of content, rights and supervision (HN-NET-08, 09, 25): the text sets none of them, so each is the platform's own. */
import { rule } from '../../book/rule-book.ts';

export const contentAndSupervision = {
  'content.checkEvery': rule(
    5,
    'working day',
    'HN-NET 第八条第六项',
    'HN-NET-08.1',
    '平台对服务商及其发布内容检查监控的间隔',
    'Time between two checks of providers and what they publish',
  ),
  'illegal.measureWithinHours': rule(
    24,
    'count',
    'A-65',
    'HN-NET-08.3',
    '知悉违法信息后采取措施的时限（小时，不是工作日）',
    'Hours of the clock, from knowing of unlawful content, to take a measure',
  ),
  'illegal.reportWithin': rule(
    1,
    'working day',
    'A-65',
    'HN-NET-08.2',
    '知悉违法信息后向有关行政管理部门报告的期限',
    'Time, from knowing of unlawful content, to report it to the authority',
  ),
  'content.answerWithin': rule(
    10,
    'working day',
    'HN-NET 第八条第六项',
    'HN-NET-08.3',
    '服务商就平台处置的内容陈述意见的期限',
    'Time for a provider to state its view on content that the platform has acted on',
  ),
  'authority.answerWithin': rule(
    5,
    'working day',
    'HN-NET 第八条第六项',
    'HN-NET-08.5',
    '来函未定期限的，答复有关部门、法院书面请求的期限',
    'Time to answer the written request of an authority or court that sets none itself',
  ),
  'infringement.attendWithin': rule(
    5,
    'working day',
    'HN-NET 第八条第十三项',
    'HN-NET-09.3',
    '侵权通知无人办理即提示负责人的时间',
    'Time after which a notice of infringement that nobody has acted on is flagged to the manager',
  ),
  'credit.warnFrom': rule(
    3,
    'count',
    'HN-NET 第八条第十一项',
    'HN-NET-12.1',
    '信用记录中有效记录（投诉成立、违法信息）达到几件时，向消费者提示风险',
    'Entries of a credit record (complaints upheld, breaches found) from which consumers are warned of risk',
  ),
  'supervision.statementWithin': rule(
    10,
    'working day',
    'HN-NET 第二十四条',
    'HN-NET-25.3',
    '取消资格前被监管单位陈述申辩的期限',
    'Time to be heard before a qualification is cancelled',
  ),
} as const;
