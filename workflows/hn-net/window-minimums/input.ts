/** Input schemas of the actions of a check. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { choice } from '../../engine/choice.ts';
import { reason } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { shortfallMeasures } from './measures.ts';

export const windowMinimumsInputs = {
  checkNow: z.strictObject({}),
  decideShortfall: z.strictObject({
    measure: titled(choice(shortfallMeasures), '处理方式', 'What follows'),
    reason,
  }),
  windowEnded: z.strictObject({}),
};

export type WindowMinimumsInputs = {
  [A in keyof typeof windowMinimumsInputs]: z.output<(typeof windowMinimumsInputs)[A]>;
};
