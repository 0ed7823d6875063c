/** Mails of a survey of needs (HN-NET-16.5). */
import { text } from '../../../rules/text.ts';
import { surveyWordings } from '../../cooperation/needs-survey/wording.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { needsSurvey } from './contract.ts';

export const needsSurveyWording: WordingsOf<typeof needsSurvey> = surveyWordings(
  text('上级服务平台', 'The platform above yours'),
);
