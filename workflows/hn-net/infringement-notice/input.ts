/** Input schemas of the actions of a notice of infringement. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { infringementMeasures } from '../../../rules/hn-net/infringement.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { note, reason } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { fileIds, words } from '../dispute-input.ts';
import { offersNamed } from '../offers-named-input.ts';

const measures = Object.keys(infringementMeasures).length;

export const infringementNoticeInputs = {
  addEvidence: z.strictObject({ note, fileIds }),
  takeMeasure: z.strictObject({
    measures: titled(
      z.array(choice(infringementMeasures)).min(1).max(measures),
      '采取的措施',
      'Measures',
      text('可多选；即时生效。', 'One or more; in effect at once.'),
    ),
    offers: offersNamed,
    reason,
  }),
  rejectNotice: z.strictObject({ reason }),
  answerNotice: z.strictObject({
    answer: titled(
      words,
      '答复',
      'Answer',
      text('说明不侵权的理由，并附证据。', 'Why there is no infringement; with evidence.'),
    ),
    fileIds,
  }),
  keepMeasure: z.strictObject({ reason }),
  liftMeasure: z.strictObject({ reason }),
  withdrawNotice: z.strictObject({ reason: reason.optional() }),
};

export type InfringementNoticeInputs = {
  [A in keyof typeof infringementNoticeInputs]: z.output<(typeof infringementNoticeInputs)[A]>;
};
