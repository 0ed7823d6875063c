/** Mails on an opinion (HN-BASE-03.1). */
import { deadlines, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { baseOpinion } from './contract.ts';

export const baseOpinionWording: WordingsOf<typeof baseOpinion> = {
  opinionAsked: {
    'zh-CN': ({ base, year }) => ({
      blocks: [
        paragraph(`您已被抽取为${year}年度国家小型微型企业创业创新示范基地申报“${base}”的评审专家。`),
        paragraph('请阅读申报案件中的材料，独立评分并提交意见。全部专家提交后意见一并开启，此前任何人不可查看。'),
        paragraph('与申报单位有利害关系的，请申请回避。'),
        deadlines,
      ],
      action: '查看并提交评审意见',
    }),
    en: ({ base, year }) => ({
      blocks: [
        paragraph(`The lot has drawn you to review the declaration of “${base}” in the call of ${year}.`),
        paragraph(
          'Please read the materials in the case of the declaration, and give your score and opinion by yourself. All opinions are opened together; nobody reads yours before.',
        ),
        paragraph('If you have to do with the base, please step back.'),
        deadlines,
      ],
      action: 'See the declaration and give the opinion',
    }),
  },
  reviewEnded: {
    'zh-CN': ({ base, year, reason }, say) => ({
      blocks: [
        paragraph(`${year}年度示范基地申报“${base}”的评审，您无需再提交意见。`),
        paragraph(`原因：${say.of(reason)}`),
      ],
    }),
    en: ({ base, year, reason }, say) => ({
      blocks: [
        paragraph(`Your opinion on the declaration of “${base}” in the call of ${year} is not needed any more.`),
        paragraph(`Why: ${say.of(reason)}`),
      ],
    }),
  },
};
