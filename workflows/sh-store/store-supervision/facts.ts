/** What the supervision of a store remembers. It stays as small in the hundredth month as in the first. */
import type { RatingLevel } from '../../../rules/sh-store/rating.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';
import type { ClearanceGround } from '../clearance/grounds.ts';

/** The grounds that the supervision detects (table 4.3): 四.5(2) to (8). */
export type SupervisedGround = Exclude<ClearanceGround, 'CLEAR_1_SETUP' | 'CLEAR_TRIAL_FAILED'>;

/** A ground that was put to the clearance and is neither dismissed nor withdrawn. */
export interface OpenGround {
  readonly detectedAt: Instant;
  /** As the clearance was told. */
  readonly facts: readonly Text[];
}

/** Grounds that reviewers find, and do not follow from figures. */
export type FoundGround = Extract<SupervisedGround, 'CLEAR_6_INCAPACITY' | 'CLEAR_8_VIOLATION'>;

/** A finding of a reviewer that stands. */
export interface Finding {
  readonly id: string;
  /** The accounts that stand behind it: who made it, and in whose office. */
  readonly foundBy: readonly string[];
  /** What was found, in a few words. */
  readonly what: Text;
  /** The ground for clearance that it is; null where it is returned or rectified. */
  readonly ground: FoundGround | null;
  /** True if a rectification rests on it. */
  readonly rectifies: boolean;
  /** True if the store was told of it; a ground for clearance is told once it is confirmed. */
  readonly told: boolean;
  /** The revision at which it voided orders; null if it did not. */
  readonly voidedAt: number | null;
  readonly facts: readonly Text[];
}

/** Months or quarters in a row by which a ground comes about. */
export interface Watched<State extends string> {
  readonly state: State;
  /** The months, or the first months of the quarters, that count towards the ground, in order. */
  readonly periods: readonly string[];
  /** The last one of those on which a person dismissed the ground: only a later one brings it about again. */
  readonly dismissed: string | null;
}

export type ZeroPointsState = 'WATCHING' | 'WARNED' | 'DETECTED';
export type RatingState = 'OK' | 'LOW_ONE_QUARTER' | 'DETECTED';
export type CreditState = 'CLEAR' | 'HIT_PENDING' | 'HIT_CONFIRMED';
export type ExitState = 'NOT_REQUESTED' | 'EXIT_REQUESTED' | 'EXIT_WITHDRAWN' | 'EXIT_CONFIRMED';

/** `COMPANY`, or the id of a main shareholder. */
export type Checked = string;

/** The latest credit check (SH-STORE-15.1). */
export interface CreditCheck {
  readonly source: string;
  readonly checkedOn: Day;
  /** False if no main shareholders were recorded. */
  readonly complete: boolean;
}

export interface StoreSupervisionOpening {
  readonly openedOn: Day;
}

export interface StoreSupervisionFacts extends StoreSupervisionOpening {
  /** Months and quarters count from here: the opening, or the day on which a clearance was undone, since a cleared store gains nothing. */
  countedFrom: Day;
  zeroPoints: Watched<ZeroPointsState>;
  rating: Watched<RatingState>;
  /** The level as the ledger was last read (SH-EVAL-11.5). */
  level: RatingLevel;
  credit: {
    state: CreditState;
    last: CreditCheck | null;
    /** Those found on a list for serious dishonesty and not decided on yet. */
    hits: readonly Checked[];
    /** Those whose listing a reviewer confirmed, as the clearance is told. */
    confirmed: readonly { readonly of: Checked; readonly told: Text }[];
  };
  /** The main shareholders by id; null as long as nobody has recorded them. */
  shareholders: { readonly version: number; readonly ids: readonly string[] } | null;
  exit: { state: ExitState; requestedAt: Instant | null };
  complaints: {
    upheld: number;
    /** When a person dismissed the ground: only a later finding brings it about again. */
    dismissedAt: Instant | null;
  };
  /** Grounds that are with the clearance. */
  grounds: { readonly [G in SupervisedGround]?: OpenGround | undefined };
  /** What reviewers have found, the earliest first: what is with the clearance, and what was returned or rectified. */
  findings?: readonly Finding[];
  /** The grounds on which the store was cleared; none while it is open. */
  clearedFor: readonly ClearanceGround[];
}

/** Nothing has been found yet. */
export function atFirst({ openedOn }: StoreSupervisionOpening): StoreSupervisionFacts {
  return {
    openedOn,
    countedFrom: openedOn,
    zeroPoints: { state: 'WATCHING', periods: [], dismissed: null },
    rating: { state: 'OK', periods: [], dismissed: null },
    level: 'UNRATED',
    credit: { state: 'CLEAR', last: null, hits: [], confirmed: [] },
    shareholders: null,
    exit: { state: 'NOT_REQUESTED', requestedAt: null },
    complaints: { upheld: 0, dismissedAt: null },
    grounds: {},
    clearedFor: [],
  };
}
