/** Written requests of authorities and courts: who asks, what for, and what is wrong with one (HN-NET-08.5, 21.4). */
import { text, type Text } from '../text.ts';
import { dayOf, type Day, type Instant } from '../time/index.ts';
import { issue, type Issue } from './issue.ts';

/** What a request asks for. */
export const requestsFor = {
  DATA: text('提供登记信息、交易数据等资料', 'Registration and transaction data'),
  MEASURES: text('采取措施制止', 'Measures against unlawful content'),
  BOTH: text('采取措施并提供资料', 'Measures and data'),
} as const satisfies Readonly<Record<string, Text>>;

export type RequestFor = keyof typeof requestsFor;

/** Whether a request asks for data. */
export function asksForData(asked: RequestFor): boolean {
  return asked !== 'MEASURES';
}

/** Whether a request asks for measures. */
export function asksForMeasures(asked: RequestFor): boolean {
  return asked !== 'DATA';
}

/** All that is wrong with the times of a request: it has come already, and its own time to answer has not run out before. */
export function checkRequestTimes(
  { receivedAt, answerBy }: { readonly receivedAt: Instant; readonly answerBy: Day | null },
  now: Instant,
): Issue<'receivedAt' | 'answerBy'>[] {
  const issues: Issue<'receivedAt' | 'answerBy'>[] = [];
  if (receivedAt > now) {
    issues.push(issue('receivedAt', '08.5', '收到时间不能晚于现在', 'The request cannot have come in the future'));
  }
  if (answerBy !== null && answerBy < dayOf(receivedAt)) {
    issues.push(
      issue('answerBy', '08.5', '答复期限不能早于收到之日', 'The time to answer cannot end before the request came'),
    );
  }
  return issues;
}
