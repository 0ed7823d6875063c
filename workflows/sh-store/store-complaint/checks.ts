/** What must stand before something is done in a complaint about a store: each check refuses or passes. */
import { refuse } from '../../../rules/refusal.ts';
import type { StoreComplaint } from './step.ts';

/** Nothing is found against a store before it has answered or its time to answer has passed. */
export function storeHeard(step: StoreComplaint): void {
  if (step.facts.storeWasHeard) return;
  const lastDay = step.deadline('statement')?.lastDay;
  refuse(
    'NOT_NOW',
    '店铺尚未答复，且答复期限未满，不能认定投诉成立。',
    'The store has not answered and its time to answer has not passed: the complaint cannot be upheld yet.',
    { facts: { lastDay, requirement: 'SH-STORE-14.2' } },
  );
}

/** Staff act for a complainant who has no way into the case: one who called, and for whom they entered it. */
export function byWhomItConcerns(step: StoreComplaint): void {
  if (step.actor.role !== 'reviewer' || !step.hasParty('complainant')) return;
  refuse(
    'NOT_ALLOWED',
    '投诉人可自行办理；只有代来电人登记的投诉，才由工作人员代为办理。',
    'The complainant can do this in person; staff do it only in a complaint that was entered for a caller.',
  );
}
