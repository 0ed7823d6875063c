/** Mails on the result of the review and on the final materials (HN-BASE-03.4, 04). */
import { deadlines, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { baseDeclaration } from './contract.ts';

type Results =
  'selected' | 'notSelected' | 'revisionReturned' | 'finalIncomplete' | 'finalFiled' | 'finalLate' | 'finalRefused';

export const resultWording: Pick<WordingsOf<typeof baseDeclaration>, Results> = {
  selected: {
    'zh-CN': ({ base, year, score }) => ({
      blocks: [
        paragraph(`经专家评审，“${base}”入选${year}年度国家小型微型企业创业创新示范基地推荐名单。`),
        paragraph('请按规定格式修改完善材料，报送纸质材料一式三份，并将全部材料刻成光盘一并报送。'),
        deadlines,
      ],
      facts: [['专家评审平均分', `${score}`]],
      action: '查看并提交定稿材料',
    }),
    en: ({ base, year, score }) => ({
      blocks: [
        paragraph(
          `After the review by experts, “${base}” is on the list that the province recommends in the call of ${year}.`,
        ),
        paragraph(
          'Please revise the materials to the prescribed format, and file three paper copies together with all materials on disc.',
        ),
        deadlines,
      ],
      facts: [['Mean score of the experts', `${score}`]],
      action: 'See the declaration',
    }),
  },
  notSelected: {
    'zh-CN': ({ base, year, reason, score }, say) => ({
      blocks: [paragraph(`经专家评审，“${base}”未入选${year}年度推荐名单。`), paragraph(`理由：${say.of(reason)}`)],
      facts: [['专家评审平均分', `${score}`]],
    }),
    en: ({ base, year, reason, score }, say) => ({
      blocks: [
        paragraph(
          `After the review by experts, “${base}” is not on the list that the province recommends in the call of ${year}.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Mean score of the experts', `${score}`]],
    }),
  },
  revisionReturned: {
    'zh-CN': ({ base, year, reason }, say) => ({
      blocks: [paragraph(`“${base}”${year}年度的定稿材料退回，请按要求修改。`), paragraph(`理由：${say.of(reason)}`)],
      action: '查看并提交定稿材料',
    }),
    en: ({ base, year, reason }, say) => ({
      blocks: [
        paragraph(`The final materials of “${base}” for ${year} are returned; please revise them.`),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      action: 'See the declaration',
    }),
  },
  finalIncomplete: {
    'zh-CN': ({ base, year, received, needed, disc }) => ({
      blocks: [
        paragraph(
          `“${base}”${year}年度的定稿纸质材料收到${received}份，须一式${needed}份；光盘${disc ? '已' : '未'}收到。`,
        ),
        deadlines,
      ],
      action: '查看申报',
    }),
    en: ({ base, year, received, needed, disc }) => ({
      blocks: [
        paragraph(
          `Final paper copies of “${base}” for ${year} that have come: ${received} of ${needed}. The disc has ${disc ? '' : 'not '}come.`,
        ),
        deadlines,
      ],
      action: 'See the declaration',
    }),
  },
  finalFiled: {
    'zh-CN': ({ base, year, late }) => ({
      blocks: [paragraph(`“${base}”${year}年度的定稿材料已接收${late ? '（逾期，经负责人决定接收）' : ''}。`)],
      action: '查看申报',
    }),
    en: ({ base, year, late }) => ({
      blocks: [
        paragraph(
          `The final materials of “${base}” for ${year} were taken${late ? '; they were late, and a manager has decided to take them' : ''}.`,
        ),
      ],
      action: 'See the declaration',
    }),
  },
  finalLate: {
    'zh-CN': ({ base, year, finalDay }, say) => ({
      blocks: [
        paragraph(`“${base}”${year}年度的定稿材料未在截止日前收齐，已标明逾期。是否接收由省级主管部门负责人决定。`),
      ],
      facts: [['截止日', say.day(finalDay)]],
      action: '查看申报',
    }),
    en: ({ base, year, finalDay }, say) => ({
      blocks: [
        paragraph(
          `The final materials of “${base}” for ${year} had not all come by the last day and are marked late. A manager of the province decides whether they are taken.`,
        ),
      ],
      facts: [['Last day', say.day(finalDay)]],
      action: 'See the declaration',
    }),
  },
  finalRefused: {
    'zh-CN': ({ base, year, reason }, say) => ({
      blocks: [
        paragraph(`“${base}”${year}年度的定稿材料逾期，省级主管部门决定不予接收。`),
        paragraph(`理由：${say.of(reason)}`),
      ],
    }),
    en: ({ base, year, reason }, say) => ({
      blocks: [
        paragraph(
          `The final materials of “${base}” for ${year} were late, and the province has decided not to take them.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
    }),
  },
};
