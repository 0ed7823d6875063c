/** How this platform reads the text where it leaves something open (interpretation, 5.2); each reading can be changed in the rules. */
import { interpretationsOf } from '../book/clauses.ts';

export const centreInterpretations = interpretationsOf('EC-CENTRE', [
  [
    'A-02',
    '4.4',
    '期限末日遇节假日是否顺延',
    'Does a period that ends on a holiday move?',
    '名录确认期不顺延，可在规则中改设',
    'The time to confirm an entry does not; the rules can set it otherwise',
  ],
  [
    'A-95',
    '4.7.3 6 7.1 7.2.1',
    '附录A至D不在文件中',
    'Annexes A to D are not in the file',
    '未设定：标识由人工核对，流程、评分细则用平台默认',
    'Not configured: people check the sign; flow and scoring rules are the platform’s own',
  ],
  ['A-96', '7.2.1', '“每年年底”没有日期', 'The end of the year has no date', '12月31日', '31 December'],
  ['A-97', '3.2', '没有市辖区的市', 'A city without districts', '按B类', 'Class B'],
  [
    'A-98',
    '7.2.2',
    '三方评分，计算公式缺失',
    'Three scorers, and the formula is cut off',
    '以省级考评单位评分为准，其他评分一并列示',
    'The provincial score is final, the others are shown',
  ],
  ['A-99', '7.1', '没有等级、分数线和后果', 'No grades, thresholds or consequences', '不设', 'None'],
]);
