/** What the notices of this process are told with in tests. */
import type { SamplesOf } from '../../engine/wordings.ts';
import type { platformTermination } from './contract.ts';

const endsAt = '2025-10-01T00:00:00.000+08:00';
const measures = '未完成订单由长沙窗口平台承接；保证金按协议退还。';

export const platformTerminationSamples: SamplesOf<typeof platformTermination> = {
  terminationAnnounced: { endsAt, announcement: '因平台整合，枢纽平台停止第三方交易服务。', measures },
  terminationPostponed: {
    ...{ endsAt: '2025-12-01T00:00:00.000+08:00', before: endsAt, measures },
    reason: '订单移交尚需时间。',
  },
  terminationCancelled: { endsAt, reason: '整合方案调整。' },
};
