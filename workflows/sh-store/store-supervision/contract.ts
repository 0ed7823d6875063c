import { text } from '../../../rules/text.ts';
import { warningLadder } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { clearanceReversed, STORE_CLEARED, storeCleared } from '../ended-by-clearance.ts';
import { contract, institution } from '../words.ts';
import type { StoreSupervisionFacts, StoreSupervisionOpening } from './facts.ts';
import type { StoreSupervisionInputs } from './input.ts';
import { storeSupervisionNotices } from './notices.ts';

export type { StoreSupervisionFacts, StoreSupervisionOpening } from './facts.ts';

/** A day on which the monitors look; nobody has to do anything by then. */
const tick = {
  legalEffect: false,
  duty: false,
  consequence: text('平台核对数据', 'The platform looks at the figures'),
  ladder: [],
  reading: 'monthlyPoints',
} as const;

const credit = { clause: 'SH-STORE 四.5(5)', at: ['SUPERVISED'] } as const;
const exit = { clause: 'SH-STORE 四.5(7)', requirement: 'SH-STORE-15.4', at: ['SUPERVISED'] } as const;

/**
 * Supervision of a store, 四.1 and 四.6: one case a store, open as long as the store is. It watches months, quarters, complaints and
 * credit, takes the store's wish to leave and the reviewers' findings, and puts each ground it detects to the clearance, where
 * persons decide (SH-STORE-10 to 15).
 */
export const storeSupervision = contract<{
  opening: StoreSupervisionOpening;
  facts: StoreSupervisionFacts;
  inputs: StoreSupervisionInputs;
}>()({
  kind: 'storeSupervision',
  prefix: 'sup',
  mark: '监督',
  title: text('店铺监督', 'Supervision of the store'),
  parties: { provider: institution },
  stages: { SUPERVISED: text('监督中', 'Under supervision') },
  outcomes: { STORE_CLEARED },
  notices: storeSupervisionNotices,
  toldValues: {
    provider: [
      'complaint.upheldCount',
      'complaint.windowMonths',
      'zeroPoints.months',
      'zeroPoints.passiveCount',
      'rating.lowQuarters',
      'rating.basis',
      'rating.below100',
      'credit.everyMonths',
      'credit.mainShare',
    ],
  },
  factsReading: 'monthlyPoints',
  tasks: {
    checkCredit: {
      title: text('核查企业和主要股东的信用', 'Check the credit of the company and its main shareholders'),
      role: 'reviewer',
      dueBy: ['creditCheck'],
    },
    confirmHit: { title: text('确认是否属于严重失信', 'Say whether it is serious dishonesty'), role: 'reviewer' },
  },
  deadlines: {
    month: {
      ...tick,
      title: text('新的月份', 'A new month'),
      clause: 'SH-STORE 四.5(3)',
      requirement: 'SH-STORE-12.1',
    },
    quarter: {
      ...tick,
      title: text('新的季度', 'A new quarter'),
      clause: 'SH-STORE 四.5(4)',
      requirement: 'SH-STORE-13.1',
    },
    nextCreditCheck: {
      title: text('下一次信用核查', 'The next credit check'),
      clause: 'SH-STORE 四.5(5)',
      requirement: 'SH-STORE-15.1',
      consequence: text('开始信用核查', 'A credit check is asked for'),
      platformRule: true,
      legalEffect: false,
      duty: false,
      ladder: [],
    },
    creditCheck: {
      title: text('完成信用核查', 'Finish the credit check'),
      clause: 'SH-STORE 四.5(5)',
      requirement: 'SH-STORE-15.1',
      consequence: text('内部时限，无法律后果', 'An internal target without legal effect'),
      platformRule: true,
      legalEffect: false,
      ladder: [],
    },
    gainPoints: {
      title: text('取得新增积分', 'Gain new points'),
      clause: 'SH-STORE 四.5(3)',
      requirement: 'SH-STORE-12.5',
      consequence: text('构成清退情形，由审核人员确认', 'A ground for clearance, which a person confirms or dismisses'),
      ladder: warningLadder,
      reading: 'monthlyPoints',
    },
    raiseRating: {
      title: text('评价等级升至 3 星', 'Reach 3 stars'),
      clause: 'SH-STORE 四.5(4)',
      requirement: 'SH-STORE-13.5',
      consequence: text('构成清退情形，由审核人员确认', 'A ground for clearance, which a person confirms or dismisses'),
      ladder: warningLadder,
      reading: 'monthlyPoints',
    },
  },
  actions: {
    recordShareholders: {
      ...credit,
      title: text('登记主要股东', 'Record the main shareholders'),
      done: text('已登记主要股东', 'Main shareholders recorded'),
      event: 'SHAREHOLDERS_RECORDED',
      by: [party('provider'), handling('reviewer')],
      requirement: 'SH-STORE-15.1',
      withholds: ['shareholders'],
      personal: ['shareholders.*.name'],
    },
    recordCreditCheck: {
      ...credit,
      title: text('记录信用核查', 'Record the credit check'),
      done: text('已记录信用核查', 'Credit check recorded'),
      event: 'CREDIT_CHECKED',
      by: [handling('reviewer')],
      requirement: 'SH-STORE-15.1',
      task: 'checkCredit',
    },
    confirmHit: {
      ...credit,
      title: text('确认严重失信', 'Confirm the serious dishonesty'),
      done: text('已确认严重失信', 'Serious dishonesty confirmed'),
      event: 'DISHONESTY_CONFIRMED',
      by: [handling('reviewer')],
      requirement: 'SH-STORE-10.5',
      adverse: true,
      task: 'confirmHit',
    },
    dismissHit: {
      ...credit,
      title: text('排除严重失信', 'Dismiss the hit'),
      done: text('已排除严重失信', 'Hit dismissed'),
      event: 'DISHONESTY_DISMISSED',
      by: [handling('reviewer')],
      requirement: 'SH-STORE-15.2',
      // In favour of the store; why is to be said all the same.
      adverse: true,
      task: 'confirmHit',
    },
    recordIncapacity: {
      title: text('认定无法正常提供服务', 'Find that the store cannot serve'),
      done: text('已认定无法正常提供服务', 'Found that the store cannot serve'),
      event: 'INCAPACITY_FOUND',
      by: [handling('reviewer')],
      at: ['SUPERVISED'],
      clause: 'SH-STORE 四.5(6)',
      requirement: 'SH-STORE-15.3',
      adverse: true,
    },
    requestExit: {
      ...exit,
      title: text('申请退出', 'Ask to leave'),
      done: text('店铺申请退出', 'The store asked to leave'),
      event: 'EXIT_REQUESTED',
      by: [party('provider')],
    },
    withdrawExit: {
      ...exit,
      title: text('撤回退出申请', 'Withdraw the request to leave'),
      done: text('店铺撤回退出申请', 'The store withdrew its request to leave'),
      event: 'EXIT_WITHDRAWN',
      by: [party('provider')],
    },
    findViolation: {
      title: text('认定违规行为', 'Find a violation'),
      done: text('已认定违规行为', 'Violation found'),
      event: 'VIOLATION_FOUND',
      by: [handling('reviewer')],
      at: ['SUPERVISED'],
      clause: 'SH-STORE 四.5(8)',
      requirement: 'SH-STORE-10.8',
      adverse: true,
    },
    withdrawFinding: {
      title: text('撤回认定', 'Take a finding back'),
      done: text('认定已撤回', 'Finding taken back'),
      event: 'FINDING_WITHDRAWN',
      by: [handling('reviewer'), handling('manager')],
      at: ['SUPERVISED'],
      whenClosed: true,
      clause: 'SH-STORE 四.5',
      requirement: 'SH-STORE-10.8',
      effect: 'reverses',
      // In favour of the store; why is to be said all the same.
      adverse: true,
    },
    recordInspection: {
      title: text('记录检查', 'Record an inspection'),
      done: text('已记录检查', 'Inspection recorded'),
      event: 'STORE_INSPECTED',
      by: [handling('reviewer'), handling('manager')],
      at: ['SUPERVISED'],
      clause: 'SH-STORE 四.1',
      requirement: 'SH-STORE-08.5',
    },
    complaintsChanged: {
      title: text('有责投诉有变化', 'Upheld complaints have changed'),
      event: 'UPHELD_COMPLAINTS_CHANGED',
      by: ['case'],
      at: ['SUPERVISED'],
      clause: 'SH-STORE 四.5(2)',
      requirement: 'SH-STORE-14.1',
      reading: 'upheldComplaints',
    },
    clearanceDismissed: {
      title: text('清退情形已排除', 'The ground for clearance was dismissed'),
      event: 'CLEARANCE_DISMISSED',
      by: ['case'],
      at: ['SUPERVISED'],
      whenClosed: true,
      clause: 'SH-STORE 四.5',
      requirement: 'XC-05.2',
    },
    storeCleared,
    clearanceReversed,
  },
});

export type Supervision = StepOf<typeof storeSupervision>;
