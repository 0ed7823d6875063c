import type { NeedCategory } from '../../../rules/ah/needs.ts';
import { text } from '../../../rules/text.ts';
import { fiveWorkingDayLadder, monthsLadder, type Day, type Instant } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract, enterprise, member } from '../words.ts';
import type { ServiceNeedInputs } from './input.ts';
import { serviceNeedNotices } from './notices.ts';

/** What is known of a need; what is needed and whom to reach stand in its form. */
export interface ServiceNeedOpening {
  readonly category: NeedCategory;
}

export interface ServiceNeedFacts extends ServiceNeedOpening {
  takenAt: Instant | null;
  completedOn: Day | null;
  publicBenefit: boolean;
  visitedOn: Day | null;
  satisfied: boolean | null;
}

const need = { clause: 'AH-OPS 第十条', requirement: 'AH-OPS-02.2' } as const;
const matched = { clause: 'AH-EVAL 附件1(服务需求对接)', requirement: 'AH-EVAL-02.2' } as const;
const visit = { clause: 'AH-OPS 第十三条', requirement: 'AH-OPS-04.1' } as const;

/** A need of an enterprise: AH-OPS-02.2. It is matched once an institution took it and completed the service; then the enterprise is visited. */
export const serviceNeed = contract<{
  opening: ServiceNeedOpening;
  facts: ServiceNeedFacts;
  inputs: ServiceNeedInputs;
}>()({
  kind: 'serviceNeed',
  prefix: 'sne',
  mark: '需求',
  title: text('服务需求', 'Need of an enterprise'),
  parties: {
    requester: { ...enterprise, title: text('需求企业', 'Enterprise') },
    taker: { ...member, title: text('接单机构', 'Institution that takes it') },
  },
  intake: { by: ['consumer', 'contact'] },
  stages: {
    PUBLISHED: text('已发布', 'Published'),
    OFFERED: text('已推送，待接单', 'Offered, to be taken'),
    ORDER_TAKEN: text('已接单', 'Taken'),
    COMPLETED: text('服务完成，待回访', 'Completed, return visit ahead'),
  },
  outcomes: {
    EVALUATED: text('已评价', 'Evaluated'),
    SERVED: text('已回访，未评价', 'Visited, not evaluated'),
    EXPIRED: text('无人接单，到期', 'Expired: nobody took it'),
    WITHDRAWN: text('企业撤回', 'Withdrawn'),
  },
  notices: serviceNeedNotices,
  tasks: {
    matchNeed: { title: text('推送服务需求', 'Match a need'), role: 'reviewer', dueBy: ['openNeed'] },
    followOrder: { title: text('督促接单机构完成服务', 'See that a need that was taken is served'), role: 'reviewer' },
    returnVisit: { title: text('回访企业', 'Visit the enterprise again'), role: 'reviewer', dueBy: ['visit'] },
  },
  deadlines: {
    openNeed: {
      ...need,
      title: text('需求对接', 'Match the need'),
      consequence: text('无人接单的，需求到期', 'The need expires if nobody takes it'),
      platformRule: true,
      concerns: [{ role: 'reviewer' }],
      toldTo: ['requester'],
      ladder: monthsLadder,
    },
    visit: {
      ...visit,
      title: text('回访企业', 'Visit the enterprise again'),
      consequence: text('仍应回访', 'The visit is overdue, and is made all the same'),
      platformRule: true,
      concerns: [{ role: 'reviewer' }],
      ladder: fiveWorkingDayLadder,
    },
  },
  actions: {
    offerNeed: {
      ...need,
      title: text('推送给机构', 'Offer it to a member'),
      done: text('需求已推送', 'Need offered'),
      event: 'NEED_OFFERED',
      by: [handling('reviewer')],
      at: ['PUBLISHED'],
      task: 'matchNeed',
      reading: 'members',
    },
    recallNeed: {
      ...need,
      title: text('收回需求', 'Take the need back'),
      done: text('需求已收回', 'Need taken back'),
      event: 'NEED_RECALLED',
      by: [handling('reviewer')],
      at: ['OFFERED', 'ORDER_TAKEN'],
      task: 'followOrder',
      adverse: true,
    },
    takeOrder: {
      ...need,
      title: text('接单', 'Take the order'),
      done: text('机构已接单', 'Order taken'),
      event: 'ORDER_TAKEN',
      by: [party('taker')],
      at: ['OFFERED'],
    },
    declineOrder: {
      ...need,
      title: text('不接单', 'Decline the order'),
      done: text('机构不接单', 'Order declined'),
      event: 'ORDER_DECLINED',
      by: [party('taker')],
      at: ['OFFERED', 'ORDER_TAKEN'],
      adverse: true,
    },
    completeService: {
      ...matched,
      title: text('完成服务', 'Complete the service'),
      done: text('服务已完成', 'Service completed'),
      event: 'NEED_COMPLETED',
      by: [party('taker')],
      at: ['ORDER_TAKEN'],
    },
    evaluateService: {
      clause: 'AH-EVAL 附件1(服务企业满意度)',
      requirement: 'AH-EVAL-02.1',
      title: text('评价服务', 'Evaluate the service'),
      done: text('企业已评价', 'Evaluated'),
      event: 'NEED_EVALUATED',
      by: [party('requester')],
      at: ['COMPLETED'],
      reopens: ['SERVED'],
      personal: ['words'],
    },
    recordVisit: {
      ...visit,
      title: text('登记回访', 'Enter the return visit'),
      done: text('已回访企业', 'Enterprise visited'),
      event: 'RETURN_VISIT_RECORDED',
      by: [handling('reviewer')],
      at: ['COMPLETED'],
      task: 'returnVisit',
    },
    withdrawNeed: {
      ...need,
      title: text('撤回需求', 'Withdraw the need'),
      done: text('企业撤回需求', 'Need withdrawn'),
      event: 'NEED_WITHDRAWN',
      by: [party('requester')],
      at: ['PUBLISHED', 'OFFERED', 'ORDER_TAKEN'],
    },
  },
});

/** A step of a need. */
export type Need = StepOf<typeof serviceNeed>;
