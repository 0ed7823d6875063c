/** The doors of the regime beside its processes. */
import { assessmentNotice } from '../../rules/sh-eval/clauses.ts';
import { assessmentInterpretations } from '../../rules/sh-eval/interpretations.ts';
import { text } from '../../rules/text.ts';
import { registers } from '../../workflows/sh-eval/words.ts';
import type { RegimeFace } from '../regimes.ts';
import { entryChecks } from './entry-checks.ts';
import { listCampaignEntries } from './routes/campaign-entries.ts';
import { exportCampaignRanking, getCampaignRanking } from './routes/campaign-ranking.ts';
import { exportAssessment, getAssessment, getAssessmentPdf, getCampaign, listAssessments } from './routes/campaigns.ts';
import { getRecommendations, getReportPdf, getReportWord } from './routes/documents.ts';
import { getScoring } from './routes/scoring.ts';
import { findThing } from './things.ts';

export const face: RegimeFace = {
  law: { texts: [assessmentNotice], interpretations: assessmentInterpretations, grounds: [] },
  routes: [
    ...[getCampaign, listCampaignEntries, getCampaignRanking, exportCampaignRanking, listAssessments],
    ...[getAssessment, exportAssessment, getAssessmentPdf],
    ...[getScoring, getReportPdf, getReportWord, getRecommendations],
  ],
  findThing,
  caseExtras: { assessmentEntry: entryChecks },
  publicRegisters: {
    [registers.institutions]: {
      title: text('市级中小企业服务机构名单', 'Municipal SME service institutions'),
      statuses: {
        LISTED: text('列入名单', 'On the list'),
        NOT_LISTED: text('未列入名单', 'Not on the list'),
      },
    },
  },
};
