/** Input schemas of the actions of an evaluation. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { hideReasons } from '../../../rules/hn-net/evaluation.ts';
import { bilingual } from '../../../rules/bilingual.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { reason } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { fileIds, publicWords } from './form.ts';

const grounds = Object.values(hideReasons);
const ground = titled(
  choice(
    hideReasons,
    bilingual(
      `仅可因内容违法隐藏评价，评价不利不是事由。请从下列事由中选择：${grounds.map(({ title }) => title.zh).join('、')}。`,
      `only unlawful content is hidden, and that it is unfavourable is no ground; choose one of these: ${grounds.map(({ title }) => title.en).join(', ')}`,
    ),
  ),
  '违法情形',
  'Ground',
  text('内容违法的情形。', 'What makes the content unlawful.'),
);

/** What a side says to the platform; it stands on the timeline. */
const explanation = titled(
  reason,
  '说明',
  'Explanation',
  text('供审核的事实；记入时间线。', 'The facts, for who decides; stands on the timeline.'),
);
export const consumerEvaluationInputs = {
  answerEvaluation: z.strictObject({ text: publicWords, fileIds }),
  commentEvaluation: z.strictObject({ text: publicWords, fileIds }),
  reportEvaluation: z.strictObject({ ground, explanation, fileIds }),
  keepEvaluation: z.strictObject({ reason }),
  hideEvaluation: z.strictObject({ ground, reason }),
  objectToHiding: z.strictObject({ explanation, fileIds }),
  restoreEvaluation: z.strictObject({ reason }),
  upholdHiding: z.strictObject({ reason }),
};

export type ConsumerEvaluationInputs = {
  [A in keyof typeof consumerEvaluationInputs]: z.output<(typeof consumerEvaluationInputs)[A]>;
};
