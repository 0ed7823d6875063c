/** For whom something is done, where an account could do it for several. */
import { refuse } from '../rules/refusal.ts';
import { actsFor, partiesOf, type Office, type Person } from '../rules/roles.ts';
import { text } from '../rules/text.ts';
import type { PartyActedFor } from '../workflows/engine/grants.ts';
import { refersTo, titled } from '../workflows/engine/titled.ts';
import type { Access } from './abilities.ts';
import { line } from './http/schemas.ts';

/** The field of a request that says for whom it is made. */
export const forSchema = titled(
  refersTo(line(80).optional(), 'party'),
  '代表谁办理',
  'Done for',
  text(
    '账户代表多方的须填写，例如 unit:…。',
    'Key of the party it is done for, e.g. `unit:…`; needed where the account acts for several.',
  ),
);

/**
 * The office in which something is done: that of the party which is named, or the only one there is. Whoever stands in for other units besides (their
 * offices have a `unit`) does it for their own where none is named.
 * @throws Refusal INVALID_INPUT with the choices, if none is named and there are several, or if it is none of them
 */
export function officeFor(access: Access, named: string | undefined): Office {
  const choices = partiesIn(access);
  const own = access.filter(({ office }) => office.unit === undefined);
  const only = own[0] ?? access[0];
  if (named === undefined && only !== undefined && partiesIn(own).size <= 1) return only.office;
  const chosen = choices.get(named ?? '');
  return chosen ?? refuseUnclear([...choices.keys()], 'for');
}

function partiesIn(access: Access): ReadonlyMap<string, Office> {
  return new Map(access.flatMap(({ office }) => partiesOf(office).map((party) => [party, office] as const)));
}

/**
 * The one of these parties that is meant.
 * @param field where a request says it
 * @throws Refusal INVALID_INPUT with the choices, if there are several
 */
export function onlyParty(parties: readonly string[], field: string): string | undefined {
  const choices = [...new Set(parties)];
  return choices.length > 1 ? refuseUnclear(choices, field) : choices[0];
}

/**
 * The person in the offices in which an action is done: those of the party that is named, or all of them where there is one side to act for.
 * @param sides the parties of the case for whom the person could do it
 * @throws Refusal INVALID_INPUT with the choices, if none is named and there are several sides, or if it is none of them
 */
export function actingFor(person: Person, sides: readonly PartyActedFor[], named: string | undefined): Person {
  if (named === undefined && !areSeveral(sides)) return person;
  const offices = person.offices.filter((office) => named !== undefined && actsFor(office, named));
  if (offices.length > 0 && sides.some(({ party }) => party === named)) return { ...person, offices };
  return refuseUnclear([...new Set(sides.map(({ party }) => party))], 'for');
}

/** Whether these are parties of more than one side of a case. */
export function areSeveral(sides: readonly PartyActedFor[]): boolean {
  return new Set(sides.map(({ name }) => name)).size > 1;
}

function refuseUnclear(choices: readonly string[], field: string): never {
  const list = choices.join(', ');
  refuse(
    'INVALID_INPUT',
    `您可以代表：${list}；请注明代表哪一方。`,
    `You act for ${list || 'nobody'}; say for which of them this is.`,
    { field, facts: { choices } },
  );
}
