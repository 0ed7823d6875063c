import { text } from '../../../rules/text.ts';
import { fiveWorkingDayLadder } from '../../../rules/time/index.ts';
import { correctContactBy } from '../../engine/contact.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract, operator } from '../words.ts';
import type { WindowQualificationFacts, WindowQualificationOpening } from './facts.ts';
import type { WindowQualificationInputs } from './input.ts';
import { windowQualificationNotices } from './notices.ts';

const recognition = { clause: 'HN-NET 第四条', requirement: 'HN-NET-02.1' } as const;
const supervision = { clause: 'HN-NET 第二十四条', requirement: 'HN-NET-25.2' } as const;
const target = {
  ...recognition,
  consequence: text('内部时限，超过的由负责人督办', 'An internal target; the manager follows it up'),
  ladder: [],
  legalEffect: false,
} as const;

/**
 * Qualification of a window platform: declared by its operator, recommended by the commission of the city, recognised by that of the
 * province, and kept until it is cancelled: HN-NET-02, 25.2. The case is open as long as the window is one.
 */
export const windowQualification = contract<{
  opening: WindowQualificationOpening;
  facts: WindowQualificationFacts;
  inputs: WindowQualificationInputs;
}>()({
  kind: 'windowQualification',
  prefix: 'win',
  mark: '窗认',
  title: text('窗口服务平台认定', 'Window platform qualification'),
  parties: { operator },
  bodies: {
    city: text('市州中小企业主管部门', 'SME department of the city'),
    province: text('省中小企业主管部门', 'SME department of the province'),
  },
  handledBy: { CITY_RECOMMENDED: 'province', RECOGNISED: 'province', HEARING: 'province' },
  intake: { by: ['provider', 'manager'] },
  stages: {
    DECLARED: text('已申报，待市州推荐', 'Declared, to be recommended by the city'),
    CITY_RECOMMENDED: text('市州已推荐，待省认定', 'Recommended by the city, to be recognised by the province'),
    RECOGNISED: text('已认定', 'Recognised'),
    HEARING: text('拟取消资格，听取陈述', 'To be disqualified, operator is heard'),
  },
  outcomes: {
    CITY_DECLINED: text('市州未推荐', 'Not recommended by the city'),
    REFUSED: text('不予认定', 'Not recognised'),
    WITHDRAWN: text('申报已撤回', 'Declaration withdrawn'),
    DISQUALIFIED: text('已取消资格', 'Qualification cancelled'),
  },
  notices: windowQualificationNotices,
  tasks: {
    recommend: {
      title: text('审查窗口申报，决定是否推荐', 'Examine the declaration of a window'),
      role: 'reviewer',
      dueBy: ['recommendation'],
    },
    recognise: {
      title: text('审查窗口推荐，决定是否认定', 'Examine the recommendation of a window'),
      role: 'manager',
      dueBy: ['recognition'],
    },
    holdHearing: { title: text('举行听证', 'Hold the hearing'), role: 'reviewer' },
    decideDisqualification: {
      title: text('决定是否取消窗口资格', 'Decide whether the window loses its qualification'),
      role: 'manager',
    },
  },
  deadlines: {
    recommendation: { ...target, title: text('完成推荐审查', 'Finish the examination for the recommendation') },
    recognition: { ...target, title: text('完成认定审查', 'Finish the examination for the recognition') },
    statement: {
      ...supervision,
      title: text('陈述申辩', 'State your case'),
      consequence: text('未陈述的，主管部门据已有材料决定', 'The department decides on what it has'),
      platformRule: true,
      metBy: 'stateCase',
      servedBy: 'disqualificationProposed',
      reading: 'unreached',
      ladder: fiveWorkingDayLadder,
    },
  },
  actions: {
    recommend: {
      ...recognition,
      title: text('推荐', 'Recommend'),
      done: text('市州已推荐', 'Recommended by the city'),
      event: 'WINDOW_RECOMMENDED',
      by: [handling('reviewer')],
      at: ['DECLARED'],
      task: 'recommend',
      notBy: ['filer'],
    },
    declineRecommendation: {
      ...recognition,
      title: text('不予推荐', 'Do not recommend'),
      done: text('市州未推荐', 'Not recommended by the city'),
      event: 'WINDOW_NOT_RECOMMENDED',
      by: [handling('reviewer')],
      at: ['DECLARED'],
      adverse: true,
      task: 'recommend',
      notBy: ['filer'],
    },
    withdrawDeclaration: {
      ...recognition,
      title: text('撤回申报', 'Withdraw the declaration'),
      done: text('申报已撤回', 'Declaration withdrawn'),
      event: 'WINDOW_DECLARATION_WITHDRAWN',
      by: [party('operator')],
      at: ['DECLARED', 'CITY_RECOMMENDED'],
    },
    recognise: {
      ...recognition,
      title: text('认定', 'Recognise'),
      done: text('已认定为窗口服务平台', 'Recognised as a window platform'),
      event: 'WINDOW_RECOGNISED',
      by: [handling('manager')],
      at: ['CITY_RECOMMENDED'],
      task: 'recognise',
      reading: 'windows',
      notBy: ['filer', 'recommender'],
    },
    refuseRecognition: {
      ...recognition,
      title: text('不予认定', 'Do not recognise'),
      done: text('不予认定', 'Not recognised'),
      event: 'WINDOW_NOT_RECOGNISED',
      by: [handling('manager')],
      at: ['CITY_RECOMMENDED'],
      adverse: true,
      task: 'recognise',
      notBy: ['filer', 'recommender'],
    },
    proposeDisqualification: {
      ...supervision,
      title: text('拟取消资格，告知运营单位', 'Propose to cancel the qualification'),
      done: text('拟取消窗口资格，已告知运营单位', 'Loss of qualification proposed; the operator is told'),
      event: 'WINDOW_DISQUALIFICATION_PROPOSED',
      by: [handling('reviewer'), handling('manager'), 'case'],
      at: ['RECOGNISED'],
      adverse: true,
    },
    stateCase: {
      ...supervision,
      title: text('陈述申辩', 'State your case'),
      done: text('运营单位陈述申辩', 'The operator has stated its case'),
      event: 'WINDOW_OPERATOR_HEARD',
      by: [party('operator')],
      at: ['HEARING'],
    },
    recordHearing: {
      ...supervision,
      title: text('记录听证', 'Record the hearing'),
      done: text('听证已举行', 'Hearing held'),
      event: 'WINDOW_HEARING_HELD',
      by: [handling('reviewer'), handling('manager')],
      at: ['HEARING'],
      task: 'holdHearing',
      notBy: ['proposer'],
    },
    disqualify: {
      ...supervision,
      title: text('取消窗口资格', 'Cancel the qualification'),
      done: text('窗口资格已取消', 'Qualification cancelled'),
      event: 'WINDOW_DISQUALIFIED',
      by: [handling('manager')],
      at: ['HEARING'],
      adverse: true,
      task: 'decideDisqualification',
      reading: 'windows',
      notBy: ['proposer'],
    },
    cancelAfterSupervision: {
      ...supervision,
      title: text('监管决定取消窗口资格', 'Supervision has cancelled the qualification'),
      done: text('窗口资格已取消（监管决定）', 'Qualification cancelled by supervision'),
      event: 'WINDOW_QUALIFICATION_CANCELLED',
      // Whoever supervised has heard the operator.
      by: ['case'],
      at: ['RECOGNISED', 'HEARING'],
      adverse: true,
      reading: 'windows',
    },
    dropProposal: {
      ...supervision,
      title: text('不取消资格', 'Let the qualification stand'),
      done: text('窗口资格维持', 'The qualification stands'),
      event: 'WINDOW_DISQUALIFICATION_DROPPED',
      by: [handling('manager')],
      at: ['HEARING'],
      // In favour of the operator; why is to be said all the same.
      adverse: true,
      task: 'decideDisqualification',
      notBy: ['proposer'],
    },
    correctContact: correctContactBy([party('operator')], recognition.clause),
  },
});

/** A step of a qualification. */
export type Qualification = StepOf<typeof windowQualification>;
