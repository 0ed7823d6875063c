/** Findings on entry conditions that more than one regime makes: what was filed against what is needed, before any waiver. */
import { isFilled, text, type Text } from '../text.ts';
import { addMonths, type Day } from '../time/instant.ts';
import { grouped } from './wording.ts';

/** A reviewer's rating of an item that no figure decides; a rating NOT_MET needs its reason (XC-05.1). */
export interface Judgement {
  readonly verdict: 'MET' | 'NOT_MET';
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

/** Independent legal persons; law firms are exempt. */
export function legalPersonality(legalPerson: boolean, isLawFirm: boolean): Finding {
  const needed = text('具有独立法人资格（律师事务所除外）', 'an independent legal person (law firms excepted)');
  if (legalPerson) return { status: 'MET', found: text('独立法人', 'legal person'), needed };
  const found = text('不具有独立法人资格', 'not a legal person');
  if (!isLawFirm) return { status: 'NOT_MET', found, needed };
  const exemption = text('律师事务所除外，以执业许可证代之', 'law firms are exempt; they produce a practice licence');
  return { status: 'MET', found, needed, exemption };
}

/** A qualification that was uploaded, or an ability that is described; a reviewer rates either. */
export function qualified(
  { hasQualification, abilityText }: { readonly hasQualification: boolean; readonly abilityText: string | null },
  judgement: Judgement | undefined,
): Finding {
  const needed = text('服务资质或能力，由审核人员评定', "a qualification or an ability, on the reviewer's rating");
  if (!hasQualification && !isFilled(abilityText)) {
    return { status: 'NOT_MET', found: text('未提供资质，也未说明能力', 'neither stated'), needed };
  }
  const stated = hasQualification
    ? text('已提供资质文件', 'a qualification was uploaded')
    : text('已说明能力', 'an ability is described');
  return judged(judgement, needed, stated);
}

/** Full years between two Shanghai days. @param anniversaryCounts whether the anniversary itself completes the year */
export function yearsInOperation(
  establishedOn: Day,
  appliedOn: Day,
  years: number,
  anniversaryCounts: boolean,
): Finding {
  const anniversary = addMonths(establishedOn, 12 * years);
  const met = anniversaryCounts ? anniversary <= appliedOn : anniversary < appliedOn;
  return {
    status: met ? 'MET' : 'NOT_MET',
    found: text(`${establishedOn} 成立，${appliedOn} 申请`, `established ${establishedOn}, applied ${appliedOn}`),
    needed: text(`运营满 ${years} 年`, `at least ${years} full year(s) in operation`),
  };
}

/** Part of a whole against a least share in percent; compared in whole numbers, so that no rounding can tip it. */
export function shareOf(part: number, whole: number, least: number, unit: Text, needed: Text): Finding {
  const percent = whole > 0 ? `${Math.floor((part * 10_000) / whole) / 100}%` : '-';
  return {
    status: whole > 0 && part * 100 >= least * whole ? 'MET' : 'NOT_MET',
    found: text(`${part}/${whole}${unit.zh}，${percent}`, `${part} of ${whole}${unit.en}, ${percent}`),
    needed,
  };
}

/** Professionals among the full-time staff, each person once. @param least percent */
export function professionalsShare(professionals: number, staff: number, least: number): Finding {
  return shareOf(
    professionals,
    staff,
    least,
    text(' 人', ''),
    text(
      `不低于 ${least}%（大专以上或中级以上，每人只计一次）`,
      `at least ${least}% (junior college or intermediate title and above, each person once)`,
    ),
  );
}

/** Square metres of a fixed place of business. */
export function fixedArea(area: number, isFixed: boolean, least: number): Finding {
  const finding = amount(area, least, '', '平方米', '', ' m2');
  if (isFixed) return finding;
  const found = text(`${finding.found.zh}，非固定场所`, `${finding.found.en}, not a fixed place`);
  return { ...finding, status: 'NOT_MET', found };
}

/** A figure that must not be less than another. */
export function amount(
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

/** Something that must be there. */
export function present(is: boolean): Finding {
  return {
    status: is ? 'MET' : 'NOT_MET',
    found: is ? text('已提供', 'provided') : text('未提供', 'not provided'),
    needed: text('须提供', 'must be provided'),
  };
}

/** Something that must not be so. */
export function absent(is: boolean, what: Text, needed: Text = text('无此情形', 'no such circumstance')): Finding {
  return { status: is ? 'NOT_MET' : 'MET', found: is ? what : text('无', 'none'), needed };
}

/** An item as a reviewer has rated it; open until then. @param stated what the form says, shown while it is open */
export function judged(judgement: Judgement | undefined, needed: Text, stated?: Text): Finding {
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
