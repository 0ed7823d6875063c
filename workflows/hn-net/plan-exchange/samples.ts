/** What the notices of this process are told with in tests. */
import { windowName } from '../../../rules/hn-net/window.ts';
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import { text } from '../../../rules/text.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { planExchange } from './contract.ts';

const window = windowName({
  ...{ kind: 'COUNTY_COMPREHENSIVE', name: '浏阳市中小企业综合窗口服务平台', region: 'HN/CHANGSHA/LIUYANG' },
});
const ofYear = { year: 2026, window };
const hub = text('省枢纽服务平台', 'The hub');

export const planExchangeSamples: SamplesOf<typeof planExchange> = {
  planAsked: {
    ...ofYear,
    deadlines: [
      sampleDeadline({
        ...planExchange.deadlines.windowPlan,
        name: 'windowPlan',
        lastDay: '2026-01-31',
        dueAt: '2026-02-01T00:00:00.000+08:00',
        workingDaysLeft: 20,
      }),
    ],
  },
  planSent: {
    ...ofYear,
    by: hub,
    summary: '组织四场全省对接活动，培训窗口人员两期。',
    sentAt: '2026-01-15T10:00:00.000+08:00',
  },
  planCommented: {
    ...ofYear,
    by: hub,
    comment: '建议增加一次专精特新企业专场。',
    at: '2026-01-20T10:00:00.000+08:00',
  },
  planOverdue: ofYear,
};
