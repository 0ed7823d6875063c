import type { RuleBook, RuleScalar, ValuesOf } from '../book/rule-book.ts';
import { resolveValues, rule } from '../book/rule-book.ts';
import { timeValues } from '../book/time-values.ts';
import { text } from '../text.ts';
import { complaintValues } from './config-complaints.ts';
import { incentiveValues } from './config-incentives.ts';
import { pointsValues } from './config-points.ts';
import { supervisionValues } from './config-supervision.ts';

const eligibility = {
  'eligibility.capital': rule(
    100_000,
    'RMB yuan',
    'SH-STORE 一.1(1)',
    'SH-STORE-01.4',
    '注册资本下限',
    'Least registered capital',
  ),
  'eligibility.revenue': rule(
    5_000_000,
    'RMB yuan',
    'SH-STORE 一.1(1)',
    'SH-STORE-01.5',
    '年营收下限',
    'Least annual revenue',
  ),
  'eligibility.operatingYears': rule(
    1,
    'year',
    'SH-STORE 一.1(1)',
    'SH-STORE-01.3',
    '运营年限下限',
    'Least years in operation',
  ),
  'eligibility.staff': rule(
    10,
    'count',
    'SH-STORE 一.1(2)',
    'SH-STORE-01.8',
    '专职人员下限',
    'Least number of full-time staff',
  ),
  'eligibility.professionalsShare': rule(
    70,
    'percent',
    'SH-STORE 一.1(2)',
    'SH-STORE-01.9',
    '专业人员比例下限',
    'Least share of professionals',
  ),
  'eligibility.area': rule(
    80,
    'square metre',
    'SH-STORE 一.1(2)',
    'SH-STORE-01.10',
    '经营场所面积下限',
    'Least area of the premises',
  ),
  'eligibility.served': rule(
    100,
    'count',
    'SH-STORE 一.1(3)',
    'SH-STORE-01.13',
    '年服务企业数下限',
    'Least enterprises served a year',
  ),
  'eligibility.penaltyYears': rule(
    1,
    'year',
    'SH-STORE 一.1(5)',
    'SH-STORE-01.16',
    '行政处罚回溯年限',
    'Look-back for penalties',
  ),
  'eligibility.penaltyUnrectifiedOnly': rule(
    true,
    'switch',
    'A-11',
    'SH-STORE-01.16',
    '仅未整改的处罚计入',
    'Only unrectified penalties count',
  ),
  'eligibility.relax': rule(
    true,
    'switch',
    'A-13',
    'SH-STORE-01.7',
    '社团组织可逐项放宽',
    'Social organisations may be relaxed item by item',
  ),
  'override.inPrinciple': rule(
    true,
    'switch',
    'A-06',
    'SH-STORE-01.13',
    '“原则上”条款可由负责人说明理由后例外处理',
    'A manager may override rules that hold in principle',
  ),
  'time.anniversary': rule(
    true,
    'switch',
    'A-07',
    'SH-STORE-01.3',
    '周年当日视为满一年',
    'The anniversary itself completes the year',
  ),
} as const;

const procedure = {
  'invitation.days': rule(30, 'calendar day', 'SH-STORE 一.2', 'SH-STORE-02.4', '邀约有效期', 'Life of an invitation'),
  'time.rollForward.invitation': rule(
    true,
    'switch',
    'A-02',
    'SH-STORE-02.4',
    '邀约期末遇非工作日顺延',
    'The end of an invitation moves past days off',
  ),
  'supplement.days': rule(
    10,
    'working day',
    'SH-STORE 二.2',
    'SH-STORE-04.5',
    '补正期限',
    'Time to answer a request for supplement',
  ),
  'sla.preliminaryReview': rule(
    5,
    'working day',
    'A-08',
    'SH-STORE-04.6',
    '初审内部时限',
    'Internal target for the preliminary review',
  ),
  'interview.explanationDays': rule(
    3,
    'working day',
    'A-17',
    'SH-STORE-05.6',
    '缺席说明期限',
    'Time to explain an absence',
  ),
  'interview.maxReschedulings': rule(
    2,
    'count',
    'A-17',
    'SH-STORE-05.7',
    '申请人一方的面审改期次数上限',
    'Most new appointments for the applicant',
  ),
  'bar.noShowMonths': rule(
    6,
    'month',
    'SH-STORE 二.3',
    'SH-STORE-05.5',
    '无故缺席后不受理期',
    'Bar after absence without cause',
  ),
  'bar.clearanceMonths': rule(12, 'month', 'SH-STORE 四.6', 'SH-STORE-11.6', '清退后不受理期', 'Bar after clearance'),
  'setup.days': rule(5, 'working day', 'SH-STORE 四.3', 'SH-STORE-06.1', '装修与上架期限', 'Time to set the store up'),
  'setup.limitDays': rule(
    15,
    'working day',
    'SH-STORE 四.5(1)',
    'SH-STORE-06.3',
    '装修与上架最后期限',
    'Limit of the set-up, cleared after it',
  ),
  'setup.products': rule(1, 'count', 'A-21', 'SH-STORE-06.5', '开店须上架的产品数', 'Products that must be listed'),
  'setup.suspendWhileInReview': rule(
    true,
    'switch',
    'A-21',
    'SH-STORE-06.6',
    '平台审核产品期间中止计时',
    'The clock rests while the platform reviews a product',
  ),
  'trial.months': rule(2, 'month', 'SH-STORE 一.2', 'SH-STORE-07.5', '试运行期', 'Length of the trial'),
  'time.rollForward.trial': rule(
    true,
    'switch',
    'A-02',
    'SH-STORE-07.5',
    '试运行期末遇非工作日顺延',
    'The end of the trial moves past days off',
  ),
  'trial.points': rule(
    1500,
    'point',
    'SH-STORE 一.2',
    'SH-STORE-07.7',
    '试运行积分须超过',
    'Points the trial must exceed',
  ),
  'trial.orders': rule(100, 'count', 'SH-STORE 一.2', 'SH-STORE-07.8', '试运行订单下限', 'Least orders of the trial'),
  'trial.products': rule(
    10,
    'count',
    'SH-STORE 一.2',
    'SH-STORE-07.9',
    '试运行产品下限',
    'Least products of the trial',
  ),
} as const;

const values = {
  ...eligibility,
  ...procedure,
  ...timeValues,
  ...supervisionValues,
  ...complaintValues,
  ...incentiveValues,
  ...pointsValues,
};

/** The Shanghai store measures as data: every number and default of SH-STORE-01 to 07, the points table and the rating. */
export const shStoreRules = {
  regime: 'SH_STORE',
  version: 1,
  title: text('上海市企业服务云店铺管理办法（试行）', 'Shanghai Enterprise Service Cloud store measures (trial)'),
  status: { code: 'CONSULTATION_DRAFT', on: '2020-07-08', from: null, zh: '征求意见稿', en: 'Consultation draft' },
  values,
} as const satisfies RuleBook<typeof values>;

/** A key of the SH_STORE rule book, e.g. `trial.points`. */
export type ShStoreKey = keyof typeof values;

/** The bare values of the SH_STORE rule book by key; plain JSON. */
export type ShStoreValues = ValuesOf<typeof values>;

/**
 * The SH_STORE values, with some set otherwise by a manager (XC-06.2).
 * @throws RuleValueError when a key does not exist or a value does not fit it.
 */
export function shStoreValues(overrides: Readonly<Record<string, RuleScalar>> = {}): ShStoreValues {
  return resolveValues<typeof values>(shStoreRules, overrides);
}
