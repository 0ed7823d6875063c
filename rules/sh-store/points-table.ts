import type { NumberKey } from '../book/rule-book.ts';
import type { Text } from '../text.ts';
import { text } from '../text.ts';
import type { ShStoreValues } from './config.ts';
import { shStoreRules } from './config.ts';

/** The rule codes of the 17 rows of the points table (table 4.4). */
export type PointsRule =
  | 'COMPANY_YEARS'
  | 'COMPANY_INTRO'
  | 'COMPANY_SITE'
  | 'COMPANY_CERT'
  | 'PRODUCT'
  | 'DECORATION'
  | 'LOGIN_DAY'
  | 'LOGIN_STREAK_10'
  | 'FOLLOW_PERSONAL'
  | 'FOLLOW_ENTERPRISE'
  | 'PURCHASE'
  | 'PRAISE_PERSONAL'
  | 'PRAISE_ENTERPRISE'
  | 'COMMENT_PERSONAL'
  | 'COMMENT_ENTERPRISE'
  | 'REPLY'
  | 'PRAISE_RATE_70';

/** The first-level groups of the points table. */
export type PointsGroup = 'COMPANY' | 'PRODUCTS' | 'DECORATION' | 'ACTIVITY' | 'FOLLOWERS' | 'FEEDBACK';

/** The six angles from which the yearly assessment looks at a store (SH-EVAL-08.4, -10.20). */
export type PointsAngle = 'DECORATION' | 'PRODUCTS' | 'ORDERS' | 'ACTIVITY' | 'FEEDBACK' | 'FOLLOWERS';

/** One row of the points table. `points` and `cap` are the defaults of the rule book. */
export interface PointsRow {
  readonly row: number;
  readonly rule: PointsRule;
  readonly group: PointsGroup;
  /** The assessment angle the row feeds; null for company information, which is none of the six. */
  readonly angle: PointsAngle | null;
  readonly item: Text;
  readonly unit: Text;
  readonly points: number;
  readonly cap: number | null;
  /** Rows without a unit are booked once in the life of a store. */
  readonly once: boolean;
  readonly requirement: string;
  /** The rule-book key of the points. */
  readonly key: PointsKey;
}

type PointsKey = Extract<NumberKey<ShStoreValues>, `points.${string}`>;

const units = {
  year: text('每年', 'per year'),
  once: text('一次', 'once'),
  each: text('每个', 'each'),
  day: text('每天', 'per day'),
  streak: text('每连续10天', 'per 10 consecutive days'),
  time: text('每次', 'each time'),
  comment: text('每条', 'each'),
  period: text('活动期间', 'per activity period'),
} as const;

type Line = readonly [PointsRule, PointsGroup, PointsAngle | null, string, string, keyof typeof units, PointsKey];

const lines: readonly Line[] = [
  ['COMPANY_YEARS', 'COMPANY', null, '公司注册时间', 'Company registration time', 'year', 'points.companyYears'],
  ['COMPANY_INTRO', 'COMPANY', null, '公司介绍', 'Company introduction', 'once', 'points.companyIntro'],
  ['COMPANY_SITE', 'COMPANY', null, '公司官网', 'Company website', 'once', 'points.companySite'],
  ['COMPANY_CERT', 'COMPANY', null, '公司资质（证书）', 'Qualification certificates', 'each', 'points.certificate'],
  ['PRODUCT', 'PRODUCTS', 'PRODUCTS', '服务产品数量', 'Number of service products', 'each', 'points.product'],
  ['DECORATION', 'DECORATION', 'DECORATION', '个性化装修', 'Personalised decoration', 'once', 'points.decoration'],
  ['LOGIN_DAY', 'ACTIVITY', 'ACTIVITY', '卖家登录', 'Seller login', 'day', 'points.loginDay'],
  ['LOGIN_STREAK_10', 'ACTIVITY', 'ACTIVITY', '卖家连续登录', 'Seller login streak', 'streak', 'points.loginStreak'],
  ['FOLLOW_PERSONAL', 'FOLLOWERS', 'FOLLOWERS', '个人用户关注', 'Personal follower', 'each', 'points.followPersonal'],
  [
    'FOLLOW_ENTERPRISE',
    'FOLLOWERS',
    'FOLLOWERS',
    '企业用户关注',
    'Enterprise follower',
    'each',
    'points.followEnterprise',
  ],
  ['PURCHASE', 'FEEDBACK', 'ORDERS', '购买产品', 'Purchase', 'time', 'points.purchase'],
  ['PRAISE_PERSONAL', 'FEEDBACK', 'FEEDBACK', '个人用户好评', 'Favourable, personal', 'time', 'points.praisePersonal'],
  [
    'PRAISE_ENTERPRISE',
    'FEEDBACK',
    'FEEDBACK',
    '企业用户好评',
    'Favourable, enterprise',
    'time',
    'points.praiseEnterprise',
  ],
  [
    'COMMENT_PERSONAL',
    'FEEDBACK',
    'FEEDBACK',
    '个人用户评论',
    'Comment, personal',
    'comment',
    'points.commentPersonal',
  ],
  [
    'COMMENT_ENTERPRISE',
    'FEEDBACK',
    'FEEDBACK',
    '企业用户评论',
    'Comment, enterprise',
    'comment',
    'points.commentEnterprise',
  ],
  ['REPLY', 'FEEDBACK', 'FEEDBACK', '评论回复', 'Reply to a comment', 'comment', 'points.reply'],
  ['PRAISE_RATE_70', 'FEEDBACK', 'FEEDBACK', '好评率达标', 'Favourable share reached', 'period', 'points.praiseRate'],
];

/** All 17 rows of the points table in its order (SH-EVAL-10.1 to .17). */
export const pointsRows: readonly PointsRow[] = lines.map(([rule, group, angle, zh, en, unit, key], place) => ({
  row: place + 1,
  rule,
  group,
  angle,
  item: text(zh, en),
  unit: units[unit],
  points: shStoreRules.values[key].value,
  cap: rule === 'COMPANY_CERT' ? shStoreRules.values['points.certificateCap'].value : null,
  once: unit === 'once',
  requirement: `SH-EVAL-10.${place + 1}`,
  key,
}));

const rowByRule = new Map(pointsRows.map((row) => [row.rule, row]));

/** The row of a rule code. */
export function rowOf(rule: PointsRule): PointsRow {
  return rowByRule.get(rule) as PointsRow;
}
