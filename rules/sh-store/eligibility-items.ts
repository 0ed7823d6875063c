import type { Text } from '../text.ts';
import { text } from '../text.ts';

/** The five entry conditions of SH-STORE 一.1. */
export type ConditionNumber = 1 | 2 | 3 | 4 | 5;

/**
 * Who may let an item pass that is not met: nobody; the reviewer, item by item, for a social organisation
 * (SH-STORE-01.7, -01.12, A-13); or a manager with a reason, because the rule holds in principle.
 */
export type Waivable = 'NO' | 'REVIEWER_SOCIAL_ORGANISATION' | 'MANAGER_IN_PRINCIPLE';

/** What table 4.1 says of one item, whoever applies. */
export interface ItemRule {
  readonly id: string;
  readonly condition: ConditionNumber;
  readonly clause: string;
  readonly waivable: Waivable;
  readonly title: Text;
}

type Row = readonly [requirement: string, zh: string, en: string];

function rowsOf<const Rows extends Record<string, Row>>(
  condition: ConditionNumber,
  waivable: Waivable,
  rows: Rows,
): { readonly [K in keyof Rows]: ItemRule } {
  const rules = Object.entries(rows).map(([key, [requirement, zh, en]]) => {
    const id = `SH-STORE-${requirement}`;
    return [key, { id, condition, clause: `SH-STORE 一.1(${condition})`, waivable, title: text(zh, en) }] as const;
  });
  return Object.fromEntries(rules) as { [K in keyof Rows]: ItemRule };
}

/** The items of table 4.1 in the order of the form. */
export const eligibilityItems = {
  ...rowsOf(1, 'REVIEWER_SOCIAL_ORGANISATION', {
    legalPerson: ['01.1', '独立法人资格', 'Independent legal person'],
    qualification: ['01.2', '从事相关服务的资质或能力', 'Qualification or ability for the services'],
    operatingYears: ['01.3', '运营年限', 'Years in operation'],
    registeredCapital: ['01.4', '注册资本', 'Registered capital'],
    revenue: ['01.5', '年营收', 'Annual revenue'],
    prospects: ['01.6', '财务、经营与发展前景', 'Finances, operation and prospects'],
  }),
  ...rowsOf(2, 'REVIEWER_SOCIAL_ORGANISATION', {
    fullTimeStaff: ['01.8', '专职人员', 'Full-time staff'],
    professionals: ['01.9', '专业人员比例', 'Share of professionals'],
    area: ['01.10', '固定经营场所面积', 'Fixed place of business'],
    equipment: ['01.11', '服务设施、仪器设备', 'Service facilities and equipment'],
  }),
  ...rowsOf(3, 'MANAGER_IN_PRINCIPLE', {
    served: ['01.13', '年服务企业数', 'Enterprises served a year'],
  }),
  ...rowsOf(3, 'NO', {
    reputation: ['01.13', '行业影响、口碑与业绩', 'Influence, reputation and results'],
    discountPolicy: ['01.14', '小微企业收费优惠', 'Discounts for micro and small enterprises'],
  }),
  ...rowsOf(4, 'NO', {
    'systems.management': ['01.15', '管理制度', 'Management system'],
    'systems.serviceFlow': ['01.15', '服务流程', 'Service flow'],
    'systems.fees': ['01.15', '收费标准', 'Reasonable fees'],
    'systems.qualityAssurance': ['01.15', '服务质量保证措施', 'Service-quality guarantee'],
  }),
  ...rowsOf(5, 'MANAGER_IN_PRINCIPLE', {
    penalty: ['01.16', '近期未整改的行政处罚', 'Recent unrectified penalty'],
    investigation: ['01.16', '协助案件调查', 'Assisting in an investigation'],
    goodFaith: ['01.16', '诚信经营', 'Good faith'],
  }),
} as const;

/** The key of one item of table 4.1. */
export type ItemKey = keyof typeof eligibilityItems;

/** All item keys in the order of the form. */
export const itemKeys = Object.keys(eligibilityItems) as readonly ItemKey[];

/** The titles of the five conditions. */
export const conditionTitles: Readonly<Record<ConditionNumber, Text>> = {
  1: text('条件（1）主体与经营', 'Condition (1): standing and operation'),
  2: text('条件（2）人员与场所', 'Condition (2): staff and premises'),
  3: text('条件（3）影响与业绩', 'Condition (3): influence and results'),
  4: text('条件（4）制度与质量', 'Condition (4): systems and quality'),
  5: text('条件（5）处罚与诚信', 'Condition (5): penalties and good faith'),
};

/** The items that only a reviewer can rate (SH-STORE-01.2, -01.6, -01.13). */
export const judgementKeys = ['qualification', 'prospects', 'reputation'] as const;

export type JudgementKey = (typeof judgementKeys)[number];

/** The three limbs of condition (5), each of which stands in the way by itself (SH-STORE-01.16, A-11). */
export const limbKeys = ['penalty', 'investigation', 'goodFaith'] as const;

export type LimbKey = (typeof limbKeys)[number];
