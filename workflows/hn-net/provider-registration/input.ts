/** Input schemas of the actions of a registration. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { refusalReasons } from '../../../rules/hn-net/refusal-reasons.ts';
import { bilingual } from '../../../rules/bilingual.ts';
import { choice } from '../../engine/choice.ts';
import { day, reason, shortText } from '../../engine/input.ts';
import { id, line } from '../../engine/typed.ts';
import { providerChanges } from './form-schema.ts';

const ground = choice(refusalReasons).describe('Ground of the fixed list (HN-NET-05.1)');

const withheld = z
  .array(z.strictObject({ service: line(20).describe('Code of the service'), reason: shortText }))
  .max(100)
  .describe('Services that are not shown, because what was filed on them is bad or false (HN-NET-06.5)');

const returned = { items: z.array(shortText).min(1).max(30).describe('What is to be put right'), reason };

export const providerRegistrationInputs = {
  register: z.strictObject({ withheld: withheld.default([]), note: shortText.optional() }),
  returnApplication: z.strictObject({
    ...returned,
    until: day.optional().describe('Last day to correct it; without one there is no time limit'),
  }),
  correctApplication: z.strictObject({ changes: providerChanges, note: shortText.optional() }),
  refuseRegistration: z.strictObject({ ground, reason }),
  withdraw: z.strictObject({ reason: reason.optional() }),
  submitData: z.strictObject({
    changes: providerChanges.default({}),
    confirmed: z
      .literal(
        true,
        bilingual('请确认其余登记信息真实有效。', 'Confirm that all else that is registered is true and valid'),
      )
      .describe('All else that is registered is still true and valid (HN-NET-06.2)'),
    note: shortText.optional(),
  }),
  verify: z.strictObject({
    withheld: withheld.optional().describe('Services that are not shown from now on; left out, those of before'),
    note: shortText.optional(),
  }),
  returnData: z.strictObject(returned),
  suspendListing: z.strictObject({ ground, reason }),
  restoreListing: z.strictObject({ ground, reason }),
  deregister: z.strictObject({ ground, reason }),
  leave: z.strictObject({ reason: reason.optional() }),
  moveToPlatform: z.strictObject({ bodyId: id.max(64), reason }),
};

export type ProviderRegistrationInputs = {
  [A in keyof typeof providerRegistrationInputs]: z.output<(typeof providerRegistrationInputs)[A]>;
};
