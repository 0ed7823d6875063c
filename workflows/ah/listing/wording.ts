/** Mails of the white and the black list (AH-OPS-06). */
import { paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { listing } from './contract.ts';

/** Of both lists: the mail names the one it is about. */
const listed: WordingsOf<typeof listing>['whitelisted' | 'blacklisted'] = {
  'zh-CN': ({ list, ground, reason, from, until }, say) => ({
    blocks: [paragraph(`经决定，您被列入平台网络${say.of(list)}。`), paragraph(`理由：${say.of(reason)}`)],
    facts: [
      ['依据', say.of(ground)],
      ['列入日期', say.day(from)],
      ['截止日', until === null ? '至移出为止' : say.day(until)],
    ],
    action: '查看决定',
  }),
  en: ({ list, ground, reason, from, until }, say) => ({
    blocks: [
      paragraph(`It was decided to put you on the ${say.of(list).toLowerCase()} of the network.`),
      paragraph(`Why: ${say.of(reason)}`),
    ],
    facts: [
      ['Ground', say.of(ground)],
      ['From', say.day(from)],
      ['Last day', until === null ? 'until it is taken off' : say.day(until)],
    ],
    action: 'See the decision',
  }),
};

export const listingWording: WordingsOf<typeof listing> = {
  whitelisted: listed,
  blacklisted: listed,

  removed: {
    'zh-CN': ({ list, ground, reason, on }, say) => ({
      blocks: [paragraph(`您已被移出平台网络${say.of(list)}。`), paragraph(`理由：${say.of(reason)}`)],
      facts: [
        ['原列入依据', say.of(ground)],
        ['移出日期', say.day(on)],
      ],
      action: '查看决定',
    }),
    en: ({ list, ground, reason, on }, say) => ({
      blocks: [
        paragraph(`You are taken off the ${say.of(list).toLowerCase()} of the network.`),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [
        ['Ground of the listing', say.of(ground)],
        ['Taken off', say.day(on)],
      ],
      action: 'See the decision',
    }),
  },
};
