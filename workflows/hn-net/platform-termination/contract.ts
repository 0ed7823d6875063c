import type { ProtectiveMeasure } from '../../../rules/hn-net/termination.ts';
import { text } from '../../../rules/text.ts';
import { monthsLadder, type Instant } from '../../../rules/time/index.ts';
import { handling } from '../../engine/grants.ts';
import { operator } from '../trading-platform.ts';
import { contract } from '../words.ts';
import type { PlatformTerminationInputs } from './input.ts';
import { platformTerminationNotices } from './notices.ts';

export interface PlatformTerminationOpening {
  readonly endsAt: Instant;
  /** What the home page says. */
  readonly announcement: string;
  /** How the rights of the parties are protected, as the home page says it. */
  readonly measures: string;
}

/** The notices that everybody concerned gets, each a round of its own. */
export type Round = 'terminationAnnounced' | 'terminationPostponed' | 'terminationCancelled';

export interface PlatformTerminationFacts {
  endsAt: Instant;
  announcement: string;
  measures: string;
  /** When the notice that stands was put on the home page. */
  publishedAt: Instant | null;
  /** What everybody concerned is being told, or was told last; null before the notice. Whom, the records know. */
  round: { readonly notice: Round; readonly toldAt: Instant | null } | null;
  /** How many were told of the end that stands. */
  told: { readonly providers: number; readonly consumers: number } | null;
  /** When everybody had been told of the end for the first time: three months run from here, or from the home page if that was later. */
  firstToldAt: Instant | null;
  done: readonly ProtectiveMeasure[];
}

const law = { clause: 'HN-NET 第八条第十项' } as const;
const notice = { ...law, requirement: 'HN-NET-11.1' } as const;
const personal = { ...law, requirement: 'HN-NET-11.2' } as const;
const protection = { ...law, requirement: 'HN-NET-11.3' } as const;
const moving = { ...law, requirement: 'HN-NET-11.4' } as const;

const announced = ['NOTICE_PUBLISHED', 'NOTIFIED', 'WINDING_DOWN'] as const;
const manager = { by: [handling('manager')] } as const;

/** The end of the trading platform: HN-NET-11. */
export const platformTermination = contract<{
  opening: PlatformTerminationOpening;
  facts: PlatformTerminationFacts;
  inputs: PlatformTerminationInputs;
}>()({
  kind: 'platformTermination',
  prefix: 'trm',
  mark: '终止',
  title: text('终止平台服务', 'End of the platform'),
  parties: { platform: operator },
  intake: { by: ['reviewer', 'manager'] },
  stages: {
    PLANNED: text('拟终止', 'Planned'),
    NOTICE_PUBLISHED: text('已公示，正在逐一通知', 'Notice published, everybody is being told'),
    NOTIFIED: text('已全部通知', 'Everybody told'),
    WINDING_DOWN: text('善后办理中', 'Winding down'),
  },
  outcomes: {
    TERMINATED: text('已终止服务', 'Ended'),
    CANCELLED: text('终止计划已取消', 'Cancelled'),
  },
  notices: platformTerminationNotices,
  tasks: {
    publishNotice: { title: text('公示终止服务', 'Publish the notice'), role: 'manager' },
    windDown: { title: text('落实保障措施', 'Carry out the protective measures'), role: 'reviewer' },
    end: { title: text('终止平台服务', 'End the platform'), role: 'manager' },
  },
  deadlines: {
    noticePeriod: {
      ...notice,
      title: text('终止服务的公示期', 'Time of notice before the end'),
      consequence: text('期满后方可终止服务', 'The platform may end after it'),
      duty: false,
      ladder: [],
    },
    end: {
      ...notice,
      title: text('计划终止服务', 'Planned end of the platform'),
      consequence: text('由负责人决定终止，不自动终止', 'A manager ends it; it does not end of itself'),
      concerns: [{ role: 'manager' }],
      ladder: monthsLadder,
    },
  },
  actions: {
    publishNotice: {
      ...notice,
      ...manager,
      title: text('在主页公示并通知', 'Publish the notice and tell everybody'),
      done: text('已在主页公示终止服务', 'Notice published on the home page'),
      event: 'TERMINATION_PUBLISHED',
      at: ['PLANNED'],
      task: 'publishNotice',
      notBy: ['filer'],
    },
    everybodyTold: {
      ...personal,
      title: text('已逐一通知', 'Everybody has been told'),
      event: 'EVERYBODY_TOLD',
      by: ['case'],
      at: ['*'],
      whenClosed: true,
    },
    recordMeasure: {
      ...protection,
      title: text('记录保障措施', 'Record a protective measure'),
      done: text('保障措施已落实', 'Protective measure carried out'),
      event: 'MEASURE_RECORDED',
      by: [handling('reviewer'), handling('manager')],
      at: ['NOTIFIED', 'WINDING_DOWN'],
      task: 'windDown',
    },
    postponeEnd: {
      ...moving,
      ...manager,
      title: text('推迟终止日期', 'Move the end to a later date'),
      done: text('终止日期已推迟', 'End moved to a later date'),
      event: 'TERMINATION_POSTPONED',
      at: announced,
      adverse: true,
    },
    cancelTermination: {
      ...moving,
      ...manager,
      title: text('取消终止计划', 'Cancel the termination'),
      done: text('终止计划已取消', 'Termination cancelled'),
      event: 'TERMINATION_CANCELLED',
      at: ['PLANNED', ...announced],
      adverse: true,
    },
    endPlatform: {
      ...notice,
      ...manager,
      title: text('终止平台服务', 'End the platform'),
      done: text('平台服务已终止', 'Platform ended'),
      event: 'PLATFORM_ENDED',
      at: ['WINDING_DOWN'],
      adverse: true,
      task: 'end',
      notBy: ['filer'],
      reading: 'termination',
    },
  },
});
