import type { InfringementMeasure, ProtectedRight } from '../../../rules/hn-net/infringement.ts';
import { text } from '../../../rules/text.ts';
import { fifteenWorkingDayLadder, type Instant } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { consumer, contract, provider } from '../words.ts';
import type { InfringementNoticeInputs } from './input.ts';
import { infringementNoticeNotices } from './notices.ts';
import { clauses } from './terms.ts';

export interface InfringementNoticeOpening {
  readonly right: ProtectedRight;
  /** Name and number of the right, e.g. of a trademark. */
  readonly certificate: string;
  /** Links to the items that are said to infringe it. */
  readonly items: readonly string[];
  /** Cases of the offers on this platform that it is about, beside or in place of links. */
  readonly offers?: readonly string[];
  /** True once proof is filed: nothing is done without (HN-NET-09.1). */
  readonly proven: boolean;
}

export interface InfringementNoticeFacts extends Omit<InfringementNoticeOpening, 'proven'> {
  proven: boolean;
  offers?: readonly string[];
  /** When the notice came: from then on the platform knows of it (HN-NET-09.3). */
  receivedAt: Instant | null;
  measure: { readonly measures: readonly InfringementMeasure[]; readonly takenAt: Instant } | null;
  /** When the provider answered; null while it has not. */
  answeredAt: Instant | null;
}

const law = { clause: clauses.rights, requirement: 'HN-NET-09.1' } as const;
const gap = { clause: clauses.rights, requirement: 'HN-NET-09.2' } as const;
const owner = { clause: clauses.liability, requirement: 'HN-NET-09.3' } as const;
const platform = [handling('reviewer'), handling('manager')] as const;

/** A decision on the notice: the work of whoever holds the task, which is its owner. */
const decision = { by: platform, adverse: true, task: 'examine', notBy: ['filer'] } as const;

/** Notice of a rights holder that items infringe its right: HN-NET-09. */
export const infringementNotice = contract<{
  opening: InfringementNoticeOpening;
  facts: InfringementNoticeFacts;
  inputs: InfringementNoticeInputs;
}>()({
  kind: 'infringementNotice',
  prefix: 'inf',
  mark: '侵权',
  retention: 'TRANSACTION',
  title: text('侵权通知', 'Notice of infringement'),
  parties: {
    provider,
    holder: { title: text('权利人', 'Rights holder'), roles: [...consumer.roles, ...provider.roles] },
  },
  intake: { by: ['consumer', 'contact', 'provider'] },
  stages: {
    NOTICE_RECEIVED: text('已收到，审核证据', 'Received, evidence to be examined'),
    MEASURE_TAKEN: text('已采取措施，待服务商答复', 'Measure taken, the provider may answer'),
    COUNTER_STATEMENT: text('答复期已过或者已答复，待决定', 'Answered or time over, to be decided'),
  },
  outcomes: {
    REJECTED: text('证据不足，不采取措施', 'Evidence not sufficient, no measure'),
    MEASURE_KEPT: text('侵权成立，维持措施', 'Infringement found, the measure stays'),
    MEASURE_LIFTED: text('侵权不成立，解除措施', 'No infringement, the measure is lifted'),
    WITHDRAWN: text('权利人撤回', 'Withdrawn by the rights holder'),
  },
  notices: infringementNoticeNotices,
  tasks: {
    examine: { title: text('审核侵权通知', 'Examine the notice'), role: 'reviewer', dueBy: ['attention'] },
    unattended: {
      title: text('侵权通知无人办理，请督办', 'Nobody has acted on this notice: see to it'),
      role: 'manager',
    },
  },
  deadlines: {
    attention: {
      ...owner,
      title: text('办理侵权通知', 'Act on the notice'),
      consequence: text(
        '提示负责人督办；明知侵权而不采取措施的，平台承担连带责任',
        'It is flagged to the manager; a platform that knows and does nothing is jointly liable',
      ),
      ladder: [],
      legalEffect: false,
    },
    answer: {
      ...gap,
      title: text('答复侵权通知', 'Answer the notice of infringement'),
      consequence: text('平台不待答复即作决定', 'The platform decides without an answer'),
      platformRule: true,
      servedBy: 'measureTaken',
      reading: 'unreached',
      metBy: 'answerNotice',
      concerns: ['provider'],
      ladder: fifteenWorkingDayLadder,
    },
  },
  actions: {
    addEvidence: {
      ...law,
      title: text('补充证据', 'Add evidence'),
      done: text('权利人补充证据', 'The rights holder added evidence'),
      event: 'EVIDENCE_ADDED',
      by: [party('holder')],
      at: ['NOTICE_RECEIVED', 'MEASURE_TAKEN', 'COUNTER_STATEMENT'],
    },
    takeMeasure: {
      ...law,
      ...decision,
      title: text('采取必要措施', 'Take the necessary measures'),
      done: text('已采取必要措施', 'Measures taken'),
      event: 'MEASURE_TAKEN',
      at: ['NOTICE_RECEIVED'],
      reading: 'offers',
    },
    rejectNotice: {
      ...law,
      ...decision,
      title: text('不采纳侵权通知', 'Reject the notice'),
      done: text('侵权通知未予采纳', 'Notice rejected'),
      event: 'NOTICE_REJECTED',
      at: ['NOTICE_RECEIVED'],
    },
    answerNotice: {
      ...gap,
      title: text('答复侵权通知', 'Answer the notice'),
      done: text('服务商答复侵权通知', 'The provider answered the notice'),
      event: 'NOTICE_ANSWERED',
      by: [party('provider')],
      // Late is late, and is read all the same until it is decided.
      at: ['MEASURE_TAKEN', 'COUNTER_STATEMENT'],
    },
    keepMeasure: {
      ...gap,
      ...decision,
      title: text('维持措施', 'Keep the measure'),
      done: text('侵权成立，维持措施', 'The measure stays'),
      event: 'MEASURE_KEPT',
      at: ['COUNTER_STATEMENT'],
    },
    liftMeasure: {
      ...gap,
      ...decision,
      title: text('解除措施，恢复商品', 'Lift the measure and restore the items'),
      done: text('措施已解除', 'Measure lifted'),
      event: 'MEASURE_LIFTED',
      // What turns out wrong is not kept until the provider has answered.
      at: ['MEASURE_TAKEN', 'COUNTER_STATEMENT'],
    },
    withdrawNotice: {
      ...law,
      title: text('撤回侵权通知', 'Withdraw the notice'),
      done: text('权利人撤回侵权通知', 'Notice withdrawn'),
      event: 'NOTICE_WITHDRAWN',
      by: [party('holder')],
      at: ['NOTICE_RECEIVED', 'MEASURE_TAKEN', 'COUNTER_STATEMENT'],
    },
  },
});

/** A step of a notice of infringement. */
export type InfringementStep = StepOf<typeof infringementNotice>;
