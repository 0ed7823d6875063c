/** The notices of this process. */
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';

const CLAUSE = 'AH-OPS 第十条';

export const serviceNeedNotices = {
  /** To the enterprise. */
  needPublished: notice<{ readonly category: Text; readonly publishedAt: Instant }>(
    'AH-OPS-02.2',
    '服务需求已发布',
    'Your need is published',
    CLAUSE,
  ),
  /** To the member that may take it. */
  needOffered: asksFor(
    'takeOrder',
    sentWhile(
      notice<{ readonly category: Text; readonly need: string; readonly offeredAt: Instant }>(
        'AH-OPS-02.2',
        '新的服务需求，请接单',
        'A need that you may take',
        CLAUSE,
      ),
      { stages: ['OFFERED'], parties: ['taker'] },
    ),
  ),
  /** To the enterprise. */
  orderTaken: notice<{ readonly category: Text; readonly takenAt: Instant }>(
    'AH-OPS-02.2',
    '服务机构已接单',
    'Your need was taken',
    CLAUSE,
  ),
  /** To the enterprise: who had taken it serves it no more. */
  needOpenAgain: notice<{ readonly category: Text; readonly reason: Phrase; readonly openedAt: Instant }>(
    'AH-OPS-02.2',
    '服务需求重新匹配服务机构',
    'Another member is sought for your need',
    CLAUSE,
  ),
  /** To the member that was to take it, or took it. */
  orderEnded: adverse(
    notice<{ readonly category: Text; readonly reason: Phrase; readonly endedAt: Instant }>(
      'AH-OPS-02.2',
      '服务需求已收回或者撤回',
      'A need is no longer yours to serve',
      CLAUSE,
    ),
  ),
  /** To the enterprise. */
  serviceCompleted: asksFor(
    'evaluateService',
    sentWhile(
      notice<{ readonly category: Text; readonly completedOn: Day }>(
        'AH-EVAL-02.2',
        '服务已完成，请评价',
        'The service is completed: please evaluate it',
        'AH-EVAL 附件1(服务企业满意度)',
      ),
      { fact: { at: 'satisfied', is: 'nothing' } },
    ),
  ),
  /** To the enterprise. */
  needExpired: notice<{ readonly category: Text; readonly expiredAt: Instant }>(
    'AH-OPS-02.2',
    '服务需求已到期',
    'Your need has expired',
    CLAUSE,
  ),
};
