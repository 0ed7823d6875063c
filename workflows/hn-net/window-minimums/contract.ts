import { text } from '../../../rules/text.ts';
import { handling } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { WINDOW_ENDED } from '../window-ended.ts';
import { contract, operator } from '../words.ts';
import type { WindowMinimumsFacts, WindowMinimumsOpening } from './facts.ts';
import type { WindowMinimumsInputs } from './input.ts';
import { windowMinimumsNotices } from './notices.ts';

const minimums = { clause: 'HN-NET 第十三条', requirement: 'HN-NET-03.7' } as const;

/**
 * The least numbers of a window, checked each quarter as long as it is one: HN-NET-03. What follows a shortfall is decided by a manager;
 * nothing follows by itself.
 */
export const windowMinimums = contract<{
  opening: WindowMinimumsOpening;
  facts: WindowMinimumsFacts;
  inputs: WindowMinimumsInputs;
}>()({
  kind: 'windowMinimums',
  prefix: 'wmn',
  mark: '下限',
  title: text('服务商与会员下限检查', 'Least numbers of a window'),
  parties: { operator },
  bodies: { department: text('当地中小企业主管部门', 'Local SME department') },
  stages: {
    MET: text('达到下限', 'Minimums met'),
    BELOW_MINIMUM: text('未达下限', 'Below minimum'),
  },
  outcomes: { ENDED: text('窗口资格已取消，检查终止', 'Ended: the window has lost its qualification') },
  toldValues: {
    operator: [
      'minimum.comprehensive.providers',
      'minimum.industry.providers',
      'minimum.comprehensive.members',
      'minimum.industry.members',
    ],
  },
  notices: windowMinimumsNotices,
  tasks: {
    decideShortfall: {
      title: text('窗口未达下限：决定如何处理', 'A window is below its minimums: decide what follows'),
      role: 'manager',
      dueBy: ['decision'],
    },
  },
  deadlines: {
    nextCheck: {
      ...minimums,
      title: text('检查服务商和会员数量', 'Check the numbers of providers and members'),
      consequence: text(
        '平台核对数据，未达下限的提醒运营单位和主管部门',
        'The figures are checked; a shortfall is told',
      ),
      platformRule: true,
      legalEffect: false,
      duty: false,
      ladder: [],
      reading: 'windowFigures',
    },
    decision: {
      ...minimums,
      title: text('决定如何处理未达下限', 'Decide what follows the shortfall'),
      consequence: text('内部时限，无法律后果', 'An internal target without legal effect'),
      platformRule: true,
      legalEffect: false,
      ladder: [],
    },
  },
  actions: {
    checkNow: {
      ...minimums,
      title: text('立即检查', 'Check now'),
      done: text('已检查服务商和会员数量', 'Numbers checked'),
      event: 'MINIMUMS_CHECK_ASKED',
      by: [handling('reviewer'), handling('manager')],
      at: ['MET', 'BELOW_MINIMUM'],
      reading: 'windowFigures',
    },
    decideShortfall: {
      ...minimums,
      title: text('决定如何处理', 'Decide what follows'),
      done: text('已决定如何处理未达下限', 'Decided what follows the shortfall'),
      event: 'SHORTFALL_DECIDED',
      by: [handling('manager')],
      at: ['BELOW_MINIMUM'],
      adverse: true,
      task: 'decideShortfall',
    },
    windowEnded: { ...WINDOW_ENDED, at: ['MET', 'BELOW_MINIMUM'] },
  },
});

/** A step of a check. */
export type Minimums = StepOf<typeof windowMinimums>;
