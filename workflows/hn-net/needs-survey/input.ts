/** Input schemas of the actions of a survey of needs. Read by the API and the signal bridge alone. */
import type { z } from 'zod';
import { serviceCategories } from '../../../rules/hn-net/service-request.ts';
import { surveyInputSchemas } from '../../cooperation/needs-survey/input.ts';

export const needsSurveyInputs = surveyInputSchemas(serviceCategories);

export type NeedsSurveyInputs = { [A in keyof typeof needsSurveyInputs]: z.output<(typeof needsSurveyInputs)[A]> };
