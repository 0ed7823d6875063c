/** What the notices of this process are told with in tests. */
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import { text } from '../../../rules/text.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { conducts } from '../conducts.ts';
import { storeSupervision as contract, type storeSupervision } from './contract.ts';
import { atFirst, type StoreSupervisionFacts } from './facts.ts';
import { courses } from './titles.ts';

export const storeSupervisionSamples: SamplesOf<typeof storeSupervision> = {
  zeroMonthWarning: {
    months: [text('2025年8月', 'August 2025')],
    needed: 2,
    arisesOn: '2025-10-01',
    passiveCounts: true,
    deadlines: [
      sampleDeadline({
        ...contract.deadlines.gainPoints,
        name: 'gainPoints',
        lastDay: '2025-09-30',
        dueAt: '2025-10-01T00:00:00.000+08:00',
        workingDaysLeft: 22,
      }),
    ],
  },
  lowQuarterWarning: {
    quarters: [text('2025年第三季度', 'quarter 3 of 2025')],
    needed: 2,
    points: 150,
    missing: 51,
    threeStars: 201,
    basis: 'CUMULATIVE',
    nextEnd: '2025-12-31',
    arisesOn: '2026-01-01',
    deadlines: [
      sampleDeadline({
        ...contract.deadlines.raiseRating,
        name: 'raiseRating',
        lastDay: '2025-12-31',
        dueAt: '2026-01-01T00:00:00.000+08:00',
        workingDaysLeft: 61,
      }),
    ],
  },
  shareholdersWanted: { mainShare: 5 },
  creditHit: { source: '信用中国', checkedOn: '2025-11-03', hits: 1 },
  exitReceived: { requestedAt: '2025-11-03T10:00:00.000+08:00', reason: '业务调整', barMonths: 12 },
  exitWithdrawn: { withdrawnAt: '2025-11-04T10:00:00.000+08:00' },
  findingWithdrawn: {
    what: conducts.FALSE_ADVERTISING,
    reason: '获奖证书经核实有效',
    withdrawnAt: '2025-11-06T10:00:00.000+08:00',
  },
  conductFound: {
    conduct: conducts.FALSE_ADVERTISING,
    course: courses.RETURN,
    foundOn: '2025-11-03',
    reason: '页面所称获奖情况没有依据',
    clause: 'SH-STORE 四.4',
  },
};

/** What a supervision remembers, for the sentences of its timeline. */
export const storeSupervisionRemembered: StoreSupervisionFacts = {
  ...atFirst({ openedOn: '2025-08-05' }),
  shareholders: { version: 1, ids: ['shr-1-1', 'shr-1-2'] },
  complaints: { upheld: 2, dismissedAt: null },
  findings: [
    {
      ...{
        id: 'fnd-1',
        foundBy: ['reviewer'],
        ground: 'CLEAR_8_VIOLATION',
        rectifies: false,
        told: false,
        voidedAt: null,
      },
      ...{ what: conducts.FALSE_ADVERTISING, facts: [] },
    },
  ],
};
