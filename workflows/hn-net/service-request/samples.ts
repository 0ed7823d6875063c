/** What the notices of this process are told with in tests. */
import { bodyInWords } from '../../../rules/hn-net/body-in-words.ts';
import { serviceCategories, vouchers } from '../../../rules/hn-net/service-request.ts';
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { serviceRequest } from './contract.ts';

const category = serviceCategories.TECHNOLOGY;
const reason = '该服务商有相应的检测资质。';
const transferredAt = '2025-09-30T10:00:00.000+08:00';

export const serviceRequestSamples: SamplesOf<typeof serviceRequest> = {
  requestReceived: { category, receivedAt: '2025-09-30T09:00:00.000+08:00' },
  requestTransferred: { to: bodyInWords('hn-liuyang').name, reason: '由所在县的窗口平台就近服务。', transferredAt },
  requestAssigned: {
    category,
    reason,
    transferredAt,
    deadlines: [
      sampleDeadline({
        ...serviceRequest.deadlines.acceptance,
        name: 'acceptance',
        lastDay: '2025-10-11',
        dueAt: '2025-10-12T00:00:00.000+08:00',
        workingDaysLeft: 3,
      }),
    ],
  },
  requestReturned: { why: '服务商设备检修，无法按时服务。', returnedAt: '2025-10-12T00:00:00.000+08:00' },
  requestAccepted: { fee: 1200, acceptedAt: '2025-10-10T10:00:00.000+08:00' },
  serviceCompleted: {
    orderNo: 'srq-4f6b0c1e',
    completedOn: '2025-10-20',
    fee: 1200,
    voucher: vouchers.NONE,
    voucherMissing: true,
  },
  requestNotServed: { reason: '平台网络暂无此类服务资源。', endedAt: '2025-10-20T10:00:00.000+08:00' },
};
