/** What the notices of this process are told with in tests. */
import { contactItems, endGrounds } from '../../../rules/hn-net/consumer.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { consumerRegistration } from './contract.ts';

export const consumerRegistrationSamples: SamplesOf<typeof consumerRegistration> = {
  registered: { registeredAt: '2025-09-26T10:00:00.000+08:00' },
  correctionRequested: {
    items: [contactItems.address, contactItems.telephone],
    reason: '登记的地址不存在，电话为空号。',
    requestedAt: '2025-09-28T15:00:00.000+08:00',
  },
  registrationClosed: { closedAt: '2025-10-11T09:30:00.000+08:00' },
  registrationEnded: {
    ground: endGrounds.IDENTITY_OF_ANOTHER,
    reason: '公民身份号码属于他人，本人来电说明未曾注册。',
    endedAt: '2025-10-13T16:20:00.000+08:00',
  },
  platformChanged: {
    bodyId: 'hn-changsha',
    reason: '该窗口服务平台资格已取消。',
    movedAt: '2025-11-03T10:00:00.000+08:00',
  },
};
