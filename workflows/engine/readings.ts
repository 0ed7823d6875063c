import type { Instant } from '../../rules/time/index.ts';

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
 * What can be read of the records before a step. A reading is taken as of an instant: facts that happened later are left
 * out however late the reading is taken.
 */
export interface Readings {
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

export type ReadingName = keyof Readings;
export type Reading = Readings[ReadingName];
