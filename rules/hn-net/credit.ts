import type { Text } from '../text.ts';
import { text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import type { ComplaintReasonCode } from './complaint.ts';
import type { ViolationItem } from './unlawful-content.ts';

/** What a complaint is in the credit record of the provider it was upheld against (HN-NET-12.1, 20.4). */
export const creditResults = {
  UPHELD: text('投诉成立', 'Complaint upheld'),
  REOPENED: text('认定复核中', 'Finding under review'),
  REVERSED: text('认定已撤销', 'Finding reversed'),
} as const satisfies Readonly<Record<string, Text>>;

export type CreditResult = keyof typeof creditResults;

/** One complaint in a credit record. */
export interface CreditItem {
  readonly result: CreditResult;
  /** Day of the latest finding that upheld it, Shanghai. */
  readonly upheldOn: Day;
  /** The duties found breached. */
  readonly breached: readonly ComplaintReasonCode[];
  /** Day on which the finding was last reopened. */
  readonly reopenedOn?: Day;
  /** Day on which it was reversed. */
  readonly reversedOn?: Day;
}

/** What becomes of an entry that the provider contests (HN-NET-12.2). */
export const contestResults = {
  CONTESTED: text('服务商有异议，核查中', 'Contested by the provider, under examination'),
  UPHELD: text('异议不成立，记录保留', 'Contest turned down, the entry stands'),
  REMOVED: text('异议成立，不再计入', 'Contest accepted, the entry counts no more'),
  ENDED: text('登记已终止，异议未作决定，记录保留', 'Ended undecided with the registration, the entry stands'),
} as const satisfies Readonly<Record<string, Text>>;

/** A contest of one entry, the latest. */
export interface CreditContest {
  readonly status: keyof typeof contestResults;
  readonly contestedOn: Day;
  readonly decidedOn?: Day;
  /** Day on which it ended with the registration, undecided. */
  readonly endedOn?: Day;
}

/** The credit record of a provider, as its entry in the register holds it: complaints and unlawful content by the id of their case, and contests by that
 * id. */
export interface CreditRecord {
  readonly complaints?: Readonly<Record<string, CreditItem>>;
  readonly violations?: Readonly<Record<string, ViolationItem>>;
  readonly contests?: Readonly<Record<string, CreditContest>>;
}

/** How many complaints stand against the provider: those upheld and neither reopened nor reversed (HN-NET-20.4). */
export function upheldComplaints({ complaints = {}, contests = {} }: CreditRecord): number {
  return Object.entries(complaints).filter(([id, { result }]) => result === 'UPHELD' && counts(contests[id])).length;
}

/** How often unlawful content was found with the provider and the finding not taken back (HN-NET-08.4). */
export function standingViolations({ violations = {}, contests = {} }: CreditRecord): number {
  return Object.entries(violations).filter(([id, { liftedOn }]) => liftedOn === undefined && counts(contests[id]))
    .length;
}

/** The ids of all entries: a provider contests one of these. */
export function entriesOf({ complaints = {}, violations = {} }: CreditRecord): string[] {
  return [...Object.keys(complaints), ...Object.keys(violations)];
}

/** How many entries stand, where they are so many that consumers are warned of it; null below that (HN-NET-12.1). */
export function creditWarning(record: CreditRecord, warnFrom: number): number | null {
  const standing = upheldComplaints(record) + standingViolations(record);
  return standing >= warnFrom ? standing : null;
}

/** What is contested counts until it is decided. */
function counts(contest: CreditContest | undefined): boolean {
  return contest?.status !== 'REMOVED';
}
