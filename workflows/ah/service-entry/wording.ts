/** Mails of an entry of service data (AH-EVAL-02). */
import { paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { serviceEntry } from './contract.ts';

export const serviceEntryWording: WordingsOf<typeof serviceEntry> = {
  entryExcluded: {
    'zh-CN': ({ entry, enteredOn, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`您于${say.day(enteredOn)}录入的服务数据（${say.of(entry)}）经核查不实，不予计入。`),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [['决定时间', say.at(decidedAt)]],
      action: '查看录入的数据',
    }),
    en: ({ entry, enteredOn, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(
          `The service data that you entered on ${say.day(enteredOn)} (${say.of(entry)}) were found untrue and do not count.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Decided', say.at(decidedAt)]],
      action: 'See the entry',
    }),
  },
};
