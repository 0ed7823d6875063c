/** Mails of monthly and annual reports (AH-EVAL-04). */
import { list, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { periodicReport } from './contract.ts';
import { differenceInWords } from './sentences.ts';

export const periodicReportWording: WordingsOf<typeof periodicReport> = {
  reportLate: {
    'zh-CN': ({ period, dueOn }, say) => ({
      subject: `${say.of(period)}报告逾期未报`,
      blocks: [
        paragraph(`${say.of(period)}运营情况应于${say.day(dueOn)} 24:00 前报送，现已逾期。`),
        paragraph('逾期情况计入年度综合评价的数据上传项。仍应补报，请尽快报送。'),
      ],
      action: '查看并报送',
    }),
    en: ({ period, dueOn }, say) => ({
      subject: `Your report on ${say.of(period)} is overdue`,
      blocks: [
        paragraph(`The report on ${say.of(period)} was due by 24:00 on ${say.day(dueOn)}, and has not come.`),
        paragraph('The annual evaluation counts it as late. It is to be made all the same; please make it soon.'),
      ],
      action: 'See it and report',
    }),
  },

  reportMissing: {
    'zh-CN': ({ period, dueOn, institution }, say) => ({
      subject: `${institution}：${say.of(period)}报告逾期未报`,
      blocks: [paragraph(`${institution}未在${say.day(dueOn)} 24:00 前报送${say.of(period)}运营情况。`)],
      action: '查看报送情况',
    }),
    en: ({ period, dueOn, institution }, say) => ({
      subject: `${institution}: no report on ${say.of(period)}`,
      blocks: [paragraph(`${institution} has not reported on ${say.of(period)} by 24:00 on ${say.day(dueOn)}.`)],
      action: 'See its reports',
    }),
  },

  reportReturned: {
    'zh-CN': ({ period, reason, differences }, say) => ({
      subject: `${say.of(period)}报告退回补充`,
      blocks: [
        paragraph(`${say.of(period)}报告已退回，请补充后重新报送。首次报送的时间不变。`),
        paragraph(`理由：${say.of(reason)}`),
        ...list('与记录不一致', say.all(differences.map(differenceInWords))),
      ],
      action: '查看并报送',
    }),
    en: ({ period, reason, differences }, say) => ({
      subject: `Your report on ${say.of(period)} was returned`,
      blocks: [
        paragraph(
          `The report on ${say.of(period)} is returned. Add to it and make it again; the time at which it first came stands.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
        ...list('Not as recorded', say.all(differences.map(differenceInWords))),
      ],
      action: 'See it and report',
    }),
  },
};
