/** What the timeline says of each action of a case of unlawful content (XC-05.3). */
import { contentBreaches, contentMeasures, reportWays } from '../../../rules/hn-net/unlawful-content.ts';
import { entry, listed, parts } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import { momentInWords } from '../../../rules/time/index.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import { offersInWords } from '../offers-named.ts';
import type { illegalContent } from './contract.ts';

export const illegalContentSentences: SentencesOf<typeof illegalContent> = {
  confirmBreach: ({ breach, measures, offers }) =>
    parts(
      contentBreaches[breach].title,
      entry(text('措施', 'measures'), listed(measures.map((measure) => contentMeasures[measure]))),
      offersInWords(offers),
    ),
  reportToAuthority: ({ authority, way, reportNumber, reportedAt }) =>
    parts(
      authority,
      reportWays[way],
      entry(text('编号', 'number'), reportNumber),
      entry(text('报告时间', 'reported'), momentInWords(reportedAt)),
    ),
  giveStatement: ({ statement }) => statement,
};
