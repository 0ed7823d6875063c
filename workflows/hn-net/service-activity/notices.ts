/** The notices of this process. */
import { asksFor, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Instant } from '../../../rules/time/index.ts';
import { activityNotices } from '../../cooperation/service-activity/notices.ts';
import { terms } from './terms.ts';

const { clause, requirement } = terms.attended;

export const serviceActivityNotices = {
  ...activityNotices(terms),
  /** To the platform above, which answers. */
  supportAsked: asksFor(
    'answerSupport',
    sentWhile(
      notice<{ readonly name: string; readonly what: string; readonly askedAt: Instant }>(
        requirement,
        '请求支持服务活动',
        'A window asks for support of its activity',
        clause,
      ),
      { stages: ['PLANNED', 'PUBLISHED', 'SIGN_UP', 'HELD'] },
    ),
  ),
  /** To the organiser. */
  supportAnswered: notice<{
    readonly name: string;
    readonly granted: boolean;
    readonly answer: Phrase;
    readonly answeredAt: Instant;
  }>(requirement, '服务活动支持请求已答复', 'The request for support is answered', clause),
};
