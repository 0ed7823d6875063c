/** Input schemas of the actions of a survey. Read by the API and the signal bridge alone. */
import type { z } from 'zod';
import { needCategories } from '../../../rules/ah/needs.ts';
import { surveyInputSchemas } from '../../cooperation/needs-survey/input.ts';

export const memberSurveyInputs = surveyInputSchemas(needCategories);

export type MemberSurveyInputs = { [A in keyof typeof memberSurveyInputs]: z.output<(typeof memberSurveyInputs)[A]> };
