/** Input schemas of the actions of the end of a platform. */
import { z } from 'zod';
import { protectiveMeasures } from '../../../rules/hn-net/termination.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { files, instant, note, reason } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { line, paragraphs } from '../../engine/typed.ts';

/** The moment at which the platform ends. */
export const endsAt = titled(
  instant,
  '终止时间',
  'End of the platform',
  text('公示和通知满三个月之后。', 'After three months of notice.'),
);

/** How the rights of the parties are protected, as the home page says it. */
export const measures = titled(paragraphs(2_000), '保障各方权益的措施', 'Measures that protect the parties');

export const platformTerminationInputs = {
  publishNotice: z.strictObject({ note: note.optional() }),
  everybodyTold: z.strictObject({ notice: line(60), providers: z.int().min(0), consumers: z.int().min(0) }),
  recordMeasure: z.strictObject({
    measure: titled(choice(protectiveMeasures), '措施', 'Measure'),
    note,
    fileIds: files(10).default([]),
  }),
  postponeEnd: z.strictObject({ endsAt, measures: measures.optional(), reason }),
  cancelTermination: z.strictObject({ reason }),
  endPlatform: z.strictObject({ reason }),
};

export type PlatformTerminationInputs = {
  [A in keyof typeof platformTerminationInputs]: z.output<(typeof platformTerminationInputs)[A]>;
};
