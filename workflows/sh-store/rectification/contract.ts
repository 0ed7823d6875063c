import { text } from '../../../rules/text.ts';
import type { ContentRefusal, ProductToCorrect } from '../content-rectification.ts';
import { clearanceReversed, STORE_CLEARED, storeCleared } from '../ended-by-clearance.ts';
import { fifteenWorkingDayLadder, type Instant } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import type { RectificationInputs } from './input.ts';
import { rectificationNotices } from './notices.ts';
import { contract, institution } from '../words.ts';

/** Opened by a set-up that is late (table 4.3, ground (a)), or by a refusal to act on return opinions (ground (b)). */
export type RectificationOpening = LateSetUp | ContentRefusal;

export interface LateSetUp {
  readonly ground: 'RECT_LATE_SETUP';
  readonly originCaseId: string;
  readonly approvedAt: Instant;
  /** When the five working days had gone by; the rest is as of then. */
  readonly asOf?: Instant;
  readonly decorationPublishedAt: Instant | null;
  readonly listedProducts: number;
}

export interface RectificationFacts {
  readonly ground: RectificationOpening['ground'];
  readonly originCaseId: string;
  /** When the store passed review; of a late set-up alone. */
  readonly approvedAt?: Instant;
  /** The products to be corrected; of a refusal alone. */
  readonly products?: readonly ProductToCorrect[];
  /** Ids of the findings of the supervision that it rests on. */
  findings?: readonly string[];
  correctedAt: Instant | null;
  /** When the time to correct content ran out without a correction; null while it has not. */
  limitPassedAt?: Instant | null;
}

/** Rectification, of a late set-up or of content: SH-STORE-09. */
export const rectification = contract<{
  opening: RectificationOpening;
  facts: RectificationFacts;
  inputs: RectificationInputs;
}>()({
  kind: 'rectification',
  prefix: 'rec',
  mark: '整顿',
  title: text('整顿', 'Rectification'),
  parties: { provider: institution },
  oneAtATime: { adds: 'addFinding', alike: ['ground'] },
  stages: {
    NOTIFIED: text('已通知整顿', 'Notified'),
    UNDER_CORRECTION: text('核查未通过，继续改正', 'Sent back, correction goes on'),
    SUBMITTED_FOR_CHECK: text('已改正，待核查', 'Corrected, to be checked'),
    ESCALATED_TO_CLEARANCE: text('转入清退', 'Escalated to clearance'),
  },
  outcomes: {
    WITHDRAWN: text('整顿情形不成立', 'The ground did not stand'),
    RELEASED: text('解除整顿', 'Released'),
    ESCALATED_TO_CLEARANCE: text('逾期未改正，转入清退', 'Not corrected in time, escalated to clearance'),
    STORE_CLEARED,
  },
  notices: rectificationNotices,
  tasks: {
    rectificationCheck: { title: text('核查改正情况', 'Check the correction'), role: 'reviewer' },
    overdueRectification: {
      title: text('整顿逾期：延长期限，或者转入清退', 'Rectification overdue: extend it, or open clearance'),
      role: 'manager',
    },
  },
  deadlines: {
    correction: {
      title: text('完成改正', 'Correct what was found'),
      clause: 'SH-STORE 四.5(1)',
      requirement: 'SH-STORE-09.4',
      consequence: text('未改正的，转入清退', 'Clearance follows'),
      // It follows the limit of the set-up (SH-STORE-06.6), whose case reminds of the same last day.
      ladder: [],
    },
    contentCorrection: {
      title: text('改正产品内容', 'Correct the content'),
      clause: 'SH-STORE 四.4',
      requirement: 'SH-STORE-09.4',
      consequence: text(
        '由负责人决定延长期限，或者依据《办法》四.5(8)转入清退',
        'A manager extends the time, or opens clearance under 四.5(8) of the Measures',
      ),
      platformRule: true,
      metBy: 'handInCorrection',
      servedBy: 'rectificationOpened',
      reading: 'unreached',
      ladder: fifteenWorkingDayLadder,
    },
  },
  actions: {
    submitCorrection: {
      title: text('提交改正情况', 'Submit the correction'),
      done: text('已提交改正情况', 'Correction handed in'),
      event: 'CORRECTION_SUBMITTED',
      by: ['case'],
      at: ['NOTIFIED', 'ESCALATED_TO_CLEARANCE'],
      clause: 'SH-STORE 四.3',
      requirement: 'SH-STORE-06.7',
    },
    handInCorrection: {
      title: text('提交改正证明', 'Hand in evidence of the correction'),
      done: text('已提交改正证明', 'Evidence of the correction handed in'),
      event: 'CORRECTION_HANDED_IN',
      by: [party('provider')],
      at: ['NOTIFIED', 'UNDER_CORRECTION'],
      clause: 'SH-STORE 四.4',
      requirement: 'SH-STORE-09.6',
    },
    sendBackCorrection: {
      title: text('核查未通过，继续改正', 'Send the correction back'),
      done: text('核查未通过，继续改正', 'Correction sent back'),
      event: 'CORRECTION_SENT_BACK',
      by: [handling('reviewer')],
      at: ['SUBMITTED_FOR_CHECK'],
      clause: 'SH-STORE 四.4',
      requirement: 'SH-STORE-09.6',
      adverse: true,
      task: 'rectificationCheck',
    },
    extendRectification: {
      title: text('延长整顿期限', 'Extend the rectification'),
      done: text('整顿期限已延长', 'Rectification extended'),
      event: 'RECTIFICATION_EXTENDED',
      by: [handling('manager')],
      at: ['NOTIFIED', 'UNDER_CORRECTION'],
      clause: 'SH-STORE 四.4',
      requirement: 'SH-STORE-09.7',
      // In favour of the store; why is to be said all the same.
      adverse: true,
      task: 'overdueRectification',
    },
    openClearance: {
      title: text('逾期未改正，转入清退', 'Not corrected: open clearance'),
      done: text('逾期未改正，转入清退', 'Not corrected in time; clearance opened'),
      event: 'RECTIFICATION_TO_CLEARANCE',
      by: [handling('manager')],
      at: ['NOTIFIED', 'UNDER_CORRECTION'],
      clause: 'SH-STORE 四.5(8)',
      requirement: 'SH-STORE-09.7',
      adverse: true,
      task: 'overdueRectification',
    },
    addFinding: {
      title: text('并入认定', 'Add a finding'),
      done: text('并入认定，一并整顿', 'Finding added, to be corrected as well'),
      event: 'RECTIFICATION_FINDING_ADDED',
      by: ['case'],
      at: ['NOTIFIED', 'UNDER_CORRECTION', 'SUBMITTED_FOR_CHECK', 'ESCALATED_TO_CLEARANCE'],
      reopens: ['RELEASED', 'WITHDRAWN'],
      clause: 'SH-STORE 四.4',
      requirement: 'SH-STORE-09.2',
    },
    withdrawFinding: {
      title: text('撤回认定', 'Take a finding back'),
      event: 'RECTIFICATION_FINDING_WITHDRAWN',
      by: ['case'],
      at: ['NOTIFIED', 'UNDER_CORRECTION', 'SUBMITTED_FOR_CHECK', 'ESCALATED_TO_CLEARANCE'],
      reopens: ['RELEASED', 'STORE_CLEARED', 'ESCALATED_TO_CLEARANCE'],
      clause: 'SH-STORE 四.4',
      requirement: 'SH-STORE-09.2',
      effect: 'reverses',
      tellsItself: true,
    },
    clearanceDismissed: {
      title: text('清退情形已排除，继续整顿', 'Go on: the ground for clearance was dismissed'),
      done: text('清退情形已排除，继续整顿', 'The ground for clearance was dismissed; the rectification goes on'),
      event: 'RECTIFICATION_CLEARANCE_DISMISSED',
      by: ['case'],
      at: ['ESCALATED_TO_CLEARANCE'],
      clause: 'SH-STORE 四.4',
      requirement: 'XC-05.2',
    },
    escalateToClearance: {
      title: text('转入清退', 'Escalate to clearance'),
      done: text('逾期未改正，转入清退', 'Not corrected in time; escalated to clearance'),
      event: 'RECTIFICATION_ESCALATED',
      by: ['case'],
      at: ['NOTIFIED'],
      clause: 'SH-STORE 四.5(1)',
      requirement: 'SH-STORE-09.7',
    },
    returnToCorrection: {
      title: text('清退情形已排除，继续整顿', 'Go on: the clearance was dismissed'),
      done: text('清退情形已排除，继续整顿', 'The clearance was dismissed; the rectification goes on'),
      event: 'RECTIFICATION_RETURNED',
      by: ['case'],
      at: ['ESCALATED_TO_CLEARANCE'],
      clause: 'SH-STORE 四.3',
      requirement: 'XC-05.2',
    },
    withdrawRectification: {
      title: text('撤销整顿', 'Withdraw the rectification'),
      done: text(
        '系统核对：原期限内已经完成，整顿撤销',
        'Found by the system: it was done in time after all; withdrawn',
      ),
      event: 'RECTIFICATION_WITHDRAWN',
      by: ['case'],
      at: ['NOTIFIED', 'SUBMITTED_FOR_CHECK', 'ESCALATED_TO_CLEARANCE'],
      clause: 'SH-STORE 四.3',
      requirement: 'SH-STORE-06.1',
    },
    releaseRectification: {
      title: text('解除整顿', 'Release'),
      done: text('解除整顿', 'Rectification lifted'),
      event: 'RECTIFICATION_RELEASED',
      by: [handling('reviewer')],
      at: ['SUBMITTED_FOR_CHECK'],
      clause: 'SH-STORE 四.3',
      requirement: 'SH-STORE-09.6',
      task: 'rectificationCheck',
    },
    storeCleared,
    clearanceReversed: { ...clearanceReversed, reopens: ['STORE_CLEARED', 'ESCALATED_TO_CLEARANCE'] },
  },
});

export type Rectification = StepOf<typeof rectification>;
