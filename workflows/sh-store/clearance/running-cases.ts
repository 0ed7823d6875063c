/** The cases about a store that its clearance ends, and that go on if it is undone (SH-STORE-11.10). */
import { productReview } from '../product-review/contract.ts';
import { productSplitting } from '../product-splitting/contract.ts';
import { rectification } from '../rectification/contract.ts';
import { storeRecommendation } from '../store-recommendation/contract.ts';
import { storeSetup } from '../store-setup/contract.ts';
import { storeSupervision } from '../store-supervision/contract.ts';
import { trialOperation } from '../trial-operation/contract.ts';
import type { Clearance } from './step.ts';

export const runningCases = [
  ...[rectification, storeRecommendation, storeSetup, storeSupervision],
  ...[trialOperation, productReview, productSplitting],
];

export function endRunningCases(step: Clearance): void {
  const grounds = step.facts.grounds.flatMap(({ status, ground }) => (status === 'CONFIRMED' ? ground : []));
  const told = { clearanceCaseId: step.state.id, grounds };
  for (const kind of runningCases) step.tellAbout(kind, 'storeCleared', told);
}

export function resumeRunningCases(step: Clearance): void {
  const told = { clearanceCaseId: step.state.id };
  for (const kind of runningCases) step.tellAbout(kind, 'clearanceReversed', told);
}
