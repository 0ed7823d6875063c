/** Mails of a supervision (HN-NET-25). */
import { deadlines, fact, list, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { supervision } from './contract.ts';
import { lossWording } from './loss-wording.ts';

export const supervisionWording: WordingsOf<typeof supervision> = {
  ...lossWording,

  findingMade: {
    'zh-CN': ({ grounds, reason, foundAt }, say) => ({
      blocks: [
        paragraph('中小企业主管部门在监管中对贵单位作出下列认定。采取何种措施，另行告知。'),
        ...list(
          '认定的情形',
          grounds.map((ground) => say.of(ground)),
        ),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [['认定时间', say.at(foundAt)]],
      action: '查看案件',
    }),
    en: ({ grounds, reason, foundAt }, say) => ({
      blocks: [
        paragraph(
          'The SME department has found the following. You will be told separately which measure follows, if any.',
        ),
        ...list(
          'What was found',
          grounds.map((ground) => say.of(ground)),
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Found', say.at(foundAt)]],
      action: 'See the case',
    }),
  },

  warned: {
    'zh-CN': ({ grounds, demands, correctBy, reason }, say) => ({
      blocks: [
        paragraph('中小企业主管部门对贵单位予以警示，责令在下列期限内改正。'),
        ...list(
          '认定的情形',
          grounds.map((ground) => say.of(ground)),
        ),
        paragraph(`改正要求：${demands}`),
        paragraph(`理由：${say.of(reason)}`),
        paragraph('改正后请在案件中报告并附证明；对警示有异议的，也请在案件中一并说明，由主管部门核查。'),
        deadlines,
      ],
      facts: [['改正期限', say.day(correctBy)]],
      action: '查看案件',
    }),
    en: ({ grounds, demands, correctBy, reason }, say) => ({
      blocks: [
        paragraph('The SME department warns you and demands that you correct what was found within the time below.'),
        ...list(
          'What was found',
          grounds.map((ground) => say.of(ground)),
        ),
        paragraph(`What is to be corrected: ${demands}`),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph(
          'Once it is corrected, report it in the case with proof. If you object to the warning, say so there too: the ' +
            'department looks into it.',
        ),
        deadlines,
      ],
      facts: [['To be corrected by', say.day(correctBy)]],
      action: 'See the case',
    }),
  },

  correctionJudged: {
    'zh-CN': ({ result, reason, judgedAt }, say) => ({
      blocks: [
        paragraph(`主管部门对改正情况的核查结果：${say.of(result)}。`),
        ...(reason === undefined ? [] : [paragraph(`理由：${say.of(reason)}`)]),
      ],
      facts: [['核查时间', say.at(judgedAt)]],
      action: '查看案件',
    }),
    en: ({ result, reason, judgedAt }, say) => ({
      blocks: [
        paragraph(`The department has looked at your correction: ${say.of(result)}.`),
        ...(reason === undefined ? [] : [paragraph(`Why: ${say.of(reason)}`)]),
      ],
      facts: [['Judged', say.at(judgedAt)]],
      action: 'See the case',
    }),
  },

  supervisionEscalated: {
    'zh-CN': ({ issuer, reason, escalatedAt }, say) => ({
      blocks: [
        paragraph(`本案已上报${say.of(issuer.name)}，由其继续办理。已经开始的期限不变。`),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [...fact('联系电话', issuer.telephone), ['上报时间', say.at(escalatedAt)]],
      action: '查看案件',
    }),
    en: ({ issuer, reason, escalatedAt }, say) => ({
      blocks: [
        paragraph(
          `The case was reported upward and is now with the ${say.of(issuer.name)}. Times that run already stay as they are.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [...fact('Telephone', issuer.telephone), ['Reported', say.at(escalatedAt)]],
      action: 'See the case',
    }),
  },

  supervisionClosed: {
    'zh-CN': ({ result, reason, closedAt }, say) => ({
      blocks: [paragraph(`主管部门对贵单位的监管已结束：${say.of(result)}。`), paragraph(`理由：${say.of(reason)}`)],
      facts: [['结案时间', say.at(closedAt)]],
      action: '查看案件',
    }),
    en: ({ result, reason, closedAt }, say) => ({
      blocks: [
        paragraph(`The department has ended the supervision: ${say.of(result)}.`),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Closed', say.at(closedAt)]],
      action: 'See the case',
    }),
  },
};
