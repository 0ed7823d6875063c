import { text, type Text } from '../text.ts';
import type { Day } from '../time/instant.ts';

/** Kinds of applicant. A social organisation is a trade association, a chamber or another such body (SH-STORE-01.7). */
export const orgTypes = [
  'COMPANY',
  'LAW_FIRM',
  'SOCIAL_ORGANISATION',
  'BRANCH',
  'PUBLIC_INSTITUTION',
  'OTHER',
] as const;

export type OrgType = (typeof orgTypes)[number];

/** What these are called. */
export const orgTypeTitles: Readonly<Record<OrgType, Text>> = {
  COMPANY: text('企业法人', 'Company'),
  LAW_FIRM: text('律师事务所', 'Law firm'),
  SOCIAL_ORGANISATION: text('社会组织（协会、商会等）', 'Social organisation such as an association'),
  BRANCH: text('分支机构', 'Branch'),
  PUBLIC_INSTITUTION: text('事业单位', 'Public institution'),
  OTHER: text('其他', 'Other'),
};

/** Government levels whose recognition gives priority in the queue (SH-STORE-01.17). */
export const awardLevels = ['DISTRICT', 'MUNICIPAL', 'NATIONAL'] as const;

export type AwardLevel = (typeof awardLevels)[number];

/** What these are called. */
export const awardLevelTitles: Readonly<Record<AwardLevel, Text>> = {
  DISTRICT: text('区级', 'District'),
  MUNICIPAL: text('市级', 'Municipal'),
  NATIONAL: text('国家级', 'National'),
};

/** The four systems of condition (4), each recorded by itself (SH-STORE-01.15). */
export const systemKeys = ['management', 'serviceFlow', 'fees', 'qualityAssurance'] as const;

export type SystemKey = (typeof systemKeys)[number];

/** An administrative penalty; the look-back counts from the day of application (SH-STORE-01.16, A-11). */
export interface Penalty {
  readonly decidedOn: Day;
  readonly rectified: boolean;
}

/** A recognition, commendation or grant by a government department. */
export interface Award {
  readonly level: AwardLevel;
  readonly name: string;
}

/**
 * The figures of a store application (table 4.1, SH-STORE-03.4). Yearly figures are those of `fiscalYear`.
 * Money is RMB yuan with at most two decimals, areas are square metres, texts are null or blank when not filled in.
 */
export interface ApplicationFigures {
  readonly orgType: OrgType;
  readonly legalPerson: boolean;
  /** An industry qualification was uploaded (SH-STORE-03.3); once filed it follows from the files. */
  readonly hasQualification: boolean;
  /** The applicant's own account of its ability, in place of a qualification (SH-STORE-01.2). */
  readonly abilityText: string | null;
  readonly establishedOn: Day;
  readonly registeredCapital: number;
  readonly revenue: number;
  readonly netProfit: number;
  readonly fiscalYear: number;
  readonly smesServed: number;
  /** Distinct enterprises served in the fiscal year. */
  readonly enterprisesServed: number;
  readonly fullTimeStaff: number;
  /** Staff with a junior-college degree or above and no intermediate title; each person is in one of the three counts. */
  readonly degreeOnly: number;
  /** Staff with an intermediate title or above and no such degree. */
  readonly titleOnly: number;
  /** Staff with both, counted here alone (SH-STORE-01.9). */
  readonly degreeAndTitle: number;
  readonly area: number;
  /** The premises are a fixed place of business. */
  readonly fixedPremises: boolean;
  readonly equipment: string | null;
  /** Discounts for micro and small enterprises. */
  readonly discountPolicy: string | null;
  /** Whether each of the four systems is documented. */
  readonly systems: Readonly<Record<SystemKey, boolean>>;
  readonly penalties: readonly Penalty[];
  readonly underInvestigation: boolean;
  /** Declared by the applicant; what the review finds out about it stands beside the form (SH-STORE-01.16). */
  readonly goodFaith: boolean;
  /** The contribution to the services of the SME departments; needed on the trial route alone (SH-STORE-07.1). */
  readonly contribution: string | null;
  readonly awards: readonly Award[];
}

/** Staff with a degree or a title, each person once (SH-STORE-01.9, A-12). */
export function professionalsOf(figures: ApplicationFigures): number {
  return figures.degreeOnly + figures.titleOnly + figures.degreeAndTitle;
}
