/** Input schemas of the actions of a bulletin. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { note, reason } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { line } from '../../engine/typed.ts';

export const quarterlyBulletinInputs = {
  quarterBefore: z.strictObject({ year: z.int(), quarter: z.literal([1, 2, 3, 4]) }),
  addNote: z.strictObject({ note }),
  submitBulletin: z.strictObject({ note: note.optional() }),
  approveBulletin: z.strictObject({ note: note.optional() }),
  returnBulletin: z.strictObject({ reason }),
  issueBulletin: z.strictObject({ document: titled(line(100), '文号', 'Number of the document') }),
};

export type QuarterlyBulletinInputs = {
  [A in keyof typeof quarterlyBulletinInputs]: z.output<(typeof quarterlyBulletinInputs)[A]>;
};
