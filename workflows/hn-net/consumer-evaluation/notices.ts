/** The notices of this process. What people wrote is read in the case, not in the mails about it, but for the reasons of decisions. */
import type { Score } from '../../../rules/hn-net/evaluation.ts';
import type { Phrase } from '../../../rules/notices.ts';
import { adverse, notice } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';

const ON_EVALUATIONS = 'HN-NET 第十九条第二项';

export const consumerEvaluationNotices = {
  /** To the provider. */
  evaluationPublished: notice<{
    readonly orderNo: string;
    readonly completedOn: Day;
    readonly score: Score;
    readonly publishedAt: Instant;
  }>('HN-NET-19.1', '您的服务收到评价', 'Your service has been evaluated', ON_EVALUATIONS),
  /** To the consumer. */
  evaluationAnswered: notice<{ readonly orderNo: string; readonly answeredAt: Instant }>(
    'HN-NET-19.1',
    '服务商已答复您的评价',
    'The provider has answered your evaluation',
    ON_EVALUATIONS,
  ),
  /** To the provider. */
  commentAdded: notice<{ readonly orderNo: string; readonly commentedAt: Instant }>(
    'HN-NET-19.1',
    '消费者追加了评价',
    'The consumer has added a comment',
    ON_EVALUATIONS,
  ),
  /** To the provider, whose report it turns down; `clause` is that of the ground reported. */
  reportTurnedDown: adverse(
    notice<{
      readonly orderNo: string;
      readonly ground: Text;
      readonly clause: string;
      readonly reason: Phrase;
      readonly decidedAt: Instant;
    }>('HN-NET-19.2', '举报不成立，评价继续公开', 'Report turned down: the evaluation stays in view'),
  ),
  /** To both sides; `clause` is the passage that makes the content unlawful. */
  evaluationHidden: adverse(
    notice<{
      readonly orderNo: string;
      readonly ground: Text;
      readonly clause: string;
      readonly reason: Phrase;
      readonly hiddenAt: Instant;
    }>('HN-NET-19.2', '评价因内容违法已被隐藏', 'Evaluation hidden for unlawful content'),
    'stated',
  ),
  /** To both sides; `clause` is that of the ground of the hiding. */
  evaluationRestored: notice<{
    readonly orderNo: string;
    readonly clause: string;
    readonly reason: Phrase;
    readonly restoredAt: Instant;
  }>('HN-NET-19.2', '评价已恢复公开', 'The evaluation is shown again'),
  /** To the consumer, whose objection it turns down; `clause` is that of the ground of the hiding. */
  hidingUpheld: adverse(
    notice<{
      readonly orderNo: string;
      readonly ground: Text;
      readonly clause: string;
      readonly reason: Phrase;
      readonly decidedAt: Instant;
    }>('HN-NET-19.2', '异议不成立，维持隐藏', 'Objection turned down: the hiding stands'),
    'stated',
  ),
};
