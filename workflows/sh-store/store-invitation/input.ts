/** Input schemas of the actions of an invitation. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { contactInput, reason } from '../../engine/input.ts';
import { id } from '../../engine/typed.ts';

export const storeInvitationInputs = {
  correctContact: contactInput,
  acceptInvitation: z.strictObject({ applicationCaseId: id }),
  declineInvitation: z.strictObject({ reason: reason.optional() }),
};

export type StoreInvitationInputs = {
  [A in keyof typeof storeInvitationInputs]: z.output<(typeof storeInvitationInputs)[A]>;
};
