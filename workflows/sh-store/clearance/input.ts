/** Input schemas of the actions of a clearance. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { liftBarInput, reason } from '../../engine/input.ts';
import { id } from '../../engine/typed.ts';

export const clearanceInputs = {
  confirmGround: z.strictObject({ reason }),
  dismissGround: z.strictObject({ reason }),
  withdrawGround: z.strictObject({ originCaseId: id }),
  liftBar: liftBarInput,
};

export type ClearanceInputs = { [A in keyof typeof clearanceInputs]: z.output<(typeof clearanceInputs)[A]> };
