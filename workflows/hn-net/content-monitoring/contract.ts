import { notice, sentWhile } from '../../../rules/notices.ts';
import { text } from '../../../rules/text.ts';
import { shortLadder, type Instant } from '../../../rules/time/index.ts';
import { handling } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract } from '../words.ts';
import type { ContentMonitoringInputs } from './input.ts';

/** What is watched stands in the form. */
export type ContentMonitoringOpening = Record<string, never>;

/** One check, as the log keeps the latest; all of them stand on the timeline. */
export interface LoggedCheck {
  readonly at: Instant;
  /** How many providers, and how many of their items, were looked at. */
  readonly providers: number;
  readonly items: number;
  /** The cases of unlawful content that it led to. */
  readonly findings: readonly string[];
}

export interface ContentMonitoringFacts {
  /** How many checks there were. */
  checks: number;
  latest: LoggedCheck | null;
}

const law = { clause: 'HN-NET 第八条第六项', requirement: 'HN-NET-08.1' } as const;

/** The checking and monitoring system of the hub: a standing case with a check every so often, and a log: HN-NET-08.1. */
export const contentMonitoring = contract<{
  opening: ContentMonitoringOpening;
  facts: ContentMonitoringFacts;
  inputs: ContentMonitoringInputs;
}>()({
  kind: 'contentMonitoring',
  prefix: 'mon',
  mark: '巡查',
  title: text('内容检查监控', 'Monitoring of content'),
  parties: { platform: { title: text('枢纽平台', 'Hub platform'), roles: ['manager'] } },
  intake: { by: ['reviewer'] },
  stages: { WATCHING: text('检查监控中', 'Watching') },
  outcomes: { ENDED: text('已终止', 'Ended') },
  notices: {
    /** To the managers. */
    checkOverdue: sentWhile(
      notice<{ readonly overdueSince: Instant }>(
        'HN-NET-08.1',
        '内容检查逾期督办',
        'A check of content is overdue',
        law.clause,
      ),
      { tasks: ['overdue'] },
    ),
  },
  tasks: {
    check: {
      title: text('检查服务商及其发布的内容', 'Check providers and what they publish'),
      role: 'reviewer',
      dueBy: ['check'],
    },
    overdue: { title: text('内容检查逾期，请督办', 'A check is overdue: see to it'), role: 'manager' },
  },
  deadlines: {
    check: {
      ...law,
      title: text('检查服务商及其发布的内容', 'Check providers and what they publish'),
      consequence: text('由负责人督办', 'The manager follows it up'),
      platformRule: true,
      concerns: [{ role: 'reviewer' }],
      ladder: shortLadder,
    },
  },
  actions: {
    recordCheck: {
      ...law,
      title: text('登记检查情况', 'Record a check'),
      done: text('检查情况已登记', 'Check recorded'),
      event: 'CHECK_RECORDED',
      by: [handling('reviewer'), handling('manager')],
      at: ['WATCHING'],
      task: 'check',
    },
    endMonitoring: {
      ...law,
      title: text('终止检查监控', 'End the monitoring'),
      done: text('检查监控已终止', 'Monitoring ended'),
      event: 'MONITORING_ENDED',
      by: [handling('manager')],
      at: ['WATCHING'],
      adverse: true,
    },
  },
});

/** A step of the monitoring. */
export type MonitoringStep = StepOf<typeof contentMonitoring>;
