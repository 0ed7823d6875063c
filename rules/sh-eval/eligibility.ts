/** The entry conditions, item by item (SH-EVAL-02, table 4.6); results have the shape of those of the store measures. */
import { isSoundJudgement, type Judgement } from '../conditions/findings.ts';
import { explainItems, reasonNeeded, weakestOf, type ItemStatus } from '../conditions/results.ts';
import { listed } from '../phrases.ts';
import { text, type Text } from '../text.ts';
import { dayOf, type Day, type Instant } from '../time/instant.ts';
import { shEvalValues, type ShEvalValues } from './config.ts';
import { findingOf } from './eligibility-findings.ts';
import {
  conditionTitles,
  eligibilityItems,
  itemKeys,
  type ConditionNumber,
  type ItemKey,
  type JudgementKey,
  type Waivable,
} from './eligibility-items.ts';
import type { AssessmentFiling } from './form.ts';

/** What the check is given. Days are Shanghai days; look-backs count from the submission. */
export interface EligibilityInput {
  readonly filing: AssessmentFiling;
  readonly submittedOn: Day;
  readonly judgements?: Readonly<Partial<Record<JudgementKey, Judgement>>>;
  /** Relaxations by the reviewer with their reasons; a blank reason does not stand. */
  readonly waivers?: Readonly<Partial<Record<ItemKey, { readonly reason: string }>>>;
  readonly values?: ShEvalValues;
}

/** One line of the check list. */
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

export interface EligibilityResult {
  readonly items: readonly ItemResult[];
  readonly conditions: readonly {
    readonly condition: ConditionNumber;
    readonly title: Text;
    readonly status: ItemStatus;
    readonly notMet: readonly ItemKey[];
  }[];
  /** As far as can be said; an open judgement counts as met until it is given. One item that is not met keeps out (SH-EVAL-02). */
  readonly overall: 'ELIGIBLE' | 'INELIGIBLE';
  /** A penalty or an investigation stands in the way (SH-EVAL-02.13). */
  readonly blocked: boolean;
  readonly openJudgements: readonly ItemKey[];
  /** Ratings and waivers that were given but do not stand, and why. */
  readonly refused: readonly { readonly key: ItemKey; readonly why: Text }[];
  readonly explanations: readonly Text[];
}

/** Checks an entry against the seven basic conditions. */
export function checkEligibility(input: EligibilityInput): EligibilityResult {
  const { filing, submittedOn, judgements = {}, values = shEvalValues() } = input;
  const refused = Object.entries(judgements)
    .filter(([, judgement]) => !isSoundJudgement(judgement))
    .map(([key]) => ({ key: key as ItemKey, why: reasonNeeded }));
  const items = itemKeys.map((key): ItemResult => {
    const { id, condition, clause, waivable, title } = eligibilityItems[key];
    const { status, found, needed, exemption } = findingOf(key, { filing, submittedOn, judgements, values });
    const base = { id, key, condition, title, found, needed, clause, waivable };
    if (status === 'MET') return { ...base, status, ...(exemption && { relaxedFor: exemption }) };
    const waiver = input.waivers?.[key];
    if (waiver === undefined) return { ...base, status };
    const { allowed, why } = canWaive(key, filing, values);
    const reason = waiver.reason.trim();
    if (allowed && reason !== '')
      return { ...base, status: 'WAIVED', relaxedFor: text(`${why.zh}：${reason}`, `${why.en}: ${reason}`) };
    refused.push({ key, why: allowed ? reasonNeeded : why });
    return { ...base, status };
  });
  const notMet = items.filter(({ status }) => status === 'NOT_MET');
  const conditions = ([1, 2, 3, 4, 5, 6, 7] as const).map((condition) => ({
    condition,
    title: conditionTitles[condition],
    status: weakestOf(condition, items),
    notMet: notMet.filter((item) => item.condition === condition).map(({ key }) => key),
  }));
  const blocked = notMet.some(({ condition }) => condition === 7);
  return {
    items,
    conditions,
    overall: notMet.length === 0 ? 'ELIGIBLE' : 'INELIGIBLE',
    blocked,
    openJudgements: items.filter(({ status }) => status === 'NEEDS_JUDGEMENT').map(({ key }) => key),
    refused,
    explanations: [...explainItems(items), conclusion(notMet, blocked)],
  };
}

/** What the records have of an entry beside what was filed with it. */
export interface EntryOnRecord {
  /** When it was handed in; null for a draft. */
  readonly electronicAt: Instant | null;
  /** Why its headcount was relaxed; null if it was not. */
  readonly headcountWaived: string | null;
}

/** How an entry stands to the conditions on the day on which it was handed in; for a draft, now. */
export function eligibilityOnRecord(
  filing: AssessmentFiling,
  { electronicAt, headcountWaived }: EntryOnRecord,
  now: Instant,
  values: ShEvalValues,
): EligibilityResult {
  const waivers = headcountWaived === null ? {} : { fullTimeStaff: { reason: headcountWaived } };
  return checkEligibility({ filing, submittedOn: dayOf(electronicAt ?? now), values, waivers });
}

/** Whether a reviewer may let this item pass: the headcount of a trade association alone (SH-EVAL-02.3, A-13). */
export function canWaive(
  key: ItemKey,
  { report }: Pick<AssessmentFiling, 'report'>,
  values: ShEvalValues = shEvalValues(),
): { readonly allowed: boolean; readonly why: Text } {
  if (eligibilityItems[key].waivable === 'NO')
    return { allowed: false, why: text('该项不得放宽', 'this item cannot be relaxed') };
  if (report.overview.nature !== 'ASSOCIATION')
    return { allowed: false, why: text('仅行业协会可适当放宽', 'only trade associations may be relaxed') };
  if (!values['eligibility.relaxHeadcount'])
    return {
      allowed: false,
      why: text('现行配置不对行业协会放宽', 'the configuration does not relax trade associations'),
    };
  return { allowed: true, why: text('行业协会可适当放宽', 'trade associations may be relaxed') };
}

function conclusion(notMet: readonly ItemResult[], blocked: boolean): Text {
  if (notMet.length === 0) return text('未发现不符合的条件。', 'No condition was found wanting.');
  const missing = listed(notMet.map(({ title }) => title));
  return blocked
    ? text(`暂不能参评：${missing.zh}。`, `Cannot enter for now: ${missing.en}.`)
    : text(`不予推荐：${missing.zh}。`, `Not to be recommended: ${missing.en}.`);
}
