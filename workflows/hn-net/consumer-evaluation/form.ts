/** The form of an evaluation; what stands in its way is judged by the rules (HN-NET-19.1). Not for workflow code. */
import { z } from 'zod';
import { longestEvaluation, scores } from '../../../rules/hn-net/evaluation.ts';
import { isPartyKey } from '../../../rules/parties/party.ts';
import { bilingual } from '../../../rules/bilingual.ts';
import { narrowOf } from '../../../rules/typed.ts';
import { creditCodeOf } from '../../../rules/parties/credit-code.ts';
import { day, fileId } from '../../engine/input.ts';
import { line, maybeParagraphs, paragraphs } from '../../engine/typed.ts';

/** Words that stand in public. @param missing said where there are none; made by `bilingual` */
export function words(missing: string) {
  return paragraphs(longestEvaluation, missing);
}

export const fileIds = z
  .array(fileId)
  .max(9, bilingual('最多附 9 个文件。', 'at most 9 files'))
  .default([])
  .describe('Evidence');

export const evaluationForm = z.strictObject({
  provider: line(80, bilingual('请选择服务商。', 'name the provider'))
    .overwrite((key) => (key.includes(':') ? key : creditCodeOf(key)))
    .refine(isPartyKey, bilingual('这不是服务商的标识。', 'this is not the key of a provider'))
    .describe('Key of the provider as its page shows it, e.g. its unified social credit code'),
  orderNo: line(200, bilingual('请填写订单号。', 'enter the order number'))
    .overwrite(narrowOf)
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/,
      bilingual('订单号由字母、数字和 . _ / - 组成，最多 64 位。', 'letters, digits and . _ / - only, 64 at most'),
    )
    .describe('Number of the order; each is evaluated once'),
  completedOn: day.describe('Day on which the service was completed, Asia/Shanghai'),
  score: z
    .literal(scores, { error: bilingual('评分为 1 至 5 分的整数。', 'the score is a whole number from 1 to 5') })
    .describe('From 1, very dissatisfied, to 5, very satisfied'),
  text: maybeParagraphs(longestEvaluation)
    .nullable()
    .default(null)
    .describe('What the consumer says of the service; shown in public'),
  fileIds,
});
