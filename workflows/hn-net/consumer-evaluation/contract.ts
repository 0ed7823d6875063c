import type { HideReasonCode, Score } from '../../../rules/hn-net/evaluation.ts';
import type { EvaluationOnRecord } from '../../../rules/hn-net/evaluation-figures.ts';
import { text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StageOf } from '../../engine/types.ts';
import { consumer, contract, provider } from '../words.ts';
import type { ConsumerEvaluationInputs } from './input.ts';
import { consumerEvaluationNotices } from './notices.ts';

/** What an evaluation begins with; its words and those of the answer stand in the record of its form alone. */
export interface ConsumerEvaluationOpening {
  readonly score: Score;
  readonly orderNo: string;
  /** Day on which the service was completed. */
  readonly completedOn: Day;
  /** The service request that the order is, where the network keeps it itself (HN-NET-05.3). */
  readonly requestCaseId?: string;
}

/** What an evaluation remembers. */
export interface ConsumerEvaluationFacts extends ConsumerEvaluationOpening {
  publishedAt: Instant | null;
  /** When the provider answered in public, which it does once. */
  answeredAt: Instant | null;
  /** When the consumer added its one comment. */
  commentedAt: Instant | null;
  /** The report that waits for the platform's decision: the evaluation is contested. */
  report: { readonly ground: HideReasonCode; readonly reportedAt: Instant } | null;
  /** Grounds on which a report was turned down; the same content is not examined on them again. */
  examined: HideReasonCode[];
  /** Why it is out of view; null while it is shown. */
  hidden: { readonly ground: HideReasonCode; readonly hiddenAt: Instant } | null;
  /** When the consumer objected to the hiding that stands. */
  objectedAt: Instant | null;
}

/** Public words stand in the form alone: unlawful ones can be hidden there, and nothing can be taken out of the timeline. */
const publicWords = { withholds: ['text'], personal: ['text'] } as const;

/**
 * Evaluation of a completed service by its consumer: HN-NET-19, 12. It is open only while somebody has to decide something, a report or
 * an objection; otherwise it is kept as a closed case. The invitation to evaluate belongs to the service request (HN-NET-05).
 */
export const consumerEvaluation = contract<{
  opening: ConsumerEvaluationOpening;
  facts: ConsumerEvaluationFacts;
  inputs: ConsumerEvaluationInputs;
}>()({
  kind: 'consumerEvaluation',
  prefix: 'evl',
  mark: '评价',
  retention: 'TRANSACTION',
  title: text('消费者评价', 'Consumer evaluation'),
  parties: { consumer, provider },
  intake: { by: ['consumer'] },
  stages: {
    SUBMITTED: text('已提交', 'Submitted'),
    PUBLISHED: text('已发布', 'Published'),
    HIDDEN: text('因内容违法已隐藏', 'Hidden for unlawful content'),
  },
  outcomes: {
    PUBLISHED: text('已发布', 'Published'),
    HIDDEN: text('因内容违法已隐藏', 'Hidden for unlawful content'),
  },
  notices: consumerEvaluationNotices,
  tasks: {
    reviewReport: {
      title: text('核查被举报的评价', 'Examine an evaluation reported as unlawful'),
      role: 'reviewer',
      dueBy: ['reportReview'],
    },
    reviewHiding: {
      title: text('复核对隐藏评价的异议', 'Examine an objection to a hiding'),
      role: 'manager',
      dueBy: ['hidingReview'],
    },
  },
  deadlines: {
    reportReview: {
      title: text('核查被举报评价的内部时限', 'Internal target of examining a reported evaluation'),
      clause: 'HN-NET 第十九条第二项',
      requirement: 'HN-NET-19.1',
      consequence: text('仅向负责人报告，无法律效果', 'Reported to managers only; no legal effect'),
      ladder: [],
      legalEffect: false,
    },
    hidingReview: {
      title: text('复核隐藏评价的内部时限', 'Internal target of examining an objection to a hiding'),
      clause: 'HN-NET 第十九条第二项',
      requirement: 'HN-NET-19.1',
      consequence: text('仅向负责人报告，无法律效果', 'Reported to managers only; no legal effect'),
      ladder: [],
      legalEffect: false,
    },
  },
  actions: {
    answerEvaluation: {
      title: text('公开答复评价', 'Answer in public'),
      done: text('服务商公开答复', 'Provider answered in public'),
      event: 'EVALUATION_ANSWERED',
      ...publicWords,
      by: [party('provider')],
      at: ['PUBLISHED'],
      whenClosed: true,
      clause: 'HN-NET 第十九条第二项',
      requirement: 'HN-NET-19.1',
    },
    commentEvaluation: {
      title: text('追加评价', 'Add a comment'),
      done: text('消费者追加评价', 'Consumer added a comment'),
      event: 'EVALUATION_COMMENTED',
      ...publicWords,
      by: [party('consumer')],
      at: ['PUBLISHED'],
      whenClosed: true,
      clause: 'HN-NET 第十九条第二项',
      requirement: 'HN-NET-19.1',
    },
    reportEvaluation: {
      title: text('举报评价内容违法', 'Report the content as unlawful'),
      done: text('服务商举报评价内容违法', 'Provider reported the content as unlawful'),
      event: 'EVALUATION_REPORTED',
      by: [party('provider')],
      at: ['PUBLISHED'],
      reopens: ['PUBLISHED'],
      clause: 'HN-NET 第八条第十一项',
      requirement: 'HN-NET-12.2',
    },
    keepEvaluation: {
      title: text('不予隐藏', 'Keep it in view'),
      done: text('举报不成立，评价继续公开', 'Report turned down; the evaluation stays in view'),
      event: 'EVALUATION_KEPT',
      by: [handling('reviewer')],
      at: ['PUBLISHED'],
      clause: 'HN-NET 第九条第九项(四)',
      requirement: 'HN-NET-19.2',
      task: 'reviewReport',
      notBy: ['filer', 'reporter'],
      adverse: true,
    },
    hideEvaluation: {
      title: text('隐藏内容违法的评价', 'Hide unlawful content'),
      done: text('评价因内容违法被隐藏', 'Evaluation hidden for unlawful content'),
      event: 'EVALUATION_HIDDEN',
      by: [handling('reviewer')],
      at: ['PUBLISHED'],
      reopens: ['PUBLISHED'],
      clause: 'HN-NET 第八条第六项',
      requirement: 'HN-NET-19.2',
      task: 'reviewReport',
      notBy: ['filer', 'reporter'],
      adverse: true,
      // A provider that tries to take an unfavourable evaluation out of view breaks the rules by that alone.
      logsRefusals: true,
    },
    objectToHiding: {
      title: text('对隐藏提出异议', 'Object to the hiding'),
      done: text('消费者对隐藏提出异议', 'Consumer objected to the hiding'),
      event: 'EVALUATION_HIDING_OBJECTED',
      by: [party('consumer')],
      at: ['HIDDEN'],
      reopens: ['HIDDEN'],
      clause: 'HN-NET 第十九条第二项',
      requirement: 'HN-NET-19.1',
    },
    restoreEvaluation: {
      title: text('撤销隐藏，恢复公开', 'Show it again'),
      done: text('撤销隐藏，评价恢复公开', 'Hiding reversed; the evaluation is shown again'),
      event: 'EVALUATION_RESTORED',
      by: [handling('manager')],
      at: ['HIDDEN'],
      reopens: ['HIDDEN'],
      clause: 'HN-NET 第九条第九项(四)',
      requirement: 'HN-NET-19.2',
      effect: 'reverses',
      task: 'reviewHiding',
      notBy: ['filer', 'reporter', 'hider'],
      adverse: true,
    },
    upholdHiding: {
      title: text('维持隐藏', 'Uphold the hiding'),
      done: text('异议不成立，维持隐藏', 'Objection turned down; the hiding stands'),
      event: 'EVALUATION_HIDING_UPHELD',
      by: [handling('manager')],
      at: ['HIDDEN'],
      clause: 'HN-NET 第八条第六项',
      requirement: 'HN-NET-19.2',
      task: 'reviewHiding',
      notBy: ['filer', 'reporter', 'hider'],
      adverse: true,
    },
  },
});

/** The stage in which an evaluation is in public view, of an open case or as its outcome. */
export const SHOWN = 'PUBLISHED' satisfies StageOf<typeof consumerEvaluation>;

/** Whether an evaluation is in public view at this stage. */
export function isShownAt(stage: string): boolean {
  return stage === SHOWN;
}

/** An evaluation as the credit record and the page of its provider have it (HN-NET-12). */
export function evaluationOnRecord(
  stage: string,
  { score, report }: Pick<ConsumerEvaluationFacts, 'score' | 'report'>,
): EvaluationOnRecord {
  return { score, isShown: isShownAt(stage), isContested: report !== null };
}
