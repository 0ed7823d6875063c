/** What the notices of this process are told with in tests. */
import { statutes } from '../../../rules/hn-net/config.ts';
import { infringementMeasures, protectedRights } from '../../../rules/hn-net/infringement.ts';
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { infringementNotice } from './contract.ts';

const right = protectedRights.TRADEMARK;
const certificate = '第 12345678 号注册商标';
const items = ['https://shop.example.cn/items/17'];
const measures = [infringementMeasures.BLOCK, infringementMeasures.DISCONNECT];
const takenAt = '2025-09-26T10:00:00.000+08:00';
const answer = sampleDeadline({
  ...infringementNotice.deadlines.answer,
  name: 'answer',
  lastDay: '2025-10-16',
  dueAt: '2025-10-17T00:00:00.000+08:00',
  workingDaysLeft: 10,
});

export const infringementNoticeSamples: SamplesOf<typeof infringementNotice> = {
  noticeReceived: { right, certificate, items, receivedAt: '2025-09-25T10:00:00.000+08:00' },
  measureTaken: {
    ...{ statute: statutes.CIVIL_CODE, right, certificate, items, measures, takenAt },
    reason: '商标注册证与商品页面相符。',
    deadlines: [answer],
  },
  holderTold: { measures, takenAt, deadlines: [answer] },
  answerGiven: { answer: '已获商标权人授权，授权书附后。', files: 2, answeredAt: '2025-09-28T10:00:00.000+08:00' },
  noticeDecided: {
    result: infringementNotice.outcomes.MEASURE_KEPT,
    reason: '服务商未提交授权证明。',
    decidedAt: '2025-10-17T10:00:00.000+08:00',
  },
  noticeWithdrawn: { withdrawnAt: '2025-10-09T10:00:00.000+08:00' },
};
