import type { FigureName, Figures } from '../../../rules/ah/figures.ts';
import type { MemberKind } from '../../../rules/ah/indicators.ts';
import type { Norm } from '../../../rules/ah/norms.ts';
import type { ReportStatus } from '../../../rules/ah/reports.ts';
import type { ExtraCounts, Grade, Marks } from '../../../rules/ah/scoring.ts';
import type { YearlyTasks } from '../../../rules/ah/tasks.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';
import type { Rank } from '../words.ts';

export interface AnnualEvaluationOpening {
  readonly kind: MemberKind;
  readonly year: number;
  /** Who brought it in, for which an excellent year counts. */
  readonly introducer: PartyKey | null;
}

/** Complaints that a correction of their number leaves out of it, or takes in beside those that were counted; by their cases. */
export interface NamedComplaints {
  readonly leftOut: readonly string[];
  readonly takenIn: readonly string[];
}

/** The data on which a member is evaluated, as sent to it for comment (AH-EVAL-06.2). */
export interface EvaluationData {
  readonly figures: Figures;
  /** Complaints that the records had when the data were sent: those verified since count beside a corrected figure. */
  readonly complaintsAtSending: number;
  /** The complaints behind that number, by their cases, and those that a correction has named since; absent where the data were sent before these were kept. */
  readonly complaints?: readonly string[];
  readonly named?: NamedComplaints;
  readonly regular: { readonly inTime: number; readonly due: number; readonly annual: ReportStatus | null };
  readonly tasks: YearlyTasks;
  /** Changes found in the year that it did not report in time (AH-OPS-05.4). */
  readonly unreported: readonly { readonly kind: string; readonly foundOn: Day }[];
}

export interface AnnualEvaluationFacts extends AnnualEvaluationOpening {
  /** Last day on which the summary is in time; null before it is asked for. */
  summaryDueOn: Day | null;
  /** Its parts stand in the form. */
  summary: {
    readonly submittedAt: Instant;
    readonly late: boolean;
    readonly media: number;
    readonly titles: number;
  } | null;
  data: EvaluationData | null;
  /** Figures that the platform set otherwise after comments. */
  corrected: readonly { readonly figure: FigureName; readonly from: number; readonly to: number }[];
  norms: readonly Norm[];
  marks: Marks;
  counts: ExtraCounts | null;
  /** The complaints behind the deduction, by their cases, as the records had them when it was scored. */
  deductedFor: readonly string[];
  /** Those of them whose finding was taken back since: they count no more (AH-EVAL-08.1). */
  lifted: readonly string[];
  total: number | null;
  /** As it was reckoned last: by its ranking, its grading, its notice. Until then others of its kind may be scored. */
  rank: Rank | null;
  grade: Grade | null;
  /** An unqualified grade is confirmed by a second person (AH-EVAL-07.7). */
  confirmed: boolean;
  /** When the member was told the result, which it reads from then on; null before. */
  notifiedAt: Instant | null;
}
