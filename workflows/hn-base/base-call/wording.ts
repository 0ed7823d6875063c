/** Mails on a call (HN-BASE-03.2); declarations and titles tell the bases. */
import { list, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { baseCall } from './contract.ts';

export const baseCallWording: WordingsOf<typeof baseCall> = {
  listMade: {
    'zh-CN': ({ year, selected, entries }) => ({
      blocks: [
        paragraph(`${year}年度示范基地申报共评审 ${entries} 家，推荐名单已确定，结果已通知各申报单位和市州。`),
        ...list('推荐名单', selected),
      ],
      action: '查看申报通知',
    }),
    en: ({ year, selected, entries }) => ({
      blocks: [
        paragraph(
          `In the call of ${year}, ${entries} declarations were reviewed. The list is made, and bases and cities were told.`,
        ),
        ...list('Recommended', selected),
      ],
      action: 'See the call',
    }),
  },
};
