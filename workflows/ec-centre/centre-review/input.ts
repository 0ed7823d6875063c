/** Input schemas of the actions of a review. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { centreBodies } from '../../../rules/ec-centre/bodies.ts';
import { reviewGroups, type ReviewGroup } from '../../../rules/ec-centre/services.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { files, note, reason } from '../../engine/input.ts';
import { inUnit, refersTo, titled, titledBy } from '../../engine/titled.ts';

const score = (group: ReviewGroup) =>
  titledBy(inUnit(z.number().min(0).max(1000).multipleOf(0.5), '分', 'points'), reviewGroups[group]);

const scorers = Object.fromEntries(centreBodies.map(({ id, name }) => [id, name]));

const scores = titled(
  z.strictObject({
    CONDITIONS: score('CONDITIONS'),
    ABILITY: score('ABILITY'),
    SUPPORT: score('SUPPORT'),
    LIAISON: score('LIAISON'),
  }),
  '四项得分',
  'Scores of the four groups',
  text(
    '合计不超过满分；各项的分值未随标准公布。',
    'Not above the full mark in all; the standard’s split is not published.',
  ),
);

export const centreReviewInputs = {
  prepareMaterial: z.strictObject({ note: note.optional(), fileIds: titled(files(20).min(1), '考评材料', 'Material') }),
  selfScore: z.strictObject({ scores, note: note.optional() }),
  authorityScore: z.strictObject({ scores, note: note.optional() }),
  provinceScore: z.strictObject({ scores, note: note.optional() }),
  setScoreAside: z.strictObject({
    body: titled(refersTo(choice(scorers), 'body'), '评分单位', 'Who scored'),
    reason,
  }),
  closeReview: z.strictObject({ note: note.optional() }),
  recordNotHeld: z.strictObject({ reason }),
  centreLeft: z.strictObject({}),
};

export type CentreReviewInputs = { [A in keyof typeof centreReviewInputs]: z.output<(typeof centreReviewInputs)[A]> };
