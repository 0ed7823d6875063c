import type { CalendarData, Day, Instant } from '../../rules/time/index.ts';
import type { RuleValues } from './state.ts';

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
  /** Bars that the case has brought about (SH-STORE-05.5, 11.6). */
  readonly bars: readonly {
    readonly id: string;
    readonly clause: string;
    readonly lastDay: Day;
    readonly firm: boolean;
    readonly isLifted: boolean;
  }[];
  /** The newest rules of the case's regime (XC-06.2). */
  readonly rules: { readonly version: number; readonly values: RuleValues };
  /** The newest calendar (XC-02.3). */
  readonly calendar: CalendarData;
}

export type ReadingName = keyof Readings;
export type Reading = Readings[ReadingName];

/** What an action or a deadline of a contract is given beside its input: the reading it names, if it names one. */
export type ReadingOf<A> = A extends { readonly reading: infer R extends ReadingName } ? Readings[R] : undefined;
