/** Input schemas of the actions of an entry. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { contactInput, note, reason } from '../../engine/input.ts';
import { listingFields } from './form-fields.ts';

export const directoryEntryInputs = {
  correctContact: contactInput,
  admitProvider: z.strictObject({ note: note.optional() }),
  refuseEntry: z.strictObject({ reason }),
  changeListing: z.strictObject(listingFields),
  publishEntry: z.strictObject({ note: note.optional() }),
  confirmEntry: z.strictObject({ note: note.optional() }),
  exitProvider: z.strictObject({ reason }),
  centreLeft: z.strictObject({}),
  leaveDirectory: z.strictObject({ reason }),
};

export type DirectoryEntryInputs = {
  [A in keyof typeof directoryEntryInputs]: z.output<(typeof directoryEntryInputs)[A]>;
};
