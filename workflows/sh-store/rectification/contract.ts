import { text } from '../../../rules/text.ts';
import type { Instant, Pause } from '../../../rules/time/index.ts';
import { contract } from '../../engine/contract.ts';
import { withCommon } from '../../engine/common.ts';

/** Opened by a set-up that is late (table 4.3, ground (a)). */
export interface RectificationOpening {
  readonly ground: 'RECT_LATE_SETUP';
  readonly originCaseId: string;
  readonly approvedAt: Instant;
  readonly decorationPublishedAt: Instant | null;
  readonly listedProducts: number;
  /** While the clock of the set-up stood still, so that both cases have the same last day (SH-STORE-06.6). */
  readonly pauses: readonly Pause[];
}

/** Why the clock of a set-up stands still. */
export const awaitingReview = text('产品待平台审核', 'a product awaits the platform’s review');

export interface RectificationFacts {
  readonly ground: RectificationOpening['ground'];
  readonly originCaseId: string;
  readonly approvedAt: Instant;
  correctedAt: Instant | null;
}

/** Rectification: SH-STORE-09, ground (a). */
export const rectification = withCommon(
  contract({
    kind: 'rectification',
    regime: 'SH_STORE',
    title: text('整顿', 'Rectification'),
    stages: {
      NOTIFIED: text('已通知整顿', 'Notified'),
      SUBMITTED_FOR_CHECK: text('已改正，待核查', 'Corrected, to be checked'),
      RELEASED: text('已解除整顿', 'Released'),
      WITHDRAWN: text('整顿已撤销', 'Withdrawn'),
      ESCALATED_TO_CLEARANCE: text('转入清退', 'Escalated to clearance'),
    },
    outcomes: {
      WITHDRAWN: text('整顿情形不成立', 'The ground did not stand'),
      RELEASED: text('解除整顿', 'Released'),
      ESCALATED_TO_CLEARANCE: text('逾期未改正，转入清退', 'Not corrected in time, escalated to clearance'),
    },
    tasks: {
      rectificationCheck: { title: text('核查改正情况', 'Check the correction'), role: 'reviewer' },
    },
    deadlines: {
      correction: {
        title: text('完成改正', 'Correct what was found'),
        clause: 'SH-STORE 四.5(1)',
        requirement: 'SH-STORE-09.4',
        consequence: text('未改正的，转入清退', 'Clearance follows'),
        // The set-up case reminds of the same last day.
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
      suspendCorrection: {
        title: text('产品待平台审核，改正期限中止', 'Rest the clock while the platform reviews a product'),
        done: text('产品待平台审核，改正期限中止', 'The clock rests while the platform reviews a product'),
        event: 'CORRECTION_SUSPENDED',
        by: ['case'],
        at: ['NOTIFIED'],
        clause: 'SH-STORE 四.3',
        requirement: 'SH-STORE-06.6',
      },
      resumeCorrection: {
        title: text('产品退回，改正期限恢复计算', 'Let the clock run on: the product was returned'),
        done: text('产品退回，改正期限恢复计算', 'The product was returned; the clock runs on'),
        event: 'CORRECTION_RESUMED',
        by: ['case'],
        at: ['NOTIFIED'],
        clause: 'SH-STORE 四.3',
        requirement: 'SH-STORE-06.6',
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
      closeEscalated: {
        title: text('清退情形已确认，整顿终结', 'Close: the clearance was confirmed'),
        done: text('清退情形已确认，整顿终结', 'The clearance was confirmed; the rectification ends'),
        event: 'RECTIFICATION_SUPERSEDED',
        by: ['case'],
        at: ['ESCALATED_TO_CLEARANCE'],
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
        done: text('原期限内已经完成，整顿情形不成立', 'It was done in time after all: the ground did not stand'),
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
        by: ['reviewer'],
        at: ['SUBMITTED_FOR_CHECK'],
        clause: 'SH-STORE 四.3',
        requirement: 'SH-STORE-09.6',
        task: 'rectificationCheck',
      },
    },
  }),
);
