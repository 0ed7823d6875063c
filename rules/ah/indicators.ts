/** The indicators of the annual evaluation (table 4.21): fourteen items in four groups for city platforms, eleven in three for institutions. */
import { text, type Text } from '../text.ts';

/** What is evaluated (AH-EVAL-01.1). */
export const memberKinds = {
  CITY_PLATFORM: text('市级综合服务平台', 'City platform'),
  INSTITUTION: text('入驻服务机构', 'Resident institution'),
} as const;

export type MemberKind = keyof typeof memberKinds;

export const indicatorGroups = {
  EFFECT: text('服务效果', 'Service effect'),
  RESOURCES: text('资源聚集', 'Resource gathering'),
  COOPERATION: text('服务协同', 'Service cooperation'),
  OWN: text('自身建设', 'Own development'),
} as const;

export type IndicatorGroup = keyof typeof indicatorGroups;

/** Where the figure of an item comes from. */
export const bases = {
  SYSTEM: text('系统记录', 'Records of the platform'),
  REPORTED: text('上报数据', 'Reported data'),
  SUMMARY: text('年度工作总结', 'Yearly work summary'),
  STATE: text('报送情况和实际建设情况', 'Reports and the actual state'),
} as const;

interface Indicator {
  readonly group: IndicatorGroup;
  readonly title: Text;
  readonly measure: Text;
  readonly basis: keyof typeof bases;
  /** E.g. `AH-EVAL-02.1`. */
  readonly requirement: string;
  /** True for what institutions are not evaluated by. */
  readonly cityOnly?: true;
}

export const indicators = {
  satisfaction: {
    group: 'EFFECT',
    title: text('服务企业满意度', 'Satisfaction'),
    measure: text('线上评价满意率', 'Satisfied share of online evaluations'),
    basis: 'SYSTEM',
    requirement: 'AH-EVAL-02.1',
  },
  matching: {
    group: 'EFFECT',
    title: text('服务需求对接', 'Matching of needs'),
    measure: text('完成对接次数', 'Completed matches'),
    basis: 'SYSTEM',
    requirement: 'AH-EVAL-02.2',
  },
  served: {
    group: 'EFFECT',
    title: text('服务企业数', 'Enterprises served'),
    measure: text('服务企业数，其中要有公益性服务', 'Number, some of it public benefit'),
    basis: 'REPORTED',
    requirement: 'AH-EVAL-02.3',
  },
  activities: {
    group: 'EFFECT',
    title: text('服务活动', 'Activities'),
    measure: text('活动场次，列出重点活动', 'Number, with the key activities'),
    basis: 'SYSTEM',
    requirement: 'AH-EVAL-02.4',
  },
  users: {
    group: 'EFFECT',
    title: text('注册用户', 'Registered users'),
    measure: text('引导入驻或者关注公众号的企业数', 'Enterprises led to the platform or its account'),
    basis: 'SYSTEM',
    requirement: 'AH-EVAL-02.5',
  },
  resources: {
    group: 'RESOURCES',
    title: text('服务资源带动', 'Resources brought in'),
    measure: text('引导入驻的机构数量和质量', 'Institutions led in, number and quality'),
    basis: 'SYSTEM',
    requirement: 'AH-EVAL-02.6',
    cityOnly: true,
  },
  cultivation: {
    group: 'RESOURCES',
    title: text('优质服务资源培育', 'Cultivated quality resources'),
    measure: text('所引导机构评为优秀或者认定为示范平台的数量', 'Led-in institutions rated excellent or recognised'),
    basis: 'SYSTEM',
    requirement: 'AH-EVAL-02.7',
    cityOnly: true,
  },
  cooperation: {
    group: 'COOPERATION',
    title: text('服务联动', 'Cooperation'),
    measure: text('配合和组织活动的次数', 'Times joined in or organised'),
    basis: 'SYSTEM',
    requirement: 'AH-EVAL-02.8',
  },
  collections: {
    group: 'COOPERATION',
    title: text('服务需求征集', 'Need collection'),
    measure: text('完成征集次数', 'Collections completed'),
    basis: 'SYSTEM',
    requirement: 'AH-EVAL-02.9',
  },
  upload: {
    group: 'COOPERATION',
    title: text('服务数据上传', 'Data upload'),
    measure: text('及时上报和定期上报完成情况', 'Timely and regular reporting'),
    basis: 'SYSTEM',
    requirement: 'AH-EVAL-02.10',
  },
  facilities: {
    group: 'OWN',
    title: text('基础设施', 'Facilities and team'),
    measure: text('场所、设施、设备和团队', 'Premises, equipment and team'),
    basis: 'SUMMARY',
    requirement: 'AH-EVAL-02.11',
  },
  norms: {
    group: 'OWN',
    title: text('服务规范', 'Service norms'),
    measure: text('三统一、五公开和快速响应', 'Three unified, five open, quick response'),
    basis: 'SUMMARY',
    requirement: 'AH-EVAL-02.12',
  },
  internet: {
    group: 'OWN',
    title: text('互联网平台', 'Internet platform'),
    measure: text('建设和运营情况', 'Building and running'),
    basis: 'STATE',
    requirement: 'AH-EVAL-02.13',
    cityOnly: true,
  },
  products: {
    group: 'OWN',
    title: text('服务产品供给', 'Products supplied'),
    measure: text('已发布且正在服务的产品数', 'Published and in service'),
    basis: 'SYSTEM',
    requirement: 'AH-EVAL-02.14',
  },
} as const satisfies Readonly<Record<string, Indicator>>;

export type IndicatorName = keyof typeof indicators;

/** Beside the base score: two bonus items and one deduction (AH-EVAL-01.3). */
export const extras = {
  media: {
    sign: 1,
    title: text('宣传报道（加分）', 'Media reports (bonus)'),
    basis: 'SUMMARY',
    requirement: 'AH-EVAL-02.15',
  },
  titles: {
    sign: 1,
    title: text('称号资质（加分）', 'Titles and qualifications (bonus)'),
    basis: 'SUMMARY',
    requirement: 'AH-EVAL-02.16',
  },
  complaints: {
    sign: -1,
    title: text('投诉（减分）', 'Complaints (deduction)'),
    basis: 'SYSTEM',
    requirement: 'AH-EVAL-02.17',
  },
} as const;

export type ExtraName = keyof typeof extras;

/** The sheet of a kind: which groups, items and extras it has. */
export interface Sheet {
  readonly kind: MemberKind;
  readonly groups: readonly IndicatorGroup[];
  readonly items: readonly IndicatorName[];
  readonly bonuses: readonly ExtraName[];
  readonly deductions: readonly ExtraName[];
}

/** The sheet on which a body of this kind is evaluated (AH-EVAL-01.2). */
export function sheetFor(kind: MemberKind): Sheet {
  const rows = Object.entries(indicators as Readonly<Record<string, Indicator>>);
  const items = rows.filter(([, { cityOnly }]) => kind === 'CITY_PLATFORM' || cityOnly !== true);
  const names = Object.keys(extras) as ExtraName[];
  return {
    kind,
    groups: [...new Set(items.map(([, { group }]) => group))],
    items: items.map(([name]) => name as IndicatorName),
    bonuses: names.filter((name) => extras[name].sign > 0),
    deductions: names.filter((name) => extras[name].sign < 0),
  };
}
