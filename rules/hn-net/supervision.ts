/** Supervision by the SME departments: what is found with a window or a provider, and what may follow (HN-NET-25, 第二十四条). */
import { text, type Text } from '../text.ts';
import type { Day } from '../time/index.ts';
import { issue, type Issue } from './issue.ts';

/** Who is supervised. */
export const supervisedKinds = {
  PROVIDER: text('服务(商品)提供商', 'Provider'),
  WINDOW: text('窗口服务平台运营机构', 'Operator of a window'),
} as const satisfies Readonly<Record<string, Text>>;

export type SupervisedKind = keyof typeof supervisedKinds;

/** What gave rise to it. */
export const supervisionTriggers = {
  INSPECTION: text('检查', 'Inspection'),
  COMPLAINTS: text('企业反映、投诉', 'Complaints of enterprises'),
  MINIMUMS: text('低于服务商、会员下限', 'Below the minimum numbers'),
  REPORT: text('平台或者其他部门报告', 'Report of a platform or another body'),
} as const satisfies Readonly<Record<string, Text>>;

export type SupervisionTrigger = keyof typeof supervisionTriggers;

/** One thing that can be found. */
export interface SupervisionGround {
  readonly title: Text;
  readonly of: SupervisedKind;
  readonly clause: string;
  readonly requirement: string;
}

/** What can be found; no number of reports makes any of them so of itself. */
export const supervisionGrounds = {
  DUTIES_NOT_DONE: ground('不履行义务', 'Duties not done', 'WINDOW', '25.2'),
  NOT_WORKING: ground('没有发挥窗口服务平台功能', 'Does not work as a window', 'WINDOW', '25.2'),
  WEAK_ABILITY: ground('服务能力低', 'Weak in ability', 'PROVIDER', '25.3'),
  POOR_REPUTATION: ground('服务信誉差', 'Poor in reputation', 'PROVIDER', '25.3'),
  HARM_TO_CONSUMERS: ground('损害消费者权益', 'Harms consumers', 'PROVIDER', '25.3'),
  UNLAWFUL: ground('违法经营', 'Unlawful business', 'PROVIDER', '25.4'),
} as const satisfies Readonly<Record<string, SupervisionGround>>;

export type SupervisionGroundCode = keyof typeof supervisionGrounds;

/** All that is wrong with a finding: each ground is one of whom is supervised. */
export function checkGrounds(grounds: readonly SupervisionGroundCode[], kind: SupervisedKind): Issue<'grounds'>[] {
  const others = grounds.map((code) => supervisionGrounds[code]).filter(({ of }) => of !== kind);
  return others.map(({ title, requirement }) =>
    issue(
      'grounds',
      requirement.replace('HN-NET-', ''),
      `“${title.zh}”不适用于${supervisedKinds[kind].zh}`,
      `This is no ground against this kind of institution: ${title.en}`,
    ),
  );
}

/** All that is wrong with the day of a referral (HN-NET-25.4): it is made when it is recorded, or was before. */
export function checkReferredOn(referredOn: Day, today: Day): Issue<'referredOn'>[] {
  if (referredOn <= today) return [];
  return [issue('referredOn', '25.4', '移送日期不能晚于今天', 'A referral cannot be of a day to come')];
}

/** All that is wrong with the time to correct: it ends after the warning. */
export function checkCorrectBy(correctBy: Day, today: Day): Issue<'correctBy'>[] {
  if (correctBy > today) return [];
  return [issue('correctBy', '25.3', '改正期限应晚于今天', 'The time to correct ends after today')];
}

function ground(zh: string, en: string, of: SupervisedKind, item: string): SupervisionGround {
  return { title: text(zh, en), of, clause: 'HN-NET 第二十四条', requirement: `HN-NET-${item}` };
}
