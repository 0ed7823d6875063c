/** Mails on a declaration (HN-BASE-01 to 04). */
import { deadlines, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { baseDeclaration } from './contract.ts';
import { resultWording } from './result-wording.ts';

export const baseDeclarationWording: WordingsOf<typeof baseDeclaration> = {
  ...resultWording,

  declarationOpened: {
    'zh-CN': ({ base, year }) => ({
      blocks: [
        paragraph(`“${base}”在${year}年度的国家小型微型企业创业创新示范基地申报已建立。`),
        paragraph('请对照管理办法准备申报材料；提交市州审查前，市州主管部门可以在案件中提出指导意见。'),
        deadlines,
      ],
      action: '查看申报',
    }),
    en: ({ base, year }) => ({
      blocks: [
        paragraph(`The declaration of “${base}” in the call of ${year} is open.`),
        paragraph(
          'Please prepare your materials by the ministry’s measures; until you hand them in, your city may guide you in the case.',
        ),
        deadlines,
      ],
      action: 'See the declaration',
    }),
  },
  applicantGuided: {
    'zh-CN': ({ base, year, comment }) => ({
      blocks: [paragraph(`市州主管部门对“${base}”${year}年度申报材料提出指导意见：`), paragraph(comment)],
      action: '查看申报',
    }),
    en: ({ base, year, comment }) => ({
      blocks: [paragraph(`Your city has looked at the materials of “${base}” for ${year}:`), paragraph(comment)],
      action: 'See the declaration',
    }),
  },
  declarationReturned: {
    'zh-CN': ({ base, year, reason }, say) => ({
      blocks: [
        paragraph(`“${base}”${year}年度的申报由市州主管部门退回修改。请修改后再次提交。`),
        paragraph(`理由：${say.of(reason)}`),
      ],
      action: '查看并修改申报',
    }),
    en: ({ base, year, reason }, say) => ({
      blocks: [
        paragraph(
          `Your city returns the declaration of “${base}” for ${year}. Please correct it and hand it in again.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      action: 'See what is to be corrected',
    }),
  },
  recommended: {
    'zh-CN': ({ base, year }) => ({
      blocks: [paragraph(`市州主管部门推荐“${base}”参加${year}年度申报，将向省级主管部门报送。`), deadlines],
      action: '查看申报',
    }),
    en: ({ base, year }) => ({
      blocks: [
        paragraph(`Your city recommends “${base}” in the call of ${year}, and files it with the province.`),
        deadlines,
      ],
      action: 'See the declaration',
    }),
  },
  notRecommended: {
    'zh-CN': ({ base, year, reason }, say) => ({
      blocks: [paragraph(`市州主管部门不推荐“${base}”参加${year}年度申报。`), paragraph(`理由：${say.of(reason)}`)],
    }),
    en: ({ base, year, reason }, say) => ({
      blocks: [
        paragraph(`Your city does not recommend “${base}” in the call of ${year}.`),
        paragraph(`Why: ${say.of(reason)}`),
      ],
    }),
  },
  filedWithProvince: {
    'zh-CN': ({ base, year, filedAt, copies }, say) => ({
      blocks: [paragraph(`“${base}”${year}年度的申报已报送省级主管部门，纸质材料一式${copies}份。`)],
      facts: [['报送时间', say.at(filedAt)]],
      action: '查看申报',
    }),
    en: ({ base, year, filedAt, copies }, say) => ({
      blocks: [
        paragraph(`The declaration of “${base}” for ${year} was filed with the province, with ${copies} paper copies.`),
      ],
      facts: [['Filed', say.at(filedAt)]],
      action: 'See the declaration',
    }),
  },
  paperIncomplete: {
    'zh-CN': ({ base, year, received, needed, filingDay }, say) => ({
      blocks: [
        paragraph(`“${base}”${year}年度申报的纸质材料收到${received}份，须一式${needed}份，尚不齐全。`),
        paragraph('请在报送截止日前补齐，逾期不候。'),
      ],
      facts: [['报送截止', say.day(filingDay)]],
    }),
    en: ({ base, year, received, needed, filingDay }, say) => ({
      blocks: [
        paragraph(
          `Paper copies of the declaration of “${base}” for ${year} that have come: ${received}. It takes ${needed}, so the filing is not complete.`,
        ),
        paragraph('Please send the others by the last day of filing; late filings are not waited for.'),
      ],
      facts: [['Last day of filing', say.day(filingDay)]],
    }),
  },
  lateRefused: {
    'zh-CN': ({ base, year, filingDay, filedAt }, say) => ({
      blocks: [
        paragraph(
          `“${base}”${year}年度的申报未在报送截止日前齐全报送省级主管部门。按照通知“逾期不候”的规定，不予受理。`,
        ),
      ],
      facts: [
        ['报送截止', say.day(filingDay)],
        ['不予受理时间', say.at(filedAt)],
      ],
    }),
    en: ({ base, year, filingDay, filedAt }, say) => ({
      blocks: [
        paragraph(
          `The declaration of “${base}” for ${year} was not filed with the province, complete, by the last day. The call says that late filings are not waited for; it is not accepted.`,
        ),
      ],
      facts: [
        ['Last day of filing', say.day(filingDay)],
        ['Not accepted', say.at(filedAt)],
      ],
    }),
  },
};
