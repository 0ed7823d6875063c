/** What the timeline says of each action of a complaint (XC-05.3). */
import { bodyInWords } from '../../../rules/hn-net/body-in-words.ts';
import { complaintReasons, responsibleParties, type ResponsibleParty } from '../../../rules/hn-net/complaint.ts';
import { competentPlatform } from '../../../rules/hn-net/network.ts';
import { changed, entry, listed, parts } from '../../../rules/phrases.ts';
import { text, type Text } from '../../../rules/text.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import { partyInWords } from '../party-in-words.ts';
import type { complaint, MediationResult } from './contract.ts';

const results: Readonly<Record<MediationResult, Text>> = {
  SETTLED: text('达成协议', 'settled'),
  FAILED: text('调解未成', 'failed'),
  WITHDRAWN: text('申请已撤回', 'application withdrawn'),
};

export const complaintSentences: SentencesOf<typeof complaint> = {
  transferComplaint: ({ body }, { before }) => changed(bodyInWords(before.bodyId).name, bodyInWords(body).name),

  nameProvider: ({ provider, broughtInBy = null }) =>
    parts(
      partyInWords(provider),
      entry(text('负责接入的平台', 'brought in by'), bodyInWords(competentPlatform(broughtInBy).id).name),
    ),

  giveStatement: ({ statement }) => statement,
  mediationEnded: ({ result }) => results[result],

  upholdComplaint: ({ responsible, breached }) =>
    parts(
      responsibility(responsible),
      entry(text('违反的义务', 'duties breached'), listed(breached.map((code) => complaintReasons[code].title))),
    ),

  rejectComplaint: ({ responsible }) => responsibility(responsible),
  closeSettled: ({ responsible }) => responsibility(responsible),
};

function responsibility(responsible: ResponsibleParty): Text {
  return entry(text('责任方', 'responsible'), responsibleParties[responsible]);
}
