/** What the notices of surveys and answers are told with in tests. */
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import type { Text } from '../../../rules/text.ts';
import { surveyParts } from './parts.ts';
import type { SurveyTerms } from './terms.ts';

const topic = '2025年第四季度服务需求调查';

export function surveySamplesOf(terms: SurveyTerms) {
  return {
    surveyAsked: {
      topic,
      until: '2025-10-31',
      askedAt: '2025-10-09T10:00:00.000+08:00',
      deadlines: [
        sampleDeadline({
          ...surveyParts(terms).deadlines.collection,
          name: 'collection',
          lastDay: '2025-10-31',
          dueAt: '2025-11-01T00:00:00.000+08:00',
          workingDaysLeft: 17,
        }),
      ],
    },
    surveyOverdue: { topic, until: '2025-10-31' },
    partsComplete: { topic, parts: 3, late: 1, answers: 40 },
    surveyCancelled: { topic, reason: '与全国调查合并开展。', cancelledAt: '2025-10-20T10:00:00.000+08:00' },
  };
}

/** @param category the title of one */
export function answerSamplesOf(category: Text) {
  return {
    answerNoted: { category, reason: '平台已有同类免费服务，可直接办理。', notedAt: '2025-10-21T10:00:00.000+08:00' },
  };
}
