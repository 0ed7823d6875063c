/** The form of a registration; what it holds is checked by the rules (HN-NET-18.2). Not for workflow code. */
import { z } from 'zod';
import { consumerKinds } from '../../../rules/hn-net/consumer.ts';
import { bilingual } from '../../../rules/bilingual.ts';
import { keysOf } from '../../engine/input.ts';

export const address = optional(200).describe('Where the unit or person is to be found');
export const telephone = optional(40).describe('A telephone number or an e-mail address is needed for return visits');
export const email = optional(254).describe('A telephone number or an e-mail address is needed for return visits');

/** There is no field for a fee: registration is free (HN-NET-18.1). */
export const consumerForm = z.strictObject({
  kind: keysOf(consumerKinds, bilingual('请选择单位或个人。', 'must be ORGANISATION or INDIVIDUAL')),
  name: z
    .string({ error: bilingual('请填写单位名称或姓名。', 'enter the name of the unit or person') })
    .trim()
    .max(100, bilingual('名称不超过 100 字。', 'may have 100 characters')),
  creditCode: code(18).describe('Unified social credit code of an organisation'),
  identityNumber: code(18).describe('Citizen identity number of an individual'),
  address,
  telephone,
  email,
  platform: z
    .string({ error: bilingual('请选择平台。', 'must be the id of a platform') })
    .max(64)
    .default('hn-hub')
    .describe('Id of the hub or window platform at which the consumer registers'),
});

function optional(longest: number) {
  return z
    .string({ error: bilingual('应为文字。', 'must be text') })
    .trim()
    .max(longest, bilingual(`不超过 ${longest} 字。`, `may have ${longest} characters`))
    .nullable()
    .default(null);
}

/** Codes are written in capitals, also where somebody types them small. */
function code(longest: number) {
  return z
    .string({ error: bilingual('应为文字。', 'must be text') })
    .trim()
    .toUpperCase()
    .max(longest, bilingual(`不超过 ${longest} 位。`, `may have ${longest} characters`))
    .nullable()
    .default(null);
}
