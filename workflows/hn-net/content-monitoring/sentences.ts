/** What the timeline says of each action of the monitoring (XC-05.3): it is the log of the checks. */
import { listed, parts } from '../../../rules/phrases.ts';
import { counted, text } from '../../../rules/text.ts';
import { namedCase } from '../../engine/case-number.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { contentMonitoring } from './contract.ts';

export const contentMonitoringSentences: SentencesOf<typeof contentMonitoring> = {
  recordCheck: ({ providers, items, findingIds }) => {
    const found = findingIds.map((id) => namedCase(id));
    return parts(
      text(
        `检查服务商 ${providers} 家、服务（商品） ${items} 项`,
        `${counted(providers, 'provider')} and ${counted(items, 'item')} checked`,
      ),
      found.length === 0
        ? text('未发现违法信息', 'nothing unlawful found')
        : text(`发现违法信息：${listed(found).zh}`, `unlawful content found: ${listed(found).en}`),
    );
  },
};
