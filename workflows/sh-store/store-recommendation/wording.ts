/** Mails of a recommendation (SH-STORE-16). */
import { list, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import { counted } from '../../../rules/text.ts';
import type { storeRecommendation } from './contract.ts';

export const storeRecommendationWording: WordingsOf<typeof storeRecommendation> = {
  storeRecommended: {
    'zh-CN': ({ programmes, year, points, level, reason, recommendedAt }, say) => ({
      blocks: [
        paragraph('贵店铺运营良好、积分评级较高，现予重点推荐。'),
        ...list(`推荐内容（${year}年）`, say.all(programmes)),
        paragraph(`推荐理由：${say.of(reason)}`),
        paragraph('推荐不等于认定或者获得资金：测评结果和资金安排由主管部门按其规定决定。'),
      ],
      facts: [
        ['推荐时的积分与评级', `${points} 分，${say.of(level)}`],
        ['推荐时间', say.at(recommendedAt)],
      ],
      action: '查看推荐',
    }),
    en: ({ programmes, year, points, level, reason, recommendedAt }, say) => ({
      blocks: [
        paragraph('Your store runs well and is rated highly; it is now recommended.'),
        ...list(`What for (${year})`, say.all(programmes)),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph(
          'A recommendation is neither a recognition nor a grant: the competent departments decide on both by their own rules.',
        ),
      ],
      facts: [
        ['Points and level when recommended', `${counted(points, 'point')}, ${say.of(level)}`],
        ['Recommended', say.at(recommendedAt)],
      ],
      action: 'See the recommendation',
    }),
  },

  publicityEnded: {
    'zh-CN': ({ reason, endedAt }, say) => ({
      blocks: [
        paragraph('贵店铺在企业服务云首页的宣传推广已经结束。'),
        paragraph(`原因：${say.of(reason)}`),
        paragraph('店铺的经营和其他推荐不受影响。'),
      ],
      facts: [['结束时间', say.at(endedAt)]],
      action: '查看推荐',
    }),
    en: ({ reason, endedAt }, say) => ({
      blocks: [
        paragraph('The publicity for your store on the home page of the cloud has ended.'),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph('The store goes on as before, and so do other recommendations of it.'),
      ],
      facts: [['Ended', say.at(endedAt)]],
      action: 'See the recommendation',
    }),
  },
};
