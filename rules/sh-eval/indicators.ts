/** The indicators of annex 2: 5 of the first and 13 of the second level, without weights (SH-EVAL-08.1, table 4.8). */
import { text, type Text } from '../text.ts';
import type { PointsAngle } from '../sh-store/points-table.ts';
import type { MaterialKey } from './materials.ts';

/** The five dimensions in the order of the annex. */
export const dimensionTitles = {
  ORGANISATION: text('组织建设', 'Organisation'),
  MANAGEMENT: text('服务管理', 'Service management'),
  PUBLIC_BENEFIT: text('服务公益', 'Public benefit'),
  EFFECTIVENESS: text('服务成效', 'Service effectiveness'),
  VERIFICATION: text('服务核验', 'Service verification'),
} as const satisfies Readonly<Record<string, Text>>;

export type Dimension = keyof typeof dimensionTitles;

/** What an indicator of the second level rests on. */
export interface Indicator {
  readonly dimension: Dimension;
  readonly title: Text;
  readonly purpose: Text;
  /** The filed documents that it links to, for what is assessed on documents (SH-EVAL-08.2). */
  readonly materials: readonly MaterialKey[];
  /** The parts of the report that it links to, as paths. */
  readonly report: readonly string[];
  /** The sub-totals of the points of the year, for service effectiveness (SH-EVAL-08.3, 08.4). */
  readonly angles: readonly PointsAngle[];
}

type Basis = Partial<Pick<Indicator, 'materials' | 'report' | 'angles'>>;

function indicator(dimension: Dimension, title: Text, purpose: Text, basis: Basis = {}): Indicator {
  return { dimension, title, purpose, materials: [], report: [], angles: [], ...basis };
}

/** The thirteen indicators by code, in the order of the annex. */
export const indicators = {
  QUALIFICATION: indicator(
    'ORGANISATION',
    text('机构资质', 'Qualification'),
    text('机构资质情况、行业影响力和服务声誉', 'standing, influence and reputation'),
    { materials: ['licence', 'honours'], report: ['honours'] },
  ),
  EXPERIENCE: indicator(
    'ORGANISATION',
    text('服务经验', 'Experience'),
    text('服务中小企业的经验及举办规模活动的能力', 'experience with SMEs and with large activities'),
    { materials: ['recognition', 'projects'], report: ['daily', 'activities'] },
  ),
  DEVELOPMENT: indicator(
    'ORGANISATION',
    text('持续发展', 'Development'),
    text('服务规划及保持持续运作的能力', 'planning and the capacity to keep going'),
    { materials: ['honours'], report: ['plan'] },
  ),
  STAFF: indicator(
    'ORGANISATION',
    text('人员能力', 'Staff'),
    text('服务提供中的人员保障', 'staffing of the services'),
    { materials: ['staff'], report: ['team'] },
  ),
  SYSTEMS: indicator(
    'MANAGEMENT',
    text('服务制度', 'Systems'),
    text('服务制度的完善情况', 'completeness of the systems'),
    { materials: ['certification', 'fees'], report: ['systems'] },
  ),
  RECORDS: indicator(
    'MANAGEMENT',
    text('服务资料管理', 'Service records'),
    text('对服务资料的规范管理', 'orderly service records'),
    { materials: ['served', 'equipment'], report: ['activities'] },
  ),
  BENEFIT_SPENDING: indicator(
    'PUBLIC_BENEFIT',
    text('公益性支出', 'Public-benefit spending'),
    text('公益服务财务支出', 'money spent on public-benefit services'),
    { materials: ['fees', 'benefitAudit', 'accounts'], report: ['overview.benefitSpending', 'finance'] },
  ),
  PLANNING: indicator(
    'EFFECTIVENESS',
    text('服务策划', 'Planning'),
    text(
      '服务内容、活动策划能力，以及对政府部门工作的支持力度',
      'planning of contents and activities, and support of the work of government',
    ),
    { angles: ['DECORATION'] },
  ),
  PRODUCTS: indicator(
    'EFFECTIVENESS',
    text('服务产品', 'Products'),
    text('为中小企业提供的服务产品数量', 'number of products for SMEs'),
    { angles: ['PRODUCTS'] },
  ),
  VOLUME: indicator(
    'EFFECTIVENESS',
    text('服务数量', 'Volume'),
    text('服务中小企业的数量及真实性', 'number and truth of the services for SMEs'),
    { angles: ['ORDERS'] },
  ),
  PROCESS: indicator(
    'EFFECTIVENESS',
    text('服务过程', 'Process'),
    text('服务开展的过程管理情况', 'management of the services'),
    { angles: ['ACTIVITY'] },
  ),
  INFLUENCE: indicator(
    'EFFECTIVENESS',
    text('服务影响', 'Influence'),
    text('与其他机构合作的能力、市场反响', 'cooperation with others and response of the market'),
    { angles: ['FEEDBACK', 'FOLLOWERS'] },
  ),
  AUTHENTICITY: indicator(
    'VERIFICATION',
    text('真实性核验', 'Authenticity'),
    text('对提交的材料进行真实性和满意度核验', 'truth of the materials and satisfaction of the served'),
  ),
} as const satisfies Readonly<Record<string, Indicator>>;

export type IndicatorKey = keyof typeof indicators;

export const indicatorKeys = Object.keys(indicators) as readonly IndicatorKey[];

/** The indicators of a dimension, in the order of the annex. */
export function indicatorsOf(dimension: Dimension): IndicatorKey[] {
  return indicatorKeys.filter((key) => indicators[key].dimension === dimension);
}

/** What the six sub-totals of the points of the year are called (SH-EVAL-08.4), in the order of the notice. */
export const angleTitles: Readonly<Record<PointsAngle, Text>> = {
  DECORATION: text('店铺装修', 'Store decoration'),
  PRODUCTS: text('店铺产品发布数', 'Products listed'),
  ORDERS: text('店铺完成订单量', 'Orders completed'),
  ACTIVITY: text('店铺活跃度', 'Activity'),
  FEEDBACK: text('客户反馈', 'Customer feedback'),
  FOLLOWERS: text('卖家关注', 'Followers'),
};
