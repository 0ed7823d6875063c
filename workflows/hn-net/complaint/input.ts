/** Input schemas of the actions of a complaint. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { complaintReasons, responsibleParties } from '../../../rules/hn-net/complaint.ts';
import { text } from '../../../rules/text.ts';
import { complaintInputSchemas } from '../../disputes/complaint/input.ts';
import { choice, some } from '../../engine/choice.ts';
import { reason } from '../../engine/input.ts';
import { refersTo, titled } from '../../engine/titled.ts';
import { caseId, partyKey, platformId } from '../dispute-input.ts';

export const reasonCode = titled(choice(complaintReasons), '投诉事由', 'Ground of the complaint');

/** Which provider a complaint is about. */
export const provider = titled(
  refersTo(partyKey, 'provider'),
  '服务商',
  'Provider',
  text(
    '按名称查找；查不到的，不填本项，填写其名称。',
    'Found by its name; if it is not found, leave this out and give its name.',
  ),
);

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
  transferComplaint: z.strictObject({ body: titled(platformId, '移交给', 'Transfer to'), reason }),
  nameProvider: z.strictObject({
    provider,
    broughtInBy: titled(
      platformId.optional(),
      '引入平台',
      'Brought in by',
      text('引入该服务商的平台；没有的为枢纽平台。', 'The platform that brought the provider in; the hub if none did.'),
    ),
  }),
  applyForMediation: z.strictObject({}),
  mediationEnded: z.strictObject({
    mediationCaseId: caseId,
    result: choice(mediationResults),
  }),
  closeSettled: z.strictObject({
    responsible: titled(choice(responsibleParties), '责任方', 'Who is responsible'),
    reason,
  }),
};

export type ComplaintInputs = { [A in keyof typeof complaintInputs]: z.output<(typeof complaintInputs)[A]> };
