/** What the notices of this process are told with in tests. */
import { sanctionKinds } from '../../../rules/hn-net/fraud.ts';
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import { text } from '../../../rules/text.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { fraudSanction } from './contract.ts';

export const fraudSanctionSamples: SamplesOf<typeof fraudSanction> = {
  fraudSuspected: {
    suspicion: '40 条培训记录中有 5 条的签到数据重复。',
    records: 5,
    openedAt: '2026-01-05T10:00:00.000+08:00',
  },
  fraudConfirmed: { falseRecords: 5, reason: '签到数据系批量生成。', on: '2026-01-20' },
  fraudNotConfirmed: { reason: '重复的签到数据系设备故障所致。', decidedAt: '2026-01-20T10:00:00.000+08:00' },
  sanctionDecided: {
    sanction: sanctionKinds.RECOVERY,
    what: text('50000 元', 'RMB 50000'),
    reason: '该补助以不实的服务记录取得。',
    decidedAt: '2026-01-21T10:00:00.000+08:00',
    deadlines: [
      sampleDeadline({
        ...fraudSanction.deadlines.recovery,
        name: 'recovery',
        lastDay: '2026-03-31',
        dueAt: '2026-04-01T00:00:00.000+08:00',
        workingDaysLeft: 46,
      }),
    ],
  },
  recoveryPaid: { amount: 20_000, outstanding: 30_000, recordedAt: '2026-03-01T10:00:00.000+08:00' },
  recoveryEnded: {
    outstanding: 30_000,
    reason: '企业已注销，无可执行财产。',
    decidedAt: '2026-04-02T10:00:00.000+08:00',
  },
  recoveryOverdue: { outstanding: 30_000, passedAt: '2026-04-01T00:00:00.000+08:00' },
  fraudReferred: {
    addressee: '长沙市公安局',
    reason: '骗取的资金数额较大。',
    referredAt: '2026-01-22T10:00:00.000+08:00',
  },
};
