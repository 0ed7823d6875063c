/** What each regime holds against cases that are about to be opened: `<regime>/opening-check.ts` exports it as `refuseOpenings`. */
import { besideRegimes } from '../workflows/beside.ts';
import type { Transaction } from './client.ts';

/** A case that is about to be open, for the first time or again. */
export interface CaseToOpen {
  readonly kind: string;
  /** What it is about beside its parties; null if nothing. */
  readonly about: string | null;
}

/** @throws Refusal if one of them may not be open now; what it rests on holds until the transaction ends */
export type OpeningCheck = (tx: Transaction, openings: readonly CaseToOpen[]) => Promise<void>;

const checks = await besideRegimes<OpeningCheck>(import.meta.url, 'opening-check', 'refuseOpenings');

/** @throws Refusal of the regime of the cases */
export async function refuseOpenings(tx: Transaction, regime: string, openings: readonly CaseToOpen[]): Promise<void> {
  await checks[regime]?.(tx, openings);
}
