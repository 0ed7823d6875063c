/** What the notices of this process are told with in tests. */
import { hideReasons } from '../../../rules/hn-net/evaluation.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { consumerEvaluation, ConsumerEvaluationFacts } from './contract.ts';

const orderNo = 'HN2025-000318';
const { title: insult, clause: onInsult } = hideReasons.INSULT_OR_DEFAMATION;

export const consumerEvaluationSamples: SamplesOf<typeof consumerEvaluation> = {
  evaluationPublished: {
    orderNo,
    completedOn: '2025-09-24',
    score: 2,
    publishedAt: '2025-09-26T10:00:00.000+08:00',
  },
  evaluationAnswered: { orderNo, answeredAt: '2025-09-26T16:30:00.000+08:00' },
  commentAdded: { orderNo, commentedAt: '2025-09-28T09:00:00.000+08:00' },
  reportTurnedDown: {
    orderNo,
    ground: insult,
    clause: onInsult,
    reason: '评价用语尖锐，但限于对服务的批评，不构成侮辱、诽谤。',
    decidedAt: '2025-09-29T11:00:00.000+08:00',
  },
  evaluationHidden: {
    orderNo,
    ground: insult,
    clause: onInsult,
    reason: '评价中对经办人员的人身攻击构成侮辱。',
    hiddenAt: '2025-09-30T14:00:00.000+08:00',
  },
  evaluationRestored: {
    orderNo,
    clause: onInsult,
    reason: '所指词语系行业用语，不具侮辱含义。',
    restoredAt: '2025-10-10T10:00:00.000+08:00',
  },
  hidingUpheld: {
    orderNo,
    ground: insult,
    clause: onInsult,
    reason: '复核认为用语确已超出对服务的批评。',
    decidedAt: '2025-10-10T10:00:00.000+08:00',
  },
};

/** What an evaluation remembers, for the sentences of its timeline. */
export const consumerEvaluationRemembered: Partial<ConsumerEvaluationFacts> = {
  report: { ground: 'INFRINGEMENT', reportedAt: '2025-09-26T10:00:00.000+08:00' },
  hidden: { ground: 'FABRICATED_TRADE', hiddenAt: '2025-09-27T10:00:00.000+08:00' },
};
