/** The words of the store regime: what its contracts and processes may name. */
import { shStoreRules, type ShStoreValues } from '../../rules/sh-store/config.ts';
import { text } from '../../rules/text.ts';
import type { Day, Instant } from '../../rules/time/index.ts';
import { contractsOf } from '../engine/define.ts';

/** A product of a store as its facts stood at an instant. */
export interface ProductFacts {
  readonly productId: string;
  readonly status: 'IN_REVIEW' | 'LISTED' | 'RETURNED' | 'DELISTED';
  /** When it was last handed in for the platform's review. */
  readonly submittedAt: Instant;
  /** When it reached its present status. */
  readonly since: Instant;
}

/**
 * What cases of the regime read of the records about a store. A reading is taken as of an instant: facts that happened later are left
 * out however late the reading is taken.
 */
export interface ShStoreReadings {
  /** How far the store's set-up is (SH-STORE-06.5). */
  readonly setup: {
    readonly asOf: Instant;
    readonly decorationPublishedAt: Instant | null;
    readonly products: readonly ProductFacts[];
  };
  /** The three figures of a trial (SH-STORE-07.7 to .9). */
  readonly trial: {
    readonly asOf: Instant;
    readonly points: number;
    readonly orders: number;
    readonly products: number;
  };
}

/** What cases of the regime write beside themselves. */
export interface ShStoreWrites {
  readonly openStore: {
    readonly storeId: string;
    readonly ownerId: string;
    readonly route: string;
    readonly status: 'TRIAL' | 'NORMAL';
    readonly establishedOn: Day;
  };
  readonly setStoreStatus: { readonly storeId: string; readonly status: 'TRIAL' | 'NORMAL' | 'CLEARED' };
}

export const contract = contractsOf<{
  rules: ShStoreValues;
  readings: ShStoreReadings;
  writes: ShStoreWrites;
}>('SH_STORE', { rules: shStoreRules.values });

/** The institution that applies for a store, or has one. */
export const institution = { title: text('服务机构', 'Service institution'), roles: ['provider'] } as const;

/** The department that recommended it: it follows what becomes of its recommendation. */
export const recommender = {
  title: text('推荐部门', 'Recommending department'),
  roles: ['district', 'authority'],
  follows: true,
} as const;

/** What a case about a store refers to. */
export function storeReference(storeId: string): string {
  return `store:${storeId}`;
}

/** The store that a case is about; null if it is about none yet. */
export function storeOf(about: string | null): string | null {
  return about?.startsWith('store:') === true ? about.slice('store:'.length) : null;
}
