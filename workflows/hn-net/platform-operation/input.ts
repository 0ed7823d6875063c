/** Input schemas of the actions of the running of a platform. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { operationStatuses } from '../../../rules/hn-net/operation.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { reason, shortText } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';

export const platformOperationInputs = {
  recordOperation: z.strictObject({
    status: titled(choice(operationStatuses), '运行状态', 'Status'),
    account: titled(
      shortText.optional(),
      '异常情况和处置',
      'What does not work, and what is done',
      text('运行异常时必填，向社会公开。', 'Needed unless all is well; everybody may read it.'),
    ),
  }),
  endOperation: z.strictObject({ reason }),
};

export type PlatformOperationInputs = {
  [A in keyof typeof platformOperationInputs]: z.output<(typeof platformOperationInputs)[A]>;
};
