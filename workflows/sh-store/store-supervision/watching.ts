/** The days on which the monitors look. */
import type { Supervision } from './contract.ts';
import { startNextCreditCheck } from './credit.ts';
import { startMonth } from './months.ts';
import { startQuarter } from './quarters.ts';

export function startWatching(step: Supervision): void {
  startMonth(step);
  startQuarter(step);
  startNextCreditCheck(step);
}
