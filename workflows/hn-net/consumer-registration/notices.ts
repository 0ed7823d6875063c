/** The notices of this process. */
import type { Phrase } from '../../../rules/notices.ts';
import { asksFor, adverse, notice, sentWhile } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';

export const consumerRegistrationNotices = {
  /** That it arrives shows that the consumer can be reached for a return visit. */
  registered: notice<{ readonly registeredAt: Instant }>(
    'HN-NET-18.1',
    '注册已生效',
    'Your registration has taken effect',
    'HN-NET 第十八条',
  ),
  correctionRequested: asksFor(
    'updateContact',
    adverse(
      sentWhile(
        notice<{
          readonly items: readonly Text[];
          readonly reason: Phrase;
          readonly requestedAt: Instant;
        }>('HN-NET-18.2', '请更正注册信息', 'Please put your registration right', 'HN-NET 第十八条'),
        { tasks: ['checkIdentity'], latest: true },
      ),
    ),
  ),
  registrationClosed: notice<{ readonly closedAt: Instant }>(
    'HN-NET-18.1',
    '注册已注销',
    'Your registration has been closed',
    'HN-NET 第十八条',
  ),
  registrationEnded: adverse(
    notice<{ readonly ground: Text; readonly reason: Phrase; readonly endedAt: Instant }>(
      'HN-NET-18.2',
      '注册已终止',
      'Your registration has been ended',
      'HN-NET 第十八条',
    ),
    'stated',
  ),
  platformChanged: adverse(
    notice<{ readonly reason: Phrase; readonly movedAt: Instant }>(
      'HN-NET-25.2',
      '服务平台变更通知',
      'Another platform serves you',
      'HN-NET 第二十四条',
    ),
  ),
};
