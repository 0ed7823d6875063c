/** Input schemas of the actions of every complaint. Not for workflow code. */
import { z } from 'zod';
import type { ComplaintLaw } from '../../../rules/disputes/complaint.ts';
import { text, type Text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { reason } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
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
    giveStatement: z.strictObject({ statement: titled(words, '陈述', 'Statement'), fileIds }),
    addEvidence: z.strictObject({ note: titled(words, '证据说明', 'About the evidence'), fileIds }),
    withdrawComplaint: z.strictObject({ reason: reason.optional() }),
    upholdComplaint: z.strictObject({
      responsible: titled(choice(blamed), '责任方', 'Who is responsible'),
      breached: titled(
        z.array(choice(reasons)).min(1).max(duties),
        '违反的义务',
        'Duties breached',
        text('经查明违反的义务，可多选。', 'The duties found breached; one or more.'),
      ),
      reason,
    }),
    rejectComplaint: z.strictObject({
      responsible: titled(choice(others).default('NOBODY'), '责任方', 'Who is responsible'),
      reason,
    }),
    reopenFinding: z.strictObject({ reason }),
  };
}
