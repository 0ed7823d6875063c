/** The form of an evaluation; what stands in its way is judged by the rules (HN-NET-19.1). Not for workflow code. */
import { z } from 'zod';
import { longestEvaluation, scores, type Score } from '../../../rules/hn-net/evaluation.ts';
import { isPartyKey } from '../../../rules/parties/party.ts';
import { bilingual } from '../../../rules/bilingual.ts';
import { narrowOf } from '../../../rules/typed.ts';
import { creditCodeOf } from '../../../rules/parties/credit-code.ts';
import { text, type Text } from '../../../rules/text.ts';
import { day, evidenceFiles, instant } from '../../engine/input.ts';
import { orNull, refersTo, titled, withWords } from '../../engine/titled.ts';
import { line, maybeParagraphs, paragraphs } from '../../engine/typed.ts';

/** Words that stand in public. @param missing said where there are none; made by `bilingual` */
export function words(missing: string) {
  return paragraphs(longestEvaluation, missing);
}

export const fileIds = evidenceFiles(9).default([]);

/** What a side adds in public. */
export const publicWords = titled(
  words(bilingual('请填写内容。', 'say something')),
  '内容',
  'Words',
  text('公开显示。', 'Shown in public.'),
);

/** What each score says. */
export const scoreTitles: Readonly<Record<Score, Text>> = {
  1: text('1 分，非常不满意', '1, very dissatisfied'),
  2: text('2 分，不满意', '2, dissatisfied'),
  3: text('3 分，一般', '3, neither'),
  4: text('4 分，满意', '4, satisfied'),
  5: text('5 分，非常满意', '5, very satisfied'),
};

export const evaluationForm = z.strictObject({
  provider: titled(
    refersTo(
      line(80, bilingual('请选择服务商。', 'name the provider'))
        .overwrite((key) => (key.includes(':') ? key : creditCodeOf(key)))
        .refine(isPartyKey, bilingual('这不是服务商的标识。', 'this is not the key of a provider')),
      'provider',
    ),
    '服务商',
    'Provider',
    text('按名称查找。', 'Found by its name.'),
  ),
  orderNo: titled(
    line(200, bilingual('请填写订单号。', 'enter the order number'))
      .overwrite(narrowOf)
      .regex(
        /^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/,
        bilingual('订单号由字母、数字和 . _ / - 组成，最多 64 位。', 'letters, digits and . _ / - only, 64 at most'),
      ),
    '订单号',
    'Order number',
    text('每个订单只评价一次。', 'Each order is evaluated once.'),
  ),
  completedOn: titled(day, '服务完成日期', 'Day of completion'),
  score: titled(
    withWords(
      z.literal(scores, { error: bilingual('评分为 1 至 5 分的整数。', 'the score is a whole number from 1 to 5') }),
      {
        'x-choices': scoreTitles,
      },
    ),
    '评分',
    'Score',
  ),
  text: titled(
    orNull(maybeParagraphs(longestEvaluation)).default(null),
    '评价内容',
    'Words',
    text(
      '对服务的评价；公开显示，可以不填。',
      'What the consumer says of the service; shown in public, may be left out.',
    ),
  ),
  fileIds,
});

const added = z
  .strictObject({ text: publicWords, fileIds, at: titled(instant, '发布时间', 'Published at') })
  .optional();

/** The evaluation with what either side has added to it (HN-NET-19.1). */
export const evaluationRecord = evaluationForm.extend({
  answer: titled(added, '服务商答复', 'Answer of the provider'),
  comment: titled(added, '消费者追加评论', 'Comment of the consumer'),
});
