/** Mails of an answer to a survey (HN-NET-05.4). */
import { answerWordings } from '../../cooperation/needs-survey/wording.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { needsAnswer } from './contract.ts';

export const needsAnswerWording: WordingsOf<typeof needsAnswer> = answerWordings;
