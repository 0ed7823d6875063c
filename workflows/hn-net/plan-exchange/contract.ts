import { text } from '../../../rules/text.ts';
import { fixedDateLadder } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { WINDOW_ENDED } from '../window-ended.ts';
import { contract, operator } from '../words.ts';
import type { PlanExchangeFacts, PlanExchangeOpening } from './facts.ts';
import type { PlanExchangeInputs } from './input.ts';
import { planExchangeNotices } from './notices.ts';

const exchange = { clause: 'HN-NET 第十七条', requirement: 'HN-NET-17.1' } as const;
const contact = { clause: 'HN-NET 第十七条', requirement: 'HN-NET-17.2' } as const;
const stages = ['WAITING', 'DUE', 'OVERDUE', 'SENT'] as const;

/** Who is at the hub acts for it, also where the hub is the platform above a window. */
const eitherSide = [party('operator'), handling('reviewer'), handling('manager'), party('window')];

/** What a side owes by the end of January. */
const plan = {
  ...exchange,
  consequence: text(
    '标记为逾期，纳入考核；逾期后仍应通报',
    'Marked as overdue and shown in the assessment; still to be sent',
  ),
  ladder: fixedDateLadder,
} as const;

/**
 * The exchange of yearly work plans between the hub and a window, both ways by the end of January: HN-NET-17. For the window its own people
 * act, and its operator. The case is open as long as the window is one.
 */
export const planExchange = contract<{
  opening: PlanExchangeOpening;
  facts: PlanExchangeFacts;
  inputs: PlanExchangeInputs;
}>()({
  kind: 'planExchange',
  prefix: 'pln',
  mark: '计划',
  title: text('年度工作计划通报', 'Exchange of yearly plans'),
  parties: { operator, window: { title: text('窗口服务平台', 'Window platform'), roles: ['reviewer', 'manager'] } },
  bodies: { hub: text('省枢纽服务平台', 'The hub') },
  stages: {
    WAITING: text('待下一年度', 'Until the next year'),
    DUE: text('待相互通报', 'Plans due'),
    OVERDUE: text('逾期未通报', 'Overdue'),
    SENT: text('已相互通报', 'Plans exchanged'),
  },
  outcomes: { ENDED: text('窗口资格已取消，通报终止', 'Ended: the window has lost its qualification') },
  notices: planExchangeNotices,
  tasks: {
    sendHubPlan: {
      title: text('向窗口通报枢纽平台年度工作计划', 'Send the plan of the hub to the window'),
      role: 'reviewer',
      dueBy: ['hubPlan'],
    },
  },
  deadlines: {
    nextYear: {
      ...exchange,
      title: text('新的年度', 'A new year'),
      consequence: text('开始通报新年度的工作计划', 'The exchange of the new plans begins'),
      legalEffect: false,
      duty: false,
      ladder: [],
    },
    windowPlan: {
      ...plan,
      title: text('向枢纽平台通报年度工作计划', 'Send the plan of the window to the hub'),
      metBy: 'sendWindowPlan',
      concerns: ['operator', 'window'],
    },
    hubPlan: {
      ...plan,
      title: text('向窗口通报年度工作计划', 'Send the plan of the hub to the window'),
      concerns: [{ role: 'reviewer' }],
      toldTo: ['operator', 'window'],
    },
  },
  actions: {
    sendWindowPlan: {
      ...exchange,
      title: text('通报窗口工作计划', 'Send the plan of the window'),
      done: text('窗口已通报工作计划', 'The window has sent its plan'),
      event: 'WINDOW_PLAN_SENT',
      by: [party('operator'), party('window')],
      at: ['DUE', 'OVERDUE'],
    },
    sendHubPlan: {
      ...exchange,
      title: text('通报枢纽平台工作计划', 'Send the plan of the hub'),
      done: text('枢纽平台已通报工作计划', 'The hub has sent its plan'),
      event: 'HUB_PLAN_SENT',
      by: [handling('reviewer'), handling('manager')],
      at: ['DUE', 'OVERDUE'],
      task: 'sendHubPlan',
    },
    commentPlan: {
      ...contact,
      title: text('对对方的计划提出意见', 'Comment on the plan of the other side'),
      done: text('对工作计划提出意见', 'Plan commented on'),
      event: 'PLAN_COMMENTED',
      by: eitherSide,
      at: ['DUE', 'OVERDUE', 'SENT'],
    },
    logContact: {
      ...contact,
      title: text('记录沟通情况', 'Log a contact'),
      done: text('沟通情况已记录', 'Contact logged'),
      event: 'CONTACT_LOGGED',
      by: eitherSide,
      at: stages,
    },
    windowEnded: { ...WINDOW_ENDED, at: stages },
  },
});

/** A step of an exchange. */
export type Exchange = StepOf<typeof planExchange>;
