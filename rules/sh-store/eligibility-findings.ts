import { isFilled, text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import { addMonths } from '../time/instant.ts';
import type { ShStoreValues } from './config.ts';
import type { ItemKey, JudgementKey, LimbKey } from './eligibility-items.ts';
import { limbKeys } from './eligibility-items.ts';
import type { ApplicationFigures, SystemKey } from './form.ts';
import { professionalsOf } from './form.ts';
import { listed } from '../phrases.ts';
import {
  absent,
  amount,
  fixedArea,
  judged,
  legalPersonality,
  present,
  professionalsShare,
  qualified,
  yearsInOperation,
  type Finding,
  type Judgement,
} from '../conditions/findings.ts';

/** What a reviewer found out about a limb of condition (5), whatever the applicant declared (SH-STORE-01.16). */
export interface LimbFinding {
  readonly found: boolean;
  readonly reason: string;
}

interface Case {
  readonly figures: ApplicationFigures;
  readonly appliedOn: Day;
  readonly values: ShStoreValues;
  readonly judgements: Readonly<Partial<Record<JudgementKey, Judgement>>>;
  readonly findings: Readonly<Partial<Record<LimbKey, LimbFinding>>>;
}

/** The finding of each item. Dates are Shanghai days, money RMB yuan, areas square metres. */
export function findingOf(key: ItemKey, given: Case): Finding {
  const declared = finders[key](given);
  const ascertained = isLimb(key) ? given.findings[key] : undefined;
  return ascertained === undefined ? declared : ascertainedLimb(ascertained, declared);
}

function isLimb(key: ItemKey): key is LimbKey {
  return (limbKeys as readonly string[]).includes(key);
}

function ascertainedLimb({ found, reason }: LimbFinding, { needed }: Finding): Finding {
  return found
    ? { status: 'NOT_MET', found: text(`审核认定存在：${reason}`, `found by the reviewer: ${reason}`), needed }
    : { status: 'MET', found: text(`审核认定不存在：${reason}`, `found not to be so: ${reason}`), needed };
}

const finders: Readonly<Record<ItemKey, (given: Case) => Finding>> = {
  legalPerson: ({ figures }) => legalPersonality(figures.legalPerson, figures.orgType === 'LAW_FIRM'),
  qualification: ({ figures, judgements }) => qualified(figures, judgements.qualification),
  operatingYears: ({ figures, appliedOn, values }) =>
    yearsInOperation(
      figures.establishedOn,
      appliedOn,
      values['eligibility.operatingYears'],
      values['time.anniversary'],
    ),
  registeredCapital: ({ figures, values }) =>
    amount(figures.registeredCapital, values['eligibility.capital'], '人民币', '元', 'RMB '),
  revenue: ({ figures, values }) =>
    amount(
      figures.revenue,
      values['eligibility.revenue'],
      `${figures.fiscalYear} 会计年度人民币`,
      '元',
      `fiscal year ${figures.fiscalYear}: RMB `,
    ),
  prospects: ({ judgements }) => judged(judgements.prospects, text('由审核人员评定', "the reviewer's rating")),
  fullTimeStaff: ({ figures, values }) =>
    amount(figures.fullTimeStaff, values['eligibility.staff'], '', '人', '', ' people'),
  professionals: ({ figures, values }) =>
    professionalsShare(professionalsOf(figures), figures.fullTimeStaff, values['eligibility.professionalsShare']),
  area: ({ figures, values }) => fixedArea(figures.area, figures.fixedPremises, values['eligibility.area']),
  equipment: ({ figures }) => present(isFilled(figures.equipment)),
  served: ({ figures, values }) =>
    amount(figures.enterprisesServed, values['eligibility.served'], '', '家', '', ' enterprises'),
  reputation: ({ judgements }) => judged(judgements.reputation, text('由审核人员评定', "the reviewer's rating")),
  discountPolicy: ({ figures }) => present(isFilled(figures.discountPolicy)),
  'systems.management': (given) => system('management', given),
  'systems.serviceFlow': (given) => system('serviceFlow', given),
  'systems.fees': (given) => system('fees', given),
  'systems.qualityAssurance': (given) => system('qualityAssurance', given),
  penalty,
  investigation: ({ figures }) =>
    absent(figures.underInvestigation, text('正在协助案件调查', 'assisting in a case investigation')),
  goodFaith: ({ figures }) =>
    absent(!figures.goodFaith, text('存在不诚信经营情形', 'failure to operate in good faith')),
};

function penalty({ figures, appliedOn, values }: Case): Finding {
  const since = addMonths(appliedOn, -12 * values['eligibility.penaltyYears']);
  const counted = figures.penalties.filter(
    ({ decidedOn, rectified }) => decidedOn >= since && !(rectified && values['eligibility.penaltyUnrectifiedOnly']),
  );
  const days = listed(counted.map(({ decidedOn }) => decidedOn));
  return absent(
    counted.length > 0,
    text(`行政处罚：${days.zh}`, `penalty of ${days.en}`),
    text(`${since} 以来无未整改的行政处罚`, `no unrectified penalty since ${since}`),
  );
}

function system(key: SystemKey, { figures }: Case): Finding {
  return present(figures.systems[key]);
}
