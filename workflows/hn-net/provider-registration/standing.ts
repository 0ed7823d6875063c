/** Where a registered provider stands: its stage and its suspensions follow from what the case remembers. */
import { suspensionTitle, type SuspensionCause } from '../../../rules/hn-net/provider-entry.ts';
import { refusalReasons, type RefusalReasonCode } from '../../../rules/hn-net/refusal-reasons.ts';
import { refuse } from '../../../rules/refusal.ts';
import type { Text } from '../../../rules/text.ts';
import type { Ground } from '../../engine/contract.ts';
import { providerRegistration as contract, type Registration } from './contract.ts';
import type { ProviderRegistrationFacts } from './facts.ts';

/** Moves to the stage that follows from the facts by now. */
export function follow(step: Registration): void {
  step.moveTo(stageOf(step.facts));
}

function stageOf({ submitted, suspendedFor, verification }: ProviderRegistrationFacts) {
  if (submitted) return 'DATA_IN_REVIEW';
  if (suspendedFor.length > 0) return 'SUSPENDED';
  if (verification.state === 'OVERDUE') return 'VERIFICATION_OVERDUE';
  return verification.state === 'ASKED' ? 'VERIFICATION_DUE' : 'REGISTERED';
}

/** Adds a cause; a listing is suspended as long as there is one. */
export function suspendFor(step: Registration, cause: SuspensionCause): void {
  step.facts.suspendedFor = [...step.facts.suspendedFor, cause];
}

/** It is suspended on some ground of the fixed list; what a verification has suspended, a verification restores. */
export function suspendedOnGround({ facts: { suspendedFor } }: Registration): void {
  if (suspendedFor.some((cause) => Object.hasOwn(refusalReasons, cause))) return;
  refuse('NOT_NOW', '没有可以解除的暂停展示。', 'There is no suspension on a ground that could be lifted.', {
    facts: { suspendedFor },
  });
}

/** Takes a cause away; false if it was none. */
export function liftSuspension(step: Registration, cause: SuspensionCause): boolean {
  const { suspendedFor } = step.facts;
  step.facts.suspendedFor = suspendedFor.filter((one) => one !== cause);
  return suspendedFor.includes(cause);
}

/** Why the listing is suspended, in words. */
export function remainingCauses({ facts }: Registration): Text[] {
  return facts.suspendedFor.map(suspensionTitle);
}

/** The passage and the requirement for which a listing is suspended. */
export function groundOfSuspension(cause: SuspensionCause): Ground {
  if (cause !== 'VERIFICATION_OVERDUE') return refusalReasons[cause];
  const { clause, requirement } = contract.deadlines.suspension;
  return { clause, requirement };
}

/** Puts the ground of a decision on the timeline, with the clause of the fixed list (HN-NET-05.1). */
export function citeGround(step: Registration, ground: RefusalReasonCode): void {
  const { title, clause, requirement } = refusalReasons[ground];
  step.record('GROUND_CITED', title, { clause, requirement, detail: { ground } });
}
