import type { Phrase } from '../../../rules/notices.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';

export interface PlanExchangeOpening {
  readonly window: Phrase;
}

/** The sides of the exchange. */
export type PlanSide = 'window' | 'hub';

/** A plan as it was sent. */
export interface SentPlan {
  readonly sentAt: Instant;
  /** True if it came after the end of January. */
  readonly late: boolean;
}

export interface PlanExchangeFacts extends PlanExchangeOpening {
  /** The year whose plans are due next or are being exchanged. */
  year: number;
  /** The plan of each side for that year; null until it is sent. */
  plans: Record<PlanSide, SentPlan | null>;
  /** The years in which a side was late or sent nothing, for the assessment of the window (HN-NET-17.1). */
  lateIn: Record<PlanSide, readonly number[]>;
  /** Days of contact apart from the plans (HN-NET-17.2), the latest last; those of the year. */
  contacts: readonly Day[];
}
