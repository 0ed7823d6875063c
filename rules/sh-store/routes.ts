import type { Text } from '../text.ts';
import { isFilled, text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import type { EligibilityResult, ItemKey, Judgement } from './eligibility.ts';
import { isClean, lackingForTrial } from './eligibility.ts';
import type { Route } from './waivers.ts';

export type { Route } from './waivers.ts';

/** Who wrote the letter. Only the municipal and the district SME department can recommend (SH-STORE-07.3). */
export const recommenderKinds = [
  'MUNICIPAL_SME_DEPARTMENT',
  'DISTRICT_SME_DEPARTMENT',
  'STREET_OFFICE',
  'OTHER',
] as const;

export type RecommenderKind = (typeof recommenderKinds)[number];

/** A recommendation letter on file; one of the two departments is enough. */
export interface Recommendation {
  readonly recommender: RecommenderKind;
  /** Name of the body, e.g. 黄浦区商务委员会. */
  readonly department: string;
  readonly documentNumber: string;
}

/** What the routes to a store are called (SH-STORE-02). */
export const routeTitles: Readonly<Record<Route, Text>> = {
  STANDARD: text('标准途径', 'Standard route'),
  TRIAL: text('推荐试运行途径', 'Trial route, by recommendation'),
  INVITED: text('邀约途径', 'Invitation route'),
};

/** An invitation by the platform (SH-STORE-02.4); `lastDay` is the day through which it can be accepted. */
export interface Invitation {
  readonly invitedOn: Day;
  readonly lastDay: Day;
  readonly acceptedOn: Day | null;
}

/**
 * What a trial asks for beyond the conditions, on the reviewer's judgement: work on the city's key enterprise-service tasks, an
 * outstanding contribution to the services of the SME departments, good growth potential (SH-STORE-07.1).
 */
export const trialMerits = {
  keyTasks: text('参与本市重点涉企服务工作', "Works on the city's key enterprise-service tasks"),
  contribution: text('对市、区中小企业主管部门服务工作有突出贡献', 'Outstanding contribution to the SME departments'),
  potential: text('成长性好', 'Good growth potential'),
} as const;

/** Where the measures ask for the merits. */
export const trialMeritGround = { clause: 'SH-STORE 一.2', requirement: 'SH-STORE-07.1' } as const;

export type TrialMerit = keyof typeof trialMerits;

export const trialMeritKeys = Object.keys(trialMerits) as readonly TrialMerit[];

export interface RouteInput {
  readonly eligibility: EligibilityResult;
  readonly recommendation: Recommendation | null;
  /** The contribution described on the form (SH-STORE-07.1). */
  readonly contribution: string | null;
  readonly invitation: Invitation | null;
  /** The credit check found a problem (SH-STORE-07.2). */
  readonly creditHit: boolean;
  /** A substantive operating risk was found (SH-STORE-07.2). */
  readonly operatingRisk?: boolean;
  /** What the reviewer judged of the trial's own merits; what is not judged yet does not stand in the way. */
  readonly merits?: Readonly<Partial<Record<TrialMerit, Judgement>>>;
}

/** One requirement of a route and whether it is there. */
export interface RouteCheck {
  readonly id: string;
  readonly status: 'MET' | 'NOT_MET';
  readonly clause: string;
  /** What is there, or what is missing and what to do. */
  readonly reason: Text;
}

export interface RouteOffer {
  readonly route: Route;
  readonly offered: boolean;
  readonly checks: readonly RouteCheck[];
  /** Why the route is not offered; empty when it is. */
  readonly why: readonly Text[];
}

/** Which routes are open to an application, and why the others are not (SH-STORE-02.1 to .3, 07.1 to .4). */
export function offeredRoutes(input: RouteInput): Readonly<Record<Route, RouteOffer>> {
  return {
    STANDARD: offer('STANDARD', [standardCheck(input.eligibility)]),
    TRIAL: offer('TRIAL', trialChecks(input)),
    INVITED: offer('INVITED', invitedChecks(input)),
  };
}

/** Whether the letter comes from a department that can recommend (SH-STORE-07.3). */
export function recommendationCheck(recommendation: Recommendation | null): RouteCheck {
  const { clause } = trial;
  if (recommendation === null) {
    const reason = text(
      '须有市或区中小企业工作主管部门的推荐',
      'a letter of the municipal or district SME department is needed',
    );
    return { id: 'SH-STORE-07.3', status: 'NOT_MET', clause, reason };
  }
  const { recommender, department, documentNumber } = recommendation;
  if (recommender === 'MUNICIPAL_SME_DEPARTMENT' || recommender === 'DISTRICT_SME_DEPARTMENT') {
    const reason = text(`${department}推荐，文号 ${documentNumber}`, `recommended by ${department}, ${documentNumber}`);
    return { id: 'SH-STORE-07.3', status: 'MET', clause, reason };
  }
  const reason = text(
    `${department}不是市、区中小企业工作主管部门，请改由主管部门推荐`,
    `${department} is neither the municipal nor a district SME department; ask one of them`,
  );
  return { id: 'SH-STORE-07.3', status: 'NOT_MET', clause, reason };
}

/** The items of (1) to (4) that a manager would have to waive before an invited institution can pass. */
export function needsManagerWaiver(eligibility: EligibilityResult): readonly ItemKey[] {
  return eligibility.items
    .filter(({ status, condition }) => status === 'NOT_MET' && condition < 5)
    .map(({ key }) => key);
}

const trial = { clause: 'SH-STORE 一.2' };

function standardCheck({ overall, explanations }: EligibilityResult): RouteCheck {
  const met = overall === 'ELIGIBLE';
  const reason = explanations.at(-1) ?? text('', '');
  return { id: 'SH-STORE-02.1', status: met ? 'MET' : 'NOT_MET', clause: 'SH-STORE 一.1', reason };
}

function trialChecks({
  eligibility,
  recommendation,
  contribution,
  creditHit,
  operatingRisk,
  merits = {},
}: RouteInput): RouteCheck[] {
  const lacking = lackingForTrial(eligibility.items).length > 0;
  const clean = isClean(eligibility.items);
  const described = isFilled(contribution);
  return [
    check(
      'SH-STORE-02.2',
      lacking,
      text('暂缺条件（1）至（4）中的部分', 'some of (1) to (4) are missing for now'),
      text(
        '条件（1）至（4）中可以暂缺的各项未见欠缺，试运行途径不适用',
        'nothing of (1) to (4) is missing that a trial may lack; the trial route does not apply',
      ),
    ),
    check(
      'SH-STORE-07.1',
      described,
      text('已说明贡献', 'the contribution is described'),
      text(
        '请说明对市、区中小企业服务工作的突出贡献',
        'describe the contribution to the services of the SME departments',
      ),
    ),
    ...trialMeritKeys.flatMap((key) => meritCheck(key, merits[key])),
    check(
      'SH-STORE-07.2',
      !creditHit && operatingRisk !== true,
      text('未发现信用问题和实质经营性风险', 'no credit problem and no substantive operating risk was found'),
      text('存在信用问题或实质经营性风险，试运行途径关闭', 'a credit problem or operating risk closes the trial route'),
    ),
    recommendationCheck(recommendation),
    check(
      'SH-STORE-07.4',
      clean,
      text('条件（5）无碍', 'condition (5) is clear'),
      text(
        '存在条件（5）情形，原则上不予受理，试运行不得放宽',
        'condition (5) applies: refused in principle, and not waivable for a trial',
      ),
    ),
  ];
}

function meritCheck(key: TrialMerit, judgement: Judgement | undefined): RouteCheck[] {
  if (judgement === undefined) return [];
  const { zh, en } = trialMerits[key];
  const { verdict, reason } = judgement;
  const met = verdict === 'MET';
  return [
    check(
      'SH-STORE-07.1',
      met,
      text(`${zh}：${reason}`, `${en}: ${reason}`),
      text(`未认定“${zh}”：${reason}`, `not found to be so: ${en}: ${reason}`),
    ),
  ];
}

function invitedChecks({ eligibility, invitation }: RouteInput): RouteCheck[] {
  const accepted = invitation?.acceptedOn ?? null;
  const inTime = invitation !== null && accepted !== null && accepted <= invitation.lastDay;
  return [
    check(
      'SH-STORE-02.3',
      inTime,
      text(`${accepted} 接受邀约`, `invitation accepted on ${accepted}`),
      invitationGap(invitation),
    ),
    check(
      'SH-STORE-01.16',
      !eligibility.blocked,
      text('条件（5）无碍', 'condition (5) is clear'),
      text('存在条件（5）情形，原则上不予受理', 'condition (5) applies: refused in principle'),
    ),
  ];
}

function invitationGap(invitation: Invitation | null): Text {
  if (invitation === null) return text('没有平台邀约', 'there is no invitation by the platform');
  const { acceptedOn, lastDay } = invitation;
  if (acceptedOn === null)
    return text(`邀约尚未接受，${lastDay} 前有效`, `the invitation has not been accepted; it holds through ${lastDay}`);
  return text(`邀约已于 ${lastDay} 失效`, `the invitation lapsed after ${lastDay}`);
}

function check(id: string, met: boolean, yes: Text, no: Text): RouteCheck {
  return {
    id,
    status: met ? 'MET' : 'NOT_MET',
    clause: id === 'SH-STORE-01.16' ? 'SH-STORE 一.1(5)' : trial.clause,
    reason: met ? yes : no,
  };
}

function offer(route: Route, checks: readonly RouteCheck[]): RouteOffer {
  const why = checks.filter(({ status }) => status === 'NOT_MET').map(({ reason }) => reason);
  return { route, offered: why.length === 0, checks, why };
}
