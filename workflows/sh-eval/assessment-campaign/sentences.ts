/** What the timeline says of each action of a campaign (XC-05.3). */
import { entry, parts } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import { momentInWords } from '../../../rules/time/index.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { assessmentCampaign } from './contract.ts';
import { admitted, graded } from '../entry-stages.ts';

export const assessmentCampaignSentences: SentencesOf<typeof assessmentCampaign> = {
  reviseCampaign: ({ institutionCutOff, districtCutOff, sendTo }) =>
    parts(
      entry(text('机构申报截止', 'Institutions by'), momentInWords(institutionCutOff)),
      entry(text('区级报送截止', 'districts by'), momentInWords(districtCutOff)),
      entry(text('报送地点', 'address'), sendTo),
    ),
  openCampaign: ({ confirmOutsideHours = false }) =>
    confirmOutsideHours
      ? text('已确认截止时间可在工作时间以外', 'cut-offs may lie outside office hours, as confirmed')
      : undefined,
  startAssessment: (_input, { reading }) =>
    text(`已准予参评 ${admitted(reading)} 家`, `Institutions admitted: ${admitted(reading)}`),
  setResults: (_input, { reading }) =>
    text(`已确定等次 ${graded(reading)} 家`, `Institutions with a grade: ${graded(reading)}`),
  publishResults: ({ link }) => entry(text('公布网址', 'Where'), link),
};
