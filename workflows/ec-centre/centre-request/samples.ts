/** What the notices of this process are told with in tests. */
import { centreServices } from '../../../rules/ec-centre/services.ts';
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { centreRequest } from './contract.ts';

const ofRequest = { centre: '义乌市电子商务公共服务中心', service: centreServices.BUSINESS_SUPPORT };

export const centreRequestSamples: SamplesOf<typeof centreRequest> = {
  requestReceived: ofRequest,
  providerAssigned: ofRequest,
  centreServes: ofRequest,
  serviceWithdrawn: { ...ofRequest, withdrawnAt: '2025-03-10T10:00:00.000+08:00' },
  serviceCompleted: {
    ...ofRequest,
    deadlines: [
      sampleDeadline({
        ...centreRequest.deadlines.evaluation,
        name: 'evaluation',
        lastDay: '2025-03-24',
        dueAt: '2025-03-25T00:00:00.000+08:00',
        workingDaysLeft: 10,
      }),
    ],
  },
  serviceDeclined: { ...ofRequest, reason: '名录中暂无此类服务商。' },
};
