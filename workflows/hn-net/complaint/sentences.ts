/** What the timeline says of each action of a complaint (XC-05.3). */
import { responsibleParties } from '../../../rules/hn-net/complaint.ts';
import { entry, parts } from '../../../rules/phrases.ts';
import { text, type Text } from '../../../rules/text.ts';
import { complaintSentences as commonSentences, responsibility } from '../../disputes/complaint/sentences.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import { partyInWords } from '../../../rules/parties/party-in-words.ts';
import { movedPlatform } from '../moved-platform.ts';
import { answering } from '../named-platform.ts';
import type { complaint, MediationResult } from './contract.ts';
import { terms } from './terms.ts';

const results: Readonly<Record<MediationResult, Text>> = {
  SETTLED: text('达成协议', 'settled'),
  FAILED: text('调解未成', 'failed'),
  WITHDRAWN: text('申请已撤回', 'application withdrawn'),
};

export const complaintSentences: SentencesOf<typeof complaint> = {
  ...commonSentences(terms.law),

  transferComplaint: ({ body }, { before, reading }) => movedPlatform(before, body, reading),

  nameProvider: ({ provider, broughtInBy = null }, { reading }) =>
    parts(
      partyInWords(provider),
      entry(text('负责接入的平台', 'brought in by'), answering(broughtInBy, reading).named.name),
    ),

  mediationEnded: ({ result }) => results[result],
  closeSettled: ({ responsible }) => responsibility(responsibleParties, responsible),
};
