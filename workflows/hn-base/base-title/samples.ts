/** What the notices of this process are told with in tests. */
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { baseTitle } from './contract.ts';

const title = { name: '长沙麓谷创业创新基地', validTo: '2019-12-31' } as const;

export const baseTitleSamples: SamplesOf<typeof baseTitle> = {
  titleExpiring: {
    ...title,
    deadlines: [
      sampleDeadline({
        ...baseTitle.deadlines.expiry,
        name: 'expiry',
        lastDay: '2019-12-31',
        dueAt: '2020-01-01T00:00:00.000+08:00',
        workingDaysLeft: 60,
      }),
    ],
  },
  mayDeclareAgain: { ...title, year: 2019, filingDay: '2019-04-26' },
  titleExpired: title,
  validityCorrected: { ...title, before: '2020-12-31', reason: '按通知更正。' },
};
