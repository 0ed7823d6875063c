import type { ComplaintReasonCode, ResponsibleParty } from '../../../rules/hn-net/complaint.ts';
import type { Body } from '../../../rules/roles.ts';
import { text } from '../../../rules/text.ts';
import type { Day } from '../../../rules/time/index.ts';
import type {
  ComplaintFacts as CommonFacts,
  ComplaintOpening as CommonOpening,
} from '../../disputes/complaint/facts.ts';
import { complaintParts } from '../../disputes/complaint/parts.ts';
import { handling, party } from '../../engine/grants.ts';
import { consumer, contract, provider } from '../words.ts';
import type { ComplaintInputs } from './input.ts';
import { complaintNotices } from './notices.ts';
import { clauses, terms } from './terms.ts';

/** What is known of a complaint when it is filed. */
export interface ComplaintOpening extends CommonOpening<ComplaintReasonCode> {
  /** Where the cases of the platform lie that is competent for the provider; null while the provider is not known. */
  readonly competent: Body | null;
  /** Region paths; null where nothing is registered. */
  readonly providerRegion: string | null;
  readonly consumerRegion: string | null;
  /** What happened, in the complainant's words. */
  readonly account: string;
  /** What the complainant asks for. */
  readonly claim: string;
  /** True if mediation was applied for in the form. */
  readonly mediationWanted: boolean;
}

/** How the mediation that was applied for stands. */
export type MediationResult = 'SETTLED' | 'FAILED' | 'WITHDRAWN';

export interface ComplaintFacts extends CommonFacts<ComplaintReasonCode, ResponsibleParty> {
  competent: Body | null;
  providerRegion: string | null;
  readonly consumerRegion: string | null;
  readonly account: string;
  readonly claim: string;
  /** Applied for while the provider was not known: it starts once it is. */
  mediationAwaitsProvider: boolean;
  mediation: { readonly caseId: string; readonly result: MediationResult | null } | null;
  /** Day on which it was entered against the provider in the credit record; null if it does not stand there. */
  enteredOn: Day | null;
}

const { stages, outcomes, tasks, deadlines, actions, received, handled, decision } = complaintParts(terms);

const { registerComplaint: registerTask, ...laterTasks } = tasks;
const { UPHELD, NOT_UPHELD, WITHDRAWN } = outcomes;
const { registerComplaint, startInvestigation, giveStatement, addEvidence, withdrawComplaint } = actions;
const { upholdComplaint, rejectComplaint, reopenFinding } = actions;

/** Complaint of a consumer: HN-NET-20. */
export const complaint = contract<{
  opening: ComplaintOpening;
  facts: ComplaintFacts;
  inputs: ComplaintInputs;
}>()({
  kind: 'complaint',
  prefix: 'cpl',
  mark: '投诉',
  retention: 'TRANSACTION',
  title: text('消费者投诉', 'Complaint'),
  intake: { by: ['consumer', 'contact'] },
  parties: {
    complainant: { ...consumer, title: text('投诉人', 'Complainant') },
    respondent: { ...provider, title: text('被投诉的服务(商品)提供商', 'Provider complained about') },
  },
  bodies: { platform: text('承办平台', 'Platform that handles it') },
  stages: { ...stages, TO_MEDIATION: text('转入调解', 'In mediation') },
  outcomes: { UPHELD, NOT_UPHELD, SETTLED: text('调解达成协议，结案', 'Closed: settled in mediation'), WITHDRAWN },
  notices: complaintNotices,
  tasks: {
    registerComplaint: registerTask,
    transferComplaint: {
      title: text('移送负责接入该服务商的平台', 'Transfer to the platform that brought the provider in'),
      role: 'reviewer',
    },
    ...laterTasks,
  },
  deadlines,
  actions: {
    registerComplaint: { ...registerComplaint, reading: 'windows' },
    transferComplaint: {
      ...received,
      title: text('移送其他平台', 'Transfer to another platform'),
      done: text('投诉已移送', 'Complaint transferred'),
      event: 'COMPLAINT_TRANSFERRED',
      by: [handling('reviewer'), handling('manager')],
      at: ['REGISTERED', 'INVESTIGATING', 'TO_MEDIATION'],
      reading: 'windows',
    },
    nameProvider: {
      ...handled,
      title: text('查明被投诉的服务商', 'Name the provider'),
      done: text('已查明被投诉的服务商', 'Provider found out'),
      event: 'PROVIDER_NAMED',
      by: [handling('reviewer')],
      at: ['RECEIVED', 'REGISTERED', 'INVESTIGATING'],
      reading: 'windows',
    },
    startInvestigation: { ...startInvestigation, reading: 'windows' },
    giveStatement: { ...giveStatement, at: [...giveStatement.at, 'TO_MEDIATION'] },
    addEvidence: { ...addEvidence, at: [...addEvidence.at, 'TO_MEDIATION'] },
    withdrawComplaint: { ...withdrawComplaint, at: [...withdrawComplaint.at, 'TO_MEDIATION'] },
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
    upholdComplaint,
    rejectComplaint,
    closeSettled: {
      ...decision,
      title: text('因调解达成协议结案', 'Close after a settlement'),
      done: text('调解达成协议，投诉结案', 'Closed after the settlement'),
      event: 'COMPLAINT_SETTLED',
    },
    reopenFinding: { ...reopenFinding, reading: 'windows', reopens: ['UPHELD', 'NOT_UPHELD', 'SETTLED'] },
  },
});
