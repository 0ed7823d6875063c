/** What the notices of this process are told with in tests. */
import { grades } from '../../../rules/ah/scoring.ts';
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { annualEvaluation } from './contract.ts';
import type { AnnualEvaluationFacts } from './facts.ts';

const { outcomes, deadlines } = annualEvaluation;
const result = { year: 2025, place: 3, of: 16, notifiedAt: '2026-03-02T10:00:00.000+08:00' };

export const annualEvaluationSamples: SamplesOf<typeof annualEvaluation> = {
  summaryAsked: {
    year: 2025,
    deadlines: [
      sampleDeadline({
        ...deadlines.summary,
        name: 'summary',
        lastDay: '2026-01-10',
        dueAt: '2026-01-11T00:00:00.000+08:00',
        workingDaysLeft: 6,
      }),
    ],
  },
  dataCorrected: {
    ...{ year: 2025, figure: 'matches', from: 9, to: 10, reason: '核对对接记录，少计一次。' },
    correctedAt: '2026-02-23T10:00:00.000+08:00',
  },
  commentsAnswered: {
    year: 2025,
    answer: '对接次数已更正为 10，其余数据与记录一致。',
    answeredAt: '2026-02-23T11:00:00.000+08:00',
  },
  dataForComment: {
    year: 2025,
    figures: [
      { figure: 'matches', n: 9 },
      { figure: 'served', n: 150 },
    ],
    inTime: 11,
    due: 12,
    deadlines: [
      sampleDeadline({
        ...deadlines.comment,
        name: 'comment',
        lastDay: '2026-02-24',
        dueAt: '2026-02-25T00:00:00.000+08:00',
        workingDaysLeft: 5,
      }),
    ],
  },
  deductionLifted: { year: 2025, grade: grades.UNQUALIFIED, total: 57, liftedAt: '2026-03-10T10:00:00.000+08:00' },
  resultRetained: {
    ...result,
    ...{ grade: grades.EXCELLENT, total: 93.5, reason: '各项指标完成良好。', consequence: outcomes.RETAINED },
  },
  membershipCancelled: {
    ...result,
    ...{
      grade: grades.UNQUALIFIED,
      total: 52,
      reason: '全年未开展服务活动。',
      consequence: outcomes.RESIDENCY_CANCELLED,
    },
  },
};

/** What an evaluation remembers, for the sentences of its timeline. */
export const annualEvaluationRemembered: Partial<AnnualEvaluationFacts> = {
  rank: { place: 3, of: 16, late: false },
  total: 85,
  grade: 'QUALIFIED',
};
