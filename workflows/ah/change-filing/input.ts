/** Input schemas of the actions of a filing. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { changeProofs } from '../../../rules/ah/changes.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { files, note, reason } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';

/** Proof of a change, each with its files. */
export const proofs = titled(
  z
    .array(
      z.strictObject({
        proof: titled(choice(changeProofs), '材料', 'Proof'),
        fileIds: files(5).min(1),
      }),
    )
    .max(10),
  '证明材料',
  'Proof',
);

export const changeFilingInputs = {
  reportChange: z.strictObject({ proofs, note: note.optional() }),
  checkProof: z.strictObject({
    missing: titled(
      z.array(choice(changeProofs)).max(4).default([]),
      '缺少的材料',
      'Missing proof',
      text('材料齐全的不选。', 'None if the proof is complete.'),
    ),
    note: note.optional(),
  }),
  fileChange: z.strictObject({ note: note.optional() }),
  returnChange: z.strictObject({ reason }),
  withdrawFinding: z.strictObject({ reason }),
  membershipEnded: z.strictObject({}),
};

export type ChangeFilingInputs = {
  [A in keyof typeof changeFilingInputs]: z.output<(typeof changeFilingInputs)[A]>;
};
