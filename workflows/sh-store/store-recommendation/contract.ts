import { text, type Text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';
import { handling } from '../../engine/grants.ts';
import { clearanceReversed, STORE_CLEARED, storeCleared } from '../ended-by-clearance.ts';
import { contract, institution } from '../words.ts';
import type { StoreRecommendationInputs } from './input.ts';
import { storeRecommendationNotices } from './notices.ts';
import type { Programme } from './programmes.ts';

export interface StoreRecommendationOpening {
  readonly programmes: readonly Programme[];
  /** The calendar year of the programmes. */
  readonly year: number;
  /** The balance and the level as whoever proposes saw them. */
  readonly points: number;
  readonly level: Text;
  readonly reason: string;
}

export interface StoreRecommendationFacts {
  programmes: readonly Programme[];
  year: number;
  readonly points: number;
  readonly level: Text;
  recommendedAt: Instant | null;
}

const law = { clause: 'SH-STORE 四.2' } as const;

/** Recommendation of a store in good operation: SH-STORE-16. */
export const storeRecommendation = contract<{
  opening: StoreRecommendationOpening;
  facts: StoreRecommendationFacts;
  inputs: StoreRecommendationInputs;
}>()({
  kind: 'storeRecommendation',
  prefix: 'rst',
  mark: '重荐',
  title: text('重点推荐', 'Recommendation of a store'),
  parties: { provider: institution },
  stages: {
    PROPOSED: text('已提名，待决定', 'Proposed'),
    PUBLICISED: text('已推荐，宣传推广中', 'Recommended, publicity goes on'),
  },
  outcomes: {
    RECOMMENDED: text('已推荐', 'Recommended'),
    DECLINED: text('不予推荐', 'Declined'),
    STORE_CLEARED,
  },
  notices: storeRecommendationNotices,
  tasks: { decideRecommendation: { title: text('决定是否重点推荐', 'Decide on the recommendation'), role: 'manager' } },
  deadlines: {},
  actions: {
    recommendStore: {
      ...law,
      title: text('推荐', 'Recommend'),
      done: text('决定重点推荐', 'The store is recommended'),
      event: 'STORE_RECOMMENDED',
      by: [handling('manager')],
      at: ['PROPOSED'],
      requirement: 'SH-STORE-16.1',
      task: 'decideRecommendation',
      notBy: ['filer'],
      reading: 'openRectifications',
    },
    declineRecommendation: {
      ...law,
      title: text('不予推荐', 'Decline'),
      done: text('决定不予推荐', 'The store is not recommended'),
      event: 'RECOMMENDATION_DECLINED',
      by: [handling('manager')],
      at: ['PROPOSED'],
      requirement: 'SH-STORE-16.4',
      adverse: true,
      task: 'decideRecommendation',
      notBy: ['filer'],
    },
    endPublicity: {
      ...law,
      title: text('结束宣传推广', 'End the publicity'),
      done: text('宣传推广结束', 'The publicity has ended'),
      event: 'PUBLICITY_ENDED',
      by: [handling('manager')],
      at: ['PUBLICISED'],
      requirement: 'SH-STORE-16.3',
      adverse: true,
    },
    storeCleared,
    clearanceReversed,
  },
});
