/** What of surveys of needs is this regime's: the passages they rest on, and what a need can be about. */
import { serviceCategories } from '../../../rules/hn-net/service-request.ts';
import { text } from '../../../rules/text.ts';
import type { SurveyTerms } from '../../cooperation/needs-survey/terms.ts';

/** Surveys under the measures (HN-NET-05.4, 16.5). */
export const terms = {
  clauses: { survey: 'HN-NET 第十五条', matching: 'HN-NET 第七条第四项' },
  requirements: { surveyed: 'HN-NET-16.5', matched: 'HN-NET-05.4' },
  categories: serviceCategories,
  collector: text('窗口服务平台', 'window platform'),
} as const satisfies SurveyTerms;
