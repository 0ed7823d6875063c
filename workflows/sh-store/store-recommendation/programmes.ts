/** What a store may be recommended for (SH-STORE 四.2). */
import { text } from '../../../rules/text.ts';

export const programmes = {
  ASSESSMENT: text(
    '推荐参加第三方绩效评估，认定市级中小企业服务机构',
    'Third-party performance evaluation as municipal service institution',
  ),
  FUND: text('推荐申报上海市中小企业发展专项资金', 'Shanghai SME development special fund'),
  PUBLICITY: text('加大宣传推广，在企业服务云首页展示', 'Publicity on the home page of the cloud'),
} as const;

export type Programme = keyof typeof programmes;
