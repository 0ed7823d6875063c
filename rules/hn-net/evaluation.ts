import type { PartyKey } from '../parties/party.ts';
import type { Text } from '../text.ts';
import { isFilled, text } from '../text.ts';
import type { HnNetValues } from './config.ts';
import { hnNetValues } from './config.ts';
import type { Issue } from './issue.ts';
import { issue } from './issue.ts';

/** The states of an evaluation (HN-NET-19); where each may lead. A hidden one is kept. */
export const evaluationMoves = {
  INVITED: ['SUBMITTED'],
  SUBMITTED: ['PUBLISHED', 'HIDDEN'],
  PUBLISHED: ['HIDDEN'],
  HIDDEN: ['PUBLISHED'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type EvaluationState = keyof typeof evaluationMoves;

/** The scores, from very dissatisfied to very satisfied. */
export const scores = [1, 2, 3, 4, 5] as const;

export type Score = (typeof scores)[number];

/** What a consumer writes on an order: a score, and words unless it has none to add. */
export interface EvaluationForm {
  readonly score: number;
  readonly text: string | null;
}

/** What an evaluation is checked against. */
export interface EvaluatedOrder {
  /** Whether the service has been completed. */
  readonly completed: boolean;
  /** Whether the one who evaluates is the consumer of the order. */
  readonly ownOrder: boolean;
  /** Whether this consumer has evaluated this order before. */
  readonly evaluated: boolean;
}

/** Most characters of the words. */
export const longestEvaluation = 2000;

/** The key under which an evaluation is kept: there is one a consumer and order (HN-NET-19.1). */
export function evaluationKey(consumer: PartyKey, orderId: string): string {
  return `EVALUATION:${orderId}:${consumer}`;
}

/** All that stands in the way of an evaluation (HN-NET-19.1); empty when nothing does. */
export function checkEvaluation(form: EvaluationForm, order: EvaluatedOrder): Issue<keyof EvaluationForm | 'order'>[] {
  const issues: Issue<keyof EvaluationForm | 'order'>[] = [];
  if (!(scores as readonly number[]).includes(form.score)) {
    issues.push(issue('score', '19.1', '评分为 1 至 5 分的整数', 'The score is a whole number from 1 to 5'));
  }
  if (isFilled(form.text) && form.text.length > longestEvaluation) {
    const zh = `评价文字不超过 ${longestEvaluation} 字`;
    issues.push(issue('text', '19.1', zh, `The words may have ${longestEvaluation} characters`));
  }
  if (!order.ownOrder) {
    issues.push(issue('order', '19.1', '只能评价本人（本单位）的订单', 'Only the consumer of an order evaluates it'));
  }
  if (!order.completed) {
    issues.push(issue('order', '19.1', '服务完成后方可评价', 'An order is evaluated once the service is completed'));
  }
  if (order.evaluated) {
    issues.push(issue('order', '19.1', '该订单已评价，每单只评价一次', 'This order has been evaluated; once is all'));
  }
  return issues;
}

/** Why an evaluation may be hidden, with the passage that makes the content unlawful. */
export interface HideReason {
  readonly title: Text;
  readonly clause: string;
}

/**
 * The closed list of grounds on which an evaluation may be hidden: unlawful content and nothing else. That it is
 * unfavourable is no ground (HN-NET-19.2, 第九条第九项(四)).
 */
export const hideReasons = {
  ILLEGAL_INFORMATION: reason('含法律、法规禁止的信息', 'Information that the law prohibits', '第八条第六项'),
  INSULT_OR_DEFAMATION: reason('侮辱、诽谤他人', 'Insult or defamation', '第八条第六项'),
  INFRINGEMENT: reason('侵犯他人商标、企业名称等权利', 'Infringement of trademarks, names or rights', '第八条第七项'),
  PERSONAL_INFORMATION: reason(
    '泄露个人信息或商业秘密',
    'Discloses personal information or trade secrets',
    '第九条第八项',
  ),
  FABRICATED_TRADE: reason('以虚构交易作出的评价', 'Evaluation of a fabricated trade', '第九条第九项(四)'),
  MALICIOUS_EVALUATION: reason('违背事实的恶意评价', 'Malicious evaluation contrary to the facts', '第九条第九项(五)'),
} as const satisfies Readonly<Record<string, HideReason>>;

export type HideReasonCode = keyof typeof hideReasons;

/** Who asks for an evaluation to be hidden or deleted. */
export type HidingSide = 'PROVIDER' | 'CONSUMER' | 'PLATFORM';

/**
 * Null if this side may hide an evaluation for this reason, else why not (HN-NET-19.2). Only a platform may, and only
 * on a ground of {@link hideReasons}; a provider may report one, never take it away. Nobody may delete.
 */
export function refusalToHide(side: HidingSide, reasonCode: string): Text | null {
  if (side === 'PROVIDER') {
    return text('服务商不得删除或隐藏评价', 'A provider may not delete or hide an evaluation');
  }
  if (side === 'CONSUMER') return text('评价由平台依法处置', 'It is the platform that deals with an evaluation');
  if (Object.hasOwn(hideReasons, reasonCode)) return null;
  return text('仅可因内容违法隐藏评价，请选择理由', 'Only unlawful content is hidden; choose the ground');
}

/** How many evaluations have each score. */
export type ScoreCounts = Readonly<Record<Score, number>>;

/** The satisfaction of a set of evaluations. */
export interface Satisfaction {
  readonly satisfied: number;
  readonly all: number;
  /** 0 to 100, unrounded; null where there are no evaluations, which is not applicable and not 0. */
  readonly percent: number | null;
}

/**
 * The satisfaction share: satisfied evaluations of all (HN-NET-24.1, 19.1). Give the counts of submitted and published
 * evaluations; hidden ones do not count.
 */
export function satisfactionOf(counts: ScoreCounts, values: HnNetValues = hnNetValues()): Satisfaction {
  let satisfied = 0;
  let all = 0;
  for (const score of scores) {
    all += counts[score];
    if (score >= values['evaluation.satisfiedFrom']) satisfied += counts[score];
  }
  return { satisfied, all, percent: all === 0 ? null : (satisfied * 100) / all };
}

function reason(zh: string, en: string, passage: string): HideReason {
  return { title: text(zh, en), clause: `HN-NET ${passage}` };
}
