import type { CentreService } from '../../../rules/ec-centre/services.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import { text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';
import { party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { centre, contract, enterprise, provider } from '../words.ts';
import type { CentreRequestInputs } from './input.ts';
import { centreRequestNotices } from './notices.ts';

/** What a request begins with; the need stands in its form alone. */
export interface CentreRequestOpening {
  readonly service: CentreService;
  readonly centreName: string;
}

export interface CentreRequestFacts extends CentreRequestOpening {
  /** Who serves: a provider of the directory, or the centre itself; null while nobody does. */
  servedBy: PartyKey | null;
  completedAt: Instant | null;
  /** 1 to 5. */
  score: number | null;
}

const services = { clause: 'EC-CENTRE 5', requirement: 'EC-CENTRE-07.1' } as const;
const support = { clause: 'EC-CENTRE 5.6', requirement: 'EC-CENTRE-07.2' } as const;
const flow = { clause: 'EC-CENTRE 6', requirement: 'EC-CENTRE-07.3' } as const;

/** A service asked of a centre: EC-CENTRE-07. Received, matched, in service, completed, evaluated: annex B is not in the file. */
export const centreRequest = contract<{
  opening: CentreRequestOpening;
  facts: CentreRequestFacts;
  inputs: CentreRequestInputs;
}>()({
  kind: 'centreRequest',
  prefix: 'ecq',
  mark: '电服',
  title: text('电商公共服务需求', 'Service asked of a centre'),
  parties: { enterprise, centre, server: { ...provider, title: text('承接的服务商', 'Provider that serves') } },
  bodies: { authority: text('中心所在地商务主管部门', 'Commerce authority of the centre') },
  intake: { by: ['consumer', 'contact'] },
  stages: {
    RECEIVED: text('已受理，待对接', 'Received, to be matched'),
    MATCHED: text('已对接', 'Matched'),
    IN_SERVICE: text('服务中', 'In service'),
    COMPLETED: text('服务完成，待评价', 'Completed, to be evaluated'),
  },
  outcomes: {
    EVALUATED: text('已评价', 'Evaluated'),
    CLOSED: text('服务办结，未评价', 'Closed without an evaluation'),
    NOT_SERVED: text('无法提供服务', 'Could not be served'),
    WITHDRAWN: text('已撤回', 'Withdrawn'),
  },
  notices: centreRequestNotices,
  tasks: {},
  deadlines: {
    evaluation: {
      ...flow,
      title: text('评价服务', 'Evaluate the service'),
      consequence: text('案件办结', 'The case is closed'),
      platformRule: true,
      duty: false,
      concerns: [],
      toldTo: ['enterprise'],
      ladder: [],
    },
  },
  actions: {
    assignProvider: {
      ...support,
      title: text('安排名录中的服务商', 'Assign a provider of the directory'),
      done: text('已安排服务商', 'Provider assigned'),
      event: 'PROVIDER_ASSIGNED',
      by: [party('centre')],
      at: ['RECEIVED', 'MATCHED'],
      reading: 'directory',
    },
    serveItself: {
      ...services,
      title: text('由中心服务', 'Serve it at the centre'),
      done: text('由中心直接服务', 'The centre serves it itself'),
      event: 'CENTRE_SERVES',
      by: [party('centre')],
      at: ['RECEIVED'],
    },
    startService: {
      ...flow,
      title: text('开始服务', 'Begin'),
      done: text('服务已开始', 'Service begun'),
      event: 'SERVICE_BEGUN',
      by: [party('server'), party('centre')],
      at: ['MATCHED'],
    },
    completeService: {
      ...flow,
      title: text('完成服务', 'Complete'),
      done: text('服务已完成', 'Service completed'),
      event: 'SERVICE_COMPLETED',
      by: [party('server'), party('centre')],
      at: ['IN_SERVICE'],
    },
    evaluateService: {
      ...flow,
      title: text('评价', 'Evaluate'),
      done: text('服务已评价', 'Service evaluated'),
      event: 'SERVICE_EVALUATED',
      by: [party('enterprise')],
      at: ['COMPLETED'],
    },
    declineService: {
      ...services,
      title: text('无法提供服务', 'Decline'),
      done: text('无法提供服务', 'Could not be served'),
      event: 'SERVICE_DECLINED',
      by: [party('centre')],
      at: ['RECEIVED', 'MATCHED'],
      adverse: true,
    },
    withdrawService: {
      ...flow,
      title: text('撤回需求', 'Withdraw'),
      done: text('需求已撤回', 'Withdrawn'),
      event: 'SERVICE_WITHDRAWN',
      by: [party('enterprise')],
      at: ['RECEIVED', 'MATCHED'],
    },
    centreLeft: {
      ...services,
      title: text('中心已退出', 'The centre has left'),
      event: 'CENTRE_LEFT',
      by: ['case'],
      at: ['RECEIVED', 'MATCHED', 'IN_SERVICE', 'COMPLETED'],
    },
  },
});

/** A step of a request. */
export type CentreRequest = StepOf<typeof centreRequest>;
