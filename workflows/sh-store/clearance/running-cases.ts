/** The cases about a store that its clearance ends, and that go on if it is undone (SH-STORE-11.10). */
import { productReview } from '../product-review/contract.ts';
import { productSplitting } from '../product-splitting/contract.ts';
import { rectification } from '../rectification/contract.ts';
import { storeRecommendation } from '../store-recommendation/contract.ts';
import { storeSetup } from '../store-setup/contract.ts';
import { storeSupervision } from '../store-supervision/contract.ts';
import { trialOperation } from '../trial-operation/contract.ts';
import type { Clearance } from './step.ts';

export function endRunningCases(step: Clearance): void {
  const grounds = step.facts.grounds.flatMap(({ status, ground }) => (status === 'CONFIRMED' ? ground : []));
  const told = { clearanceCaseId: step.state.id, grounds };
  step.tellAbout(rectification, 'storeCleared', told);
  step.tellAbout(storeRecommendation, 'storeCleared', told);
  step.tellAbout(storeSetup, 'storeCleared', told);
  step.tellAbout(storeSupervision, 'storeCleared', told);
  step.tellAbout(trialOperation, 'storeCleared', told);
  step.tellAbout(productReview, 'storeCleared', told);
  step.tellAbout(productSplitting, 'storeCleared', told);
}

export function resumeRunningCases(step: Clearance): void {
  const told = { clearanceCaseId: step.state.id };
  step.tellAbout(rectification, 'clearanceReversed', told);
  step.tellAbout(storeRecommendation, 'clearanceReversed', told);
  step.tellAbout(storeSetup, 'clearanceReversed', told);
  step.tellAbout(storeSupervision, 'clearanceReversed', told);
  step.tellAbout(trialOperation, 'clearanceReversed', told);
  step.tellAbout(productReview, 'clearanceReversed', told);
  step.tellAbout(productSplitting, 'clearanceReversed', told);
}
