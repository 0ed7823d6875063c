/** Input schemas of the actions of a membership. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { contactInput, note, reason } from '../../engine/input.ts';

export const membershipInputs = {
  correctContact: contactInput,
  admit: z.strictObject({ note: note.optional() }),
  decline: z.strictObject({ reason }),
  leaveNetwork: z.strictObject({ note: note.optional() }),
  cancelMembership: z.strictObject({ reason }),
};

export type MembershipInputs = {
  [A in keyof typeof membershipInputs]: z.output<(typeof membershipInputs)[A]>;
};
