/** Input schemas of the actions of every complaint. Not for workflow code. */
import { z } from 'zod';
import type { ComplaintLaw } from '../../../rules/disputes/complaint.ts';
import type { Text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { reason } from '../../engine/input.ts';
import { fileIds, words } from '../input.ts';

/**
 * The schemas of the common actions under the law of a regime.
 * @param blamed titles of whom a complaint can be upheld against; @param others of who can be found responsible where it is not
 */
export function complaintInputSchemas<Reason extends string, Blamed extends string>(
  { reasons }: Pick<ComplaintLaw<Reason>, 'reasons'>,
  blamed: Readonly<Record<Blamed, Text>>,
  others: Readonly<Record<'CONSUMER' | 'NOBODY', Text>>,
) {
  const duties = Object.keys(reasons).length;
  return {
    registerComplaint: z.strictObject({}),
    startInvestigation: z.strictObject({}),
    giveStatement: z.strictObject({ statement: words, fileIds }),
    addEvidence: z.strictObject({ note: words, fileIds }),
    withdrawComplaint: z.strictObject({ reason: reason.optional() }),
    upholdComplaint: z.strictObject({
      responsible: choice(blamed),
      breached: z.array(choice(reasons)).min(1).max(duties).describe('The duties found breached'),
      reason,
    }),
    rejectComplaint: z.strictObject({ responsible: choice(others).default('NOBODY'), reason }),
    reopenFinding: z.strictObject({ reason }),
  };
}
