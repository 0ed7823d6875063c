/** What the timeline says of each action of an activity (XC-05.3). */
import { bodyInWords } from '../../../rules/hn-net/body-in-words.ts';
import { partyId, partyKind } from '../../../rules/parties/party.ts';
import { everKnown, type WindowEntry } from '../../../rules/hn-net/window.ts';
import { text } from '../../../rules/text.ts';
import { activitySentences, closingSentences } from '../../cooperation/service-activity/sentences.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import { partyInWords } from '../../../rules/parties/party-in-words.ts';
import type { serviceActivity } from './contract.ts';

/** The sentences that name bodies of the network, as it has them or had them. */
function named(windows: readonly WindowEntry[]) {
  const known = everKnown(windows);
  const bodyName = (id: string) => bodyInWords(id, known).name;
  return activitySentences(bodyName, (key) => (partyKind(key) === 'UNIT' ? bodyName(partyId(key)) : partyInWords(key)));
}

export const serviceActivitySentences: SentencesOf<typeof serviceActivity> = {
  ...named([]),
  addPartner: (input, { reading }) => named(reading).addPartner(input),
  recordHeld: (held, { reading }) => named(reading).recordHeld(held),
  ...closingSentences,
  askForSupport: ({ what }) => what,
  answerSupport: ({ granted }) => (granted ? text('同意支持', 'support is given') : text('不能支持', 'no support')),
};
