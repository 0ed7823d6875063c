/** Input schemas of the actions of a registration. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { checkContact, contactItems, endGrounds } from '../../../rules/hn-net/consumer.ts';
import { bilingual } from '../../../rules/bilingual.ts';
import { choice } from '../../engine/choice.ts';
import { note, reason } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { platformMove } from '../platform-move.ts';
import { address, email, telephone } from './form.ts';

const items = choice(contactItems);

export const consumerRegistrationInputs = {
  updateContact: z
    .strictObject({ address, telephone, email })
    .superRefine((contact, check) => {
      for (const { field, message } of checkContact(contact))
        check.addIssue({ code: 'custom', path: [field], message: bilingual(`${message.zh}。`, message.en) });
    })
    .describe('Takes the place of the contact as it stands'),
  closeRegistration: z.strictObject({}),
  confirmIdentity: z.strictObject({ note: note.optional() }),
  requestCorrection: z.strictObject({
    items: titled(
      z
        .array(items)
        .min(1)
        .refine((list) => new Set(list).size === list.length, bilingual('同一项目只能列一次。', 'name each item once')),
      '须更正的事项',
      'What is to be put right',
    ),
    reason,
  }),
  moveToPlatform: platformMove,
  endRegistration: z.strictObject({ ground: titled(choice(endGrounds), '注销事由', 'Ground'), reason }),
};

export type ConsumerRegistrationInputs = {
  [A in keyof typeof consumerRegistrationInputs]: z.output<(typeof consumerRegistrationInputs)[A]>;
};
