import type { PartyKey } from '../rules/parties/party.ts';
import { ROLE_TITLES } from '../rules/role-titles.ts';
import { text, type Text } from '../rules/text.ts';
import type { ProcessContract } from '../workflows/engine/contract.ts';
import type { Audience } from '../workflows/engine/transition.ts';

/**
 * Whom a notice is for, as the timeline says it: a party by its title, the people of the body by their role, never a person by name.
 * Undefined for somebody who is no party of the case.
 */
export function audienceInWords(
  contract: Pick<ProcessContract, 'parties'> | undefined,
  parties: Readonly<Record<string, readonly PartyKey[]>>,
  to: Audience,
): Text | undefined {
  if ('contact' in to) return text('致联系人', 'to the contact');
  const title = 'party' in to ? titleOf(contract, parties, to.party) : officeOf(to);
  return title && text(`致${title.zh}`, `to: ${title.en}`);
}

function titleOf(
  contract: Pick<ProcessContract, 'parties'> | undefined,
  parties: Readonly<Record<string, readonly PartyKey[]>>,
  party: PartyKey,
): Text | undefined {
  const [name = ''] = Object.entries(parties).find(([, keys]) => keys.includes(party)) ?? [];
  return contract?.parties[name]?.title;
}

/** The office in which the people of the body are told, or in which somebody was asked. */
function officeOf(to: Extract<Audience, { role: string } | { user: string }>): Text | undefined {
  const role = 'role' in to ? to.role : to.or;
  return role === undefined ? undefined : (ROLE_TITLES as Readonly<Record<string, Text>>)[role];
}
