/** Input schemas of the actions of a service activity. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { text } from '../../../rules/text.ts';
import { activityInputSchemas, closingInputSchemas } from '../../cooperation/service-activity/input.ts';
import { reason } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { everPlatformId, partyKey, words } from '../dispute-input.ts';

export const serviceActivityInputs = {
  ...activityInputSchemas(everPlatformId, partyKey),
  ...closingInputSchemas,
  askForSupport: z.strictObject({
    what: titled(
      words,
      '需要的支持',
      'What is needed',
      text('例如师资、服务商、宣传渠道。', 'E.g. lecturers, providers, publicity.'),
    ),
  }),
  answerSupport: z.strictObject({
    granted: titled(z.boolean(), '同意支持', 'Support is given'),
    reason: titled(
      reason,
      '答复',
      'Answer',
      text('提供哪些支持，或者不能支持的理由。', 'Which support, or why there is none.'),
    ),
  }),
};

export type ServiceActivityInputs = {
  [A in keyof typeof serviceActivityInputs]: z.output<(typeof serviceActivityInputs)[A]>;
};
