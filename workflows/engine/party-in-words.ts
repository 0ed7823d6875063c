import { partyId, partyKind, type PartyKey } from '../../rules/parties/party.ts';
import { text, type Text } from '../../rules/text.ts';

/** A party as the timeline names it: an organisation by its credit code, a person by what it is and never by name. */
export function partyInWords(party: PartyKey): Text {
  if (partyKind(party) !== 'ORGANISATION') return text('自然人', 'a natural person');
  const code = partyId(party);
  return text(`统一社会信用代码 ${code}`, `credit code ${code}`);
}
