/** Input schemas of the actions of a complaint about a store. Read by the API and the signal bridge alone. */
import type { z } from 'zod';
import { complaintReasons, responsibleParties } from '../../../rules/sh-store/complaint.ts';
import { text } from '../../../rules/text.ts';
import { complaintInputSchemas } from '../../disputes/complaint/input.ts';
import { words } from '../../disputes/input.ts';
import { choice, some } from '../../engine/choice.ts';
import { contactInput } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';

export const reasonCode = titled(choice(complaintReasons), '投诉事由', 'Ground of the complaint');

const common = complaintInputSchemas(
  { reasons: complaintReasons },
  some(responsibleParties, 'STORE', 'PLATFORM'),
  some(responsibleParties, 'CONSUMER', 'NOBODY'),
);
/** A finding names what it rests on (SH-STORE-14.2). */
const evidence = titled(
  words,
  '认定依据',
  'Evidence relied on',
  text('认定所依据的证据；告知双方。', 'The evidence that the finding rests on; told to both sides.'),
);

export const storeComplaintInputs = {
  ...common,
  correctContact: contactInput,
  upholdComplaint: common.upholdComplaint.extend({ evidence }),
  rejectComplaint: common.rejectComplaint.extend({ evidence }),
};

export type StoreComplaintInputs = {
  [A in keyof typeof storeComplaintInputs]: z.output<(typeof storeComplaintInputs)[A]>;
};
