import { text } from '../../../rules/text.ts';
import { clearanceReversed, STORE_CLEARED, storeCleared } from '../ended-by-clearance.ts';
import type { Instant } from '../../../rules/time/index.ts';
import { handling } from '../../engine/grants.ts';
import type { RectificationInputs } from './input.ts';
import { rectificationNotices } from './notices.ts';
import { contract, institution } from '../words.ts';

/** Opened by a set-up that is late (table 4.3, ground (a)). */
export interface RectificationOpening {
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
  readonly approvedAt: Instant;
  correctedAt: Instant | null;
}

/** Rectification: SH-STORE-09, ground (a). */
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
  stages: {
    NOTIFIED: text('已通知整顿', 'Notified'),
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
