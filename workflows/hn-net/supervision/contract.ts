import type { SupervisedKind, SupervisionGroundCode, SupervisionTrigger } from '../../../rules/hn-net/supervision.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import { text } from '../../../rules/text.ts';
import { fifteenWorkingDayLadder, fixedDateLadder, type Day, type Instant } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract } from '../words.ts';
import type { SupervisionInputs } from './input.ts';
import { supervisionNotices } from './notices.ts';
import { SUPERVISION } from './terms.ts';

export interface SupervisionOpening {
  readonly kind: SupervisedKind;
  readonly supervised: PartyKey;
  /** The window that the supervised operates; null for a provider. */
  readonly window: string | null;
  readonly trigger: SupervisionTrigger;
  /** Region in which the service was given: its department supervises (HN-NET-25.1). */
  readonly place: string;
  /** What the credit record shows when it begins: complaints upheld, breaches found. No number decides anything. */
  readonly upheldComplaints: number;
  readonly violations: number;
}

export interface SupervisionFacts extends SupervisionOpening {
  finding: { readonly grounds: readonly SupervisionGroundCode[]; readonly foundAt: Instant } | null;
  /** The time set to correct what was found. */
  correctBy: Day | null;
  /** When the loss of the qualification was announced; null if it is not intended. */
  announcedAt: Instant | null;
  /** How the supervised was heard of it. */
  heard: { readonly by: 'STATEMENT' | 'SILENCE'; readonly at: Instant } | null;
  /** Referrals to other authorities; their files are those of the action. */
  referrals: readonly { readonly addressee: string; readonly referredOn: Day; readonly fileIds: readonly string[] }[];
  /** Departments that have handed it upwards; they go on reading it (HN-NET-25.5). */
  escalatedBy: readonly string[];
}

const law = { clause: SUPERVISION, requirement: 'HN-NET-25.1' } as const;
const loss = { clause: SUPERVISION, requirement: 'HN-NET-25.3' } as const;
const department = [handling('reviewer'), handling('manager')] as const;
const decided = { by: department, adverse: true } as const;

/** Supervision of a provider, or of the operator of a window, by the department of the place of service: HN-NET-25. */
export const supervision = contract<{
  opening: SupervisionOpening;
  facts: SupervisionFacts;
  inputs: SupervisionInputs;
}>()({
  kind: 'supervision',
  prefix: 'spv',
  mark: '监管',
  title: text('服务监管', 'Supervision'),
  parties: { supervised: { title: text('被监管单位', 'Supervised institution'), roles: ['provider'] } },
  bodies: { department: text('中小企业主管部门', 'SME department') },
  intake: { by: ['reviewer'], conceals: ['account', 'fileIds'] },
  stages: {
    UNDER_INSPECTION: text('检查中', 'Under inspection'),
    FINDING: text('已有认定，待决定措施', 'Finding made, measure to be decided'),
    WARNED: text('已警示，限期改正', 'Warned, to be corrected'),
    HEARING: text('拟取消资格，听取陈述申辩', 'Loss of qualification announced, to be heard'),
    TO_DECIDE: text('已听取陈述申辩，待决定', 'Heard, to be decided'),
  },
  outcomes: {
    CLOSED: text('结案', 'Closed'),
    CORRECTED: text('已改正，结案', 'Corrected'),
    REFERRED: text('已移送有关部门', 'Referred to another authority'),
    PROVIDER_CANCELLED: text('取消平台网络服务资格', 'Network service qualification cancelled'),
    QUALIFICATION_CANCELLED: text('取消窗口服务平台资格', 'Window qualification cancelled'),
  },
  notices: supervisionNotices,
  tasks: {
    inspect: { title: text('检查并作出认定', 'Inspect and make a finding'), role: 'reviewer' },
    decideMeasure: { title: text('决定处理措施', 'Decide on a measure'), role: 'reviewer' },
    judgeCorrection: {
      title: text('核查改正情况', 'Look at the correction'),
      role: 'reviewer',
    },
    decideLoss: { title: text('决定是否取消资格', 'Decide on the qualification'), role: 'manager' },
  },
  deadlines: {
    correction: {
      ...loss,
      title: text('改正', 'Correct what was found'),
      consequence: text('由主管部门核查并决定处理', 'The department looks into it and decides'),
      metBy: 'reportCorrection',
      concerns: ['supervised'],
      ladder: fixedDateLadder,
    },
    statement: {
      ...loss,
      title: text('陈述申辩', 'Be heard'),
      consequence: text('主管部门不待陈述即作决定', 'The department decides without your statement'),
      platformRule: true,
      servedBy: 'lossAnnounced',
      reading: 'unreached',
      metBy: 'giveStatement',
      concerns: ['supervised'],
      ladder: fifteenWorkingDayLadder,
    },
  },
  actions: {
    recordFinding: {
      ...law,
      ...decided,
      title: text('作出认定', 'Make a finding'),
      done: text('已作出认定', 'Finding made'),
      event: 'FINDING_MADE',
      at: ['UNDER_INSPECTION', 'FINDING'],
    },
    warn: {
      ...loss,
      ...decided,
      title: text('警示并责令限期改正', 'Warn, with a time to correct'),
      done: text('已警示，责令限期改正', 'Warned'),
      event: 'WARNED',
      at: ['FINDING'],
      task: 'decideMeasure',
    },
    reportCorrection: {
      ...loss,
      title: text('报告改正情况', 'Report the correction'),
      done: text('被监管单位报告改正情况', 'Correction reported'),
      event: 'CORRECTION_REPORTED',
      by: [party('supervised')],
      at: ['WARNED'],
    },
    acceptCorrection: {
      ...loss,
      title: text('认可改正', 'Accept the correction'),
      done: text('改正已获认可', 'Correction accepted'),
      event: 'CORRECTION_ACCEPTED',
      by: department,
      at: ['WARNED'],
      task: 'judgeCorrection',
    },
    rejectCorrection: {
      ...loss,
      ...decided,
      title: text('认定未改正', 'Find it not corrected'),
      done: text('认定未改正', 'Found not corrected'),
      event: 'CORRECTION_REJECTED',
      at: ['WARNED'],
      task: 'judgeCorrection',
    },
    announceLoss: {
      ...loss,
      ...decided,
      title: text('告知拟取消资格', 'Announce the loss of the qualification'),
      done: text('已告知拟取消资格', 'Loss of the qualification announced'),
      event: 'LOSS_ANNOUNCED',
      at: ['FINDING'],
      task: 'decideMeasure',
    },
    giveStatement: {
      ...loss,
      title: text('陈述申辩', 'Be heard'),
      done: text('被监管单位陈述申辩', 'Statement given'),
      event: 'STATEMENT_GIVEN',
      by: [party('supervised')],
      // Late is late, and is heard all the same until it is decided.
      at: ['HEARING', 'TO_DECIDE'],
    },
    cancelQualification: {
      ...loss,
      title: text('取消资格', 'Cancel the qualification'),
      done: text('资格已取消', 'Qualification cancelled'),
      event: 'QUALIFICATION_CANCELLED',
      reading: 'qualifications',
      by: [handling('manager')],
      at: ['TO_DECIDE'],
      adverse: true,
      task: 'decideLoss',
      notBy: ['filer', 'finder'],
    },
    dropLoss: {
      ...loss,
      title: text('不予取消资格', 'Leave the qualification'),
      done: text('决定不予取消资格', 'The qualification stays'),
      event: 'LOSS_DROPPED',
      by: [handling('manager')],
      at: ['HEARING', 'TO_DECIDE'],
      task: 'decideLoss',
    },
    refer: {
      clause: SUPERVISION,
      requirement: 'HN-NET-25.4',
      title: text('移送有关部门查处', 'Refer to another authority'),
      done: text('已移送有关部门', 'Referred'),
      event: 'REFERRED',
      by: department,
      at: ['FINDING', 'WARNED', 'HEARING', 'TO_DECIDE'],
    },
    escalate: {
      clause: SUPERVISION,
      requirement: 'HN-NET-25.5',
      title: text('上报上级主管部门', 'Report upward'),
      done: text('已上报上级主管部门', 'Reported upward'),
      event: 'ESCALATED',
      by: department,
      at: ['UNDER_INSPECTION', 'FINDING', 'WARNED', 'HEARING', 'TO_DECIDE'],
    },
    closeSupervision: {
      ...law,
      title: text('结案', 'Close'),
      done: text('监管结案', 'Supervision closed'),
      event: 'SUPERVISION_CLOSED',
      by: department,
      at: ['UNDER_INSPECTION', 'FINDING'],
    },
  },
});

/** A step of a supervision. */
export type SupervisionStep = StepOf<typeof supervision>;
