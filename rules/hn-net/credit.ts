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

/** The credit record of a provider, as its entry in the register holds it: complaints and unlawful content by the id of their case. */
export interface CreditRecord {
  readonly complaints?: Readonly<Record<string, CreditItem>>;
  readonly violations?: Readonly<Record<string, ViolationItem>>;
}

/** How many complaints stand against the provider: those upheld and neither reopened nor reversed (HN-NET-20.4). */
export function upheldComplaints({ complaints = {} }: CreditRecord): number {
  return Object.values(complaints).filter(({ result }) => result === 'UPHELD').length;
}

/** How often unlawful content was found with the provider and the finding not taken back (HN-NET-08.4). */
export function standingViolations({ violations = {} }: CreditRecord): number {
  return Object.values(violations).filter(({ liftedOn }) => liftedOn === undefined).length;
}
