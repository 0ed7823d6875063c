import type { CampaignDates, Term } from '../../../rules/sh-eval/campaign.ts';
import { text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';
import { handling } from '../../engine/grants.ts';
import { contract, department } from '../words.ts';
import type { AssessmentCampaignInputs } from './input.ts';
import { assessmentCampaignNotices } from './notices.ts';

export interface AssessmentCampaignOpening extends CampaignDates {
  /** Where the districts send the papers by post. */
  readonly sendTo: string;
}

/** What a campaign remembers. Its entries know their campaign; it keeps no list of them. */
export interface AssessmentCampaignFacts extends AssessmentCampaignOpening {
  institutionCutOff: Instant;
  districtCutOff: Instant;
  sendTo: string;
  openedAt: Instant | null;
  resultsSetAt: Instant | null;
  published: {
    readonly at: Instant;
    /** Where the list stands on the site of the commission. */
    readonly link: string;
    readonly term: Term;
  } | null;
}

const setUp = { clause: 'SH-EVAL 引言', requirement: 'SH-EVAL-01.5' } as const;
const review = { clause: 'SH-EVAL 五（三）', requirement: 'SH-EVAL-07.1' } as const;
const results = { clause: 'SH-EVAL 五（三）', requirement: 'SH-EVAL-09.1' } as const;

const staff = [handling('reviewer'), handling('manager')] as const;

/** A yearly campaign of the third-party assessment: SH-EVAL-01, 09. */
export const assessmentCampaign = contract<{
  opening: AssessmentCampaignOpening;
  facts: AssessmentCampaignFacts;
  inputs: AssessmentCampaignInputs;
}>()({
  kind: 'assessmentCampaign',
  prefix: 'asc',
  mark: '测评',
  title: text('第三方测评工作', 'Assessment campaign'),
  parties: {
    commission: { title: text('市经济信息化委', 'Municipal commission'), roles: ['reviewer', 'manager'] },
    districts: { ...department, title: text('各区主管部门', 'District departments') },
  },
  intake: { by: ['reviewer', 'manager'] },
  stages: {
    CAMPAIGN_DRAFT: text('起草', 'Draft'),
    OPEN: text('申报中', 'Open to entries'),
    DISTRICT_REVIEW: text('区级审核推荐', 'District review'),
    COMPLIANCE_REVIEW: text('合规性审核', 'Compliance review'),
    ASSESSMENT: text('测评中', 'Assessment'),
    RESULTS_SET: text('结果已确定，待公布', 'Results set, to be published'),
    PUBLISHED: text('已公布', 'Published'),
  },
  outcomes: {
    CLOSED: text('已结束', 'Closed'),
    WITHDRAWN: text('草案已撤回', 'Draft withdrawn'),
  },
  notices: assessmentCampaignNotices,
  tasks: {
    openCampaign: { title: text('启动测评工作', 'Open the campaign'), role: 'manager' },
    startAssessment: { title: text('转入测评阶段', 'Start the assessment'), role: 'reviewer' },
    setResults: { title: text('确定测评结果', 'Set the results'), role: 'manager' },
    publishResults: { title: text('公布测评结果', 'Publish the results'), role: 'manager' },
  },
  deadlines: {
    institutionCutOff: {
      clause: 'SH-EVAL 五（一）',
      requirement: 'SH-EVAL-05.2',
      title: text('服务机构申报截止', 'Cut-off of the institutions'),
      consequence: text('不再受理申报，转入区级审核推荐', 'No entry is taken any more; the districts review'),
      duty: false,
      ladder: [],
    },
    districtCutOff: {
      clause: 'SH-EVAL 五（二）',
      requirement: 'SH-EVAL-06.2',
      title: text('区级推荐报送截止', 'Cut-off of the districts'),
      consequence: text('转入市级合规性审核', 'The commission reviews'),
      duty: false,
      ladder: [],
    },
  },
  actions: {
    reviseCampaign: {
      ...setUp,
      title: text('修改草案', 'Change the draft'),
      done: text('草案已修改', 'Draft changed'),
      event: 'CAMPAIGN_REVISED',
      by: staff,
      at: ['CAMPAIGN_DRAFT'],
    },
    openCampaign: {
      ...setUp,
      title: text('启动测评', 'Open the campaign'),
      done: text('测评工作已启动', 'Campaign opened'),
      event: 'CAMPAIGN_OPENED',
      by: [handling('manager')],
      at: ['CAMPAIGN_DRAFT'],
      task: 'openCampaign',
      notBy: ['filer', 'drafter'],
    },
    withdrawCampaign: {
      ...setUp,
      title: text('撤回草案', 'Withdraw the draft'),
      done: text('草案已撤回', 'Draft withdrawn'),
      event: 'CAMPAIGN_WITHDRAWN',
      by: staff,
      at: ['CAMPAIGN_DRAFT'],
    },
    startAssessment: {
      ...review,
      title: text('转入测评阶段', 'Start the assessment'),
      done: text('转入测评阶段', 'Assessment started'),
      event: 'ASSESSMENT_STARTED',
      by: staff,
      at: ['COMPLIANCE_REVIEW'],
      task: 'startAssessment',
      reading: 'casesAbout',
    },
    setResults: {
      ...results,
      title: text('确定测评结果', 'Set the results'),
      done: text('测评结果已确定', 'Results set'),
      event: 'RESULTS_SET',
      by: [handling('manager')],
      at: ['ASSESSMENT'],
      task: 'setResults',
      reading: 'casesAbout',
    },
    withdrawResults: {
      ...results,
      title: text('撤回结果，重新确定', 'Take the results back'),
      done: text('测评结果已撤回', 'Results taken back'),
      event: 'RESULTS_TAKEN_BACK',
      by: [handling('manager')],
      at: ['RESULTS_SET'],
      adverse: true,
      effect: 'reverses',
    },
    publishResults: {
      ...results,
      requirement: 'SH-EVAL-01.3',
      title: text('公布测评结果', 'Publish the results'),
      done: text('测评结果已公布', 'Results published'),
      event: 'RESULTS_PUBLISHED',
      by: [handling('manager')],
      at: ['RESULTS_SET'],
      task: 'publishResults',
      notBy: ['resultsSetter'],
      reading: 'casesAbout',
    },
    closeCampaign: {
      ...results,
      title: text('结束测评工作', 'Close the campaign'),
      done: text('测评工作已结束', 'Campaign closed'),
      event: 'CAMPAIGN_FINISHED',
      by: staff,
      at: ['PUBLISHED'],
      reading: 'casesAbout',
    },
  },
});
