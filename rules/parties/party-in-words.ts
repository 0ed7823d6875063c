import { partyId, partyKind, type PartyKey } from './party.ts';
import { text, type Text } from '../text.ts';

/** A party as the timeline names it: an organisation by its credit code, a person by what it is and never by name. */
export function partyInWords(party: PartyKey): Text {
  if (partyKind(party) !== 'ORGANISATION') return text('自然人', 'a natural person');
  const code = partyId(party);
  return text(`统一社会信用代码 ${code}`, `credit code ${code}`);
}

/** The organisations that a sentence names by their credit codes, as {@link partyInWords} does. */
export function organisationsIn({ zh }: Text): PartyKey[] {
  return [...new Set([...zh.matchAll(/统一社会信用代码 ([0-9A-Z]{18})/g)].map(([, code = '']) => code))];
}

/** A sentence with their names before the credit codes of organisations, for who reads it; those without a name stay as they are. */
export function withNamesOf(sentence: Text, names: ReadonlyMap<PartyKey, Text>): Text {
  let { zh, en } = sentence;
  for (const party of organisationsIn(sentence)) {
    const name = names.get(party);
    if (name === undefined) continue;
    const code = partyInWords(party);
    zh = zh.replaceAll(code.zh, `${name.zh}（${code.zh}）`);
    en = en.replaceAll(code.en, `${name.en} (${code.en})`);
  }
  return text(zh, en);
}
