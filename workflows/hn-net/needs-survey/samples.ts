/** What the notices of this process are told with in tests. */
import { surveySamplesOf } from '../../cooperation/needs-survey/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { needsSurvey } from './contract.ts';
import { terms } from './terms.ts';

export const needsSurveySamples: SamplesOf<typeof needsSurvey> = surveySamplesOf(terms);
