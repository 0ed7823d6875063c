/** Input schemas of the actions of a complaint about a member. Read by the API and the signal bridge alone. */
import type { z } from 'zod';
import { complaintReasons, responsibleParties } from '../../../rules/ah/complaint.ts';
import { complaintInputSchemas } from '../../disputes/complaint/input.ts';
import { choice, some } from '../../engine/choice.ts';
import { titled } from '../../engine/titled.ts';

export const reasonCode = titled(choice(complaintReasons), '投诉事由', 'Ground of the complaint');

export const memberComplaintInputs = complaintInputSchemas(
  { reasons: complaintReasons },
  some(responsibleParties, 'MEMBER', 'PLATFORM'),
  some(responsibleParties, 'CONSUMER', 'NOBODY'),
);

export type MemberComplaintInputs = {
  [A in keyof typeof memberComplaintInputs]: z.output<(typeof memberComplaintInputs)[A]>;
};
