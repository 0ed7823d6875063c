/** Mails of a campaign to the departments of the districts (SH-EVAL-01). */
import { paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { assessmentCampaign } from './contract.ts';

export const assessmentCampaignWording: WordingsOf<typeof assessmentCampaign> = {
  callForEntries: {
    'zh-CN': ({ year, institutionCutOff, districtCutOff, sendTo }, say) => ({
      subject: `开展${year}年中小企业服务质量第三方测评工作`,
      blocks: [
        paragraph(`${year}年中小企业服务质量第三方测评工作已经启动，请转知本区服务机构按时申报。`),
        paragraph(
          '贵单位受理注册地在本区的服务机构的申报材料，审核后确定推荐参评名单，并在截止时间前将推荐汇总表和材料以邮寄方式报送；以寄出时间为准。',
        ),
      ],
      facts: [
        ['机构申报截止', say.at(institutionCutOff)],
        ['区级报送截止', say.at(districtCutOff)],
        ['报送地点', sendTo],
      ],
      action: '查看测评工作',
    }),
    en: ({ year, institutionCutOff, districtCutOff, sendTo }, say) => ({
      subject: `Third-party assessment of SME services, ${year}`,
      blocks: [
        paragraph(
          `The third-party assessment of SME service quality of ${year} is open. Please tell the institutions of your district to enter in time.`,
        ),
        paragraph(
          'Your department takes the materials of institutions registered in the district, reviews them and fixes the list it recommends. Send ' +
            'the summary table and the materials by post before the cut-off; the time of dispatch counts.',
        ),
      ],
      facts: [
        ['Institutions hand in by', say.at(institutionCutOff)],
        ['Districts send off by', say.at(districtCutOff)],
        ['Address', sendTo],
      ],
      action: 'See the campaign',
    }),
  },
  resultsPublished: {
    'zh-CN': ({ year, link, publishedAt }, say) => ({
      subject: `${year}年第三方测评结果已公布`,
      blocks: [paragraph(`${year}年中小企业服务质量第三方测评结果已经公布，各参评机构另行收到等次通知。`)],
      facts: [
        ['公布时间', say.at(publishedAt)],
        ['公布网址', link],
      ],
      action: '查看测评工作',
    }),
    en: ({ year, link, publishedAt }, say) => ({
      subject: `Results of the assessment of ${year} are published`,
      blocks: [
        paragraph(
          `The results of the third-party assessment of ${year} are published. Each entrant is told its own grade.`,
        ),
      ],
      facts: [
        ['Published', say.at(publishedAt)],
        ['Where', link],
      ],
      action: 'See the campaign',
    }),
  },
};
