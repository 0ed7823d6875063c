/** What the notices of this process are told with in tests. */
import { windowName } from '../../../rules/hn-net/window.ts';
import type { MinimumCheck } from '../../../rules/hn-net/minimums.ts';
import { text } from '../../../rules/text.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { windowMinimums } from './contract.ts';
import { shortfallMeasures } from './measures.ts';

const window = windowName({
  ...{ kind: 'COUNTY_COMPREHENSIVE', name: '浏阳市中小企业综合窗口服务平台', region: 'HN/CHANGSHA/LIUYANG' },
});
const check: MinimumCheck = {
  from: '2025-07-01',
  to: '2025-09-30',
  providers: 20,
  members: 100,
  connected: 20,
  serving: 19,
  registered: 104,
  met: false,
};

export const windowMinimumsSamples: SamplesOf<typeof windowMinimums> = {
  belowMinimum: { window, check },
  shortfallFound: { window, check },
  shortfallEnded: { window, why: text('窗口已达到下限', 'the window meets its minimums') },
  minimumsMet: { window, check: { ...check, serving: 21, met: true } },
  shortfallDecided: {
    window,
    measure: shortfallMeasures.GUIDE,
    reason: '仅差一家，指导其在下季度内接入。',
    decidedAt: '2025-10-10T10:00:00.000+08:00',
  },
};
