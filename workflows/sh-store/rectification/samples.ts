/** What the notices of this process are told with in tests. */
import { text } from '../../../rules/text.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import { setupLimit } from '../shared-samples.ts';
import { rectification } from './contract.ts';

const contentCorrection = sampleDeadline({
  ...rectification.deadlines.contentCorrection,
  name: 'contentCorrection',
  lastDay: '2025-10-16',
  dueAt: '2025-10-17T00:00:00.000+08:00',
  workingDaysLeft: 4,
});

export const rectificationSamples: SamplesOf<typeof rectification> = {
  rectificationOpened: {
    plannedAt: '2025-10-11T00:00:01.000+08:00',
    deadlines: [{ ...setupLimit, workingDaysLeft: 8 }],
    ground: text('超过 5 个工作日未完成开店基本工作', 'set-up not finished after more than 5 working days'),
    clause: 'SH-STORE 四.3',
    facts: [
      text(
        '2025年9月26日通过开店审核，至2025年10月10日 24:00 尚未发布装修',
        'Approved on 26 September 2025; no decoration published by 24:00 on 10 October 2025',
      ),
    ],
    corrections: [
      text('发布店铺装修', 'Publish the decoration'),
      text('还须有 1 个产品审核通过并上架', 'Have 1 more product approved and listed'),
    ],
    effects: [
      text('除首次上架外不得上新', 'No new products beyond the first listing'),
      text('平台不作推广和推荐', 'The platform neither promotes nor recommends the store'),
      text('已受理的订单继续履行', 'Orders in hand continue'),
    ],
  },
  correctionSentBack: {
    deadlines: [contentCorrection],
    clause: 'SH-STORE 四.4',
    reason: '产品页面仍有“全国第一”的表述',
  },
  rectificationExtended: {
    deadlines: [contentCorrection],
    reason: '权利人的授权书正在补办',
  },
  rectificationWithdrawn: {
    clause: 'SH-STORE 四.3',
    doneAt: '2025-10-10T17:20:00.000+08:00',
    withdrawnAt: '2025-10-13T09:05:00.000+08:00',
  },
  rectificationUnfounded: {
    why: text('认定已撤回：获奖证书经核实有效', 'the finding was taken back: the award is genuine'),
    withdrawnAt: '2025-10-13T09:05:00.000+08:00',
  },
  rectificationReleased: {
    clause: 'SH-STORE 四.3',
    releasedAt: '2025-10-16T11:00:00.000+08:00',
    reason: '装修和产品均已上线，情况属实',
  },
};
