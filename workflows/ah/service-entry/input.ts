/** Input schemas of the actions of an entry. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { note, reason } from '../../engine/input.ts';

export const serviceEntryInputs = {
  withdrawProduct: z.strictObject({ note: note.optional() }),
  excludeEntry: z.strictObject({ reason }),
};

export type ServiceEntryInputs = {
  [A in keyof typeof serviceEntryInputs]: z.output<(typeof serviceEntryInputs)[A]>;
};
