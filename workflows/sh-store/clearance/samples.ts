/** What the notices of this process are told with in tests. */
import { text } from '../../../rules/text.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { barLiftedSample } from '../shared-samples.ts';
import { clearanceGrounds, type clearance, type ClearanceFacts } from './contract.ts';

export const clearanceSamples: SamplesOf<typeof clearance> = {
  clearanceDetected: {
    ground: text(
      '新店铺超过 15 个工作日未完成首次装修和产品上架',
      'first decoration and listing not done after more than 15 working days',
    ),
    clause: 'SH-STORE 四.5(1)',
    facts: [text('第 15 个工作日为2025年10月23日', 'The 15th working day was 23 October 2025')],
    detectedAt: '2025-10-24T00:00:00.000+08:00',
  },
  clearanceWithdrawn: {
    ground: text('试运行店铺未达标', 'a trial store that missed its targets'),
    clause: 'SH-STORE 一.2',
    withdrawnAt: '2025-10-24T10:00:00.000+08:00',
    reason: text('原案件经重新评定，清退情形不再成立', 'Decided anew, the ground does not stand'),
    wasConfirmed: false,
  },
  clearanceNotice: {
    ground: text(
      '新店铺超过 15 个工作日未完成首次装修和产品上架',
      'first decoration and listing not done after more than 15 working days',
    ),
    clause: 'SH-STORE 四.5(1)',
    facts: [text('已上架产品 0 个', '0 products listed')],
    confirmedAt: '2025-10-24T10:00:00.000+08:00',
    reason: '经核查，店铺至今未发布装修，也没有上架产品',
    bar: { firstDay: '2025-10-25', lastDay: '2026-10-24' },
  },
  clearanceDismissed: {
    ground: text('试运行店铺未达标', 'a trial store that missed its targets'),
    clause: 'SH-STORE 一.2',
    dismissedAt: '2025-10-24T10:00:00.000+08:00',
    reason: '平台统计有误，更正后三项指标均已达到',
  },
  clearanceRevoked: {
    ground: clearanceGrounds.CLEAR_TRIAL_FAILED.title,
    clause: clearanceGrounds.CLEAR_TRIAL_FAILED.clause,
    why: clearanceGrounds.CLEAR_TRIAL_FAILED.withdrawal.why,
    withdrawnAt: '2025-11-05T10:00:00.000+08:00',
  },
  barLifted: barLiftedSample,
};

/** What a clearance remembers, for the sentences of its timeline. */
export const clearanceRemembered: Partial<ClearanceFacts> = { ground: 'CLEAR_TRIAL_FAILED' };
