/** Mails of a promotion (HN-NET-13). */
import { paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { promotion } from './contract.ts';

export const promotionWording: WordingsOf<typeof promotion> = {
  promotionReturned: {
    'zh-CN': ({ reason }, say) => ({
      blocks: [paragraph('促销草案已退回，请修改后再行审核。'), paragraph(`理由：${say.of(reason)}`)],
      action: '查看草案',
    }),
    en: ({ reason }, say) => ({
      blocks: [
        paragraph('The draft of the promotion is returned. Change it; it is then checked again.'),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      action: 'See the draft',
    }),
  },

  changeRejected: {
    'zh-CN': ({ reason }, say) => ({
      blocks: [
        paragraph('提请的变更未被认定为不可抗力，促销按公布的方案继续实施。'),
        paragraph(`理由：${say.of(reason)}`),
      ],
      action: '查看促销方案',
    }),
    en: ({ reason }, say) => ({
      blocks: [
        paragraph('What was put forward is not force majeure. The promotion runs on as it was published.'),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      action: 'See the plan',
    }),
  },
};
