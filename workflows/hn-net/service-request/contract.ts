import type { Score } from '../../../rules/hn-net/evaluation.ts';
import type { Channel, FreeServiceCode, ServiceCategory, Voucher } from '../../../rules/hn-net/service-request.ts';
import { text } from '../../../rules/text.ts';
import { shortLadder, type Day, type Instant } from '../../../rules/time/index.ts';
import { correctContactBy } from '../../engine/contact.ts';
import { handling, party } from '../../engine/grants.ts';
import { consumer, contract, provider } from '../words.ts';
import type { ServiceRequestInputs } from './input.ts';
import { serviceRequestNotices } from './notices.ts';
import { clauses } from './terms.ts';

/** What a request begins with; the need and whom to reach stand in its form alone. */
export interface ServiceRequestOpening {
  readonly channel: Channel;
  readonly category: ServiceCategory;
  /** The free public service that is asked for; null for a service of the market. */
  readonly publicService: FreeServiceCode | null;
  /** Id of the platform that is asked; of a window recognised since its own, though its cases lie at a platform above it (HN-NET-02.2). */
  readonly platform: string;
}

/** A transfer of the request, as both sides see it. */
export interface Transfer {
  /** Id of the platform that gave it away. */
  readonly from: string;
  /** Id of a platform, or key of a provider. */
  readonly to: string;
  readonly reason: string;
  readonly at: Instant;
}

export interface ServiceRequestFacts extends Omit<ServiceRequestOpening, 'platform'> {
  /** Id of the platform that has the request. */
  platform: string;
  transfers: readonly Transfer[];
  /** Who serves: the provider it was given to, or the platform itself; null while nobody does. */
  servedBy: 'PROVIDER' | 'PLATFORM' | null;
  acceptedAt: Instant | null;
  /** RMB yuan; 0 for a free service, null before somebody has accepted. */
  fee: number | null;
  completedOn: Day | null;
  voucher: Voucher | null;
  /** The return visit; a score where the consumer gave one. */
  visit: { readonly on: Day; readonly reached: boolean; readonly score: Score | null } | null;
  /** The evaluation that the consumer has published. */
  evaluation: { readonly caseId: string; readonly score: Score } | null;
  /** The service record that the completed service began (HN-NET-05.8, 23). */
  recordCaseId: string | null;
}

const accepted = { clause: clauses.requests, requirement: 'HN-NET-05.3' } as const;
const timely = { clause: clauses.handlingTime, requirement: 'HN-NET-05.10' } as const;
const voucher = { clause: clauses.vouchers, requirement: 'HN-NET-15.3' } as const;

/** Whoever serves: the provider, or the platform that took the request on itself. */
const server = { by: [party('provider'), handling('reviewer')] } as const;

/** Request for a service: HN-NET-05. Its id is the order number of the service, e.g. for the evaluation and for complaints. */
export const serviceRequest = contract<{
  opening: ServiceRequestOpening;
  facts: ServiceRequestFacts;
  inputs: ServiceRequestInputs;
}>()({
  kind: 'serviceRequest',
  prefix: 'srq',
  mark: '服务',
  retention: 'TRANSACTION',
  title: text('服务需求', 'Service request'),
  parties: { consumer, provider },
  bodies: { platform: text('承办平台', 'Platform that handles it') },
  intake: { by: ['consumer', 'contact', 'reviewer'] },
  stages: {
    RECEIVED: text('已受理，待安排', 'Received, to be given out'),
    TRANSFERRED: text('已接转，待服务商受理', 'Transferred, the provider is to accept'),
    ACCEPTED: text('已承接', 'Accepted'),
    IN_SERVICE: text('服务中', 'In service'),
    COMPLETED: text('服务完成，待回访', 'Completed, return visit ahead'),
    RETURN_VISITED: text('已回访，待评价', 'Visited, evaluation open'),
    EVALUATED: text('已评价', 'Evaluated'),
  },
  outcomes: {
    CLOSED: text('服务办结', 'Closed'),
    NOT_SERVED: text('无法提供服务', 'Could not be served'),
    WITHDRAWN: text('消费者撤回', 'Withdrawn by the consumer'),
  },
  notices: serviceRequestNotices,
  tasks: {
    giveOut: { title: text('安排服务需求', 'Give the request out'), role: 'reviewer' },
    serve: { title: text('提供服务', 'Serve'), role: 'reviewer' },
    returnVisit: { title: text('回访消费者', 'Visit the consumer again'), role: 'reviewer' },
  },
  deadlines: {
    acceptance: {
      ...timely,
      title: text('受理服务需求', 'Accept the service request'),
      consequence: text('退回平台另行安排', 'It goes back to the platform, which gives it out anew'),
      platformRule: true,
      metBy: 'acceptRequest',
      concerns: ['provider'],
      ladder: shortLadder,
    },
    evaluation: {
      ...accepted,
      title: text('评价服务', 'Evaluate the service'),
      consequence: text('案卷办结；之后仍可评价', 'The file is closed; the service may still be evaluated'),
      platformRule: true,
      duty: false,
      toldTo: ['consumer'],
      concerns: [],
      ladder: [],
    },
  },
  actions: {
    transferToPlatform: {
      ...accepted,
      title: text('接转其他平台', 'Transfer to another platform'),
      done: text('服务需求已接转其他平台', 'Request transferred to another platform'),
      event: 'REQUEST_TRANSFERRED_TO_PLATFORM',
      by: [handling('reviewer')],
      at: ['RECEIVED'],
      reading: 'windows',
      task: 'giveOut',
    },
    transferToProvider: {
      ...accepted,
      title: text('接转服务商', 'Transfer to a provider'),
      done: text('服务需求已接转服务商', 'Request transferred to a provider'),
      event: 'REQUEST_TRANSFERRED_TO_PROVIDER',
      by: [handling('reviewer')],
      at: ['RECEIVED'],
      reading: 'handlingDays',
      task: 'giveOut',
    },
    takeOn: {
      ...accepted,
      title: text('由本平台服务', 'Serve it here'),
      done: text('由平台直接服务', 'The platform serves it itself'),
      event: 'REQUEST_TAKEN_ON',
      by: [handling('reviewer')],
      at: ['RECEIVED'],
      task: 'giveOut',
    },
    acceptRequest: {
      ...timely,
      title: text('受理', 'Accept'),
      done: text('服务商已受理', 'Accepted by the provider'),
      event: 'REQUEST_ACCEPTED',
      by: [party('provider')],
      at: ['TRANSFERRED'],
    },
    declineRequest: {
      ...timely,
      title: text('不予受理，退回平台', 'Decline'),
      done: text('服务商未受理，已退回平台', 'Declined by the provider, back at the platform'),
      event: 'REQUEST_DECLINED',
      by: [party('provider')],
      at: ['TRANSFERRED'],
      adverse: true,
    },
    takeBack: {
      ...accepted,
      title: text('收回，另行安排', 'Take it back'),
      done: text('平台收回，另行安排', 'Taken back by the platform'),
      event: 'REQUEST_TAKEN_BACK',
      by: [handling('reviewer')],
      at: ['TRANSFERRED', 'ACCEPTED', 'IN_SERVICE'],
      adverse: true,
    },
    startService: {
      ...accepted,
      ...server,
      title: text('开始服务', 'Begin the service'),
      done: text('已开始服务', 'Service begun'),
      event: 'SERVICE_STARTED',
      at: ['ACCEPTED'],
    },
    completeService: {
      ...voucher,
      ...server,
      title: text('服务完成', 'Complete the service'),
      done: text('服务已完成', 'Service completed'),
      event: 'SERVICE_COMPLETED',
      at: ['IN_SERVICE'],
    },
    recordReturnVisit: {
      title: text('记录回访', 'Record the return visit'),
      done: text('已回访消费者', 'Consumer visited again'),
      event: 'RETURN_VISIT_RECORDED',
      by: [handling('reviewer')],
      at: ['COMPLETED'],
      clause: clauses.systems,
      requirement: 'HN-NET-04.2',
      task: 'returnVisit',
      // Whoever served does not ask how it was.
      notBy: ['server'],
    },
    serviceEvaluated: {
      ...accepted,
      title: text('收到消费者评价', 'Evaluation received'),
      event: 'SERVICE_EVALUATED',
      by: ['case'],
      at: ['COMPLETED', 'RETURN_VISITED'],
      whenClosed: true,
    },
    closeRequest: {
      ...accepted,
      title: text('办结', 'Close'),
      done: text('服务需求已办结', 'Request closed'),
      event: 'REQUEST_CLOSED',
      by: [handling('reviewer')],
      at: ['RETURN_VISITED'],
    },
    endUnserved: {
      ...accepted,
      title: text('无法提供服务，结案', 'End: it cannot be served'),
      done: text('无法提供服务，已结案', 'Ended: it could not be served'),
      event: 'REQUEST_NOT_SERVED',
      by: [handling('reviewer')],
      at: ['RECEIVED'],
      task: 'giveOut',
      adverse: true,
    },
    withdrawRequest: {
      ...accepted,
      title: text('撤回服务需求', 'Withdraw the request'),
      done: text('服务需求已撤回', 'Request withdrawn'),
      event: 'REQUEST_WITHDRAWN',
      // Callers without an account say so to the platform.
      by: [party('consumer'), handling('reviewer')],
      at: ['RECEIVED', 'TRANSFERRED', 'ACCEPTED'],
    },
    correctContact: correctContactBy([party('consumer'), handling('reviewer')], accepted.clause),
  },
});

/** Stages and outcomes of a request whose service is completed: it can be evaluated (HN-NET-19.1). */
export const COMPLETED_STAGES: readonly string[] = ['COMPLETED', 'RETURN_VISITED', 'EVALUATED', 'CLOSED'];
