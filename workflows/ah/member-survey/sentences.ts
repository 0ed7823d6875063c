/** What the timeline says of each action of a survey (XC-05.3). */
import { surveySentences } from '../../cooperation/needs-survey/sentences.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { memberSurvey } from './contract.ts';
import { terms } from './terms.ts';

export const memberSurveySentences: SentencesOf<typeof memberSurvey> = surveySentences(terms.categories);
