/** Input schemas of the actions of a deletion. */
import { z } from 'zod';
import { note, reason } from '../../engine/input.ts';

export const dataDeletionInputs = {
  reckonDeletion: z.strictObject({ note: note.optional() }),
  overrideBreaker: z.strictObject({ reason }),
  confirmDeletion: z.strictObject({ reason }),
  deletionCarriedOut: z.strictObject({ cases: z.int().min(0), files: z.int().min(0) }),
  cancelDeletion: z.strictObject({ reason }),
};

export type DataDeletionInputs = {
  [A in keyof typeof dataDeletionInputs]: z.output<(typeof dataDeletionInputs)[A]>;
};
