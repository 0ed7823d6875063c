/** What of surveys of needs is this regime's: the passages they rest on, and what a need can be about. */
import { needCategories } from '../../../rules/ah/needs.ts';
import { text } from '../../../rules/text.ts';
import type { SurveyTerms } from '../../cooperation/needs-survey/terms.ts';

/** Surveys under the measures (AH-OPS-02.1, AH-EVAL-02.9). */
export const terms = {
  clauses: { survey: 'AH-OPS 第十条', matching: 'AH-OPS 第十条' },
  requirements: { surveyed: 'AH-OPS-02.1', matched: 'AH-OPS-02.2' },
  categories: needCategories,
  collector: text('市级平台或者入驻机构', 'city platform or institution'),
} as const satisfies SurveyTerms;
