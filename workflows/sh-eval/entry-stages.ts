/** The stages of an entry, in the order in which it goes through them, and how far the campaign asks after it. Kept apart, since both processes look at them. */
import { text, type Text } from '../../rules/text.ts';
import type { CommonReadings } from '../engine/types.ts';
import type { assessmentEntry } from './assessment-entry/contract.ts';

/** Stages of an open entry. */
export const entryStages = {
  ENTRY_DRAFT: text('填报中', 'Draft'),
  SUBMITTED: text('电子版已提交，待纸质材料', 'Handed in, paper awaited'),
  DISTRICT_REVIEW: text('区级审核', 'District review'),
  RECOMMENDED: text('已推荐，待报送', 'Recommended, to be sent off'),
  DISTRICT_LATE: text('区级逾期未报送，待市级决定', 'District late, commission decides'),
  LATE: text('逾期', 'Late'),
  COMPLIANCE_REVIEW: text('市级合规性审核', 'Compliance review'),
  DOCUMENT_REVIEW: text('已纳入测评，资料审查', 'Admitted, document review'),
  STORE_POINTS_REVIEW: text('待年度积分固定', 'Points of the year to be fixed'),
  VERIFICATION: text('服务核验和评分', 'Verification and scoring'),
  SCORED: text('已评分', 'Scored'),
  GRADING: text('待确定等次', 'To be graded'),
  RESULTS_SET: text('等次已确定，待公布', 'Grade set, to be published'),
  OBJECTION: text('复核异议', 'Objection under review'),
} as const satisfies Readonly<Record<string, Text>>;

/** How an entry ends. */
export const entryOutcomes = {
  LATE_REFUSED: text('逾期，不予受理', 'Refused as late'),
  NOT_RECOMMENDED: text('不予推荐', 'Not recommended'),
  NOT_ADMITTED: text('合规性审核未通过', 'Not admitted'),
  WITHDRAWN: text('已撤回', 'Withdrawn'),
  PUBLISHED: text('结果已公布', 'Result published'),
} as const satisfies Readonly<Record<string, Text>>;

export type EntryStage = keyof typeof entryStages;

const beforeAdmission: readonly EntryStage[] = [
  'ENTRY_DRAFT',
  'SUBMITTED',
  'DISTRICT_REVIEW',
  'RECOMMENDED',
  'DISTRICT_LATE',
  'LATE',
  'COMPLIANCE_REVIEW',
];

const inAssessment: readonly EntryStage[] = [
  'DOCUMENT_REVIEW',
  'STORE_POINTS_REVIEW',
  'VERIFICATION',
  'SCORED',
  'GRADING',
];

type CasesAbout = CommonReadings['casesAbout'];

const ENTRY: (typeof assessmentEntry)['kind'] = 'assessmentEntry';

/** The open entries of a campaign by stage. */
function openEntries(cases: CasesAbout): Readonly<Record<string, number>> {
  return cases[ENTRY]?.open ?? {};
}

/** Entries of which it is not decided whether they are assessed. */
export function undecided(cases: CasesAbout): number {
  return sum(openEntries(cases), beforeAdmission);
}

/** Entries that are assessed and have no grade yet. */
export function ungraded(cases: CasesAbout): number {
  return sum(openEntries(cases), inAssessment);
}

/** Entries with a grade that waits for its publication. */
export function graded(cases: CasesAbout): number {
  return sum(openEntries(cases), ['RESULTS_SET']);
}

/** Entries that were admitted to the assessment and are under way. */
export function admitted(cases: CasesAbout): number {
  return ungraded(cases) + graded(cases);
}

/** Every open entry. */
export function unfinished(cases: CasesAbout): number {
  return sum(openEntries(cases), Object.keys(openEntries(cases)));
}

function sum(of: Readonly<Record<string, number>>, stages: readonly string[]): number {
  return stages.reduce((total, stage) => total + (of[stage] ?? 0), 0);
}
