import { text } from '../../../rules/text.ts';
import { clearanceReversed, STORE_CLEARED, storeCleared } from '../ended-by-clearance.ts';
import { fifteenWorkingDayLadder, fiveWorkingDayLadder, type Instant } from '../../../rules/time/index.ts';

import type { StoreSetupInputs } from './input.ts';
import { storeSetupNotices } from './notices.ts';
import { contract, institution } from '../words.ts';

export interface StoreSetupOpening {
  /** When the store passed review: the day that is not counted. */
  readonly approvedAt: Instant;
  readonly route: 'STANDARD' | 'TRIAL' | 'INVITED';
}

export interface StoreSetupFacts {
  readonly approvedAt: Instant;
  readonly route: StoreSetupOpening['route'];
  decorationPublishedAt: Instant | null;
  listedProducts: number;
  doneAt: Instant | null;
  /** When the five days, and the fifteen, had gone by without it being known to be done. */
  latePassedAt: Instant | null;
  limitPassedAt: Instant | null;
  rectificationCaseId: string | null;
  /** True while a clearance on the ground that the limit has passed is not dismissed. */
  detected: boolean;
}

/** Store set-up: SH-STORE-06. Five working days, then rectification; fifteen, then clearance; both from the same day. */
export const storeSetup = contract<{ opening: StoreSetupOpening; facts: StoreSetupFacts; inputs: StoreSetupInputs }>()({
  kind: 'storeSetup',
  prefix: 'set',
  mark: '开店',
  title: text('开店装修与上架', 'Store set-up'),
  parties: { provider: institution },
  stages: {
    SETUP_OPEN: text('装修与上架进行中', 'Set-up under way'),
    SETUP_AWAITING_REVIEW: text('产品待平台审核', 'Product awaiting the platform’s review'),
    SETUP_LATE_RECTIFICATION: text('逾期，整顿中', 'Late, under rectification'),
    SETUP_CLEARANCE_PENDING: text('超过15个工作日，清退待确认', 'Beyond the limit, clearance to be confirmed'),
  },
  outcomes: {
    SETUP_DONE: text('开店基本工作完成', 'Set-up done'),
    SETUP_CLEARED: text('未完成开店，店铺清退', 'Not set up, store cleared'),
    STORE_CLEARED,
  },
  notices: storeSetupNotices,
  tasks: {},
  toldValues: {
    provider: ['setup.products'],
  },
  factsReading: 'setup',
  deadlines: {
    setup: {
      title: text('完成店铺装修及产品上架', 'Finish decoration and list products'),
      clause: 'SH-STORE 四.3',
      requirement: 'SH-STORE-06.1',
      consequence: text('超过5个工作日未完成的，做整顿处理', 'The store is put under rectification'),
      ladder: fiveWorkingDayLadder,
      reading: 'setup',
    },
    setupLimit: {
      title: text('完成首次店铺装修及产品上架（最后期限）', 'Finish the first decoration and listing (last limit)'),
      clause: 'SH-STORE 四.5(1)',
      requirement: 'SH-STORE-06.3',
      consequence: text(
        '超过15个工作日未完成的，予以清退；清退后，依据《办法》四.6，原则上一年内不再受理开店申请',
        'The store is cleared; after that, under 四.6 of the Measures, in principle no store application is accepted for one year',
      ),
      ladder: fifteenWorkingDayLadder,
      reading: 'setup',
    },
  },
  actions: {
    clearanceDismissed: {
      title: text('清退情形已排除', 'The ground for clearance was dismissed'),
      done: text('清退情形已排除，继续开店', 'The ground for clearance was dismissed; the set-up goes on'),
      event: 'CLEARANCE_DISMISSED',
      by: ['case'],
      at: ['SETUP_CLEARANCE_PENDING'],
      clause: 'SH-STORE 四.5(1)',
      requirement: 'XC-05.2',
      reading: 'setup',
    },
    storeCleared,
    clearanceReversed: { ...clearanceReversed, reopens: ['STORE_CLEARED', 'SETUP_CLEARED'], reading: 'setup' },
  },
});
