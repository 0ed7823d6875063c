/** What the timeline says of each action of an activity (XC-05.3). */
import { bodyInWords } from '../../../rules/hn-net/body-in-words.ts';
import { partyId, partyKind } from '../../../rules/parties/party.ts';
import { text } from '../../../rules/text.ts';
import { activitySentences, closingSentences } from '../../cooperation/service-activity/sentences.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import { partyInWords } from '../../engine/party-in-words.ts';
import type { serviceActivity } from './contract.ts';

export const serviceActivitySentences: SentencesOf<typeof serviceActivity> = {
  ...activitySentences(
    (id) => bodyInWords(id).name,
    (key) => (partyKind(key) === 'UNIT' ? bodyInWords(partyId(key)).name : partyInWords(key)),
  ),
  ...closingSentences,
  askForSupport: ({ what }) => what,
  answerSupport: ({ granted }) => (granted ? text('同意支持', 'support is given') : text('不能支持', 'no support')),
};
