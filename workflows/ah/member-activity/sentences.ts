/** What the timeline says of each action of an activity (XC-05.3). */
import { bodyInWords } from '../../../rules/ah/members.ts';
import { partyId, partyKind } from '../../../rules/parties/party.ts';
import { activitySentences, evidenceSentences } from '../../cooperation/service-activity/sentences.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import { partyInWords } from '../../../rules/parties/party-in-words.ts';
import type { memberActivity } from './contract.ts';

export const memberActivitySentences: SentencesOf<typeof memberActivity> = {
  ...activitySentences(
    (id) => bodyInWords(id).name,
    (key) => (partyKind(key) === 'UNIT' ? bodyInWords(partyId(key)).name : partyInWords(key)),
  ),
  ...evidenceSentences,
};
