/**
 * What an institution files: the self-evaluation report of annex 3 (table 4.11), what the entry conditions ask beside it (table 4.6), and the materials
 * (tables 4.9, 4.10). Money is RMB yuan with at most two decimals (the printed form has 万元), areas are square metres, days are Shanghai days, texts are
 * null or blank when not filled in.
 */
import { text, type Text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import { orgTypeTitles } from '../sh-store/form.ts';
import type { CategoryCode } from './categories.ts';
import type { FiledMaterials } from './materials.ts';

/** Nature of the institution (单位性质), as far as the conditions tell them apart (SH-EVAL-02.1, 02.3, 03.3). */
export const natureTitles = {
  COMPANY: orgTypeTitles.COMPANY,
  LAW_FIRM: orgTypeTitles.LAW_FIRM,
  ASSOCIATION: text('行业协会', 'Trade association'),
  PRIVATE_NON_ENTERPRISE: text('民办非企业单位', 'Private non-enterprise organisation'),
  PUBLIC_INSTITUTION: orgTypeTitles.PUBLIC_INSTITUTION,
  BRANCH: orgTypeTitles.BRANCH,
  OTHER: orgTypeTitles.OTHER,
} as const satisfies Readonly<Record<string, Text>>;

export type Nature = keyof typeof natureTitles;

/** Since when the institution has been recognised: a first-time applicant has the fixed value FIRST_TIME (SH-EVAL-12.1). */
export const recognitionTitles = {
  FIRST_TIME: text('初次申报', 'First-time applicant'),
  RECOGNISED: text('已获认定', 'Recognised before'),
} as const satisfies Readonly<Record<string, Text>>;

export type Recognition = keyof typeof recognitionTitles;

/** A main investor; named where the institution is no legal person (SH-EVAL-12.3). */
export interface Investor {
  readonly name: string;
  readonly nature: string;
  /** Percent. */
  readonly share: number;
}

/** Part 一 of the report. */
export interface Overview {
  readonly name: string;
  readonly creditCode: string;
  readonly address: string;
  readonly establishedOn: Day;
  readonly recognition: Recognition;
  /** Day of the first recognition; null for a first-time applicant. */
  readonly firstRecognisedOn: Day | null;
  readonly legalPerson: boolean;
  readonly nature: Nature;
  readonly registeredCapital: number;
  readonly area: number;
  readonly representative: { readonly name: string; readonly identityNumber: string; readonly mobile: string };
  /** Whom to reach; telephone of the office and fax stand in the summary table of annex 1 (table 4.12). */
  readonly contact: {
    readonly name: string;
    readonly mobile: string;
    readonly email: string;
    readonly officePhone: string | null;
    readonly fax: string | null;
  };
  /** Name of its store on the Enterprise Service Cloud; null if it has none. */
  readonly storeName: string | null;
  readonly category: CategoryCode;
  readonly introduction: string;
  /** Total spending of the year on services for SMEs. */
  readonly spending: number;
  /** Of which public benefit: fees by market price or own standard, less what was charged. */
  readonly benefitSpending: number;
  readonly servedYearBefore: number;
  readonly servedThisYear: number;
  readonly totalStaff: number;
  /** Full-time staff who serve SMEs. */
  readonly fullTimeStaff: number;
  readonly equipmentCount: number;
  /** Full-time staff with a degree or a title, each person once. */
  readonly professionals: number;
  readonly investors: readonly Investor[];
}

export const frequencyTitles = {
  MONTH: text('每月', 'a month'),
  WEEK: text('每周', 'a week'),
  DAY: text('每日', 'a day'),
} as const satisfies Readonly<Record<string, Text>>;

export type Frequency = keyof typeof frequencyTitles;

/** A daily service: how often, for whom, and how many. */
export interface DailyService {
  readonly content: string;
  readonly times: number;
  readonly per: Frequency;
  readonly recipients: string;
  readonly number: number;
}

/** A key activity of the year (SH-EVAL-12.5). */
export interface KeyActivity {
  readonly content: string;
  readonly mode: string;
  readonly heldOn: Day;
  readonly place: string;
  readonly recipients: string;
  readonly number: number;
}

/** The nine rows of honours and abilities (SH-EVAL-12.6). */
export const honourTitles = {
  NATIONAL: text('国家级荣誉称号', 'National honour'),
  MUNICIPAL: text('市级荣誉称号', 'Municipal honour'),
  DISTRICT: text('区级荣誉称号', 'District honour'),
  INDUSTRY: text('行业组织荣誉称号', 'Honour of a trade organisation'),
  PATENT: text('专利或软件著作权等情况', 'Patent or software copyright'),
  SPECIAL_FUND: text('获得专项资金情况', 'Special fund'),
  GATHERED: text('集聚其他服务机构', 'Gathered service institution'),
  PROJECT: text('重大合作项目', 'Major cooperation project'),
  OTHER: text('其他', 'Other'),
} as const satisfies Readonly<Record<string, Text>>;

export type HonourKind = keyof typeof honourTitles;

/** One line of 三(一). */
export interface Honour {
  readonly kind: HonourKind;
  readonly name: string;
  /** Day on which it was obtained; of a project its first day. */
  readonly obtainedOn: Day;
  /** Last day of a project; null while it runs, and for all else. */
  readonly until: Day | null;
  /** What a project does for society. */
  readonly effect: string | null;
  /** Who gave or recognised it, or with whom it is done. */
  readonly issuer: string;
}

/** A member of the team for SME services (SH-EVAL-12.7). */
export interface TeamMember {
  readonly department: string;
  readonly name: string;
  readonly post: string;
  readonly education: string;
  readonly title: string | null;
  readonly duty: string;
}

/** The seven kinds of systems (SH-EVAL-12.8). */
export const systemTitles = {
  service: text('服务管理方面', 'Service'),
  finance: text('财务管理方面', 'Finance'),
  personnel: text('人事管理方面', 'Personnel'),
  quality: text('质量控制方面', 'Quality'),
  fees: text('收费标准方面', 'Fees'),
  complaints: text('投诉机制方面', 'Complaints'),
  other: text('其他', 'Other'),
} as const satisfies Readonly<Record<string, Text>>;

export type SystemKind = keyof typeof systemTitles;

/** Money spent; of the total, what went to people and what to hardware and software. RMB yuan. */
export interface Spending {
  readonly total: number;
  readonly personnel: number;
  readonly equipment: number;
}

/** One row of 三(四). */
export interface SpendingRow extends Spending {
  readonly service: string;
  readonly note: string | null;
}

/** Rows of a group with their subtotal as it was filed; the rules hold that it adds up (SH-EVAL-12.9). */
export interface SpendingGroup {
  readonly rows: readonly SpendingRow[];
  readonly subtotal: Spending;
}

/** The self-evaluation report, parts 一 to 四 and its cover; part 五 is missing in the document. */
export interface SelfEvaluationReport {
  readonly personInCharge: string;
  readonly filledOn: Day;
  readonly overview: Overview;
  readonly daily: readonly DailyService[];
  readonly activities: readonly KeyActivity[];
  readonly honours: readonly Honour[];
  readonly team: readonly TeamMember[];
  readonly systems: { readonly certified: boolean; readonly named: Readonly<Record<SystemKind, string | null>> };
  readonly finance: { readonly daily: SpendingGroup; readonly activities: SpendingGroup; readonly total: Spending };
  readonly plan: {
    readonly nearTerm: string;
    readonly longTerm: string;
    readonly economicBenefit: string;
    readonly socialBenefit: string;
  };
}

/** The six things of condition 4 (SH-EVAL-02.10); the last two the store measures do not ask for. */
export const soundnessTitles = {
  management: text('管理制度', 'Management system'),
  serviceFlow: text('服务流程', 'Service flow'),
  fees: text('收费标准', 'Reasonable fees'),
  qualityAssurance: text('服务质量保证措施', 'Service-quality guarantee'),
  servicePlan: text('服务规划', 'Service plan'),
  yearlyGoals: text('年度服务目标', 'Yearly service goals'),
} as const satisfies Readonly<Record<string, Text>>;

export type SoundnessKey = keyof typeof soundnessTitles;

/** What the entry conditions ask and the report does not say (table 4.6). */
export interface EntryDeclaration {
  /** Own account of the ability for the services; in place of a qualification (SH-EVAL-02.1). */
  readonly abilityText: string | null;
  readonly hasQualification: boolean;
  readonly fixedPremises: boolean;
  readonly discountPolicy: string | null;
  /** Services of the year, counted in cases, and those of them for public benefit or at a low fee (SH-EVAL-02.8). */
  readonly services: number;
  readonly benefitServices: number;
  /** Fees of the public-benefit services by market price or own standard, and what was charged (SH-EVAL-02.9). */
  readonly standardFees: number;
  readonly chargedFees: number;
  readonly soundness: Readonly<Record<SoundnessKey, boolean>>;
  /** Days on which administrative penalties were imposed, rectified or not (SH-EVAL-02.13). */
  readonly penalties: readonly Day[];
  readonly underInvestigation: boolean;
}

/** A whole filing. */
export interface AssessmentFiling {
  readonly report: SelfEvaluationReport;
  readonly declaration: EntryDeclaration;
  readonly materials: FiledMaterials;
}

/** The statements of part 六, which nobody may alter (SH-EVAL-12.11); quoted word for word. */
export const commitment = {
  title: text('申报材料真实性承诺书', 'Commitment to the truth of the materials'),
  statements: [
    text(
      '1、我单位提供的所有文件、资料都是真实、完整、有效的，如有不实，愿承担相应的责任；',
      '1. All files and materials that we provide are true, complete and valid; if they are not, we accept the liability.',
    ),
    text(
      '2、自评报告递交后，我单位不会以任何形式干预后续进行的材料审查、测评和成绩确定工作。',
      '2. Once the self-evaluation report is handed in we shall not interfere in any form with the review of the materials, the assessment and the setting of the results.',
    ),
  ],
  note: text(
    '注：真实性承诺函不得擅自修改内容，需由法人签字并加盖单位公章。',
    'Note: the text of the commitment must not be altered; it is signed by the legal representative and bears the official seal.',
  ),
} as const;
