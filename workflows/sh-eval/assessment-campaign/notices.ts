/** The notices of a campaign: they go to the departments of the districts (SH-EVAL-01). */
import { notice, sentWhile } from '../../../rules/notices.ts';
import type { Instant } from '../../../rules/time/index.ts';

export const assessmentCampaignNotices = {
  callForEntries: sentWhile(
    notice<{
      readonly year: number;
      readonly institutionCutOff: Instant;
      readonly districtCutOff: Instant;
      readonly sendTo: string;
    }>('SH-EVAL-01.5', '开展年度第三方测评工作', 'Call for the third-party assessment', 'SH-EVAL 五（一）'),
    { stages: ['OPEN', 'DISTRICT_REVIEW'] },
  ),
  resultsPublished: notice<{ readonly year: number; readonly link: string; readonly publishedAt: Instant }>(
    'SH-EVAL-01.3',
    '第三方测评结果公布',
    'Results of the assessment are published',
    'SH-EVAL 五（三）',
  ),
};
