/** Who decides nothing about the places of a call (HN-BASE-03.1). */
import { personKey } from '../../rules/parties/party.ts';
import { refuse } from '../../rules/refusal.ts';
import { accountsOf } from '../../rules/roles.ts';
import type { HnBaseReadings } from './words.ts';

/**
 * Places are those of one base against the others: whoever has an interest in one of them names no experts, makes no list and sets no opinion aside
 * (HN-BASE-03.1, XC-05.5).
 * @throws Refusal CONFLICT_OF_INTEREST
 */
export function hasNoInterest(
  { actor }: { readonly actor: Parameters<typeof accountsOf>[0] },
  interests: HnBaseReadings['interestsInBases'],
): void {
  const own = accountsOf(actor).map(personKey);
  const found = interests.filter(({ people }) => own.some((key) => people.includes(key)));
  if (found.length === 0) return;
  refuse(
    'CONFLICT_OF_INTEREST',
    '您与本次申报的基地存在登记在案的利益关系，应当回避；请由他人办理。',
    'You have an interest in a base of this call on record and decide nothing in it; somebody else must.',
    { facts: { requirement: 'HN-BASE-03.1', bases: found.map(({ base }) => base) } },
  );
}
