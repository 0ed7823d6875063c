/** Whoever has an interest in a party changes nothing about it, outside of cases as in them (XC-05.5). */
import type { PartyKey } from '../../rules/parties/party.ts';
import { refuse } from '../../rules/refusal.ts';
import { partiesActedFor, type Person } from '../../rules/roles.ts';
import type { Access } from '../abilities.ts';
import { standingIn, type Scoped } from './case-scope.ts';

/** @throws Refusal CONFLICT_OF_INTEREST if the person has an interest in one of these parties; what is done in a case, the case itself refuses */
export function refuseOwnInterest(person: Person, parties: readonly PartyKey[]): void {
  refuseInterestAmong([...(person.interests ?? []), ...partiesActedFor(person.offices)], parties);
}

/**
 * Whoever has an interest in a party of a case stays away from what its bodies do in it: by their own interests, and, where they act for
 * somebody who is away, by those of that person. A party that only follows the case does not count.
 * @param access by which the reader handles the case
 * @throws Refusal CONFLICT_OF_INTEREST
 */
export function refuseInterestIn(person: Person, access: Access, row: Scoped): void {
  const parties = row.parties.filter(({ follows }) => !follows).map(({ party }) => party);
  refuseOwnInterest(person, parties);
  const within = access.filter((entry) => standingIn([entry], row) !== null);
  const interests = within.map(({ office: { covering } }) => covering?.interests ?? []);
  const isKept = (of: readonly PartyKey[]) => of.some((party) => parties.includes(party));
  if (interests.length > 0 && interests.every(isKept)) refuseInterestAmong(interests.flat(), parties);
}

/** @throws Refusal CONFLICT_OF_INTEREST if one of the parties is among these interests */
export function refuseInterestAmong(interests: readonly PartyKey[], parties: readonly PartyKey[]): void {
  const party = parties.find((key) => interests.includes(key));
  if (party === undefined) return;
  refuse(
    'CONFLICT_OF_INTEREST',
    '您与该机构存在利益关系，应当回避；请由他人办理。',
    'You have an interest in this institution and change nothing about it; somebody else must.',
    { facts: { party } },
  );
}
