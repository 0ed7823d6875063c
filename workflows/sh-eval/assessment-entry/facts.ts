import type { CampaignDates, EntryBasis, Term } from '../../../rules/sh-eval/campaign.ts';
import type { CategoryCode } from '../../../rules/sh-eval/categories.ts';
import type { GradeCode } from '../../../rules/sh-eval/grades.ts';
import type { Instant } from '../../../rules/time/index.ts';
import type { ScoreSheet, StorePoints } from '../words.ts';

/** What an entry begins with; names, contacts and the words of the report stand in the form alone. */
export interface AssessmentEntryOpening extends CampaignDates {
  readonly campaignId: string;
  readonly basis: EntryBasis;
  readonly category: CategoryCode;
}

/** What the third party has found true, and how content the served enterprises are (SH-EVAL-08.5). */
export interface Verification {
  readonly authentic: boolean;
  /** Share of the enterprises asked that are content, in percent. */
  readonly satisfaction: number;
  /** How many enterprises were asked. */
  readonly asked: number;
  readonly at: Instant;
}

/** What an entry remembers. */
export interface AssessmentEntryFacts extends AssessmentEntryOpening {
  category: CategoryCode;
  basis: EntryBasis;
  /** When the electronic materials were handed in, and when the paper set arrived; null until then. */
  electronicAt: Instant | null;
  paperAt: Instant | null;
  /** A manager let it in although it was late (SH-EVAL-05.4). */
  lateAllowed: boolean;
  /** Why the headcount of a trade association was relaxed; null if it was not (SH-EVAL-02.3). */
  headcountWaived: string | null;
  recommendedAt: Instant | null;
  /** When the district put the papers in the post; the time of dispatch counts. */
  dispatch: { readonly letter: string; readonly postedAt: Instant } | null;
  admittedAt: Instant | null;
  /** Points of the year: as they stood when it was handed in, and fixed at the end of the year (SH-EVAL-01.6). */
  points: { readonly provisional: StorePoints | null; readonly fixed: StorePoints | null };
  documentsReviewedAt: Instant | null;
  verification: Verification | null;
  clarification: { readonly question: string; readonly askedAt: Instant; readonly answeredAt: Instant | null } | null;
  /** How many sheets were filed; what they say is opened when both are in. */
  filedSheets: number;
  /** The accounts whose sheets these are; absent for one that was filed before this was kept. */
  filedBy?: readonly string[];
  sheets: readonly ScoreSheet[] | null;
  interferences: readonly { readonly what: string; readonly at: Instant }[];
  grade: { readonly code: GradeCode; readonly reason: string; readonly at: Instant } | null;
  published: ({ readonly at: Instant; readonly link: string; readonly listed: boolean } & Term) | null;
  objectedAt: Instant | null;
}
