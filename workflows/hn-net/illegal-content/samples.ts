/** What the notices of this process are told with in tests. */
import { contentBreaches, contentMeasures } from '../../../rules/hn-net/unlawful-content.ts';
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { illegalContent } from './contract.ts';

const items = ['https://shop.example.cn/items/17'];
const { title: breach, clause } = contentBreaches.FABRICATED_TRADES;

export const illegalContentSamples: SamplesOf<typeof illegalContent> = {
  reportReceived: { alleged: breach, items, receivedAt: '2026-02-14T09:00:00.000+08:00' },
  reportDecided: {
    result: illegalContent.outcomes.NO_BREACH,
    reason: '成交记录与发票一致，未见虚构。',
    decidedAt: '2026-02-14T15:00:00.000+08:00',
  },
  measureTaken: {
    breach,
    clause,
    items,
    measures: [contentMeasures.STOP_TRADING, contentMeasures.BLOCK],
    reason: '同一付款账户三日内下单四十次后全部退款。',
    takenAt: '2026-02-14T15:00:00.000+08:00',
    earlier: 1,
    deadlines: [
      sampleDeadline({
        ...illegalContent.deadlines.statement,
        name: 'statement',
        lastDay: '2026-03-06',
        dueAt: '2026-03-07T00:00:00.000+08:00',
        workingDaysLeft: 10,
      }),
    ],
  },
  measureLifted: { reason: '系支付渠道故障造成的重复记录。', items, liftedAt: '2026-02-25T10:00:00.000+08:00' },
};
