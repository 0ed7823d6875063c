import type { ComplaintReasonCode, ResponsibleParty } from '../../../rules/hn-net/complaint.ts';
import { text } from '../../../rules/text.ts';
import { fifteenWorkingDayLadder, shortLadder, type Day, type Instant } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import { consumer, contract, provider } from '../words.ts';
import type { ComplaintInputs } from './input.ts';
import { complaintNotices } from './notices.ts';
import { clauses } from './terms.ts';

/** What is known of a complaint when it is filed. */
export interface ComplaintOpening {
  /** Id of the platform that is competent for the provider; null while the provider is not known. */
  readonly competent: string | null;
  /** Region paths; null where nothing is registered. */
  readonly providerRegion: string | null;
  readonly consumerRegion: string | null;
  readonly orderNumber: string | null;
  readonly reason: ComplaintReasonCode;
  /** What happened, in the complainant's words. */
  readonly account: string;
  /** What the complainant asks for. */
  readonly claim: string;
  readonly happenedOn: Day;
  /** True if mediation was applied for in the form. */
  readonly mediationWanted: boolean;
}

export type Verdict = 'UPHELD' | 'NOT_UPHELD' | 'SETTLED';

/** The finding on responsibility with which a complaint ends (HN-NET-20.4). */
export interface ComplaintFinding {
  readonly verdict: Verdict;
  readonly responsible: ResponsibleParty;
  readonly breached: readonly ComplaintReasonCode[];
  readonly decidedAt: Instant;
}

/** How the mediation that was applied for stands. */
export type MediationResult = 'SETTLED' | 'FAILED' | 'WITHDRAWN';

export interface ComplaintFacts {
  competent: string | null;
  providerRegion: string | null;
  readonly consumerRegion: string | null;
  readonly orderNumber: string | null;
  readonly reason: ComplaintReasonCode;
  readonly account: string;
  readonly claim: string;
  readonly happenedOn: Day;
  /** Applied for while the provider was not known: it starts once it is. */
  mediationAwaitsProvider: boolean;
  registeredAt: Instant | null;
  mediation: { readonly caseId: string; readonly result: MediationResult | null } | null;
  finding: ComplaintFinding | null;
  /** The finding that was reopened, until the complaint is decided anew. */
  reopened: ComplaintFinding | null;
  /** Day on which it was entered against the provider in the credit record; null if it does not stand there. */
  enteredOn: Day | null;
}

/** Complaint of a consumer: HN-NET-20. */
export const complaint = contract<{
  opening: ComplaintOpening;
  facts: ComplaintFacts;
  inputs: ComplaintInputs;
}>()({
  kind: 'complaint',
  prefix: 'cpl',
  mark: '投诉',
  title: text('消费者投诉', 'Complaint'),
  intake: { by: ['consumer', 'contact'] },
  parties: {
    complainant: { ...consumer, title: text('投诉人', 'Complainant') },
    respondent: { ...provider, title: text('被投诉的服务(商品)提供商', 'Provider complained about') },
  },
  bodies: { platform: text('承办平台', 'Platform that handles it') },
  stages: {
    RECEIVED: text('已收到，待登记', 'Received, to be registered'),
    REGISTERED: text('已登记', 'Registered'),
    INVESTIGATING: text('调查处理中', 'Under investigation'),
    TO_MEDIATION: text('转入调解', 'In mediation'),
  },
  outcomes: {
    UPHELD: text('投诉成立', 'Upheld'),
    NOT_UPHELD: text('投诉不成立', 'Not upheld'),
    SETTLED: text('调解达成协议，结案', 'Closed: settled in mediation'),
    WITHDRAWN: text('投诉人撤回，结案', 'Closed: withdrawn by the complainant'),
  },
  notices: complaintNotices,
  tasks: {
    registerComplaint: { title: text('登记投诉', 'Register the complaint'), role: 'reviewer', dueBy: ['registration'] },
    transferComplaint: {
      title: text('移送负责接入该服务商的平台', 'Transfer to the platform that brought the provider in'),
      role: 'reviewer',
    },
    investigate: {
      title: text('调查处理并认定责任', 'Investigate and find on responsibility'),
      role: 'reviewer',
      dueBy: ['handling'],
    },
    registrationOverdue: {
      title: text('投诉逾期未登记，请督办', 'Not registered in time: see to it'),
      role: 'manager',
    },
    handlingOverdue: { title: text('投诉逾期未办结，请督办', 'Not handled in time: see to it'), role: 'manager' },
  },
  deadlines: {
    registration: {
      title: text('登记投诉', 'Register the complaint'),
      clause: clauses.complaint,
      requirement: 'HN-NET-20.2',
      consequence: text('提请负责人督办', 'It goes to the manager'),
      platformRule: true,
      concerns: [{ role: 'reviewer' }],
      toldTo: ['complainant'],
      ladder: shortLadder,
    },
    handling: {
      title: text('办结投诉', 'Handle the complaint'),
      clause: clauses.complaint,
      requirement: 'HN-NET-20.3',
      consequence: text('提请负责人督办', 'It goes to the manager'),
      platformRule: true,
      concerns: [{ role: 'reviewer' }],
      toldTo: ['complainant'],
      ladder: fifteenWorkingDayLadder,
    },
  },
  actions: {
    registerComplaint: {
      title: text('登记投诉', 'Register'),
      done: text('投诉已登记', 'Complaint registered'),
      event: 'COMPLAINT_REGISTERED',
      by: [handling('reviewer')],
      at: ['RECEIVED'],
      clause: clauses.complaint,
      requirement: 'HN-NET-20.2',
      task: 'registerComplaint',
    },
    transferComplaint: {
      title: text('移送其他平台', 'Transfer to another platform'),
      done: text('投诉已移送', 'Complaint transferred'),
      event: 'COMPLAINT_TRANSFERRED',
      by: [handling('reviewer'), handling('manager')],
      at: ['REGISTERED', 'INVESTIGATING', 'TO_MEDIATION'],
      clause: clauses.complaint,
      requirement: 'HN-NET-20.1',
    },
    nameProvider: {
      title: text('查明被投诉的服务商', 'Name the provider'),
      done: text('已查明被投诉的服务商', 'Provider found out'),
      event: 'PROVIDER_NAMED',
      by: [handling('reviewer')],
      at: ['RECEIVED', 'REGISTERED', 'INVESTIGATING'],
      clause: clauses.complaint,
      requirement: 'HN-NET-20.3',
    },
    startInvestigation: {
      title: text('开始调查', 'Start the investigation'),
      done: text('开始调查', 'Investigation started'),
      event: 'INVESTIGATION_STARTED',
      by: [handling('reviewer')],
      at: ['REGISTERED'],
      clause: clauses.complaint,
      requirement: 'HN-NET-20.3',
      task: 'investigate',
    },
    giveStatement: {
      title: text('提交答复说明', 'Answer the complaint'),
      done: text('服务商已答复', 'The provider has answered'),
      event: 'STATEMENT_GIVEN',
      by: [party('respondent')],
      at: ['REGISTERED', 'INVESTIGATING', 'TO_MEDIATION'],
      clause: clauses.complaint,
      requirement: 'HN-NET-20.3',
    },
    addEvidence: {
      title: text('补充证据', 'Add evidence'),
      done: text('已补充证据', 'Evidence added'),
      event: 'EVIDENCE_ADDED',
      by: [party('complainant'), party('respondent')],
      at: ['RECEIVED', 'REGISTERED', 'INVESTIGATING', 'TO_MEDIATION'],
      clause: clauses.complaint,
      requirement: 'HN-NET-20.3',
    },
    withdrawComplaint: {
      title: text('撤回投诉', 'Withdraw the complaint'),
      done: text('投诉人撤回投诉', 'Complaint withdrawn'),
      event: 'COMPLAINT_WITHDRAWN',
      by: [party('complainant')],
      at: ['RECEIVED', 'REGISTERED', 'INVESTIGATING', 'TO_MEDIATION'],
      clause: clauses.complaint,
      requirement: 'HN-NET-20.3',
    },
    applyForMediation: {
      title: text('申请调解', 'Apply for mediation'),
      done: text('投诉人申请调解', 'Mediation applied for'),
      event: 'MEDIATION_APPLIED_FOR',
      by: [party('complainant')],
      at: ['RECEIVED', 'REGISTERED', 'INVESTIGATING'],
      whenClosed: true,
      clause: clauses.mediation,
      requirement: 'HN-NET-21.1',
    },
    mediationEnded: {
      title: text('调解结果', 'Result of the mediation'),
      done: text('收到调解结果', 'The mediation has a result'),
      event: 'MEDIATION_RESULT_RECEIVED',
      by: ['case'],
      at: ['RECEIVED', 'REGISTERED', 'INVESTIGATING', 'TO_MEDIATION'],
      whenClosed: true,
      clause: clauses.mediation,
      requirement: 'HN-NET-21.1',
    },
    upholdComplaint: {
      title: text('认定投诉成立', 'Uphold the complaint'),
      done: text('认定投诉成立', 'Complaint upheld'),
      event: 'COMPLAINT_UPHELD',
      by: [handling('reviewer')],
      at: ['INVESTIGATING'],
      clause: clauses.complaint,
      requirement: 'HN-NET-20.4',
      adverse: true,
      task: 'investigate',
      notBy: ['filer'],
    },
    rejectComplaint: {
      title: text('认定投诉不成立', 'Find the complaint not upheld'),
      done: text('认定投诉不成立', 'Complaint not upheld'),
      event: 'COMPLAINT_NOT_UPHELD',
      by: [handling('reviewer')],
      at: ['INVESTIGATING'],
      clause: clauses.complaint,
      requirement: 'HN-NET-20.4',
      adverse: true,
      task: 'investigate',
      notBy: ['filer'],
    },
    closeSettled: {
      title: text('因调解达成协议结案', 'Close after a settlement'),
      done: text('调解达成协议，投诉结案', 'Closed after the settlement'),
      event: 'COMPLAINT_SETTLED',
      by: [handling('reviewer')],
      at: ['INVESTIGATING'],
      clause: clauses.complaint,
      requirement: 'HN-NET-20.4',
      adverse: true,
      task: 'investigate',
      notBy: ['filer'],
    },
    reopenFinding: {
      title: text('复核认定结果', 'Reopen the finding'),
      done: text('认定结果进入复核', 'Finding reopened'),
      event: 'FINDING_REOPENED',
      by: [handling('reviewer'), handling('manager')],
      at: [],
      reopens: ['UPHELD', 'NOT_UPHELD', 'SETTLED'],
      clause: clauses.complaint,
      requirement: 'HN-NET-20.4',
      adverse: true,
    },
  },
});
