/** What the notices of this process are told with in tests. */
import { leakedData } from '../../../rules/hn-net/data-breach.ts';
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { dataBreach } from './contract.ts';

const data = [leakedData.CONTACT, leakedData.ORDERS];
const foundAt = '2025-10-01T09:00:00.000+08:00';

export const dataBreachSamples: SamplesOf<typeof dataBreach> = {
  reportReceived: { data, receivedAt: '2025-10-01T10:00:00.000+08:00' },
  measuresAsked: {
    data,
    foundAt,
    reportedAt: '2025-10-01T10:00:00.000+08:00',
    deadlines: [
      sampleDeadline({
        ...dataBreach.deadlines.measures,
        name: 'measures',
        lastDay: '2025-10-02',
        dueAt: '2025-10-02T10:00:00.000+08:00',
        workingDaysLeft: 0,
      }),
      sampleDeadline({
        ...dataBreach.deadlines.remedy,
        name: 'remedy',
        lastDay: '2025-10-21',
        dueAt: '2025-10-22T00:00:00.000+08:00',
        workingDaysLeft: 10,
      }),
    ],
  },
  personTold: {
    data,
    message: '订单页面曾可被他人打开，现已关闭。请警惕冒充平台的来电；咨询电话 96871。',
    foundAt,
  },
  breachDecided: {
    result: dataBreach.outcomes.REMEDIED,
    reason: '访问控制缺陷已修复并复测。',
    decidedAt: '2025-10-21T10:00:00.000+08:00',
  },
};
