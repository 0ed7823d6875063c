/** Input schemas of the actions of a clearance. Read by the API and the signal bridge alone. */
import { z } from 'zod';

export const clearanceInputs = {
  withdrawGround: z.strictObject({ originCaseId: z.string().max(64) }),
};

export type ClearanceInputs = { [A in keyof typeof clearanceInputs]: z.output<(typeof clearanceInputs)[A]> };
