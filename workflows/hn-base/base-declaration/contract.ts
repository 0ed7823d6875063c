import { text } from '../../../rules/text.ts';
import { fixedDateLadder } from '../../../rules/time/index.ts';
import { correctContactBy } from '../../engine/contact.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { base, contract, expert } from '../words.ts';
import type { BaseDeclarationFacts, BaseDeclarationOpening } from './facts.ts';
import type { BaseDeclarationInputs } from './input.ts';
import { baseDeclarationNotices } from './notices.ts';

const eligibility = { clause: 'HN-BASE 一', requirement: 'HN-BASE-01.1' } as const;
const guidance = { clause: 'HN-BASE 三', requirement: 'HN-BASE-02.1' } as const;
const filing = { clause: 'HN-BASE 三', requirement: 'HN-BASE-02.2' } as const;
const review = { clause: 'HN-BASE 四', requirement: 'HN-BASE-03.1' } as const;
const result = { clause: 'HN-BASE 四', requirement: 'HN-BASE-03.2' } as const;
const final = { clause: 'HN-BASE 四', requirement: 'HN-BASE-04.1' } as const;
const late = { clause: 'HN-BASE 四', requirement: 'HN-BASE-04.2' } as const;
const beforeProvince = ['PREPARING', 'CITY_REVIEW', 'RECOMMENDED'] as const;
const beforeResult = [...beforeProvince, 'SUBMITTED_TO_PROVINCE', 'EXPERT_REVIEW'] as const;
const finalising = ['FINALISING', 'FINAL_LATE'] as const;

/** Declaration of a base in a call: HN-BASE-01 to 04. The city guides, judges and files; the province has it reviewed and recommends. */
export const baseDeclaration = contract<{
  opening: BaseDeclarationOpening;
  facts: BaseDeclarationFacts;
  inputs: BaseDeclarationInputs;
}>()({
  kind: 'baseDeclaration',
  prefix: 'bdc',
  mark: '基申',
  title: text('示范基地申报', 'Declaration of a base'),
  parties: {
    base,
    city: { title: text('推荐的市州主管部门', 'Department of the city'), roles: ['reviewer', 'manager'] },
    panel: expert,
  },
  bodies: {
    city: text('市州主管部门', 'Department of the city'),
    province: text('省级主管部门', 'Provincial department'),
  },
  handledBy: {
    SUBMITTED_TO_PROVINCE: 'province',
    EXPERT_REVIEW: 'province',
    FINALISING: 'province',
    FINAL_LATE: 'province',
  },
  intake: { by: ['provider'] },
  stages: {
    PREPARING: text('准备申报材料', 'Materials in preparation'),
    CITY_REVIEW: text('市州审查', 'Examined by the city'),
    RECOMMENDED: text('市州已推荐，待报送', 'Recommended, to be filed with the province'),
    SUBMITTED_TO_PROVINCE: text('已报送省级主管部门', 'Filed with the province'),
    EXPERT_REVIEW: text('专家评审', 'Expert review'),
    FINALISING: text('已入选，待报送定稿材料', 'Selected, final materials due'),
    FINAL_LATE: text('定稿材料逾期', 'Final materials late'),
  },
  outcomes: {
    NOT_RECOMMENDED: text('市州未推荐', 'Not recommended by the city'),
    WITHDRAWN: text('申报已撤回', 'Withdrawn'),
    LATE_REFUSED: text('逾期未予受理', 'Late, not accepted'),
    NOT_SELECTED: text('未入选', 'Not selected'),
    FINAL_FILED: text('定稿材料已报送', 'Final materials filed'),
    FINAL_REFUSED: text('定稿材料逾期，未接收', 'Final materials late, not taken'),
  },
  toldValues: {
    base: ['base.copies', 'base.finalCopies', 'base.activities'],
  },
  notices: baseDeclarationNotices,
  tasks: {
    cityReview: {
      title: text('审查示范基地申报', 'Examine the declaration'),
      role: 'reviewer',
      dueBy: ['cityFiling'],
    },
    fileWithProvince: {
      title: text('向省级主管部门报送', 'File it with the province'),
      role: 'reviewer',
      dueBy: ['cityFiling'],
    },
    checkPaper: { title: text('核收纸质材料', 'Receive the paper copies'), role: 'reviewer' },
    replaceExpert: {
      title: text('评审专家逾期或者缺位，请处理', 'An expert is late, or a place is open'),
      role: 'reviewer',
    },
    checkFinal: {
      title: text('核对定稿材料，登记纸质材料和光盘', 'Check the final materials, record paper and disc'),
      role: 'reviewer',
      dueBy: ['finalFiling'],
    },
    decideLate: { title: text('决定是否接收逾期定稿材料', 'Decide on late final materials'), role: 'manager' },
  },
  deadlines: {
    cityFiling: {
      ...filing,
      title: text('市州向省级主管部门报送', 'The city files with the province'),
      consequence: text('不再等候，不予受理', 'Late filings are not waited for and not accepted'),
      metBy: 'submitToCity',
      concerns: ['base', 'city'],
      ladder: fixedDateLadder,
    },
    finalFiling: {
      ...late,
      title: text('报送定稿纸质材料和光盘', 'File the final materials on paper and disc'),
      consequence: text(
        '标明逾期，由负责人决定是否接收',
        'It is marked late, and a manager decides whether it is taken',
      ),
      metBy: 'fileRevision',
      concerns: ['base'],
      ladder: fixedDateLadder,
    },
  },
  actions: {
    addMaterials: {
      ...guidance,
      title: text('补充申报材料', 'Add to the materials'),
      done: text('申报材料已补充', 'Materials added'),
      event: 'MATERIALS_ADDED',
      by: [party('base')],
      at: ['PREPARING'],
    },
    correctDeclaration: {
      ...guidance,
      title: text('更正申报内容', 'Correct the declaration'),
      done: text('申报内容已更正', 'Declaration corrected'),
      event: 'DECLARATION_CORRECTED',
      by: [party('base')],
      at: ['PREPARING'],
    },
    guideApplicant: {
      ...guidance,
      title: text('提出指导意见', 'Guide the applicant'),
      done: text('市州提出指导意见', 'The city has given guidance'),
      event: 'APPLICANT_GUIDED',
      by: [handling('reviewer')],
      at: ['PREPARING'],
    },
    submitToCity: {
      ...eligibility,
      title: text('提交市州审查', 'Hand in to the city'),
      done: text('已提交市州审查', 'Handed in to the city'),
      event: 'DECLARATION_SUBMITTED',
      by: [party('base')],
      at: ['PREPARING'],
    },
    returnToBase: {
      ...guidance,
      title: text('退回修改', 'Return for correction'),
      done: text('市州退回修改', 'Returned by the city'),
      event: 'DECLARATION_RETURNED',
      by: [handling('reviewer')],
      at: ['CITY_REVIEW'],
      adverse: true,
      task: 'cityReview',
    },
    judgeItems: {
      ...eligibility,
      title: text('逐项认定申报条件', 'Judge the conditions item by item'),
      done: text('申报条件已逐项认定', 'Conditions judged item by item'),
      event: 'ITEMS_JUDGED',
      by: [handling('reviewer')],
      at: ['CITY_REVIEW'],
      task: 'cityReview',
    },
    recommendBase: {
      ...filing,
      title: text('推荐', 'Recommend'),
      done: text('市州已推荐', 'Recommended by the city'),
      event: 'BASE_RECOMMENDED',
      by: [handling('reviewer')],
      at: ['CITY_REVIEW'],
      task: 'cityReview',
    },
    declineRecommendation: {
      ...eligibility,
      title: text('不予推荐', 'Do not recommend'),
      done: text('市州未推荐', 'Not recommended by the city'),
      event: 'BASE_NOT_RECOMMENDED',
      by: [handling('reviewer')],
      at: ['CITY_REVIEW'],
      adverse: true,
      task: 'cityReview',
    },
    fileWithProvince: {
      ...filing,
      title: text('报送省级主管部门', 'File with the province'),
      done: text('市州已报送', 'Filed by the city'),
      event: 'FILED_WITH_PROVINCE',
      by: [handling('reviewer'), handling('manager')],
      at: ['RECOMMENDED'],
      task: 'fileWithProvince',
    },
    recordPaper: {
      clause: 'HN-BASE 三',
      requirement: 'HN-BASE-02.3',
      title: text('登记收到的纸质材料', 'Record the paper copies'),
      done: text('纸质材料已登记', 'Paper copies recorded'),
      event: 'PAPER_RECORDED',
      by: [handling('reviewer')],
      at: ['SUBMITTED_TO_PROVINCE'],
      task: 'checkPaper',
    },
    withdrawDeclaration: {
      ...eligibility,
      title: text('撤回申报', 'Withdraw'),
      done: text('申报已撤回', 'Declaration withdrawn'),
      event: 'DECLARATION_WITHDRAWN',
      by: [party('base')],
      at: beforeResult,
    },
    panelDrawn: {
      ...review,
      title: text('抽取评审专家', 'Draw the experts'),
      done: text('评审专家已抽取', 'Experts drawn by lot'),
      event: 'PANEL_DRAWN',
      by: ['case'],
      at: ['SUBMITTED_TO_PROVINCE', 'EXPERT_REVIEW'],
    },
    opinionGiven: {
      ...review,
      title: text('收到专家意见', 'An opinion has come in'),
      event: 'OPINION_RECEIVED',
      by: ['case'],
      at: ['EXPERT_REVIEW'],
    },
    opinionOpened: {
      ...review,
      title: text('专家意见已开启', 'An opinion was opened'),
      event: 'OPINION_READ',
      by: ['case'],
      at: ['EXPERT_REVIEW'],
      withholds: ['score', 'words'],
    },
    opinionOverdue: {
      ...review,
      title: text('专家逾期未提交意见', 'An expert has given no opinion in time'),
      event: 'OPINION_OVERDUE',
      by: ['case'],
      at: ['EXPERT_REVIEW'],
    },
    expertLeft: {
      ...review,
      title: text('专家回避', 'An expert has stepped back'),
      event: 'EXPERT_LEFT',
      by: ['case'],
      at: ['EXPERT_REVIEW'],
      adverse: true,
    },
    replaceExpert: {
      ...review,
      title: text('更换专家', 'Ask another expert'),
      done: text('专家已更换', 'Another expert asked'),
      event: 'EXPERT_REPLACED',
      by: [handling('reviewer')],
      at: ['EXPERT_REVIEW'],
      adverse: true,
      task: 'replaceExpert',
    },
    setAsideOpinion: {
      ...review,
      title: text('评审意见不再计入', 'Set an opinion aside'),
      done: text('评审意见不再计入', 'Opinion set aside'),
      event: 'OPINION_SET_ASIDE',
      reading: 'selectionRecord',
      by: [handling('manager')],
      at: ['EXPERT_REVIEW'],
      adverse: true,
      effect: 'reverses',
    },
    baseSelected: {
      ...result,
      title: text('入选推荐名单', 'Selected'),
      event: 'BASE_SELECTED',
      by: ['case'],
      at: ['EXPERT_REVIEW'],
    },
    baseNotSelected: {
      ...result,
      title: text('未入选', 'Not selected'),
      event: 'BASE_NOT_SELECTED',
      by: ['case'],
      at: ['EXPERT_REVIEW'],
      adverse: true,
    },
    callEnded: {
      clause: 'HN-BASE 三',
      requirement: 'HN-BASE-02.4',
      title: text('申报年度已结束', 'The call has ended'),
      event: 'CALL_ENDED',
      by: ['case'],
      at: [...beforeResult, ...finalising],
      tellsItself: true,
    },
    fileRevision: {
      ...final,
      title: text('提交修改完善的材料', 'Hand in the revised materials'),
      done: text('修改完善的材料已提交', 'Revised materials handed in'),
      event: 'REVISION_FILED',
      by: [party('base')],
      at: finalising,
    },
    returnRevision: {
      ...final,
      title: text('退回定稿材料', 'Return the final materials'),
      done: text('定稿材料已退回', 'Final materials returned'),
      event: 'REVISION_RETURNED',
      by: [handling('reviewer')],
      at: finalising,
      adverse: true,
      task: 'checkFinal',
    },
    recordFinalPaper: {
      ...final,
      title: text('登记收到的定稿纸质材料', 'Record the final paper copies'),
      done: text('定稿纸质材料已登记', 'Final paper copies recorded'),
      event: 'FINAL_PAPER_RECORDED',
      by: [handling('reviewer')],
      at: finalising,
      task: 'checkFinal',
    },
    recordDisc: {
      ...late,
      title: text('登记收到的光盘', 'Record the disc'),
      done: text('光盘已登记', 'Disc recorded'),
      event: 'DISC_RECORDED',
      by: [handling('reviewer')],
      at: finalising,
      task: 'checkFinal',
    },
    acceptLate: {
      ...late,
      title: text('接收逾期定稿材料', 'Take the late materials'),
      done: text('逾期定稿材料已接收', 'Late materials taken'),
      event: 'LATE_FINAL_ACCEPTED',
      by: [handling('manager')],
      at: ['FINAL_LATE'],
      adverse: true,
      effect: 'waives',
      task: 'decideLate',
    },
    refuseLate: {
      ...late,
      title: text('不接收逾期定稿材料', 'Do not take the late materials'),
      done: text('逾期定稿材料未接收', 'Late materials not taken'),
      event: 'LATE_FINAL_REFUSED',
      by: [handling('manager')],
      at: ['FINAL_LATE'],
      adverse: true,
      task: 'decideLate',
    },
    correctContact: correctContactBy([party('base')], filing.clause),
  },
});

/** A step of a declaration. */
export type Declaration = StepOf<typeof baseDeclaration>;
