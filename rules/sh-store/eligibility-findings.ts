import type { Text } from '../text.ts';
import { isFilled, text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import { addMonths } from '../time/instant.ts';
import type { ShStoreValues } from './config.ts';
import type { ItemKey, JudgementKey, LimbKey } from './eligibility-items.ts';
import { limbKeys } from './eligibility-items.ts';
import type { ApplicationFigures, SystemKey } from './form.ts';
import { professionalsOf } from './form.ts';
import { listed } from '../phrases.ts';
import { grouped } from './wording.ts';

/** A reviewer's rating of an item that no figure decides; a rating NOT_MET needs its reason (XC-05.1). */
export interface Judgement {
  readonly verdict: 'MET' | 'NOT_MET';
  readonly reason: string;
}

/** What a reviewer found out about a limb of condition (5), whatever the applicant declared (SH-STORE-01.16). */
export interface LimbFinding {
  readonly found: boolean;
  readonly reason: string;
}

/** What is on the form for one item, what the rule asks, and whether the one meets the other before any waiver. */
export interface Finding {
  readonly status: 'MET' | 'NOT_MET' | 'NEEDS_JUDGEMENT';
  readonly found: Text;
  readonly needed: Text;
  /** The exemption by which the item is met although the figure falls short. */
  readonly exemption?: Text;
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
  legalPerson,
  qualification,
  operatingYears,
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
  prospects: (given) => judged('prospects', given, text('由审核人员评定', "the reviewer's rating")),
  fullTimeStaff: ({ figures, values }) =>
    amount(figures.fullTimeStaff, values['eligibility.staff'], '', '人', '', ' people'),
  professionals,
  area,
  equipment: ({ figures }) => present(isFilled(figures.equipment)),
  served: ({ figures, values }) =>
    amount(figures.enterprisesServed, values['eligibility.served'], '', '家', '', ' enterprises'),
  reputation: (given) => judged('reputation', given, text('由审核人员评定', "the reviewer's rating")),
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

function legalPerson({ figures }: Case): Finding {
  const needed = text('具有独立法人资格（律师事务所除外）', 'an independent legal person (law firms excepted)');
  if (figures.legalPerson) return { status: 'MET', found: text('独立法人', 'legal person'), needed };
  const found = text('不具有独立法人资格', 'not a legal person');
  if (figures.orgType !== 'LAW_FIRM') return { status: 'NOT_MET', found, needed };
  const exemption = text('律师事务所除外，以执业许可证代之', 'law firms are exempt; they produce a practice licence');
  return { status: 'MET', found, needed, exemption };
}

function qualification(given: Case): Finding {
  const { figures } = given;
  const needed = text('服务资质或能力，由审核人员评定', "a qualification or an ability, on the reviewer's rating");
  if (!figures.hasQualification && !isFilled(figures.abilityText)) {
    return { status: 'NOT_MET', found: text('未提供资质，也未说明能力', 'neither stated'), needed };
  }
  const stated = figures.hasQualification
    ? text('已提供资质文件', 'a qualification was uploaded')
    : text('已说明能力', 'an ability is described');
  return { ...judged('qualification', given, needed, stated), needed };
}

function operatingYears({ figures, appliedOn, values }: Case): Finding {
  const years = values['eligibility.operatingYears'];
  const anniversary = addMonths(figures.establishedOn, 12 * years);
  const met = values['time.anniversary'] ? anniversary <= appliedOn : anniversary < appliedOn;
  return {
    status: met ? 'MET' : 'NOT_MET',
    found: text(
      `${figures.establishedOn} 成立，${appliedOn} 申请`,
      `established ${figures.establishedOn}, applied ${appliedOn}`,
    ),
    needed: text(`运营满 ${years} 年`, `at least ${years} full year(s) in operation`),
  };
}

/** Compared in whole numbers, people times 100, so that no rounding can tip the share. */
function professionals({ figures, values }: Case): Finding {
  const share = values['eligibility.professionalsShare'];
  const count = professionalsOf(figures);
  const staff = figures.fullTimeStaff;
  const met = staff > 0 && count * 100 >= share * staff;
  const percent = staff > 0 ? `${Math.floor((count * 10_000) / staff) / 100}%` : '-';
  return {
    status: met ? 'MET' : 'NOT_MET',
    found: text(`${count}/${staff} 人，${percent}`, `${count} of ${staff}, ${percent}`),
    needed: text(
      `不低于 ${share}%（大专以上或中级以上，每人只计一次）`,
      `at least ${share}% (junior college or intermediate title and above, each person once)`,
    ),
  };
}

function area({ figures, values }: Case): Finding {
  const finding = amount(figures.area, values['eligibility.area'], '', '平方米', '', ' m2');
  if (figures.fixedPremises) return finding;
  const found = text(`${finding.found.zh}，非固定场所`, `${finding.found.en}, not a fixed place`);
  return { ...finding, status: 'NOT_MET', found };
}

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

function amount(
  figure: number,
  least: number,
  zhBefore: string,
  zhUnit: string,
  enBefore: string,
  enUnit = '',
): Finding {
  return {
    status: figure >= least ? 'MET' : 'NOT_MET',
    found: text(`${zhBefore}${grouped(figure)} ${zhUnit}`, `${enBefore}${grouped(figure)}${enUnit}`),
    needed: text(`不少于 ${grouped(least)} ${zhUnit}`, `at least ${grouped(least)}${enUnit}`),
  };
}

function present(is: boolean): Finding {
  return {
    status: is ? 'MET' : 'NOT_MET',
    found: is ? text('已提供', 'provided') : text('未提供', 'not provided'),
    needed: text('须提供', 'must be provided'),
  };
}

function absent(is: boolean, what: Text, needed: Text = text('无此情形', 'no such circumstance')): Finding {
  return { status: is ? 'NOT_MET' : 'MET', found: is ? what : text('无', 'none'), needed };
}

function judged(key: JudgementKey, { judgements }: Case, needed: Text, stated?: Text): Finding {
  const judgement = judgements[key];
  if (!judgement || !isSoundJudgement(judgement)) {
    return { status: 'NEEDS_JUDGEMENT', found: stated ?? text('尚未评定', 'not yet rated'), needed };
  }
  const reason = judgement.reason.trim();
  const verdict =
    judgement.verdict === 'MET' ? text('评定符合', 'rated as met') : text('评定不符合', 'rated as not met');
  if (reason === '') return { status: judgement.verdict, found: verdict, needed };
  return { status: judgement.verdict, found: text(`${verdict.zh}：${reason}`, `${verdict.en}: ${reason}`), needed };
}

/** An adverse rating without its reason does not stand (XC-05.1). */
export function isSoundJudgement(judgement: Judgement): boolean {
  return judgement.verdict === 'MET' || judgement.reason.trim() !== '';
}
