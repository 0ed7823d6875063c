/** What a service activity remembers in every regime. */
import {
  countsAsActivity,
  missingPieces,
  type ActivityKind,
  type ActivityMode,
  type ActivityTraces,
  type EvidencePiece,
} from '../../../rules/cooperation/activity.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';

export interface ActivityOpening {
  /** What it is called, in a line. */
  readonly name: string;
  readonly kind: ActivityKind;
  readonly mode: ActivityMode;
  /** Day on which it is to be held, Asia/Shanghai. */
  readonly plannedOn: Day;
  /** True for a major activity: one on the plan of the province. */
  readonly onPlan: boolean;
}

/** Who came from one body, e.g. a window or a city. */
export interface Attendance {
  /** Id of the body. */
  readonly body: string;
  readonly enterprises: number;
  readonly persons: number;
}

export interface ActivityFacts extends ActivityOpening {
  plannedOn: Day;
  /** As its organiser has filed it, until whoever examines the evidence says so. */
  onPlan: boolean;
  publishedAt: Instant | null;
  /** Enterprises that signed up. */
  signedUp: number;
  heldOn: Day | null;
  /** Enterprises that checked in. */
  checkedIn: number;
  attendance: readonly Attendance[];
  /** Evaluations by those who came, and how many of them were satisfied. */
  evaluations: number;
  satisfied: number;
}

/** What one remembers of its evidence, where it is wanted within a time. */
export interface EvidenceFacts {
  /** Day of the first upload of each piece that counts. */
  uploaded: Readonly<Partial<Record<EvidencePiece, Day>>>;
  /** Pieces found insufficient, to be supplied anew. */
  returned: readonly EvidencePiece[];
  /** True from the end of its time on, if a piece had not come by then. */
  evidenceLate: boolean;
  /** The last day on which it was in time, once that has passed; null before, or where all came in time. */
  evidenceUntil: Day | null;
}

export interface ActivityInputs {
  readonly publishActivity: object;
  readonly openSignUp: object;
  readonly recordSignUps: { readonly enterprises: number };
  readonly rescheduleActivity: { readonly plannedOn: Day; readonly reason: string };
  readonly addPartner: { readonly partner: PartyKey };
  readonly recordHeld: {
    readonly heldOn: Day;
    readonly checkedIn: number;
    readonly attendance: readonly Attendance[];
  };
  readonly recordEvaluations: { readonly evaluations: number; readonly satisfied: number };
  readonly cancelActivity: { readonly reason: string };
}

/** Closing an activity of which no evidence is wanted within a time. */
export interface ClosingInputs {
  readonly closeActivity: { readonly summary: string; readonly fileIds: readonly string[] };
}

export interface EvidenceInputs {
  readonly uploadEvidence: { readonly piece: EvidencePiece; readonly fileIds: readonly string[] };
  readonly acceptEvidence: { readonly onPlan: boolean };
  readonly returnEvidence: { readonly pieces: readonly EvidencePiece[]; readonly reason: string };
  readonly closeMissing: { readonly reason: string };
}

/** What an activity remembers at first. */
export function openedActivity({ name, kind, mode, plannedOn, onPlan }: ActivityOpening): ActivityFacts {
  return {
    ...{ name, kind, mode, plannedOn, onPlan },
    ...{ publishedAt: null, signedUp: 0, heldOn: null, checkedIn: 0, attendance: [], evaluations: 0, satisfied: 0 },
  };
}

export const noEvidence: EvidenceFacts = { uploaded: {}, returned: [], evidenceLate: false, evidenceUntil: null };

/** What the records have of it, by which it counts or not. */
export function tracesOf(facts: ActivityFacts): ActivityTraces {
  const { mode, publishedAt, signedUp, checkedIn, evaluations, heldOn } = facts;
  return { mode, isPublished: publishedAt !== null, signedUp, checkedIn, evaluations, isHeld: heldOn !== null };
}

/** Whether it counts as an activity (AH-EVAL-03.3, 03.4). */
export function counts(facts: ActivityFacts): boolean {
  return countsAsActivity(tracesOf(facts));
}

/** How many enterprises came, all in all. */
export function enterprisesOf({ attendance }: Pick<ActivityFacts, 'attendance'>): number {
  return attendance.reduce((sum, { enterprises }) => sum + enterprises, 0);
}

/** How the evidence has come in: all of it in time, all of it but late, or not all of it. */
export function timelinessOf(facts: EvidenceFacts): 'IN_TIME' | 'LATE' | 'MISSING' {
  const { uploaded, returned, evidenceLate } = facts;
  if (missingPieces(uploaded).length > 0 || returned.length > 0) return 'MISSING';
  return evidenceLate ? 'LATE' : 'IN_TIME';
}
