/** What the timeline says of each action of an activity (XC-05.3). */
import { bodyInWords } from '../../../rules/hn-net/body-in-words.ts';
import { partyId, partyKind } from '../../../rules/parties/party.ts';
import { everKnown } from '../../../rules/hn-net/window.ts';
import { text, type Text } from '../../../rules/text.ts';
import { activitySentences, closingSentences } from '../../cooperation/service-activity/sentences.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import { partyInWords } from '../../../rules/parties/party-in-words.ts';
import type { serviceActivity } from './contract.ts';

/** @param bodyName what a body of the network is called */
function named(bodyName: (id: string) => Text) {
  return activitySentences(bodyName, (key) => (partyKind(key) === 'UNIT' ? bodyName(partyId(key)) : partyInWords(key)));
}

export const serviceActivitySentences: SentencesOf<typeof serviceActivity> = {
  ...named((id) => bodyInWords(id).name),
  recordHeld: (held, { reading }) => named((id) => bodyInWords(id, everKnown(reading)).name).recordHeld(held),
  ...closingSentences,
  askForSupport: ({ what }) => what,
  answerSupport: ({ granted }) => (granted ? text('同意支持', 'support is given') : text('不能支持', 'no support')),
};
