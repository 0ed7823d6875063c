/** What the notices of this process are told with in tests. */
import { supervisionGrounds } from '../../../rules/hn-net/supervision.ts';
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import { text } from '../../../rules/text.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { supervision } from './contract.ts';

const grounds = [supervisionGrounds.POOR_REPUTATION.title, supervisionGrounds.HARM_TO_CONSUMERS.title];
const qualification = text('平台网络服务资格', 'network service qualification');
const reason = '一年内三次投诉成立，均未履行承诺。';

export const supervisionSamples: SamplesOf<typeof supervision> = {
  findingMade: { grounds, reason, foundAt: '2025-09-26T10:00:00.000+08:00' },
  warned: {
    ...{ grounds, reason, demands: '退还未履行部分的费用，公开更正服务承诺。', correctBy: '2025-10-20' },
    deadlines: [
      sampleDeadline({
        ...supervision.deadlines.correction,
        name: 'correction',
        lastDay: '2025-10-20',
        dueAt: '2025-10-21T00:00:00.000+08:00',
        workingDaysLeft: 12,
      }),
    ],
  },
  correctionJudged: {
    result: text('认定未改正', 'Found not corrected'),
    reason: '退款未到账。',
    judgedAt: '2025-10-21T10:00:00.000+08:00',
  },
  lossAnnounced: {
    ...{ qualification, grounds, reason },
    deadlines: [
      sampleDeadline({
        ...supervision.deadlines.statement,
        name: 'statement',
        lastDay: '2025-10-16',
        dueAt: '2025-10-17T00:00:00.000+08:00',
        workingDaysLeft: 10,
      }),
    ],
  },
  lossDropped: { qualification, reason: '已全部退款并取得谅解。', decidedAt: '2025-10-17T10:00:00.000+08:00' },
  qualificationCancelled: { qualification, grounds, reason, cancelledOn: '2025-10-17', heard: true },
  supervisionEscalated: {
    bodyId: 'hn-dept-province',
    reason: '该服务商在三个市州开展服务。',
    escalatedAt: '2025-09-28T10:00:00.000+08:00',
  },
  supervisionClosed: {
    result: supervision.outcomes.REFERRED,
    reason: '已由市场监督管理部门立案查处。',
    closedAt: '2025-10-17T10:00:00.000+08:00',
  },
};
