/** Input schemas of the actions of a qualification. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { disqualificationGrounds } from '../../../rules/hn-net/window.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { contactInput, day, evidenceFiles, files, note, reason, shortLine } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { words } from '../dispute-input.ts';

const document = titled(
  shortLine,
  '文号',
  'Number of the document',
  text('推荐或者认定文件的文号。', 'Of the recommendation or recognition.'),
);

export const windowQualificationInputs = {
  correctContact: contactInput,
  recommend: z.strictObject({
    document,
    fileIds: titled(files(10).min(1), '推荐文件', 'Recommendation'),
    note: note.optional(),
  }),
  declineRecommendation: z.strictObject({ reason }),
  withdrawDeclaration: z.strictObject({ reason: reason.optional() }),
  recognise: z.strictObject({ document, note: note.optional() }),
  refuseRecognition: z.strictObject({ reason }),
  proposeDisqualification: z.strictObject({
    ground: titled(choice(disqualificationGrounds), '取消资格的情形', 'Ground'),
    reason,
    fileIds: evidenceFiles(20),
  }),
  stateCase: z.strictObject({
    statement: titled(words, '陈述申辩', 'Statement'),
    asksForHearing: titled(z.boolean(), '要求听证', 'Hearing asked for'),
    fileIds: evidenceFiles(20),
  }),
  recordHearing: z.strictObject({
    heldOn: titled(day, '听证日期', 'Held on'),
    record: titled(words, '听证记录', 'Record', text('各方的意见。', 'What was said.')),
    fileIds: evidenceFiles(20),
  }),
  disqualify: z.strictObject({ reason }),
  cancelAfterSupervision: z.strictObject({
    ground: titled(choice(disqualificationGrounds), '取消资格的情形', 'Ground'),
    reason,
  }),
  dropProposal: z.strictObject({ reason }),
};

export type WindowQualificationInputs = {
  [A in keyof typeof windowQualificationInputs]: z.output<(typeof windowQualificationInputs)[A]>;
};
