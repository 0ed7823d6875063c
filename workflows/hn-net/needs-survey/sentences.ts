/** What the timeline says of each action of a survey of needs (XC-05.3). */
import { surveySentences } from '../../cooperation/needs-survey/sentences.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { needsSurvey } from './contract.ts';
import { terms } from './terms.ts';

export const needsSurveySentences: SentencesOf<typeof needsSurvey> = surveySentences(terms.categories);
