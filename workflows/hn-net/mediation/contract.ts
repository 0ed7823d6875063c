import type { FailureReasonCode, MediationLevel } from '../../../rules/hn-net/mediation.ts';
import { settlementLadder } from '../../../rules/hn-net/mediation.ts';
import { text } from '../../../rules/text.ts';
import { fifteenWorkingDayLadder, fixedDateLadder, type Day, type Instant } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import type { LoggedRelease } from '../data-release.ts';
import { consumer, contract, provider } from '../words.ts';
import type { MediationInputs } from './input.ts';
import { mediationNotices } from './notices.ts';
import { clauses } from './terms.ts';

/** The two sides of a dispute; either may have applied. */
export type Side = 'consumer' | 'provider';

export interface MediationOpening {
  readonly applicant: Side;
  /** The complaint that it comes from; null if it was applied for directly. */
  readonly complaintCaseId: string | null;
  readonly orderNumber: string | null;
  /** What the dispute is about, in the applicant's words. */
  readonly account: string;
  readonly claim: string;
  readonly appliedAt: Instant;
}

/** A session that is ahead, or was the latest one. */
export interface PlannedSession {
  readonly at: Instant;
  readonly minutes: number;
  readonly place: string;
  readonly requirements: readonly string[];
  readonly sequence: number;
  readonly told: Invitation;
}

/** The notice by which both sides were told of a session last. */
export type Invitation = 'sessionScheduled' | 'sessionMoved';

/** A session as it was held. */
export interface HeldSession {
  readonly on: Day;
  readonly consumerPresent: boolean;
  readonly providerPresent: boolean;
  readonly told: Invitation;
  readonly fileIds: readonly string[];
}

/** What the sides have agreed. */
export interface RecordedSettlement {
  readonly level: MediationLevel;
  readonly terms: string;
  readonly fileId: string;
  readonly signedByConsumerOn: Day;
  readonly signedByProviderOn: Day;
  readonly performBy: Day;
  readonly performance: { readonly performed: boolean; readonly recordedAt: Instant } | null;
}

export interface MediationFacts {
  readonly applicant: Side;
  readonly complaintCaseId: string | null;
  readonly orderNumber: string | null;
  readonly account: string;
  readonly claim: string;
  readonly appliedAt: Instant;
  /** What each side says to the dispute; the claim is the applicant's. */
  positions: Record<Side, string | null>;
  /** The session ahead. */
  session: PlannedSession | null;
  /** Sequence number of the latest version of an appointment, so that calendars take the next one (RFC 5545). */
  sequence: number | null;
  sessions: readonly HeldSession[];
  failures: readonly { readonly level: MediationLevel; readonly ground: FailureReasonCode; readonly at: Instant }[];
  /** Who applied to the department. */
  departmentApplicant: Side | null;
  settlement: RecordedSettlement | null;
  releases: readonly LoggedRelease[];
}

const bothLevels = ['PLATFORM_MEDIATION', 'DEPARTMENT_MEDIATION'] as const;

/** What a mediator does: it is the work of whoever holds the task, and at the department nobody's who mediated at the platform. */
const mediator = {
  by: [handling('reviewer')],
  at: bothLevels,
  clause: clauses.mediation,
  task: 'mediate',
  notBy: ['platformMediator'],
} as const;

/** Mediation of a dispute between consumer and provider: HN-NET-21. */
export const mediation = contract<{ opening: MediationOpening; facts: MediationFacts; inputs: MediationInputs }>()({
  kind: 'mediation',
  prefix: 'med',
  mark: '调解',
  retention: 'TRANSACTION',
  title: text('消费争议调解', 'Mediation'),
  intake: { by: ['consumer', 'contact', 'provider'] },
  parties: { provider, consumer },
  bodies: {
    platform: text('负责接入服务商的平台', 'Platform that brought the provider in'),
    department: text('当地中小企业主管部门', 'Local SME department'),
  },
  handledBy: { DEPARTMENT_MEDIATION: 'department', DEPARTMENT_PERFORMANCE: 'department' },
  stages: {
    APPLIED: text('已申请，待受理', 'Applied for'),
    PLATFORM_MEDIATION: text('平台调解中', 'In mediation by the platform'),
    PLATFORM_FAILED: text(
      '平台调解未成，可向主管部门申请',
      'Failed at the platform; application to the department open',
    ),
    DEPARTMENT_MEDIATION: text('主管部门调解中', 'In mediation by the department'),
    PERFORMANCE: text('平台调解达成协议，履行中', 'Settled by the platform, to be performed'),
    DEPARTMENT_PERFORMANCE: text('主管部门调解达成协议，履行中', 'Settled by the department, to be performed'),
  },
  outcomes: {
    SETTLED: text('平台调解达成协议', 'Settled'),
    SETTLED_BY_DEPARTMENT: text('主管部门调解达成协议', 'Settled by the department'),
    FAILED: text('平台调解未成，未再申请', 'Failed at the platform; no further application'),
    FAILED_FINAL: text('主管部门调解未成', 'Failed at the department'),
    WITHDRAWN: text('申请人撤回', 'Withdrawn by the applicant'),
  },
  notices: mediationNotices,
  tasks: {
    startMediation: {
      title: text('受理调解申请', 'Take up the mediation'),
      role: 'reviewer',
      dueBy: ['platformLevel'],
    },
    mediate: { title: text('主持调解', 'Mediate'), role: 'reviewer', dueBy: ['platformLevel', 'departmentLevel'] },
    recordSession: { title: text('记录调解情况', 'Record the session'), role: 'reviewer' },
    declareFailure: {
      title: text('调解期限届满，请宣告调解结果', 'The time has run out: declare the result'),
      role: 'reviewer',
    },
    recordPerformance: {
      title: text('履行期限已过，请记录协议履行情况', 'The day of performance has passed: record what was done'),
      role: 'reviewer',
    },
    releaseData: { title: text('提供登记信息和证据资料', 'Supply registration data and evidence'), role: 'reviewer' },
  },
  deadlines: {
    platformLevel: {
      title: text('平台调解', 'Mediation by the platform'),
      clause: clauses.mediation,
      requirement: 'HN-NET-21.5',
      consequence: text('期限届满的，由调解员宣告调解结果', 'The mediator is asked to declare the result'),
      platformRule: true,
      concerns: [{ role: 'reviewer' }],
      toldTo: ['consumer', 'provider'],
      ladder: fifteenWorkingDayLadder,
    },
    departmentLevel: {
      title: text('主管部门调解', 'Mediation by the department'),
      clause: clauses.mediation,
      requirement: 'HN-NET-21.5',
      consequence: text('期限届满的，由调解员宣告调解结果', 'The mediator is asked to declare the result'),
      platformRule: true,
      concerns: [{ role: 'reviewer' }],
      toldTo: ['consumer', 'provider'],
      ladder: fifteenWorkingDayLadder,
    },
    departmentApplication: {
      title: text('向中小企业主管部门申请调解', 'Apply to the SME department'),
      clause: clauses.mediation,
      requirement: 'HN-NET-21.3',
      consequence: text('期限内未申请的，案卷办结；之后仍可申请', 'The file is closed; you may still apply after that'),
      platformRule: true,
      duty: false,
      metBy: 'applyToDepartment',
      concerns: ['consumer', 'provider'],
      ladder: fixedDateLadder,
    },
    session: {
      title: text('参加调解', 'Attend the session'),
      clause: clauses.mediation,
      requirement: 'HN-NET-21.3',
      consequence: text('不参加的，调解员可以宣告调解未成', 'The mediator may declare that the mediation failed'),
      platformRule: true,
      concerns: ['consumer', 'provider'],
      ladder: fixedDateLadder,
    },
    performance: {
      title: text('履行调解协议', 'Perform the settlement'),
      clause: clauses.mediation,
      requirement: 'HN-NET-21.6',
      consequence: text(
        '未履行的，予以记录，另一方可以通过其他渠道维权',
        'It is recorded, and the other side may use other channels',
      ),
      metBy: 'reportPerformance',
      concerns: ['consumer', 'provider'],
      ladder: settlementLadder,
    },
  },
  actions: {
    startMediation: {
      title: text('受理并主持调解', 'Take up the mediation'),
      done: text('调解已受理', 'Mediation taken up'),
      event: 'MEDIATION_STARTED',
      by: [handling('reviewer')],
      at: ['APPLIED'],
      clause: clauses.mediation,
      requirement: 'HN-NET-21.2',
      task: 'startMediation',
    },
    statePosition: {
      title: text('陈述意见', 'State your position'),
      done: text('当事人陈述意见', 'Position stated'),
      event: 'POSITION_STATED',
      by: [party('consumer'), party('provider')],
      at: ['APPLIED', ...bothLevels],
      clause: clauses.mediation,
      requirement: 'HN-NET-21.1',
    },
    recordPosition: {
      ...mediator,
      title: text('记录当事人意见', 'Record the position of a side'),
      done: text('已记录当事人意见', 'Position recorded'),
      event: 'POSITION_RECORDED',
      requirement: 'HN-NET-21.3',
    },
    scheduleSession: {
      ...mediator,
      title: text('安排调解', 'Set a session'),
      done: text('已安排调解', 'Session set'),
      event: 'SESSION_SCHEDULED',
      requirement: 'HN-NET-21.3',
    },
    moveSession: {
      ...mediator,
      title: text('调整调解时间', 'Move the session'),
      done: text('调解改期', 'Session moved'),
      event: 'SESSION_MOVED',
      requirement: 'HN-NET-21.3',
    },
    cancelSession: {
      ...mediator,
      title: text('取消调解安排', 'Cancel the session'),
      done: text('调解安排已取消', 'Session cancelled'),
      event: 'SESSION_CANCELLED',
      requirement: 'HN-NET-21.3',
    },
    recordSession: {
      ...mediator,
      title: text('记录调解情况', 'Record the session'),
      done: text('调解情况已记录', 'Session recorded'),
      event: 'SESSION_RECORDED',
      requirement: 'HN-NET-21.3',
    },
    recordSettlement: {
      ...mediator,
      title: text('登记调解协议', 'Record the settlement'),
      done: text('双方达成调解协议', 'Settlement reached'),
      event: 'SETTLEMENT_RECORDED',
      requirement: 'HN-NET-21.6',
    },
    declareFailure: {
      ...mediator,
      title: text('宣告调解未成', 'Declare that the mediation failed'),
      done: text('调解未成', 'Mediation failed'),
      event: 'MEDIATION_FAILED',
      reading: 'unreached',
      at: ['APPLIED', ...bothLevels],
      requirement: 'HN-NET-21.3',
      adverse: true,
    },
    applyToDepartment: {
      title: text('向中小企业主管部门申请调解', 'Apply to the SME department'),
      done: text('已向中小企业主管部门申请调解', 'Application made to the SME department'),
      event: 'DEPARTMENT_APPLIED_TO',
      by: [party('consumer'), party('provider')],
      at: ['PLATFORM_FAILED'],
      reopens: ['FAILED'],
      clause: clauses.mediation,
      requirement: 'HN-NET-21.3',
    },
    waiveDepartment: {
      title: text('不再申请调解，案件办结', 'End without a further application'),
      done: text('申请人不再申请调解', 'The applicant applies no further'),
      event: 'DEPARTMENT_WAIVED',
      by: [party('consumer'), party('provider')],
      at: ['PLATFORM_FAILED'],
      clause: clauses.mediation,
      requirement: 'HN-NET-21.3',
    },
    withdrawApplication: {
      title: text('撤回调解申请', 'Withdraw the application'),
      done: text('调解申请已撤回', 'Application withdrawn'),
      event: 'APPLICATION_WITHDRAWN',
      by: [party('consumer'), party('provider')],
      at: ['APPLIED', ...bothLevels],
      clause: clauses.mediation,
      requirement: 'HN-NET-21.1',
    },
    reportPerformance: {
      title: text('反映协议履行情况', 'Report on the performance'),
      done: text('当事人反映协议履行情况', 'Performance reported by a side'),
      event: 'PERFORMANCE_REPORTED',
      by: [party('consumer'), party('provider')],
      at: ['PERFORMANCE', 'DEPARTMENT_PERFORMANCE'],
      clause: clauses.mediation,
      requirement: 'HN-NET-21.6',
    },
    recordPerformance: {
      title: text('记录协议履行情况', 'Record the performance'),
      done: text('协议履行情况已记录', 'Performance recorded'),
      event: 'PERFORMANCE_RECORDED',
      by: [handling('reviewer')],
      at: ['PERFORMANCE', 'DEPARTMENT_PERFORMANCE'],
      clause: clauses.mediation,
      requirement: 'HN-NET-21.6',
      task: 'recordPerformance',
    },
    requestData: {
      title: text('申请提供登记信息和证据', 'Ask for registration data and evidence'),
      done: text('消费者申请提供登记信息和证据', 'Registration data and evidence asked for'),
      event: 'DATA_REQUESTED',
      by: [party('consumer')],
      at: ['*'],
      whenClosed: true,
      clause: clauses.mediation,
      requirement: 'HN-NET-21.4',
    },
    releaseData: {
      title: text('提供登记信息和证据资料', 'Supply a data package'),
      done: text('已提供登记信息和证据资料', 'Data package supplied'),
      event: 'DATA_RELEASED',
      by: [handling('reviewer'), handling('manager')],
      at: ['*'],
      whenClosed: true,
      clause: clauses.mediation,
      requirement: 'HN-NET-21.4',
      task: 'releaseData',
    },
  },
});
