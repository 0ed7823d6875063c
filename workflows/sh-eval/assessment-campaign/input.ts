/** Input schemas of the actions of a campaign, and what its form shares with them. */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { text } from '../../../rules/text.ts';
import { confirmOutsideHours, instant, note, reason } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { line, webAddress } from '../../engine/typed.ts';

const toTheSecond = text(
  '到该时刻为止，例如 17:00:00 为按时、17:00:01 为逾期。',
  'That very second is in time and the next one is late.',
);

/** What of a campaign can be changed while it is a draft. */
export const campaignTerms = {
  institutionCutOff: titled(instant, '服务机构申报截止时间', 'Cut-off of the institutions', toTheSecond),
  districtCutOff: titled(instant, '区级报送截止时间', 'Cut-off of the districts', toTheSecond),
  sendTo: titled(
    line(200, bilingual('请填写报送地点。', 'enter the address')),
    '材料报送地点',
    'Address for the papers',
    text('各区以邮寄方式报送。', 'The districts send them by post.'),
  ),
};

export const assessmentCampaignInputs = {
  reviseCampaign: z.strictObject({ ...campaignTerms, note: note.optional() }),
  openCampaign: z.strictObject({ confirmOutsideHours, note: note.optional() }),
  withdrawCampaign: z.strictObject({ note: note.optional() }),
  startAssessment: z.strictObject({ note: note.optional() }),
  setResults: z.strictObject({ note: note.optional() }),
  withdrawResults: z.strictObject({ reason }),
  publishResults: z.strictObject({
    link: titled(
      webAddress,
      '公布网址',
      'Where it is published',
      text('市经济信息化委官网的页面。', 'A page of the site of the commission.'),
    ),
    note: note.optional(),
  }),
  closeCampaign: z.strictObject({ note: note.optional() }),
};

export type AssessmentCampaignInputs = {
  [A in keyof typeof assessmentCampaignInputs]: z.output<(typeof assessmentCampaignInputs)[A]>;
};
