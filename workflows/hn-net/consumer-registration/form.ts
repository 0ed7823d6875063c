/** The form of a registration; what it holds is checked by the rules (HN-NET-18.2). Not for workflow code. */
import { z } from 'zod';
import { consumerKinds } from '../../../rules/hn-net/consumer.ts';
import { bilingual } from '../../../rules/bilingual.ts';
import { creditCodeOf } from '../../../rules/parties/credit-code.ts';
import { emailOf, telephoneOf } from '../../../rules/parties/contact.ts';
import { identityNumberOf } from '../../../rules/parties/identity-number.ts';
import { choice } from '../../engine/choice.ts';
import { id, maybeLine, nameLine } from '../../engine/typed.ts';

const REACHED = 'A telephone number or an e-mail address is needed for return visits';

export const address = optional(200).describe('Where the unit or person is to be found');
// What cannot be read as one is judged by the rules.
export const telephone = optional(60, (typed) => telephoneOf(typed) ?? typed).describe(REACHED);
export const email = optional(254, emailOf).describe(REACHED);

/** There is no field for a fee: registration is free (HN-NET-18.1). */
export const consumerForm = z.strictObject({
  kind: choice(consumerKinds),
  name: nameLine(100, bilingual('请填写单位名称或姓名。', 'enter the name of the unit or person')),
  creditCode: optional(60, creditCodeOf).describe('Unified social credit code of an organisation'),
  identityNumber: optional(60, identityNumberOf).describe('Citizen identity number of an individual'),
  address,
  telephone,
  email,
  platform: id.max(64).default('hn-hub').describe('Id of the hub or window platform at which the consumer registers'),
});

/** A line that may be left out, kept in one way of writing. */
function optional(longest: number, written: (typed: string) => string = (typed) => typed) {
  return maybeLine(longest).overwrite(written).nullable().default(null);
}
