/** What a complaint remembers in every regime. */
import type { Day, Instant } from '../../../rules/time/index.ts';

export type Verdict = 'UPHELD' | 'NOT_UPHELD' | 'SETTLED';

/** The finding on responsibility with which a complaint ends (HN-NET-20.4). `Reason` and `Party` are the codes of the regime. */
export interface ComplaintFinding<Reason extends string = string, Party extends string = string> {
  readonly verdict: Verdict;
  readonly responsible: Party;
  readonly breached: readonly Reason[];
  readonly decidedAt: Instant;
}

export interface ComplaintFacts<Reason extends string = string, Party extends string = string> {
  readonly orderNumber: string | null;
  readonly reason: Reason;
  readonly happenedOn: Day;
  registeredAt: Instant | null;
  finding: ComplaintFinding<Reason, Party> | null;
  /** The finding that was reopened, until the complaint is decided anew. */
  reopened: ComplaintFinding<Reason, Party> | null;
}

/** What is known of every complaint when it is filed. */
export type ComplaintOpening<Reason extends string = string> = Pick<
  ComplaintFacts<Reason>,
  'orderNumber' | 'reason' | 'happenedOn'
>;

/** What a complaint remembers at first. */
export function openedFacts<Reason extends string>({ orderNumber, reason, happenedOn }: ComplaintOpening<Reason>) {
  return { orderNumber, reason, happenedOn, registeredAt: null, finding: null, reopened: null };
}

/** What the actions of every complaint take. */
export interface ComplaintInputs<Reason extends string = string, Party extends string = string> {
  readonly registerComplaint: object;
  readonly startInvestigation: object;
  readonly giveStatement: { readonly statement: string; readonly fileIds: readonly string[] };
  readonly addEvidence: { readonly note: string; readonly fileIds: readonly string[] };
  readonly withdrawComplaint: { readonly reason?: string | undefined };
  readonly upholdComplaint: {
    readonly responsible: Party;
    readonly breached: readonly Reason[];
    readonly evidence?: string;
    readonly reason: string;
  };
  readonly rejectComplaint: { readonly responsible: Party; readonly evidence?: string; readonly reason: string };
  readonly reopenFinding: { readonly reason: string };
}
