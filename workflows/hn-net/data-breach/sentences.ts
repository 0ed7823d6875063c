/** What the timeline says of each action of a leak (XC-05.3). */
import { breachCauses, breachMeasures, tellingWays } from '../../../rules/hn-net/data-breach.ts';
import { reportWays } from '../../../rules/hn-net/unlawful-content.ts';
import { entry, listed, parts } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import { momentInWords } from '../../../rules/time/index.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { dataBreach } from './contract.ts';

export const dataBreachSentences: SentencesOf<typeof dataBreach> = {
  takeMeasures: ({ measures, takenAt, account }) =>
    parts(
      listed(measures.map((measure) => breachMeasures[measure])),
      entry(text('采取措施时间', 'taken'), momentInWords(takenAt)),
      account,
    ),
  reportToAuthority: ({ authority, way, reportNumber, reportedAt }) =>
    parts(
      authority,
      reportWays[way],
      entry(text('编号', 'number'), reportNumber),
      entry(text('报告时间', 'reported'), momentInWords(reportedAt)),
    ),
  tellPersons: ({ persons, way, toldAt, message }) =>
    parts(
      entry(text('告知人数', 'persons told'), String(persons)),
      tellingWays[way],
      entry(text('告知时间', 'told'), momentInWords(toldAt)),
      message,
    ),
  recordRemedy: ({ remedy, remediedAt }) =>
    parts(entry(text('完成时间', 'completed'), momentInWords(remediedAt)), remedy),
  addFindings: ({ account }) => account,
  concludeBreach: ({ cause, lesson }) =>
    parts(entry(text('原因', 'cause'), breachCauses[cause]), entry(text('教训和改进', 'lesson'), lesson)),
};
