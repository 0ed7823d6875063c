/** The ground on which an application is turned down at the preliminary review (XC-05.1, XC-04.4). */
import type { ShStoreValues } from '../../rules/sh-store/config.ts';
import type { StoreApplicationFacts } from './contract.ts';
import { eligibilityOf } from './review.ts';

/** The clauses of the conditions that stand in the way; of the review itself where none does. */
export function groundsOf(facts: StoreApplicationFacts, rules: ShStoreValues): readonly string[] {
  const { items } = eligibilityOf(facts, rules);
  // The trial route may lack (1) to (4).
  const counts = (condition: number) => facts.route !== 'TRIAL' || condition === 5;
  const failing = items.filter(({ condition, status }) => status === 'NOT_MET' && counts(condition));
  const clauses = [...new Set(failing.map(({ clause }) => clause))];
  return clauses.length > 0 ? clauses : ['SH-STORE 二.2'];
}
