import {
  absent,
  amount,
  fixedArea,
  judged,
  legalPersonality,
  present,
  professionalsShare,
  qualified,
  shareOf,
  yearsInOperation,
  type Finding,
  type Judgement,
} from '../conditions/findings.ts';
import { listed } from '../phrases.ts';
import { isFilled, text } from '../text.ts';
import { addMonths, type Day } from '../time/instant.ts';
import type { ShEvalValues } from './config.ts';
import type { ItemKey, JudgementKey } from './eligibility-items.ts';
import type { AssessmentFiling, SoundnessKey } from './form.ts';
import { cents } from './form-check.ts';
import { partnersInForce } from './materials-check.ts';

interface Case {
  readonly filing: AssessmentFiling;
  readonly submittedOn: Day;
  readonly values: ShEvalValues;
  readonly judgements: Readonly<Partial<Record<JudgementKey, Judgement>>>;
}

/** The finding of each item. Days are Shanghai days, money RMB yuan, areas square metres. */
export function findingOf(key: ItemKey, given: Case): Finding {
  return finders[key](given);
}

const byReviewer = text('由审核人员评定', "the reviewer's rating");

const finders: Readonly<Record<ItemKey, (given: Case) => Finding>> = {
  legalPerson: ({ filing: { report } }) =>
    legalPersonality(report.overview.legalPerson, report.overview.nature === 'LAW_FIRM'),
  qualification: ({ filing: { declaration }, judgements }) => qualified(declaration, judgements.qualification),
  operatingYears: ({ filing: { report }, submittedOn, values }) =>
    yearsInOperation(
      report.overview.establishedOn,
      submittedOn,
      values['eligibility.operatingYears'],
      values['time.anniversary'],
    ),
  registeredCapital: ({ filing: { report }, values }) =>
    amount(report.overview.registeredCapital, values['eligibility.capital'], '人民币', '元', 'RMB '),
  prospects: ({ judgements }) => judged(judgements.prospects, byReviewer),
  fullTimeStaff: ({ filing: { report }, values }) =>
    amount(report.overview.fullTimeStaff, values['eligibility.staff'], '', '人', '', ' people'),
  professionals: ({ filing: { report }, values }) =>
    professionalsShare(
      report.overview.professionals,
      report.overview.fullTimeStaff,
      values['eligibility.professionalsShare'],
    ),
  area: ({ filing: { report, declaration }, values }) =>
    fixedArea(report.overview.area, declaration.fixedPremises, values['eligibility.area']),
  equipment: ({ filing: { report } }) => present(report.overview.equipmentCount > 0),
  reputation: ({ judgements }) => judged(judgements.reputation, byReviewer),
  served: ({ filing: { report }, values }) =>
    amount(report.overview.servedThisYear, values['eligibility.served'], '', '家', '', ' enterprises'),
  discountPolicy: ({ filing: { declaration } }) => present(isFilled(declaration.discountPolicy)),
  benefitShare,
  benefitSpending,
  'soundness.management': (given) => sound('management', given),
  'soundness.serviceFlow': (given) => sound('serviceFlow', given),
  'soundness.fees': (given) => sound('fees', given),
  'soundness.qualityAssurance': (given) => sound('qualityAssurance', given),
  'soundness.servicePlan': (given) => sound('servicePlan', given),
  'soundness.yearlyGoals': (given) => sound('yearlyGoals', given),
  partners: ({ filing: { materials }, submittedOn, values }) =>
    amount(
      partnersInForce(materials.agreements, submittedOn),
      values['eligibility.partners'],
      `${submittedOn} 有效的协议 `,
      '家',
      `agreements in force on ${submittedOn}: `,
    ),
  store,
  penalty,
  investigation: ({ filing: { declaration } }) =>
    absent(declaration.underInvestigation, text('正在协助接受案件调查', 'assisting in a case investigation')),
};

function benefitShare({ filing: { declaration }, values }: Case): Finding {
  const least = values['eligibility.benefitShare'];
  return shareOf(
    declaration.benefitServices,
    declaration.services,
    least,
    text(' 项次', ' services'),
    text(`占总服务量的 ${least}% 以上（含）`, `at least ${least}% of all services`),
  );
}

/** Fees by market price or own standard less what was charged, in whole fen so that one cannot be lost (SH-EVAL-02.9). */
function benefitSpending({ filing: { declaration }, values }: Case): Finding {
  const spent = (cents(declaration.standardFees) - cents(declaration.chargedFees)) / 100;
  return amount(spent, values['eligibility.benefitSpending'], '人民币', '元', 'RMB ');
}

function sound(key: SoundnessKey, { filing: { declaration } }: Case): Finding {
  return present(declaration.soundness[key]);
}

/** Encouraged and never required: without a store the points of effectiveness are 0 (SH-EVAL-02.12). */
function store({ filing: { report } }: Case): Finding {
  const { storeName } = report.overview;
  return {
    status: 'MET',
    found: isFilled(storeName)
      ? text(`已开店：${storeName}`, `has a store: ${storeName}`)
      : text('未开店，服务成效积分为 0', 'no store: its points of effectiveness are 0'),
    needed: text('鼓励开设，不作为条件', 'encouraged, no condition'),
  };
}

/** Any penalty of the last years, rectified or not; the first day of the look-back belongs to it (SH-EVAL-02.13). */
function penalty({ filing: { declaration }, submittedOn, values }: Case): Finding {
  const years = values['eligibility.penaltyYears'];
  const since = addMonths(submittedOn, -12 * years);
  const counted = declaration.penalties.filter((day) => day >= since);
  const days = listed(counted);
  return absent(
    counted.length > 0,
    text(`行政处罚：${days.zh}`, `penalty of ${days.en}`),
    text(
      `${since} 以来（${years} 年）没有受过行政处罚，不论是否已整改`,
      `no penalty since ${since} (${years} years), rectified or not`,
    ),
  );
}
