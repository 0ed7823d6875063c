/** What the notices of this process are told with in tests. */
import { surveySamplesOf } from '../../cooperation/needs-survey/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { memberSurvey } from './contract.ts';
import { terms } from './terms.ts';

export const memberSurveySamples: SamplesOf<typeof memberSurvey> = surveySamplesOf(terms);
