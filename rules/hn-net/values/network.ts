/** Times of the network's own procedures: recognition of windows and loss of it (HN-NET-02, 25). */
import { rule } from '../../book/rule-book.ts';

export const networkValues = {
  'sla.windowRecommendation': rule(
    10,
    'working day',
    'A-08',
    'HN-NET-02.1',
    '窗口服务平台推荐审查内部时限',
    'Internal target for the recommendation of a window platform',
  ),
  'sla.windowRecognition': rule(
    10,
    'working day',
    'A-08',
    'HN-NET-02.1',
    '窗口服务平台认定审查内部时限',
    'Internal target for the recognition of a window platform',
  ),
  'window.statementWithin': rule(
    5,
    'working day',
    'HN-NET 第二十四条',
    'HN-NET-25.2',
    '取消窗口资格前运营单位陈述申辩的期限',
    'Time for the operator of a window to state its case before the qualification is cancelled',
  ),
} as const;
