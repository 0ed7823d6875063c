/** What the timeline says of the end of a platform (XC-05.3). */
import { protectiveMeasures } from '../../../rules/hn-net/termination.ts';
import { parts } from '../../../rules/phrases.ts';
import { counted, text } from '../../../rules/text.ts';
import { momentInWords } from '../../../rules/time/index.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { platformTermination } from './contract.ts';

export const platformTerminationSentences: SentencesOf<typeof platformTermination> = {
  everybodyTold: ({ notice, providers, consumers }, { contract }) =>
    parts(
      contract.notices[notice]?.title ?? notice,
      text(
        `服务商 ${providers} 家、消费者 ${consumers} 名`,
        `${counted(providers, 'provider')} and ${counted(consumers, 'consumer')}`,
      ),
    ),
  recordMeasure: ({ measure }) => protectiveMeasures[measure],
  postponeEnd: ({ endsAt, measures }) =>
    parts(momentInWords(endsAt), measures && text(`保障措施：${measures}`, `measures: ${measures}`)),
};
