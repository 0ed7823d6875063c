/** Input schemas of the actions of a complaint about a store. Read by the API and the signal bridge alone. */
import type { z } from 'zod';
import { complaintReasons, responsibleParties } from '../../../rules/sh-store/complaint.ts';
import { complaintInputSchemas } from '../../disputes/complaint/input.ts';
import { words } from '../../disputes/input.ts';
import { choice, some } from '../../engine/choice.ts';

export const reasonCode = choice(complaintReasons);

const common = complaintInputSchemas(
  { reasons: complaintReasons },
  some(responsibleParties, 'STORE', 'PLATFORM'),
  some(responsibleParties, 'CONSUMER', 'NOBODY'),
);
/** A finding names what it rests on (SH-STORE-14.2). */
const evidence = words.describe('The evidence that the finding rests on; told to both sides');

export const storeComplaintInputs = {
  ...common,
  upholdComplaint: common.upholdComplaint.extend({ evidence }),
  rejectComplaint: common.rejectComplaint.extend({ evidence }),
};

export type StoreComplaintInputs = {
  [A in keyof typeof storeComplaintInputs]: z.output<(typeof storeComplaintInputs)[A]>;
};
