/** Input schemas of the actions of a request. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { text } from '../../../rules/text.ts';
import { note, reason } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { packageInput } from '../data-release-input.ts';
import { fileIds } from '../dispute-input.ts';
import { breachCode, items } from '../illegal-content/input.ts';

const reply = titled(fileIds, '复函', 'Reply', text('复函的扫描件。', 'The scan of the reply.'));

export const authorityRequestInputs = {
  takeMeasures: z.strictObject({ breach: breachCode, links: items }),
  answerRequest: z.strictObject({
    ...packageInput,
    fields: packageInput.fields.default([]),
    tellProvider: titled(
      z.boolean().default(false),
      '告知服务商',
      'Tell the provider',
      text('来函要求保密的，不得告知。', 'Not where the request is confidential.'),
    ),
    note: note.optional(),
    fileIds: reply,
  }),
  refuseRequest: z.strictObject({ reason, fileIds: reply }),
};

export type AuthorityRequestInputs = {
  [A in keyof typeof authorityRequestInputs]: z.output<(typeof authorityRequestInputs)[A]>;
};
