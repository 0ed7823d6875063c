/** How the assessment is read where the notice leaves something open. */
import { choice, lost, type RuleValue } from '../../book/rule-book.ts';
import { text } from '../../text.ts';
import { indicatorKeys, indicators, type IndicatorKey } from '../indicators.ts';

/** What an indicator of annex 2 weighs beside the others, e.g. `assessment.weights.STAFF` (SH-EVAL-08.6). */
export type WeightKey = `assessment.weights.${IndicatorKey}`;

const weights = Object.fromEntries(
  indicatorKeys.map((key): [WeightKey, RuleValue & { readonly value: null }] => {
    const { zh, en } = indicators[key].title;
    return [
      `assessment.weights.${key}`,
      lost('point', 'A-49', 'SH-EVAL-08.6', `指标“${zh}”的权重`, `Weight of the indicator “${en}”`),
    ];
  }),
) as Readonly<Record<WeightKey, RuleValue & { readonly value: null }>>;

export const assessmentValues = {
  'cutoff.post': choice(
    ['DISPATCH', 'ARRIVAL'],
    'A-44',
    'SH-EVAL-06.2',
    '区级邮寄材料以寄出还是到达为准（机构报送一律以送达为准）',
    'Whether the posting of a district counts by dispatch or by arrival (what an institution delivers counts by arrival)',
    { DISPATCH: text('以寄出时间为准', 'by dispatch'), ARRIVAL: text('以到达时间为准', 'by arrival') },
  ),
  'assessment.period': choice(
    ['YEAR_END', 'SUBMISSION'],
    'A-45',
    'SH-EVAL-01.6',
    '年度积分何时确定',
    'When the points of the year are fixed',
    {
      YEAR_END: text('年末确定，报送时的数据为暂计', 'at the end of the year; figures at submission are provisional'),
      SUBMISSION: text('以报送日为准', 'on the day of submission'),
    },
  ),
  'assessment.lists': choice(
    ['UNION'],
    'A-46',
    'SH-EVAL-04.3',
    '测评材料13项与资料清单11项不一致时',
    'The 13 materials and the 11 attachments differ',
    { UNION: text('取并集，每份文件只上传一次', 'the union of both; each file is uploaded once') },
  ),
  'assessment.youngApplicant': choice(
    ['SINCE_FOUNDING', 'ALL_YEARS'],
    'A-47',
    'SH-EVAL-04.6',
    '成立不满所需年数的新申报机构',
    'New applicants younger than the years asked for',
    {
      SINCE_FOUNDING: text('提供成立以来的报告并说明', 'reports since founding, with a note'),
      ALL_YEARS: text('须提供全部年度的报告', 'reports of all years'),
    },
  ),
  'assessment.compliance': choice(
    ['REGISTRATION_THEN_FORMAL'],
    'A-48',
    'SH-EVAL-07.1',
    '新申报机构的合规性审核',
    'Compliance review of new applicants',
    {
      REGISTRATION_THEN_FORMAL: text(
        '登记时先作形式核对，推荐后正式审核',
        'a check at registration, the formal review after the recommendation',
      ),
    },
  ),
  ...weights,
  'assessment.limits.excellent': lost(
    'point',
    'A-49',
    'SH-EVAL-08.6',
    '优秀的最低分（含本数；未设定时由人工定等）',
    'Least score of excellent (included; graded by hand while it is not set)',
  ),
  'assessment.limits.good': lost(
    'point',
    'A-49',
    'SH-EVAL-08.6',
    '良好的最低分（含本数；未设定时由人工定等）',
    'Least score of good (included; graded by hand while it is not set)',
  ),
  'assessment.unqualified': choice(
    ['NOT_LISTED'],
    'A-50',
    'SH-EVAL-09.1',
    '测评不合格的后果',
    'Effect of UNQUALIFIED',
    { NOT_LISTED: text('不列入名单，不限制再次申报', 'not on the list; no bar to enter again') },
  ),
} as const;
