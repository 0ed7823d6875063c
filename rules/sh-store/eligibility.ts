import type { Text } from '../text.ts';
import { text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import type { ShStoreValues } from './config.ts';
import { shStoreValues } from './config.ts';
import { isSoundJudgement, type Finding, type Judgement } from '../conditions/findings.ts';
import { explainItems, reasonNeeded, weakestOf, type ItemStatus } from '../conditions/results.ts';
import { findingOf, type LimbFinding } from './eligibility-findings.ts';
import type { ConditionNumber, ItemKey, JudgementKey, LimbKey, Waivable } from './eligibility-items.ts';
import { conditionTitles, eligibilityItems, itemKeys } from './eligibility-items.ts';
import type { ApplicationFigures } from './form.ts';
import type { Route, WaiverRole } from './waivers.ts';
import { canWaive } from './waivers.ts';
import { listed } from '../phrases.ts';

export { canWaive } from './waivers.ts';
export type { Route, WaiverAnswer, WaiverRole } from './waivers.ts';
export type { Judgement } from '../conditions/findings.ts';
export type { ItemStatus } from '../conditions/results.ts';
export type { LimbFinding } from './eligibility-findings.ts';
export type { ConditionNumber, ItemKey, JudgementKey, LimbKey, Waivable } from './eligibility-items.ts';

/** A recorded waiver of one item; a blank reason does not stand. */
export interface Waiver {
  readonly reason: string;
  readonly by?: string;
}

/** What the check is given. Days are Shanghai days. */
export interface EligibilityInput {
  readonly figures: ApplicationFigures;
  readonly appliedOn: Day;
  readonly judgements?: Readonly<Partial<Record<JudgementKey, Judgement>>>;
  /** What the review found out about the limbs of condition (5); it overrides what the form declares. */
  readonly findings?: Readonly<Partial<Record<LimbKey, LimbFinding>>>;
  /** Relaxations by the reviewer. */
  readonly waivers?: Readonly<Partial<Record<ItemKey, Waiver>>>;
  /** Overrides by a manager. */
  readonly overrides?: Readonly<Partial<Record<ItemKey, Waiver>>>;
  /** The route filed for, once chosen; it narrows or widens what may be waived (SH-STORE-07.4, A-24). */
  readonly route?: Route | null;
  readonly values?: ShStoreValues;
}

/** One line of the applicant's check list. */
export interface ItemResult {
  readonly id: string;
  readonly key: ItemKey;
  readonly condition: ConditionNumber;
  readonly title: Text;
  readonly status: ItemStatus;
  readonly found: Text;
  readonly needed: Text;
  readonly clause: string;
  readonly waivable: Waivable;
  /** Why the item passes although the figure falls short: an exemption or a recorded waiver with its reason. */
  readonly relaxedFor?: Text;
}

/** A condition is as its weakest item: NOT_MET before NEEDS_JUDGEMENT before WAIVED before MET. */
export interface ConditionResult {
  readonly condition: ConditionNumber;
  readonly title: Text;
  readonly status: ItemStatus;
  readonly notMet: readonly ItemKey[];
}

/** A judgement or waiver that was given but does not stand, and why. */
export interface Refusal {
  readonly key: ItemKey;
  readonly role: WaiverRole;
  readonly why: Text;
}

export interface EligibilityResult {
  readonly items: readonly ItemResult[];
  readonly conditions: readonly ConditionResult[];
  /** As far as can be said; an open judgement counts as met until it is given, see `openJudgements`. */
  readonly overall: 'ELIGIBLE' | 'TRIAL_CANDIDATE' | 'INELIGIBLE';
  /** Condition (5) stands in the way and no manager has overridden it. */
  readonly blocked: boolean;
  /** Items the reviewer must still rate before the preliminary review can be closed (SH-STORE-01.6). */
  readonly openJudgements: readonly ItemKey[];
  readonly refused: readonly Refusal[];
  readonly explanations: readonly Text[];
}

/** Checks an application against the five entry conditions (SH-STORE-01, table 4.1). */
export function checkEligibility(input: EligibilityInput): EligibilityResult {
  const values = input.values ?? shStoreValues();
  const given = { ...input, values, judgements: input.judgements ?? {}, findings: input.findings ?? {} };
  const refused: Refusal[] = unsoundJudgements(given.judgements);
  const items = itemKeys.map((key) => itemResult(key, findingOf(key, given), input, values, refused));
  const conditions = ([1, 2, 3, 4, 5] as const).map((condition) => conditionResult(condition, items));
  const overall = overallOf(items);
  const blocked = conditions.some(({ condition, status }) => condition === 5 && status === 'NOT_MET');
  const openJudgements = items.filter(({ status }) => status === 'NEEDS_JUDGEMENT').map(({ key }) => key);
  const explanations = explain(items, overall, blocked);
  return { items, conditions, overall, blocked, openJudgements, refused, explanations };
}

/**
 * 1 for an institution recognised, commended or funded by a department of district level or above, else 0; the higher
 * goes first in the queue. It orders only and waives nothing (SH-STORE-01.17).
 */
export function priorityOf(figures: ApplicationFigures): number {
  return figures.awards.length > 0 ? 1 : 0;
}

function itemResult(
  key: ItemKey,
  finding: Finding,
  input: EligibilityInput,
  values: ShStoreValues,
  refused: Refusal[],
): ItemResult {
  const { id, condition, clause, waivable, title } = eligibilityItems[key];
  const { status, found, needed, exemption } = finding;
  const base = { id, key, condition, title, found, needed, clause, waivable };
  if (status === 'MET') return exemption ? { ...base, status, relaxedFor: exemption } : { ...base, status };
  const attempts = [
    { role: 'REVIEWER', waiver: input.waivers?.[key] },
    { role: 'MANAGER', waiver: input.overrides?.[key] },
  ] as const;
  for (const { role, waiver } of attempts) {
    if (!waiver) continue;
    const { allowed, why } = canWaive(key, input.figures, role, input.route ?? null, values);
    const reason = waiver.reason.trim();
    if (allowed && reason !== '') {
      return { ...base, status: 'WAIVED', relaxedFor: text(`${why.zh}：${reason}`, `${why.en}: ${reason}`) };
    }
    refused.push({ key, role, why: allowed ? reasonNeeded : why });
  }
  return { ...base, status };
}

function unsoundJudgements(judgements: Readonly<Partial<Record<JudgementKey, Judgement>>>): Refusal[] {
  return Object.entries(judgements)
    .filter(([, judgement]) => !isSoundJudgement(judgement))
    .map(([key]) => ({ key: key as JudgementKey, role: 'REVIEWER', why: reasonNeeded }));
}

function conditionResult(condition: ConditionNumber, items: readonly ItemResult[]): ConditionResult {
  const own = items.filter((item) => item.condition === condition);
  const notMet = own.filter(({ status }) => status === 'NOT_MET').map(({ key }) => key);
  return { condition, title: conditionTitles[condition], status: weakestOf(condition, items), notMet };
}

/**
 * What an institution may lack on the trial route: items of (1) to (4), but not the prospects, since the trial is for those
 * that have good growth potential (SH-STORE-07.1).
 */
export function lackingForTrial(items: readonly ItemResult[]): readonly ItemKey[] {
  return items
    .filter(({ key, condition, status }) => condition < 5 && status === 'NOT_MET' && key !== 'prospects')
    .map(({ key }) => key);
}

/** The trial route needs (5) clean: an override of (5) does not carry over to it. */
function overallOf(items: readonly ItemResult[]): EligibilityResult['overall'] {
  if (items.every(({ status }) => status !== 'NOT_MET')) return 'ELIGIBLE';
  return isClean(items) && lackingForTrial(items).length > 0 ? 'TRIAL_CANDIDATE' : 'INELIGIBLE';
}

/** True if nothing of condition (5) is amiss, and nothing of it had to be overridden. */
export function isClean(items: readonly ItemResult[]): boolean {
  return items.every(({ condition, status }) => condition !== 5 || status === 'MET');
}

function explain(
  items: readonly ItemResult[],
  overall: EligibilityResult['overall'],
  blocked: boolean,
): readonly Text[] {
  const missing = listed(items.filter(({ status }) => status === 'NOT_MET').map(({ title }) => title));
  return [...explainItems(items), conclusion(overall, blocked, missing, isClean(items))];
}

function conclusion(overall: EligibilityResult['overall'], blocked: boolean, missing: Text, clean: boolean): Text {
  if (blocked) return text(`原则上不予受理：${missing.zh}。`, `In principle not accepted: ${missing.en}.`);
  if (overall === 'ELIGIBLE') return text('未发现不符合的条件。', 'No condition was found wanting.');
  if (overall === 'INELIGIBLE') {
    return clean
      ? text(
          `缺少：${missing.zh}；试运行须有良好的成长性，不得走试运行途径。`,
          `Missing: ${missing.en}; a trial needs good growth potential, so that route is closed.`,
        )
      : text(
          `缺少：${missing.zh}；条件（5）系例外处理，不得走试运行途径。`,
          `Missing: ${missing.en}; as condition (5) was overridden, the trial route is closed.`,
        );
  }
  return text(
    `缺少：${missing.zh}；经市、区中小企业工作主管部门推荐可申请试运行。`,
    `Missing: ${missing.en}; a trial is possible on recommendation by the municipal or district SME department.`,
  );
}
