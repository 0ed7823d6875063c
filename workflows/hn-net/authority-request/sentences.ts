/** What the timeline says of each action of a request (XC-05.3): a release names recipient, basis and what was supplied (HN-NET-08.5). */
import { packageRecipients } from '../../../rules/hn-net/data-package.ts';
import { contentBreaches } from '../../../rules/hn-net/unlawful-content.ts';
import { entry, listed, parts } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import { packageInWords } from '../data-release.ts';
import type { authorityRequest } from './contract.ts';

export const authorityRequestSentences: SentencesOf<typeof authorityRequest> = {
  takeMeasures: ({ breach, links }) => parts(contentBreaches[breach].title, listed(links)),
  answerRequest: ({ fields, purpose, tellProvider }, { before: { facts } }) =>
    parts(
      entry(packageRecipients[facts.requester].title, facts.requesterName),
      entry(text('文号', 'number'), facts.requestNumber),
      entry(text('法律依据', 'legal basis'), facts.legalBasis),
      ...packageInWords({ fields, purpose }),
      tellProvider ? text('已告知服务商', 'the provider is told') : text('未告知服务商', 'the provider is not told'),
    ),
};
