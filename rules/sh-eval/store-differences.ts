/** How the entry conditions differ from those of the store measures (table 4.6), for readers who know the one and meet the other. */
import { text, type Text } from '../text.ts';
import { shStoreValues, type ShStoreValues } from '../sh-store/config.ts';
import { shEvalValues, type ShEvalValues } from './config.ts';
import type { ItemKey } from './eligibility-items.ts';

/** One row: what the assessment asks, and what the stores ask; null where one of them asks nothing. */
export interface ConditionDifference {
  /** The item of the assessment; null for what it does not ask. */
  readonly item: ItemKey | null;
  readonly title: Text;
  readonly assessment: Text | null;
  readonly store: Text | null;
}

/** The rows in which the two differ, in the numbers of both rule books. */
export function storeDifferences(
  assessment: ShEvalValues = shEvalValues(),
  store: ShStoreValues = shStoreValues(),
): ConditionDifference[] {
  return [
    {
      item: null,
      title: text('年营收', 'Annual revenue'),
      assessment: null,
      store: text(`不少于 ${store['eligibility.revenue']} 元`, `at least RMB ${store['eligibility.revenue']}`),
    },
    {
      item: 'fullTimeStaff',
      title: text('专职人员', 'Full-time staff'),
      assessment: text(
        `不少于 ${assessment['eligibility.staff']} 人，行业协会仅此项可放宽`,
        `at least ${assessment['eligibility.staff']}; trade associations may be relaxed on this alone`,
      ),
      store: text(
        `不少于 ${store['eligibility.staff']} 人，社会组织条件（1）（2）各项可放宽`,
        `at least ${store['eligibility.staff']}; social organisations may be relaxed on all of (1) and (2)`,
      ),
    },
    {
      item: 'served',
      title: text('年服务企业数', 'Enterprises served a year'),
      assessment: text(
        `中小微企业不少于 ${assessment['eligibility.served']} 家，不得例外`,
        `at least ${assessment['eligibility.served']} micro, small and medium enterprises, without exception`,
      ),
      store: text(
        `企业原则上不少于 ${store['eligibility.served']} 家`,
        `in principle at least ${store['eligibility.served']} enterprises`,
      ),
    },
    {
      item: 'benefitShare',
      title: text('公益性或低收费服务占比', 'Share of public-benefit or low-fee services'),
      assessment: text(
        `不低于 ${assessment['eligibility.benefitShare']}%`,
        `at least ${assessment['eligibility.benefitShare']}%`,
      ),
      store: null,
    },
    {
      item: 'benefitSpending',
      title: text('公益性服务支出', 'Public-benefit spending'),
      assessment: text(
        `不低于 ${assessment['eligibility.benefitSpending']} 元`,
        `at least RMB ${assessment['eligibility.benefitSpending']}`,
      ),
      store: null,
    },
    {
      item: 'soundness.yearlyGoals',
      title: text('服务规划和年度服务目标', 'Service plan and yearly goals'),
      assessment: text('须有', 'required'),
      store: null,
    },
    {
      item: 'partners',
      title: text('集聚或合作的服务机构', 'Cooperating institutions'),
      assessment: text(
        `不少于 ${assessment['eligibility.partners']} 家`,
        `at least ${assessment['eligibility.partners']}`,
      ),
      store: null,
    },
    {
      item: 'store',
      title: text('服务云店铺', 'Store on the Cloud'),
      assessment: text('鼓励，并计入服务成效', 'encouraged, and scored'),
      store: null,
    },
    {
      item: 'penalty',
      title: text('行政处罚', 'Administrative penalties'),
      assessment: text(
        `近 ${assessment['eligibility.penaltyYears']} 年内受过的，不论是否整改，或正协助案件调查，不能参评`,
        `any of the last ${assessment['eligibility.penaltyYears']} years, rectified or not, or assisting an investigation: cannot enter`,
      ),
      store: text(
        `近 ${store['eligibility.penaltyYears']} 年内未整改的，或正协助案件调查，或未诚信经营，原则上不予受理`,
        `one of the last ${store['eligibility.penaltyYears']} year not rectified, or assisting an investigation, or not in good faith: in principle not accepted`,
      ),
    },
  ];
}
