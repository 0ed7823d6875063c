/** What the timeline says of each action of a version of the user agreement (XC-05.3). */
import { dayInWords } from '../../../rules/time/index.ts';
import { parts } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { userAgreement } from './contract.ts';

export const userAgreementSentences: SentencesOf<typeof userAgreement> = {
  checkTerms: ({ prominent, fair }) =>
    parts(
      prominent
        ? text('重大条款显著', 'Material terms prominent')
        : text('重大条款不够显著', 'Material terms not prominent'),
      fair ? text('条款公平', 'terms fair') : text('条款不公平', 'terms not fair'),
    ),
  publish: ({ effectiveFrom: asked }, { after: { facts } }) => {
    const from = asked ?? facts.effectiveFrom;
    if (from === null) return null;
    const day = dayInWords(from);
    return text(`第${facts.version}版，自${day.zh}起施行`, `version ${facts.version}, in force from ${day.en}`);
  },
  supersede: ({ version }) => text(`由第${version}版取代`, `by version ${version}`),
};
