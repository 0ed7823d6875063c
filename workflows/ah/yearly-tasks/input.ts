/** Input schemas of the actions of yearly tasks. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { note } from '../../engine/input.ts';

export const yearlyTasksInputs = { checkProgress: z.strictObject({ note: note.optional() }) };

export type YearlyTasksInputs = {
  [A in keyof typeof yearlyTasksInputs]: z.output<(typeof yearlyTasksInputs)[A]>;
};
