import { text, type Text } from '../text.ts';
import { soundnessTitles } from './form.ts';

/** The seven basic conditions of SH-EVAL 二(一). */
export type ConditionNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Who may let an item pass that is not met: nobody, or the reviewer for a trade association, on the headcount alone (SH-EVAL-02.3). */
export type Waivable = 'NO' | 'REVIEWER_ASSOCIATION';

/** What table 4.6 says of one item, whoever enters. */
export interface ItemRule {
  readonly id: string;
  readonly condition: ConditionNumber;
  readonly clause: string;
  readonly waivable: Waivable;
  readonly title: Text;
}

type Row = readonly [requirement: string, title: Text, waivable?: Waivable];

function rowsOf<const Rows extends Record<string, Row>>(
  condition: ConditionNumber,
  rows: Rows,
): { readonly [K in keyof Rows]: ItemRule } {
  const rules = Object.entries(rows).map(([key, [requirement, title, waivable = 'NO']]) => {
    return [key, { id: `SH-EVAL-${requirement}`, condition, clause: `SH-EVAL 二(一)${condition}`, waivable, title }];
  });
  return Object.fromEntries(rules) as { [K in keyof Rows]: ItemRule };
}

/** The items of table 4.6 in the order of the notice. */
export const eligibilityItems = {
  ...rowsOf(1, {
    legalPerson: ['02.1', text('独立法人资格', 'Independent legal person')],
    qualification: ['02.1', text('从事相关服务的资质或能力', 'Qualification or ability for the services')],
    operatingYears: ['02.2', text('运营年限', 'Years in operation')],
    registeredCapital: ['02.2', text('注册资本', 'Registered capital')],
    prospects: ['02.2', text('财务、经营与发展前景', 'Finances, operation and prospects')],
  }),
  ...rowsOf(2, {
    fullTimeStaff: ['02.3', text('专职人员', 'Full-time staff'), 'REVIEWER_ASSOCIATION'],
    professionals: ['02.4', text('专业人员比例', 'Share of professionals')],
    area: ['02.5', text('固定经营服务场所面积', 'Fixed place of business')],
    equipment: ['02.5', text('服务设施、仪器设备', 'Service facilities and equipment')],
  }),
  ...rowsOf(3, {
    reputation: ['02.6', text('行业影响力、声誉与业绩', 'Influence, reputation and results')],
    served: ['02.6', text('年服务中小微企业数', 'Micro, small and medium enterprises served a year')],
    discountPolicy: ['02.7', text('小微企业收费优惠', 'Discounts for small and micro enterprises')],
    benefitShare: ['02.8', text('公益性或低收费服务占比', 'Share of public-benefit or low-fee services')],
    benefitSpending: ['02.9', text('公益性服务支出', 'Public-benefit spending')],
  }),
  ...rowsOf(4, {
    'soundness.management': ['02.10', soundnessTitles.management],
    'soundness.serviceFlow': ['02.10', soundnessTitles.serviceFlow],
    'soundness.fees': ['02.10', soundnessTitles.fees],
    'soundness.qualityAssurance': ['02.10', soundnessTitles.qualityAssurance],
    'soundness.servicePlan': ['02.10', soundnessTitles.servicePlan],
    'soundness.yearlyGoals': ['02.10', soundnessTitles.yearlyGoals],
  }),
  ...rowsOf(5, { partners: ['02.11', text('集聚或合作的服务机构', 'Cooperating institutions')] }),
  ...rowsOf(6, { store: ['02.12', text('服务云店铺（鼓励）', 'Store on the Cloud (encouraged)')] }),
  ...rowsOf(7, {
    penalty: ['02.13', text('近三年的行政处罚', 'Penalties of the last three years')],
    investigation: ['02.13', text('协助接受案件调查', 'Assisting in an investigation')],
  }),
} as const;

export type ItemKey = keyof typeof eligibilityItems;

export const itemKeys = Object.keys(eligibilityItems) as readonly ItemKey[];

/** The titles of the seven conditions. */
export const conditionTitles: Readonly<Record<ConditionNumber, Text>> = {
  1: text('条件1 主体与经营', 'Condition 1: standing and operation'),
  2: text('条件2 人员与场所', 'Condition 2: staff and premises'),
  3: text('条件3 业绩与公益', 'Condition 3: results and public benefit'),
  4: text('条件4 制度与规划', 'Condition 4: systems and plans'),
  5: text('条件5 资源合作', 'Condition 5: cooperation'),
  6: text('条件6 服务云店铺', 'Condition 6: store on the Cloud'),
  7: text('条件7 处罚与调查', 'Condition 7: penalties and investigations'),
};

/** The items that only a reviewer can rate. */
export const judgementKeys = ['qualification', 'prospects', 'reputation'] as const;

export type JudgementKey = (typeof judgementKeys)[number];
