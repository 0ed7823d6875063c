/** What notices of the store regime are told with. */
import type { Instant } from '../time/index.ts';

/** One figure of a trial against its target (SH-STORE-07.7 to .9). */
export interface TrialFigure {
  readonly value: number;
  readonly target: number;
  /** True where the target must be exceeded (points), false where reaching it is enough (orders, products). */
  readonly exceed: boolean;
  readonly met: boolean;
}

export interface TrialFigures {
  readonly points: TrialFigure;
  readonly orders: TrialFigure;
  readonly products: TrialFigure;
}

/** What the three figures are held against. */
export interface TrialTargets {
  readonly points: number;
  readonly orders: number;
  readonly products: number;
}

/** A decision on a trial that was opened again because its figures were corrected (SH-STORE-07.12). */
export interface TrialReopening {
  readonly at: Instant;
  /** What had been decided before and no longer stands; null if nothing had. */
  readonly revoked: 'REGULARISED' | 'TRIAL_FAILED' | null;
}

/** The letter by which a department recommended the institution. */
export interface Recommended {
  readonly department: string;
  readonly documentNumber: string;
}

export type EntryRoute = 'STANDARD' | 'TRIAL' | 'INVITED';
