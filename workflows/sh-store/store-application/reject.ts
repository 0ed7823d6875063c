/** The ground on which an application is turned down at the preliminary review (XC-05.1, XC-04.4). */
import type { ShStoreValues } from '../../../rules/sh-store/config.ts';
import type { StoreApplicationFacts } from './contract.ts';
import { eligibilityOf } from './review.ts';

/** The clauses of the conditions that stand in the way; of the review itself where none does. */
export function groundsOf(facts: StoreApplicationFacts, rules: ShStoreValues): readonly string[] {
  const { items } = eligibilityOf(facts, rules);
  // The trial route may lack (1) to (4), but has merits of its own.
  const counts = (condition: number) => facts.route !== 'TRIAL' || condition === 5;
  const failing = items.filter(({ condition, status }) => status === 'NOT_MET' && counts(condition));
  const clauses = [...new Set(failing.map(({ clause }) => clause)), ...(lacksMerit(facts) ? ['SH-STORE 一.2'] : [])];
  return clauses.length > 0 ? clauses : ['SH-STORE 二.2'];
}

/** What closes the trial route beside the conditions (SH-STORE-07.1, 07.2). */
function lacksMerit({ route, merits = {}, credit }: StoreApplicationFacts): boolean {
  if (route !== 'TRIAL') return false;
  const judgedSo = Object.values(merits).some(({ verdict }) => verdict === 'NOT_MET');
  return judgedSo || credit?.result === 'HIT' || credit?.operatingRisk === true;
}
