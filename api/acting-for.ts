/** For whom something is done, where an account could do it for several. */
import { refuse } from '../rules/refusal.ts';
import { partiesOf, type Office } from '../rules/roles.ts';
import { text } from '../rules/text.ts';
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
 * The office in which something is done: that of the party which is named, or the only one there is.
 * @throws Refusal INVALID_INPUT with the choices, if none is named and there are several, or if it is none of them
 */
export function officeFor(access: Access, named: string | undefined): Office {
  const choices = new Map(access.flatMap(({ office }) => partiesOf(office).map((party) => [party, office] as const)));
  const [only] = access;
  if (named === undefined && only !== undefined && choices.size <= 1) return only.office;
  const chosen = choices.get(named ?? '');
  return chosen ?? refuseUnclear([...choices.keys()], 'for');
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

function refuseUnclear(choices: readonly string[], field: string): never {
  const list = choices.join(', ');
  refuse(
    'INVALID_INPUT',
    `您可以代表：${list}；请注明代表哪一方。`,
    `You act for ${list || 'nobody'}; say for which of them this is.`,
    { field, facts: { choices } },
  );
}
