/** What the notices of this process are told with in tests. */
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import { text } from '../../../rules/text.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { barLiftedSample } from '../shared-samples.ts';
import { clearance, type ClearanceFacts } from './contract.ts';
import { clearanceGrounds } from './grounds.ts';
import type { ToldGround } from './notices.ts';

const { CLEAR_1_SETUP, CLEAR_3_ZERO_POINTS, CLEAR_TRIAL_FAILED } = clearanceGrounds;

const setUp: ToldGround = { ...CLEAR_1_SETUP, facts: [text('已上架产品 0 个', '0 products listed')] };
const zeroPoints: ToldGround = {
  ...CLEAR_3_ZERO_POINTS,
  facts: [
    text('2025年8月新增积分 0 分', 'August 2025: 0 new points'),
    text('2025年9月新增积分 0 分', 'September 2025: 0 new points'),
  ],
};
const trial: ToldGround = { ...CLEAR_TRIAL_FAILED, facts: [text('订单 99 笔', '99 orders')] };

export const clearanceSamples: SamplesOf<typeof clearance> = {
  clearanceDetected: {
    ground: CLEAR_1_SETUP.title,
    clause: CLEAR_1_SETUP.clause,
    facts: [text('第 15 个工作日为2025年10月23日', 'The 15th working day was 23 October 2025')],
    detectedAt: '2025-10-24T00:00:00.000+08:00',
  },
  clearanceToCountersign: { grounds: [zeroPoints], reason: '经核查，店铺两个月未开展经营' },
  clearanceWithdrawn: {
    grounds: [trial],
    withdrawnAt: '2025-10-24T10:00:00.000+08:00',
    reason: text('原案件经重新评定，清退情形不再成立', 'Decided anew, the ground does not stand'),
    wasConfirmed: false,
  },
  clearanceNotice: {
    grounds: [setUp, zeroPoints],
    confirmedAt: '2025-10-24T10:00:00.000+08:00',
    reason: '经核查，店铺至今未发布装修，也没有上架产品',
    bar: { firstDay: '2025-10-25', lastDay: '2026-10-24' },
    deadlines: [
      sampleDeadline({
        ...clearance.deadlines.objection,
        name: 'objection',
        lastDay: '2025-10-31',
        dueAt: '2025-11-01T00:00:00.000+08:00',
        workingDaysLeft: 5,
      }),
    ],
  },
  groundFellAway: {
    grounds: [setUp],
    left: [zeroPoints],
    reason: text('有责投诉未达到规定次数', 'there are fewer upheld complaints than the ground needs'),
    withdrawnAt: '2025-11-05T10:00:00.000+08:00',
  },
  barBegins: { firstDay: '2025-10-28', lastDay: '2026-10-27', servedAt: '2025-10-27T10:00:00.000+08:00' },
  clearanceDismissed: {
    grounds: [trial],
    dismissedAt: '2025-10-24T10:00:00.000+08:00',
    reason: '平台统计有误，更正后三项指标均已达到',
  },
  clearanceObjected: { raisedAt: '2025-10-28T10:00:00.000+08:00' },
  objectionRejected: { decidedAt: '2025-10-30T10:00:00.000+08:00', reason: '店铺未提供新的证据' },
  buyerTold: { orderId: 'o-20251020-17', offlineAt: '2025-10-28T10:00:00.000+08:00' },
  clearanceRevoked: {
    why: text(
      '试运行依据更正后的数据重新评定，三项指标均已达标',
      'The trial was judged anew: all three targets are met',
    ),
    revokedAt: '2025-11-05T10:00:00.000+08:00',
    relisted: 12,
  },
  exitWithdrawnTooLate: { withdrawnAt: '2025-11-05T10:00:00.000+08:00' },
  barLifted: barLiftedSample,
  barShortened: {
    firstDay: '2025-10-25',
    lastDayBefore: '2026-10-24',
    lastDay: '2026-04-30',
    shortenedAt: '2026-03-02T10:00:00.000+08:00',
    reason: '已主动消除影响',
  },
};

/** What a clearance remembers, for the sentences of its timeline. */
export const clearanceRemembered: Partial<ClearanceFacts> = {
  bar: { id: 'bar-1', firstDay: '2025-10-25', lastDay: '2026-10-24' },
  grounds: [
    {
      ground: 'CLEAR_TRIAL_FAILED',
      originCaseId: 'tri-1',
      origin: 'trialOperation',
      detectedAt: '2025-10-10T00:00:00.000+08:00',
      facts: [],
      status: 'DETECTED',
    },
  ],
};
