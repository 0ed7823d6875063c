/** What of a complaint is this regime's: the passages it rests on, and the register that upheld complaints enter. */
import { registers } from '../words.ts';

/** Passages of the measures. */
export const clauses = {
  /** Complaints are made to the hub or a window, which registers and handles them. */
  complaint: 'HN-NET 第十九条第三项',
  /** A dispute may go to mediation. */
  mediation: 'HN-NET 第十九条第四项',
  /** The credit of providers is recorded and disclosed. */
  credit: 'HN-NET 第八条第十一项',
} as const;

/** The register with one entry for each provider: its credit record (`CreditRecord`). */
export const creditRegister = registers.credit;
