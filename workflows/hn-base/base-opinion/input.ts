/** Input schemas of the actions of an opinion. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { reviewEnds } from '../../../rules/hn-base/review.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { reason } from '../../engine/input.ts';
import { inUnit, titled } from '../../engine/titled.ts';
import { paragraphs } from '../../engine/typed.ts';

export const baseOpinionInputs = {
  giveOpinion: z.strictObject({
    score: titled(
      inUnit(z.number().min(0).max(100).multipleOf(0.5), '分', 'points'),
      '评分',
      'Score',
      text('0 至 100 分，可评半分。', '0 to 100, in halves.'),
    ),
    opinion: titled(
      paragraphs(4000),
      '评审意见',
      'Opinion',
      text('全部专家提交后一并开启，此前任何人不可查看。', 'Opened when all experts are done; nobody reads it before.'),
    ),
  }),
  stepBack: z.strictObject({ reason }),
  openOpinion: z.strictObject({}),
  endReview: z.strictObject({ why: choice(reviewEnds) }),
};

export type BaseOpinionInputs = { [A in keyof typeof baseOpinionInputs]: z.output<(typeof baseOpinionInputs)[A]> };
