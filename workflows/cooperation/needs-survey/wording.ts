/** Mails of surveys of needs and of answers in every regime. */
import { deadlines, paragraph, type Wording } from '../../../rules/notices/content.ts';
import type { Notice } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { answerNotices, surveyNotices } from './notices.ts';

type WordingsOf<Notices> = {
  readonly [N in keyof Notices]: Notices[N] extends Notice<infer D> ? Wording<D> : never;
};

/** The mails of a survey. @param organiser who asks for it, within a sentence: 省枢纽服务平台, `the hub` */
export function surveyWordings(organiser: Text): WordingsOf<ReturnType<typeof surveyNotices>> {
  return {
    surveyAsked: {
      'zh-CN': ({ topic, askedAt }, say) => ({
        blocks: [
          paragraph(`${organiser.zh}组织开展中小企业服务需求调查（“${topic}”），请在下列期限内完成并报送结果。`),
          deadlines,
          paragraph('调查内容见案件中的调查表。企业可以自行答复，也可以由工作人员代为登记。'),
        ],
        facts: [['部署时间', say.at(askedAt)]],
        action: '查看调查',
      }),
      en: ({ topic, askedAt }, say) => ({
        blocks: [
          paragraph(
            `${organiser.en} surveys what services enterprises need (“${topic}”). Please collect the answers and report the result within the time below.`,
          ),
          deadlines,
          paragraph(
            'What is asked stands in the case. Enterprises answer by themselves, or staff enter their answers.',
          ),
        ],
        facts: [['Asked', say.at(askedAt)]],
        action: 'See the survey',
      }),
    },

    surveyOverdue: {
      'zh-CN': ({ topic, until }, say) => ({
        blocks: [
          paragraph(`服务需求调查“${topic}”应于${say.day(until)}前报送，现已逾期，记为逾期报送。`),
          paragraph('逾期后仍应报送，请尽快完成。'),
        ],
        action: '查看并报送',
      }),
      en: ({ topic, until }, say) => ({
        blocks: [
          paragraph(`The survey “${topic}” was to be reported by ${say.day(until)}. It is marked as late.`),
          paragraph('It still has to be reported; please do so soon.'),
        ],
        action: 'See it and report',
      }),
    },

    partsComplete: {
      'zh-CN': ({ topic, parts, late, answers }) => ({
        blocks: [paragraph(`服务需求调查“${topic}”的各单位均已报送，请汇总。`)],
        facts: [
          ['报送单位', `${parts} 个，其中逾期 ${late} 个`],
          ['收到答复', `${answers} 份`],
        ],
        action: '查看并汇总',
      }),
      en: ({ topic, parts, late, answers }) => ({
        blocks: [paragraph(`Every part of the survey “${topic}” has come in. Please sum it up.`)],
        facts: [
          ['Parts', `${parts}, of which ${late} late`],
          ['Answers', String(answers)],
        ],
        action: 'See it and sum it up',
      }),
    },

    surveyCancelled: {
      'zh-CN': ({ topic, reason, cancelledAt }, say) => ({
        blocks: [
          paragraph(`服务需求调查“${topic}”已由组织单位取消，无须再报送。`),
          paragraph(`理由：${say.of(reason)}`),
        ],
        facts: [['取消时间', say.at(cancelledAt)]],
      }),
      en: ({ topic, reason, cancelledAt }, say) => ({
        blocks: [
          paragraph(`The survey “${topic}” was cancelled by its organiser. Nothing is to be reported any more.`),
          paragraph(`Why: ${say.of(reason)}`),
        ],
        facts: [['Cancelled', say.at(cancelledAt)]],
      }),
    },
  };
}

/** The mails of an answer. */
export const answerWordings: WordingsOf<ReturnType<typeof answerNotices>> = {
  answerNoted: {
    'zh-CN': ({ category, reason, notedAt }, say) => ({
      blocks: [
        paragraph('感谢您参加服务需求调查。您反映的需求已登记备查，用于改进服务；本次未转为服务需求。'),
        paragraph(`理由：${say.of(reason)}`),
        paragraph('您可以随时另行提出服务需求。'),
      ],
      facts: [
        ['需求类别', say.of(category)],
        ['登记时间', say.at(notedAt)],
      ],
    }),
    en: ({ category, reason, notedAt }, say) => ({
      blocks: [
        paragraph(
          'Thank you for answering the survey. Your need has been noted and helps to improve the services; it was not turned into a service request.',
        ),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph('You may ask for a service at any time.'),
      ],
      facts: [
        ['Category', say.of(category)],
        ['Noted', say.at(notedAt)],
      ],
    }),
  },
};
