/** Mails of an entry until it is admitted (SH-EVAL-05 to 07); those of its assessment lie beside it. */
import { deadlines, paragraph, warning } from '../../../rules/notices/content.ts';
import { categories } from '../../../rules/sh-eval/categories.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { assessmentEntry } from './contract.ts';
import { assessmentWording } from './assessment-wording.ts';

const action = { zh: '查看申报', en: 'See the entry' };

export const assessmentEntryWording: WordingsOf<typeof assessmentEntry> = {
  ...assessmentWording,

  entryBegun: {
    'zh-CN': ({ year, category }, say) => ({
      blocks: [
        paragraph(
          `您的${year}年第三方测评申报已经建立。请在下列截止时间前提交电子版材料，并将纸质材料送达区主管部门。`,
        ),
        warning('纸质和电子版材料均须在截止时间前送达，以送达时间为准；逾期不参加本年度测评。'),
        deadlines,
      ],
      facts: [['主营服务类别', say.of(categories[category].title)]],
      action: action.zh,
    }),
    en: ({ year, category }, say) => ({
      blocks: [
        paragraph(
          `Your entry in the third-party assessment of ${year} is begun. Hand in the electronic materials and bring the paper set to the ` +
            'department of your district before the cut-off below.',
        ),
        warning(
          'Paper and electronic materials must both have arrived by then. Whoever is late is not in this year’s assessment.',
        ),
        deadlines,
      ],
      facts: [['Main category', say.of(categories[category].title)]],
      action: action.en,
    }),
  },

  entryHandedOver: {
    'zh-CN': ({ year, reason, decidedAt, district }, say) => ({
      blocks: [
        paragraph(
          `您的${year}年测评申报已移交注册地所属的${say.of(district)}主管部门办理，已提交的材料和提交时间不变。`,
        ),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [['移交时间', say.at(decidedAt)]],
      action: action.zh,
    }),
    en: ({ year, reason, decidedAt, district }, say) => ({
      blocks: [
        paragraph(
          `Your entry of ${year} was handed over to the department of the district of registration, ${say.of(district)}. What you handed in, and when, stays as it is.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Handed over', say.at(decidedAt)]],
      action: action.en,
    }),
  },

  entrySubmitted: {
    'zh-CN': ({ year, submittedAt, paperAt, points }, say) => ({
      blocks: [
        paragraph(`您的${year}年测评申报电子版材料已收到。`),
        paragraph(
          paperAt === null
            ? '区主管部门尚未登记收到纸质材料，请在申报截止时间前送达。'
            : '纸质材料此前已收到，区主管部门将进行审核。',
        ),
        paragraph('店铺年度积分为提交时的暂计数，以测评年度 12 月 31 日 24:00 的积分为准。'),
      ],
      facts: [
        ['电子版提交时间', say.at(submittedAt)],
        ['店铺年度积分（暂计）', String(points)],
      ],
      action: action.zh,
    }),
    en: ({ year, submittedAt, paperAt, points }, say) => ({
      blocks: [
        paragraph(`The electronic materials of your entry of ${year} have arrived.`),
        paragraph(
          paperAt === null
            ? 'The district has not recorded your paper set: bring it before the cut-off.'
            : 'Your paper set had arrived before; the district now reviews both.',
        ),
        paragraph(
          'The points of your store are provisional; those at 24:00 of 31 December of the assessed year count.',
        ),
      ],
      facts: [
        ['Handed in', say.at(submittedAt)],
        ['Points of the year so far', String(points)],
      ],
      action: action.en,
    }),
  },

  paperReceived: {
    'zh-CN': ({ year, paperAt, submittedAt }, say) => ({
      blocks: [
        paragraph(`区主管部门已收到您的${year}年测评申报纸质材料。`),
        paragraph(
          submittedAt === null
            ? '电子版材料尚未提交，请在申报截止时间前提交。'
            : '纸质和电子版材料均已收到，区主管部门将进行审核。',
        ),
      ],
      facts: [['纸质材料收到时间', say.at(paperAt)]],
      action: action.zh,
    }),
    en: ({ year, paperAt, submittedAt }, say) => ({
      blocks: [
        paragraph(`The department of your district has the paper set of your entry of ${year}.`),
        paragraph(
          submittedAt === null
            ? 'The electronic materials have not been handed in: do so before the cut-off.'
            : 'Both versions have arrived; the district now reviews them.',
        ),
      ],
      facts: [['Paper received', say.at(paperAt)]],
      action: action.en,
    }),
  },

  entryReturned: {
    'zh-CN': ({ year, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`区主管部门审核您的${year}年测评申报后，予以退回补正。理由：${say.of(reason)}`),
        paragraph('请补正后在申报截止时间前重新提交；未重新提交的，不参加本年度测评。'),
        deadlines,
      ],
      facts: [['退回时间', say.at(decidedAt)]],
      action: action.zh,
    }),
    en: ({ year, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(
          `The department of your district has reviewed your entry of ${year} and returned it. Why: ${say.of(reason)}`,
        ),
        paragraph(
          'Correct it and hand it in again before the cut-off; if you do not, it is not in this year’s assessment.',
        ),
        deadlines,
      ],
      facts: [['Returned', say.at(decidedAt)]],
      action: action.en,
    }),
  },

  lateRefused: {
    'zh-CN': ({ year, cutOff, submittedAt, paperAt }, say) => ({
      blocks: [
        paragraph(`您的${year}年测评申报未在截止时间前送达全部材料，不参加本年度测评。`),
        paragraph('纸质和电子版材料均须在截止时间前送达。'),
      ],
      facts: [
        ['申报截止', say.at(cutOff)],
        ['电子版材料', submittedAt === null ? '未提交' : say.at(submittedAt)],
        ['纸质材料', paperAt === null ? '未收到' : say.at(paperAt)],
      ],
      action: action.zh,
    }),
    en: ({ year, cutOff, submittedAt, paperAt }, say) => ({
      blocks: [
        paragraph(
          `Not all materials of your entry of ${year} arrived before the cut-off: it is not in this year’s assessment.`,
        ),
        paragraph('Paper and electronic materials must both have arrived by then.'),
      ],
      facts: [
        ['Cut-off', say.at(cutOff)],
        ['Electronic materials', submittedAt === null ? 'not handed in' : say.at(submittedAt)],
        ['Paper set', paperAt === null ? 'not received' : say.at(paperAt)],
      ],
      action: action.en,
    }),
  },

  lateAllowed: {
    'zh-CN': ({ year, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`市经济信息化委准予您的${year}年测评申报逾期办理。理由：${say.of(reason)}`),
        paragraph('材料尚未提交齐全的，请尽快提交。'),
      ],
      facts: [['决定时间', say.at(decidedAt)]],
      action: action.zh,
    }),
    en: ({ year, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`The commission lets your entry of ${year} in although it was late. Why: ${say.of(reason)}`),
        paragraph('If some of the materials are still missing, hand them in soon.'),
      ],
      facts: [['Decided', say.at(decidedAt)]],
      action: action.en,
    }),
  },

  entryRecommended: {
    'zh-CN': ({ year, decidedAt }, say) => ({
      blocks: [paragraph(`区主管部门已推荐您参加${year}年第三方测评，材料将报送市经济信息化委进行合规性审核。`)],
      facts: [['推荐时间', say.at(decidedAt)]],
      action: action.zh,
    }),
    en: ({ year, decidedAt }, say) => ({
      blocks: [
        paragraph(
          `The department of your district recommends you for the assessment of ${year}. Your materials go to the commission, which reviews them.`,
        ),
      ],
      facts: [['Recommended', say.at(decidedAt)]],
      action: action.en,
    }),
  },

  notRecommended: {
    'zh-CN': ({ year, reason, decidedAt }, say) => ({
      blocks: [paragraph(`您的申报未获推荐，不参加${year}年第三方测评。`), paragraph(`理由：${say.of(reason)}`)],
      facts: [['决定时间', say.at(decidedAt)]],
      action: action.zh,
    }),
    en: ({ year, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`Your entry was not recommended: it is not in the assessment of ${year}.`),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Decided', say.at(decidedAt)]],
      action: action.en,
    }),
  },

  entryAdmitted: {
    'zh-CN': ({ year, decidedAt }, say) => ({
      blocks: [paragraph(`该服务机构通过合规性审核，纳入${year}年第三方测评，由第三方测评机构开展测评和服务核验。`)],
      facts: [['决定时间', say.at(decidedAt)]],
      action: action.zh,
    }),
    en: ({ year, decidedAt }, say) => ({
      blocks: [
        paragraph(
          `The institution has passed the compliance review and is admitted to the assessment of ${year}. The third party assesses and verifies.`,
        ),
      ],
      facts: [['Decided', say.at(decidedAt)]],
      action: action.en,
    }),
  },

  notAdmitted: {
    'zh-CN': ({ year, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`该服务机构未通过合规性审核，不纳入${year}年第三方测评。`),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [['决定时间', say.at(decidedAt)]],
      action: action.zh,
    }),
    en: ({ year, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`The institution has not passed the compliance review and is not in the assessment of ${year}.`),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Decided', say.at(decidedAt)]],
      action: action.en,
    }),
  },
};
