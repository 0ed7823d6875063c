/** Input schemas of the actions of an answer. Read by the API and the signal bridge alone. */
import type { z } from 'zod';
import { answerInputSchemas } from '../../cooperation/needs-survey/input.ts';

export const needsAnswerInputs = answerInputSchemas;

export type NeedsAnswerInputs = { [A in keyof typeof needsAnswerInputs]: z.output<(typeof needsAnswerInputs)[A]> };
