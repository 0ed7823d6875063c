/** What the register of calls holds of each, for who declares (HN-BASE-02). */
import type { Day } from '../../rules/time/index.ts';
import type { FoundEntry } from '../engine/intake.ts';
import { registers } from './words.ts';

export interface CallData {
  readonly year: number;
  /** Id of the case of the call. */
  readonly caseId: string;
  readonly filingDay: Day;
  readonly finalDay: Day;
}

/** The calls among the entries that a filing looked up. */
export function callEntries(entries: readonly FoundEntry[]): readonly (CallData & { readonly isOpen: boolean })[] {
  return entries
    .filter(({ register }) => register === registers.calls)
    .map(({ status, data }) => ({ ...(data as unknown as CallData), isOpen: status === 'OPEN' }));
}
