/** A step of a complaint of any regime: what the common handlers may name. */
import { text, type Text } from '../../../rules/text.ts';
import { contractsOf } from '../../engine/define.ts';
import type { StepOf } from '../../engine/step-of.ts';
import type { ComplaintFacts, ComplaintInputs } from './facts.ts';
import { complaintParts } from './parts.ts';
import type { ComplaintTerms } from './terms.ts';

/** The rules that every regime with complaints has. */
type ComplaintRules = Readonly<Record<'complaint.registerWithin' | 'complaint.handleWithin', number>>;

/**
 * A contract of nothing but what is common. No case is opened under it: from it the compiler knows the names that
 * the common handlers may use.
 */
export function commonComplaint(terms: ComplaintTerms, kind: string) {
  const { stages, outcomes, tasks, deadlines, notices, actions } = complaintParts(terms);
  const nobody = { title: text('', ''), roles: [] };
  return contractsOf<{ rules: ComplaintRules; readings: object; writes: object }>('')<{
    opening: object;
    facts: ComplaintFacts;
    inputs: ComplaintInputs;
  }>()({
    ...{ kind, prefix: kind, mark: kind, title: text('', '') },
    parties: { complainant: nobody, respondent: nobody },
    ...{ stages, outcomes, tasks, deadlines, notices, actions },
  });
}

type CommonComplaint = ReturnType<typeof commonComplaint>;

/** A step of any complaint; that of a regime is one, too, if its contract is made of `complaintParts`. */
export type ComplaintStep = Omit<StepOf<CommonComplaint>, 'contract'>;

/** What the common handlers need of the contract of a regime: every name that they use, and what some are called. */
export type ComplaintContract = {
  readonly [P in 'stages' | 'tasks' | 'notices']: { readonly [N in keyof CommonComplaint[P]]: unknown };
} & {
  readonly [P in 'deadlines' | 'parties']: { readonly [N in keyof CommonComplaint[P]]: { readonly title: Text } };
} & { readonly outcomes: Readonly<Record<keyof CommonComplaint['outcomes'], Text>> };
