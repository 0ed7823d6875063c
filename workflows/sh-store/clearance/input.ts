/** Input schemas of the actions of a clearance. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { liftBarInput, reason } from '../../engine/input.ts';
import { id, line } from '../../engine/typed.ts';

const phrase = z.strictObject({ zh: line(500), en: line(500) });

export const clearanceInputs = {
  confirmGround: z.strictObject({ reason }),
  dismissGround: z.strictObject({ reason }),
  correctFacts: z.strictObject({ facts: z.array(phrase).max(20).readonly() }),
  withdrawGround: z.strictObject({ originCaseId: id }),
  liftBar: liftBarInput,
};

export type ClearanceInputs = { [A in keyof typeof clearanceInputs]: z.output<(typeof clearanceInputs)[A]> };
