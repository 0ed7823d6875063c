/** Input schemas of the actions of a request. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { scoreTitles } from '../../../rules/ec-centre/services.ts';
import { text } from '../../../rules/text.ts';
import { note, reason } from '../../engine/input.ts';
import { titled, withWords } from '../../engine/titled.ts';
import { paragraphs } from '../../engine/typed.ts';
import { organisation } from '../centre-key.ts';

export const centreRequestInputs = {
  assignProvider: z.strictObject({
    provider: titled(
      organisation,
      '服务商',
      'Provider',
      text('本中心名录中的服务商。', 'Of the directory of the centre.'),
    ),
    note: note.optional(),
  }),
  serveItself: z.strictObject({ note: note.optional() }),
  startService: z.strictObject({ note: note.optional() }),
  completeService: z.strictObject({
    result: titled(
      paragraphs(2000),
      '服务结果',
      'Result',
      text('提供了什么服务、结果如何。', 'What was done, and what came of it.'),
    ),
  }),
  evaluateService: z.strictObject({
    score: titled(withWords(z.literal([1, 2, 3, 4, 5]), { 'x-choices': scoreTitles }), '评分', 'Score'),
    words: titled(paragraphs(2000).optional(), '评价', 'Evaluation'),
  }),
  declineService: z.strictObject({ reason }),
  centreLeft: z.strictObject({}),
  withdrawService: z.strictObject({ reason: reason.optional() }),
};

export type CentreRequestInputs = {
  [A in keyof typeof centreRequestInputs]: z.output<(typeof centreRequestInputs)[A]>;
};
