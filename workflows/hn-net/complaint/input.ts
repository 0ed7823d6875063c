/** Input schemas of the actions of a complaint. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { complaintReasons, responsibleParties } from '../../../rules/hn-net/complaint.ts';
import { text } from '../../../rules/text.ts';
import { complaintInputSchemas } from '../../disputes/complaint/input.ts';
import { choice, some } from '../../engine/choice.ts';
import { reason } from '../../engine/input.ts';
import { bodyId, caseId, partyKey } from '../dispute-input.ts';

export const reasonCode = choice(complaintReasons);

/** How a mediation can end, as its case tells the complaint. */
const mediationResults = {
  SETTLED: text('达成和解', 'settled'),
  FAILED: text('调解未成', 'failed'),
  WITHDRAWN: text('已撤回', 'withdrawn'),
};

export const complaintInputs = {
  ...complaintInputSchemas(
    { reasons: complaintReasons },
    some(responsibleParties, 'PROVIDER', 'PLATFORM'),
    some(responsibleParties, 'CONSUMER', 'NOBODY'),
  ),
  transferComplaint: z.strictObject({ body: bodyId, reason }),
  nameProvider: z.strictObject({
    provider: partyKey,
    broughtInBy: bodyId.optional().describe('The platform that brought the provider in; the hub if none did'),
  }),
  applyForMediation: z.strictObject({}),
  mediationEnded: z.strictObject({
    mediationCaseId: caseId,
    result: choice(mediationResults),
  }),
  closeSettled: z.strictObject({
    responsible: choice(responsibleParties).describe('The finding on responsibility'),
    reason,
  }),
};

export type ComplaintInputs = { [A in keyof typeof complaintInputs]: z.output<(typeof complaintInputs)[A]> };
