/** What persons decided on the grounds of a store, as the clearance tells it (XC-05.2, SH-STORE-11.10). */
import { dayOf } from '../../../rules/time/index.ts';
import type { ClearanceGround } from '../clearance/grounds.ts';
import type { Supervision } from './contract.ts';
import type { SupervisedGround } from './facts.ts';
import { forgetFindings } from './findings.ts';
import { forget, isOpen } from './grounds.ts';
import { dismissed } from './in-a-row.ts';
import { startWatching } from './watching.ts';

/** A person looked at the ground and it does not stand: what it rested on does not bring it about again. */
export function takeDismissal(step: Supervision, ground: ClearanceGround): void {
  const { facts } = step;
  if (!isSupervised(ground) || !isOpen(step, ground)) return;
  forget(step, ground);
  if (ground === 'CLEAR_2_COMPLAINTS') facts.complaints.dismissedAt = step.now;
  if (ground === 'CLEAR_3_ZERO_POINTS') facts.zeroPoints = dismissed(facts.zeroPoints, 'WATCHING');
  if (ground === 'CLEAR_4_RATING') facts.rating = dismissed(facts.rating, 'OK');
  if (ground === 'CLEAR_5_DISHONESTY') {
    facts.credit.confirmed = [];
    facts.credit.state = facts.credit.hits.length > 0 ? 'HIT_PENDING' : 'CLEAR';
  }
  if (ground === 'CLEAR_6_INCAPACITY' || ground === 'CLEAR_8_VIOLATION') forgetFindings(step, ground);
  if (ground === 'CLEAR_7_VOLUNTARY') facts.exit = { state: 'NOT_REQUESTED', requestedAt: null };
}

export function endWithStore(step: Supervision, grounds: readonly ClearanceGround[]): void {
  const { facts } = step;
  facts.clearedFor = grounds;
  if (grounds.includes('CLEAR_7_VOLUNTARY')) facts.exit = { ...facts.exit, state: 'EXIT_CONFIRMED' };
  step.close('STORE_CLEARED');
}

/** The clearance is undone: what it rested on is decided, and the store is watched from here on as a new one is. */
export function beginAnew(step: Supervision): void {
  const { facts } = step;
  step.reopen('SUPERVISED');
  for (const ground of facts.clearedFor) takeDismissal(step, ground);
  facts.clearedFor = [];
  facts.countedFrom = dayOf(step.now);
  startWatching(step);
  if (facts.credit.hits.length > 0) step.openTask('confirmHit', { hits: facts.credit.hits });
}

function isSupervised(ground: ClearanceGround): ground is SupervisedGround {
  return ground !== 'CLEAR_1_SETUP' && ground !== 'CLEAR_TRIAL_FAILED';
}
