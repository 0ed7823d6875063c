/** Mails of a survey of needs (AH-OPS-02). */
import { text } from '../../../rules/text.ts';
import { surveyWordings } from '../../cooperation/needs-survey/wording.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { memberSurvey } from './contract.ts';

export const memberSurveyWording: WordingsOf<typeof memberSurvey> = surveyWordings(
  text('省综合服务平台', 'The provincial platform'),
);
