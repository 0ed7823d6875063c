/** Mails on a review (EC-CENTRE-08). */
import { deadlines, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { centreReview } from './contract.ts';

export const centreReviewWording: WordingsOf<typeof centreReview> = {
  reviewOpened: {
    'zh-CN': ({ year, name }) => ({
      blocks: [
        paragraph(`${name}${year}年度考评已开始。请按综合评价要求准备考评材料，并完成自评。`),
        paragraph('考评分基本条件、服务能力、配套保障、沟通联络四项，满分100分；商务主管部门和省级考评单位随后评分。'),
        deadlines,
      ],
      action: '查看考评并提交材料',
    }),
    en: ({ year, name }) => ({
      blocks: [
        paragraph(
          `The review of ${name} for ${year} is open. Please prepare the material that it asks for, and score yourself.`,
        ),
        paragraph(
          'There are four groups with a full mark of 100: basic conditions, service ability, support, liaison. Commerce authorities and the provincial evaluator score after you.',
        ),
        deadlines,
      ],
      action: 'See the review',
    }),
  },
  materialOverdue: {
    'zh-CN': ({ year, name }) => ({
      blocks: [paragraph(`${name}${year}年度考评的材料和自评分逾期未提交，已标记为逾期。请尽快补交。`)],
      action: '查看考评并提交材料',
    }),
    en: ({ year, name }) => ({
      blocks: [
        paragraph(
          `Material and self-score of ${name} for ${year} have not come in time and are marked as overdue. Please hand them in soon.`,
        ),
      ],
      action: 'See the review',
    }),
  },
  reviewNotHeld: {
    'zh-CN': ({ year, name, reason }, say) => ({
      blocks: [
        paragraph(`${name}${year}年度考评的材料和自评分逾期未提交，本年度考评未进行，不评分。`),
        paragraph(`理由：${say.of(reason)}`),
      ],
    }),
    en: ({ year, name, reason }, say) => ({
      blocks: [
        paragraph(
          `Material and self-score of ${name} for ${year} have not come. The review of the year was not held, and there is no score.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
    }),
  },
  reviewScored: {
    'zh-CN': ({ year, name, score, fullMark, self, authorities, province }) => ({
      blocks: [paragraph(`${name}${year}年度考评得分为 ${score} 分（满分 ${fullMark} 分）。`)],
      facts: [
        ['自评', `${self}`],
        ['商务主管部门评分', authorities.join('、')],
        ['省级考评评分', `${province}`],
      ],
      action: '查看考评',
    }),
    en: ({ year, name, score, fullMark, self, authorities, province }) => ({
      blocks: [paragraph(`The score of ${name} in the review of ${year} is ${score} of ${fullMark}.`)],
      facts: [
        ['Scored by itself', `${self}`],
        ['By the commerce authorities', authorities.join(', ')],
        ['By the provincial evaluator', `${province}`],
      ],
      action: 'See the review',
    }),
  },
};
