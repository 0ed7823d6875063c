import type { Check, Incident } from '../../../rules/hn-net/operation.ts';
import { asksFor, notice, sentWhile } from '../../../rules/notices.ts';
import { text, type Text } from '../../../rules/text.ts';
import { shortLadder, type Instant } from '../../../rules/time/index.ts';
import { handling } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract } from '../words.ts';
import type { PlatformOperationInputs } from './input.ts';

export type PlatformOperationOpening = Record<string, never>;

export interface PlatformOperationFacts {
  /** How many checks there were; all of them stand on the timeline. */
  checks: number;
  latest: Check | null;
  /** The one under way and the latest that are over, the earliest first. */
  incidents: readonly Incident[];
}

const law = { clause: 'HN-NET 第八条第五项', requirement: 'HN-NET-14.3' } as const;

/** How a platform runs: a standing case with a check every so often, whose status and incidents everybody may read: HN-NET-14.3. */
export const platformOperation = contract<{
  opening: PlatformOperationOpening;
  facts: PlatformOperationFacts;
  inputs: PlatformOperationInputs;
}>()({
  kind: 'platformOperation',
  prefix: 'opr',
  mark: '运行',
  title: text('平台运行情况', 'Running of a platform'),
  parties: { platform: { title: text('服务平台', 'Platform'), roles: ['reviewer', 'manager'] } },
  intake: { by: ['reviewer'] },
  stages: {
    RUNNING: text('运行正常', 'Running normally'),
    INCIDENT: text('运行异常', 'An incident is under way'),
  },
  outcomes: { ENDED: text('已终止', 'Ended') },
  notices: {
    /** To the managers. */
    incidentBegun: asksFor(
      'recordOperation',
      sentWhile(
        notice<{ readonly status: Text; readonly account: string; readonly at: Instant }>(
          law.requirement,
          '平台运行异常',
          'The platform does not run as it should',
          law.clause,
        ),
        { stages: ['INCIDENT'] },
      ),
    ),
    /** To the managers. */
    operationCheckOverdue: sentWhile(
      notice<{ readonly overdueSince: Instant }>(
        law.requirement,
        '平台运行检查逾期督办',
        'A check of the running is overdue',
        law.clause,
      ),
      { tasks: ['overdue'] },
    ),
  },
  tasks: {
    check: { title: text('检查平台运行情况', 'Check how the platform runs'), role: 'reviewer', dueBy: ['check'] },
    overdue: { title: text('运行检查逾期，请督办', 'A check of the running is overdue: see to it'), role: 'manager' },
  },
  deadlines: {
    check: {
      ...law,
      title: text('检查平台运行情况', 'Check how the platform runs'),
      consequence: text('由负责人督办', 'The manager follows it up'),
      platformRule: true,
      concerns: [{ role: 'reviewer' }],
      ladder: shortLadder,
    },
  },
  actions: {
    recordOperation: {
      ...law,
      title: text('登记运行情况', 'Record how it runs'),
      done: text('运行情况已登记', 'Status recorded'),
      event: 'OPERATION_RECORDED',
      by: [handling('reviewer'), handling('manager')],
      at: ['RUNNING', 'INCIDENT'],
      task: 'check',
    },
    endOperation: {
      ...law,
      title: text('终止运行检查', 'End the checks'),
      done: text('运行检查已终止', 'Checks ended'),
      event: 'OPERATION_CHECKS_ENDED',
      by: [handling('manager')],
      at: ['RUNNING'],
      adverse: true,
    },
  },
});

/** A step of the running of a platform. */
export type OperationStep = StepOf<typeof platformOperation>;
