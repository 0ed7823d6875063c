/** What the notices of this process are told with in tests. */
import { answerSamplesOf } from '../../cooperation/needs-survey/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { terms } from '../needs-survey/terms.ts';
import type { needsAnswer } from './contract.ts';

export const needsAnswerSamples: SamplesOf<typeof needsAnswer> = answerSamplesOf(terms.categories.FINANCING);
