import type { PromotionItem } from '../../../rules/hn-net/promotion.ts';
import { text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';
import { handling } from '../../engine/grants.ts';
import { operator } from '../trading-platform.ts';
import { contract } from '../words.ts';
import type { PromotionInputs } from './input.ts';
import { promotionNotices } from './notices.ts';

export interface PromotionOpening {
  readonly from: Day;
  /** Last day of the promotion, to its 24:00. */
  readonly to: Day;
  /** Which of the items are not filled in. */
  readonly missing: readonly PromotionItem[];
  /** Claims of its publicity without proof. */
  readonly unproven: readonly string[];
}

/** A change of the plan that waits for a decision. */
export interface ProposedChange {
  readonly to: Day;
  /** What happened, and why nobody could prevent it. */
  readonly forceMajeure: string;
  readonly proposedAt: Instant;
}

/** What a promotion remembers; its words stand in the form. */
export interface PromotionFacts extends PromotionOpening {
  to: Day;
  missing: readonly PromotionItem[];
  unproven: readonly string[];
  /** The persons who found the publicity true, in turn. */
  approvals: number;
  publishedAt: Instant | null;
  proposed: ProposedChange | null;
  /** The mailing to consumers: when it was ordered, and how many got it and were left out once it is over (HN-NET-15.9). */
  mailing: {
    readonly orderedAt: Instant;
    readonly result: { readonly told: number; readonly leftOut: number } | null;
  } | null;
  /** Changes that were accepted, with the force majeure they follow from: shown beside the plan. */
  changes: readonly { readonly from: Day; readonly to: Day; readonly forceMajeure: string; readonly at: Instant }[];
}

const law = { clause: 'HN-NET 第八条第十二项' } as const;
const truth = { ...law, requirement: 'HN-NET-13.1' } as const;
const display = { ...law, requirement: 'HN-NET-13.2' } as const;
const binding = { ...law, requirement: 'HN-NET-13.3' } as const;

const mailing = { clause: 'HN-NET 第九条第八项', requirement: 'HN-NET-15.9' } as const;

const staff = [handling('reviewer'), handling('manager')] as const;
const published = ['PUBLISHED', 'RUNNING', 'CHANGED_FORCE_MAJEURE'] as const;

/** A promotion of the trading platform: HN-NET-13. What was published binds the platform. */
export const promotion = contract<{ opening: PromotionOpening; facts: PromotionFacts; inputs: PromotionInputs }>()({
  kind: 'promotion',
  prefix: 'prm',
  mark: '促销',
  retention: 'TRANSACTION',
  title: text('促销活动', 'Promotion'),
  parties: { platform: operator },
  intake: { by: ['reviewer', 'manager'] },
  stages: {
    DRAFT: text('起草', 'Draft'),
    PUBLISHED: text('已公布，待开始', 'Published, not begun'),
    RUNNING: text('进行中', 'Running'),
    CHANGED_FORCE_MAJEURE: text('因不可抗力变更，进行中', 'Running, changed by force majeure'),
  },
  outcomes: {
    ENDED: text('已结束', 'Ended'),
    WITHDRAWN: text('草案已撤回', 'Draft withdrawn'),
  },
  notices: promotionNotices,
  tasks: {
    approve: { title: text('审核促销宣传', 'Check the publicity'), role: 'reviewer' },
    approveAgain: { title: text('复核无证明的宣传内容', 'Second check of claims without proof'), role: 'reviewer' },
    publish: { title: text('公布促销方案', 'Publish the plan'), role: 'manager' },
    decideChange: {
      title: text('决定是否因不可抗力变更方案', 'Decide on a change for force majeure'),
      role: 'manager',
    },
  },
  deadlines: {
    begin: {
      ...display,
      title: text('促销开始', 'The promotion begins'),
      consequence: text('按公布的方案实施', 'It runs as it was published'),
      duty: false,
      ladder: [],
    },
    end: {
      ...display,
      title: text('促销结束', 'The promotion ends'),
      consequence: text('促销期限届满', 'Its period is over'),
      duty: false,
      ladder: [],
    },
  },
  actions: {
    reviseDraft: {
      ...display,
      title: text('修改草案', 'Change the draft'),
      done: text('草案已修改', 'Draft changed'),
      event: 'PROMOTION_REVISED',
      by: staff,
      at: ['DRAFT'],
      withholds: ['changes'],
    },
    approvePublicity: {
      ...truth,
      title: text('认定宣传真实、客观', 'Find the publicity true'),
      done: text('宣传内容审核通过', 'Publicity found true'),
      event: 'PUBLICITY_APPROVED',
      by: staff,
      at: ['DRAFT'],
      task: 'approve',
      notBy: ['filer', 'drafter', 'approver'],
    },
    approveUnproven: {
      ...truth,
      title: text('复核无证明的宣传内容', 'Second check of claims without proof'),
      done: text('无证明的宣传内容复核通过', 'Claims without proof approved a second time'),
      event: 'UNPROVEN_CLAIMS_APPROVED',
      by: staff,
      at: ['DRAFT'],
      task: 'approveAgain',
      notBy: ['filer', 'drafter', 'approver'],
      adverse: true,
    },
    returnDraft: {
      ...truth,
      title: text('退回修改', 'Return the draft'),
      done: text('促销草案已退回', 'Draft returned'),
      event: 'PROMOTION_RETURNED',
      by: staff,
      at: ['DRAFT'],
      adverse: true,
      notBy: ['filer', 'drafter'],
    },
    publish: {
      ...display,
      title: text('公布促销方案', 'Publish the plan'),
      done: text('促销方案已公布', 'Plan published'),
      event: 'PROMOTION_PUBLISHED',
      by: [handling('manager')],
      at: ['DRAFT'],
      task: 'publish',
      notBy: ['filer', 'drafter'],
    },
    withdrawDraft: {
      ...display,
      title: text('撤回草案', 'Withdraw the draft'),
      done: text('草案已撤回', 'Draft withdrawn'),
      event: 'PROMOTION_DRAFT_WITHDRAWN',
      by: staff,
      at: ['DRAFT'],
    },
    orderMailing: {
      ...mailing,
      title: text('向消费者发送推广邮件', 'Advertise it to consumers by mail'),
      done: text('已安排推广邮件', 'Mailing ordered'),
      event: 'MAILING_ORDERED',
      by: [handling('manager')],
      at: published,
    },
    mailingFinished: {
      ...mailing,
      title: text('推广邮件已全部安排', 'The mailing is complete'),
      event: 'MAILING_FINISHED',
      by: ['case'],
      at: published,
      whenClosed: true,
    },
    proposeChange: {
      ...binding,
      title: text('因不可抗力提请变更', 'Propose a change for force majeure'),
      done: text('已提请因不可抗力变更', 'Change for force majeure proposed'),
      event: 'PROMOTION_CHANGE_PROPOSED',
      by: staff,
      at: published,
    },
    acceptChange: {
      ...binding,
      title: text('认定不可抗力，同意变更', 'Accept force majeure and the change'),
      done: text('方案因不可抗力变更', 'Plan changed for force majeure'),
      event: 'PROMOTION_CHANGED',
      by: [handling('manager')],
      at: published,
      task: 'decideChange',
      notBy: ['proposer'],
      adverse: true,
    },
    rejectChange: {
      ...binding,
      title: text('不认定不可抗力', 'Reject the change'),
      done: text('不认定不可抗力，方案不变', 'No force majeure: the plan stands'),
      event: 'PROMOTION_CHANGE_REJECTED',
      by: [handling('manager')],
      at: published,
      task: 'decideChange',
      notBy: ['proposer'],
      adverse: true,
    },
  },
});

/** Stages in which the public is shown the plan. */
export const shownStages: readonly string[] = published;
