import type { TrialReopening } from '../../../rules/sh-store/notices.ts';
import { text } from '../../../rules/text.ts';
import { clearanceReversed, STORE_CLEARED, storeCleared } from '../ended-by-clearance.ts';
import { monthsLadder, type Instant } from '../../../rules/time/index.ts';
import { handling } from '../../engine/grants.ts';
import type { TrialOperationInputs } from './input.ts';
import { trialOperationNotices } from './notices.ts';
import { contract, institution, recommender } from '../words.ts';

export interface TrialOperationOpening {
  readonly approvedAt: Instant;
  readonly recommenderId: string;
  readonly department: string;
  readonly documentNumber: string;
}

/** The three figures as they were read at an instant (SH-STORE-07.12). */
export interface TrialSnapshot {
  readonly asOf: Instant;
  readonly takenAt: Instant;
  readonly points: number;
  readonly orders: number;
  readonly products: number;
  readonly passed: boolean;
}

export interface TrialOperationFacts {
  readonly approvedAt: Instant;
  readonly department: string;
  readonly documentNumber: string;
  /** The end instant of the trial, once it has come. */
  endedAt: Instant | null;
  /** The snapshot at the end, then one for each time the decision was reopened. */
  snapshots: TrialSnapshot[];
  /** The last time the decision was reopened. */
  reopened: TrialReopening | null;
  /** True while a clearance on the ground of missed targets is not dismissed. */
  detected: boolean;
}

const figures = { reading: 'trial', notBy: ['recommender'] } as const;

/** Trial operation and regularisation: SH-STORE-07. */
export const trialOperation = contract<{
  opening: TrialOperationOpening;
  facts: TrialOperationFacts;
  inputs: TrialOperationInputs;
}>()({
  kind: 'trialOperation',
  prefix: 'tri',
  mark: '试运',
  title: text('试运行', 'Trial operation'),
  parties: { provider: institution, recommender },
  stages: {
    TRIAL_RUNNING: text('试运行中', 'Trial running'),
    TRIAL_EVALUATION: text('试运行期满，待评定', 'Trial expired, to be decided'),
  },
  outcomes: {
    REGULARISED: text('予以转正', 'Regularised'),
    TRIAL_FAILED: text('未达标，待确认清退', 'Targets missed, clearance to be confirmed'),
    STORE_CLEARED,
  },
  notices: trialOperationNotices,
  tasks: {
    trialDecision: { title: text('确认试运行店铺转正', 'Confirm the regularisation'), role: 'reviewer' },
  },
  deadlines: {
    trial: {
      title: text('试运行两个月', 'Two months of trial operation'),
      clause: 'SH-STORE 一.2',
      requirement: 'SH-STORE-07.5',
      consequence: text(
        '期满按三项指标评定：达标转正，任一项未达标作清退处理',
        'The trial is judged on three targets: with all met the store is regularised, with any missed it is cleared',
      ),
      duty: false,
      concerns: ['provider', 'recommender'],
      ladder: monthsLadder,
      reading: 'trial',
    },
  },
  actions: {
    regularise: {
      title: text('确认转正', 'Regularise'),
      done: text('确认转正', 'Regularised'),
      event: 'STORE_REGULARISED',
      by: [handling('reviewer')],
      at: ['TRIAL_EVALUATION'],
      clause: 'SH-STORE 一.2',
      requirement: 'SH-STORE-07.10',
      task: 'trialDecision',
      ...figures,
    },
    reopenEvaluation: {
      title: text('依据更正后的数据重新评定', 'Reopen the decision on corrected figures'),
      done: text('依据更正后的数据重新评定', 'Decision reopened on corrected figures'),
      event: 'TRIAL_EVALUATION_REOPENED',
      by: [handling('reviewer')],
      at: ['TRIAL_EVALUATION'],
      reopens: ['REGULARISED', 'TRIAL_FAILED'],
      clause: 'SH-STORE 一.2',
      requirement: 'SH-STORE-07.12',
      effect: 'reverses',
      ...figures,
    },
    clearanceDismissed: {
      title: text('清退情形已排除', 'The ground for clearance was dismissed'),
      event: 'CLEARANCE_DISMISSED',
      by: ['case'],
      at: ['TRIAL_EVALUATION'],
      whenClosed: true,
      clause: 'SH-STORE 一.2',
      requirement: 'XC-05.2',
    },
    storeCleared,
    clearanceReversed,
  },
});
