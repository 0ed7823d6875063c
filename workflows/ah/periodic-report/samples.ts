/** What the notices of this process are told with in tests. */
import { periodInWords } from '../../../rules/ah/reports.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { periodicReport } from './contract.ts';
import type { PeriodicReportFacts } from './facts.ts';

const period = periodInWords('2025-09');

export const periodicReportSamples: SamplesOf<typeof periodicReport> = {
  reportLate: { of: '2025-09', period, dueOn: '2025-10-10' },
  reportMissing: { of: '2025-09', period, dueOn: '2025-10-10' },
  reportReturned: {
    of: '2025-09',
    period,
    reason: '服务企业数没有名单佐证。',
    differences: [{ figure: 'served', reported: 40, recorded: 31 }],
  },
};

/** What the reports of a member remember, for the sentences of their timeline. */
export const periodicReportRemembered: Partial<PeriodicReportFacts> = { reports: {}, submitted: {} };
