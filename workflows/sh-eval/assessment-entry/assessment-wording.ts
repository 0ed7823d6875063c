/** Mails of an entry that is assessed, and of its result (SH-EVAL-08, 09). */
import { deadlines, paragraph, warning } from '../../../rules/notices/content.ts';
import { gradeTitles } from '../../../rules/sh-eval/grades.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { assessmentEntry } from './contract.ts';

type OfAssessment =
  | 'clarificationAsked'
  | 'interferenceRecorded'
  | 'resultPublished'
  | 'unqualifiedPublished'
  | 'resultUpheld'
  | 'resultChanged';

const action = { zh: '查看申报', en: 'See the entry' };

export const assessmentWording: Pick<WordingsOf<typeof assessmentEntry>, OfAssessment> = {
  clarificationAsked: {
    'zh-CN': ({ year, question, askedAt }, say) => ({
      blocks: [
        paragraph(`第三方测评机构就您的${year}年测评申报材料要求说明：${question}`),
        paragraph('请在案件中答复，可以附上证明材料。'),
        deadlines,
      ],
      facts: [['提出时间', say.at(askedAt)]],
      action: '查看要求',
    }),
    en: ({ year, question, askedAt }, say) => ({
      blocks: [
        paragraph(`The assessor asks about the materials of your entry of ${year}: ${question}`),
        paragraph('Answer in the case; you may add files that show it.'),
        deadlines,
      ],
      facts: [['Asked', say.at(askedAt)]],
      action: 'See what is asked',
    }),
  },

  interferenceRecorded: {
    'zh-CN': ({ year, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`${year}年测评中登记了下列干预测评的情况：${say.of(reason)}`),
        warning('贵单位已承诺不以任何形式干预材料审查、测评和成绩确定；确定等次时可以据此认定为不合格。'),
      ],
      facts: [['登记时间', say.at(decidedAt)]],
      action: action.zh,
    }),
    en: ({ year, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`In the assessment of ${year} this interference was recorded: ${say.of(reason)}`),
        warning(
          'You have undertaken not to interfere with the review, the assessment and the setting of the results. The grade may be set to unqualified for it.',
        ),
      ],
      facts: [['Recorded', say.at(decidedAt)]],
      action: action.en,
    }),
  },

  resultPublished: {
    'zh-CN': ({ year, grade, listed, validFrom, validTo, link }, say) => ({
      subject: `${year}年测评结果：${say.of(gradeTitles[grade])}`,
      blocks: [
        paragraph(`您的${year}年中小企业服务质量第三方测评结果为${say.of(gradeTitles[grade])}，已向社会公布。`),
        paragraph(listed ? '您已列入上海市中小企业服务机构名单。' : '您未列入上海市中小企业服务机构名单。'),
        paragraph('对结果有异议的，可以在案件中提出一次，由市经济信息化委负责人复核。'),
      ],
      facts: [
        ...(listed ? ([['名单有效期', `${say.day(validFrom)}至${say.day(validTo)}`]] as const) : []),
        ['公布网址', link],
      ],
      action: action.zh,
    }),
    en: ({ year, grade, listed, validFrom, validTo, link }, say) => ({
      subject: `Assessment of ${year}: ${say.of(gradeTitles[grade])}`,
      blocks: [
        paragraph(
          `Your result in the third-party assessment of SME service quality of ${year} is ${say.of(gradeTitles[grade])}. It is public.`,
        ),
        paragraph(
          listed
            ? 'You are on the list of municipal SME service institutions.'
            : 'You are not on the list of municipal SME service institutions.',
        ),
        paragraph('You may object once, in the case; a manager of the commission then examines it.'),
      ],
      facts: [
        ...(listed ? ([['On the list', `${say.day(validFrom)} to ${say.day(validTo)}`]] as const) : []),
        ['Published at', link],
      ],
      action: action.en,
    }),
  },

  unqualifiedPublished: {
    'zh-CN': ({ year, grade, reason, link, publishedAt }, say) => ({
      subject: `${year}年测评结果：${say.of(gradeTitles[grade])}`,
      blocks: [
        paragraph(`您的${year}年中小企业服务质量第三方测评结果为${say.of(gradeTitles[grade])}，已向社会公布。`),
        paragraph(`理由：${say.of(reason)}`),
        paragraph('不合格的机构不列入本期名单，以后年度可以重新申报。'),
        paragraph('对结果有异议的，可以在案件中提出一次，不设期限，由市经济信息化委负责人复核。'),
      ],
      facts: [
        ['公布时间', say.at(publishedAt)],
        ['公布网址', link],
      ],
      action: action.zh,
    }),
    en: ({ year, grade, reason, link, publishedAt }, say) => ({
      subject: `Assessment of ${year}: ${say.of(gradeTitles[grade])}`,
      blocks: [
        paragraph(
          `Your result in the third-party assessment of SME service quality of ${year} is ${say.of(gradeTitles[grade])}. It is public.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph('You are not on the list of this term; you may enter again in a later year.'),
        paragraph(
          'You may object once, in the case, without a time limit; a manager of the commission then examines it.',
        ),
      ],
      facts: [
        ['Published', say.at(publishedAt)],
        ['Published at', link],
      ],
      action: action.en,
    }),
  },

  resultUpheld: {
    'zh-CN': ({ year, grade, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`您对${year}年测评结果的异议，经复核不成立，维持${say.of(gradeTitles[grade])}等次。`),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [['决定时间', say.at(decidedAt)]],
      action: action.zh,
    }),
    en: ({ year, grade, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(
          `Your objection to the result of ${year} was examined and turned down. The grade stays ${say.of(gradeTitles[grade])}.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Decided', say.at(decidedAt)]],
      action: action.en,
    }),
  },

  resultChanged: {
    'zh-CN': ({ year, grade, listed, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`您对${year}年测评结果的异议成立，等次变更为${say.of(gradeTitles[grade])}。`),
        paragraph(`理由：${say.of(reason)}`),
        paragraph(listed ? '您列入上海市中小企业服务机构名单。' : '您未列入上海市中小企业服务机构名单。'),
      ],
      facts: [['决定时间', say.at(decidedAt)]],
      action: action.zh,
    }),
    en: ({ year, grade, listed, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(
          `Your objection to the result of ${year} was upheld. The grade is now ${say.of(gradeTitles[grade])}.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph(
          listed
            ? 'You are on the list of municipal SME service institutions.'
            : 'You are not on the list of municipal SME service institutions.',
        ),
      ],
      facts: [['Decided', say.at(decidedAt)]],
      action: action.en,
    }),
  },
};
