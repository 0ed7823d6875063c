import { cutOffLadder, type CampaignDates } from '../../../rules/sh-eval/campaign.ts';
import { text } from '../../../rules/text.ts';
import { fixedDateLadder, shortLadder } from '../../../rules/time/index.ts';
import { contract, department, institution } from '../words.ts';
import { entryOutcomes, entryStages } from '../entry-stages.ts';
import { assessmentActions } from './actions-of-assessment.ts';
import { reviewActions } from './actions-of-review.ts';
import { submissionActions } from './actions-of-submission.ts';
import type { AssessmentEntryFacts, AssessmentEntryOpening } from './facts.ts';
import type { AssessmentEntryInputs } from './input.ts';
import { assessmentEntryNotices } from './notices.ts';

export type { CampaignDates };

/**
 * The entry of an institution in a campaign: SH-EVAL-02 to 09. It goes through the hands of the district, the commission, the assessor and the
 * commission again; each clock of the campaign is its own.
 */
export const assessmentEntry = contract<{
  opening: AssessmentEntryOpening;
  facts: AssessmentEntryFacts;
  inputs: AssessmentEntryInputs;
}>()({
  kind: 'assessmentEntry',
  prefix: 'ase',
  mark: '参评',
  title: text('测评申报', 'Assessment entry'),
  parties: { institution, department },
  intake: { by: ['provider'] },
  bodies: {
    district: text('区主管部门', 'District department'),
    commission: text('市经济信息化委', 'Municipal commission'),
    assessor: text('第三方测评机构', 'Third-party assessor'),
  },
  handledBy: {
    DISTRICT_LATE: 'commission',
    LATE: 'commission',
    COMPLIANCE_REVIEW: 'commission',
    DOCUMENT_REVIEW: 'assessor',
    STORE_POINTS_REVIEW: 'assessor',
    VERIFICATION: 'assessor',
    SCORED: 'assessor',
    GRADING: 'commission',
    RESULTS_SET: 'commission',
    OBJECTION: 'commission',
  },
  // The grade is told by its publication (SH-EVAL-09.2), and marks are nobody's to argue about before it (SH-EVAL-08.7).
  inside: {
    facts: ['verification', 'filedBy', 'sheets', 'grade'],
    actions: ['recordVerification', 'correctScore', 'replaceSheet', 'setGrade', 'returnToAssessor'],
    until: 'published',
  },
  stages: entryStages,
  outcomes: entryOutcomes,
  notices: assessmentEntryNotices,
  toldValues: {
    institution: [
      'eligibility.operatingYears',
      'eligibility.capital',
      'eligibility.staff',
      'eligibility.relaxHeadcount',
      'eligibility.professionalsShare',
      'eligibility.area',
      'eligibility.served',
      'eligibility.benefitShare',
      'eligibility.benefitSpending',
      'eligibility.partners',
      'eligibility.penaltyYears',
      'materials.agreements',
      'materials.servedListed',
      'materials.staffCopiesShare',
      'materials.accountYears',
      'materials.honourYears',
      'form.introduction',
    ],
  },
  tasks: {
    recordPaper: { title: text('登记纸质材料', 'Record the paper set'), role: 'reviewer', dueBy: ['districtCutOff'] },
    reviewEntry: {
      title: text('审核并决定是否推荐', 'Review and recommend'),
      role: 'reviewer',
      dueBy: ['districtCutOff'],
    },
    sendOff: { title: text('报送推荐材料', 'Send off the papers'), role: 'reviewer', dueBy: ['districtCutOff'] },
    decideLateDistrict: {
      title: text('决定逾期未报送的申报', 'Decide on an entry that the district left late'),
      role: 'manager',
    },
    checkCompliance: { title: text('合规性审核', 'Compliance review'), role: 'reviewer' },
    reviewDocuments: { title: text('资料审查', 'Document review'), role: 'reviewer' },
    verifyService: { title: text('服务核验', 'Verification'), role: 'reviewer' },
    scoreEntry: { title: text('独立评分，提交评分表', 'Score it by yourself and file a sheet'), role: 'reviewer' },
    scoreAnew: {
      title: text('测评人员存在利益关系，请由他人另行评分', 'An assessor has an interest: somebody else scores anew'),
      role: 'reviewer',
    },
    submitAssessment: { title: text('报送测评结果', 'Hand in the assessment'), role: 'reviewer' },
    setGrade: { title: text('确定等次', 'Set the grade'), role: 'reviewer' },
    decideObjection: { title: text('复核异议', 'Decide on the objection'), role: 'manager' },
  },
  deadlines: {
    institutionCutOff: {
      clause: 'SH-EVAL 五（一）',
      requirement: 'SH-EVAL-05.2',
      title: text('报送纸质和电子版申报材料', 'Hand in paper and electronic materials'),
      consequence: text('不参加本年度测评', 'Not in this year’s assessment'),
      metBy: 'submitEntry',
      ladder: cutOffLadder,
    },
    districtCutOff: {
      clause: 'SH-EVAL 五（二）',
      requirement: 'SH-EVAL-06.2',
      title: text('审核并报送推荐材料', 'Review, recommend and send off'),
      consequence: text('由市经济信息化委负责人决定', 'A manager of the commission decides'),
      ladder: fixedDateLadder,
      concerns: [{ role: 'reviewer' }],
    },
    yearEnd: {
      clause: 'SH-EVAL 附件3',
      requirement: 'SH-EVAL-01.6',
      title: text('年度积分固定', 'Points of the year are fixed'),
      consequence: text('按此时的年度积分测评', 'The assessment takes the points of this moment'),
      duty: false,
      ladder: [],
      reading: 'storePoints',
    },
    clarification: {
      clause: 'SH-EVAL 三.3',
      requirement: 'SH-EVAL-08.5',
      title: text('答复说明要求', 'Answer the request for clarification'),
      consequence: text('第三方测评机构按已有材料测评', 'The assessor goes by what it has'),
      platformRule: true,
      metBy: 'answerClarification',
      servedBy: 'clarificationAsked',
      reading: 'unreached',
      ladder: shortLadder,
    },
  },
  actions: { ...submissionActions, ...reviewActions, ...assessmentActions },
});
