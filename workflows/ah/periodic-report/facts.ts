import type { BulletinFigure, Difference, Month } from '../../../rules/ah/figures.ts';
import type { MemberKind } from '../../../rules/ah/indicators.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import type { ReportPeriod, ReportState } from '../../../rules/ah/reports.ts';

export interface PeriodicReportOpening {
  readonly kind: MemberKind;
  /** Who brought it in, for which an excellent year counts (AH-EVAL-02.7). */
  readonly introducer: PartyKey | null;
}

/** What was submitted for a period: the figures as reported, and where the records say otherwise. */
export interface SubmittedFigures {
  readonly figures: Readonly<Record<BulletinFigure, number>>;
  /** Of the enterprises served, those for public benefit. */
  readonly publicServed: number;
  readonly differences: readonly Difference[];
}

export interface PeriodicReportFacts extends PeriodicReportOpening {
  /** The month that is reported on next: the running deadline is for its report. */
  month: Month;
  /** The year that is reported on next. */
  year: number;
  /** Periods whose duty has arisen, of the last years. */
  reports: Readonly<Record<ReportPeriod, ReportState>>;
  /** What was submitted last for them. */
  submitted: Readonly<Record<ReportPeriod, SubmittedFigures>>;
}
