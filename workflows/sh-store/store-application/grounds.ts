/** The grounds of what is decided at the preliminary review: conditions, routes, rejection (XC-05.1, XC-04.4). */
import { citedTogether } from '../../../rules/notices/citation.ts';
import type { ShStoreValues } from '../../../rules/sh-store/config.ts';
import { eligibilityItems, type ItemKey, type JudgementKey } from '../../../rules/sh-store/eligibility-items.ts';
import { trialMeritGround, type TrialMerit } from '../../../rules/sh-store/routes.ts';
import { text, type Text } from '../../../rules/text.ts';
import type { Ground } from '../../engine/contract.ts';
import type { Process } from '../../engine/define.ts';
import type { storeApplication, StoreApplicationFacts } from './contract.ts';
import { eligibilityOf } from './review.ts';

/** The passage and the requirement of an item of table 4.1, or of what the trial route asks for. */
export function groundOfItem(item: JudgementKey | TrialMerit): Ground {
  if (!(item in eligibilityItems)) return trialMeritGround;
  const { clause, id } = eligibilityItems[item as JudgementKey];
  return { clause, requirement: id };
}

/** The passage of a route: the conditions, or the paragraph on trial and invitation. */
export function clauseOfRoute(route: StoreApplicationFacts['route']): string {
  return route === 'STANDARD' ? 'SH-STORE 一.1' : 'SH-STORE 一.2';
}

/** A condition that is relaxed: (1) under 01.7, (2) under 01.12. */
function groundOfWaiver(item: ItemKey): Ground {
  const { clause, condition } = eligibilityItems[item];
  return { clause, requirement: condition === 2 ? 'SH-STORE-01.12' : 'SH-STORE-01.7' };
}

/** What each decision rests on that is about one item, one route or one ground. */
export const cites: NonNullable<Process<typeof storeApplication>['cites']> = {
  judgeCondition: (_state, { item }) => groundOfItem(item),
  waiveCondition: (_state, { item }) => groundOfWaiver(item),
  overrideCondition: (_state, { item }) => ({ clause: eligibilityItems[item].clause }),
  changeRoute: (_state, { route }) => ({ clause: clauseOfRoute(route) }),
  rejectApplication: ({ facts, rules }, { clause }) => ({
    clause: citedTogether(clause === undefined ? groundsOf(facts, rules as ShStoreValues) : [clause]),
  }),
};

/** The clauses of the conditions that stand in the way; of the review itself where none does. */
export function groundsOf(facts: StoreApplicationFacts, rules: ShStoreValues): readonly string[] {
  const { items } = eligibilityOf(facts, rules);
  // The trial route may lack (1) to (4), but has merits of its own.
  const counts = (condition: number) => facts.route !== 'TRIAL' || condition === 5;
  const failing = items.filter(({ condition, status }) => status === 'NOT_MET' && counts(condition));
  const clauses = [...new Set(failing.map(({ clause }) => clause)), ...(lacksMerit(facts) ? ['SH-STORE 一.2'] : [])];
  return clauses.length > 0 ? clauses : ['SH-STORE 二.2'];
}

/** The ground on the timeline, which parties read too. */
export function groundInWords(cited: string): Text {
  const articles = cited.replace('SH-STORE ', '');
  return text(
    `不予通过的依据：《办法》${articles}`,
    `Rejected under ${articles.replaceAll('、', ', ')} of the Measures`,
  );
}

/** What closes the trial route beside the conditions (SH-STORE-07.1, 07.2). */
function lacksMerit({ route, merits = {}, credit }: StoreApplicationFacts): boolean {
  if (route !== 'TRIAL') return false;
  const judgedSo = Object.values(merits).some(({ verdict }) => verdict === 'NOT_MET');
  return judgedSo || credit?.result === 'HIT' || credit?.operatingRisk === true;
}
