/** What each regime holds against a case that is about to be opened: `<regime>/opening-check.ts` exports it as `refuseOpening`. */
import { besideRegimes } from '../workflows/beside.ts';
import type { Transaction } from './client.ts';

/** A case that is about to be open, for the first time or again. */
export interface CaseToOpen {
  readonly kind: string;
  /** What it is about beside its parties; null if nothing. */
  readonly about: string | null;
}

/** @throws Refusal if it may not be open now; what it rests on holds until the transaction ends */
export type OpeningCheck = (tx: Transaction, opening: CaseToOpen) => Promise<void>;

const checks = await besideRegimes<OpeningCheck>(import.meta.url, 'opening-check', 'refuseOpening');

/** @throws Refusal of the regime of the case */
export async function refuseOpening(tx: Transaction, regime: string, opening: CaseToOpen): Promise<void> {
  await checks[regime]?.(tx, opening);
}
