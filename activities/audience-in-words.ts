import type { PartyKey } from '../rules/parties/party.ts';
import { text, type Text } from '../rules/text.ts';
import type { ProcessContract } from '../workflows/engine/contract.ts';
import type { Audience } from '../workflows/engine/transition.ts';

/**
 * Whom a notice is for, as the timeline says it: the party by its title, never a person by name. Undefined for the people of the body
 * itself.
 */
export function audienceInWords(
  contract: Pick<ProcessContract, 'parties'> | undefined,
  parties: Readonly<Record<string, readonly PartyKey[]>>,
  to: Audience,
): Text | undefined {
  if ('contact' in to) return text('致联系人', 'to the contact');
  if (!('party' in to)) return undefined;
  const [name = ''] = Object.entries(parties).find(([, keys]) => keys.includes(to.party)) ?? [];
  const title = contract?.parties[name]?.title;
  return title && text(`致${title.zh}`, `to: ${title.en}`);
}
