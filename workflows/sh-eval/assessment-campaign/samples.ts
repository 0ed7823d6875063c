/** What the notices of this process are told with in tests. */
import { campaign2020 } from '../../../rules/sh-eval/campaign.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { assessmentCampaign, AssessmentCampaignFacts } from './contract.ts';

export const assessmentCampaignSamples: SamplesOf<typeof assessmentCampaign> = {
  callForEntries: campaign2020,
  resultsPublished: {
    year: 2020,
    link: 'https://sheitc.example.cn/assessment/2020',
    publishedAt: '2021-02-01T10:00:00.000+08:00',
  },
};

/** What a campaign remembers, for the sentences of its timeline. */
export const assessmentCampaignRemembered: Partial<AssessmentCampaignFacts> = { ...campaign2020 };
