/** The notices of this process: to the operator, and in the same words to every provider and consumer concerned (HN-NET-11.2). */
import { notice, toMany, type Phrase } from '../../../rules/notices.ts';
import type { Instant } from '../../../rules/time/index.ts';

const LAW = 'HN-NET 第八条第十项';

export const platformTerminationNotices = {
  terminationAnnounced: toMany(
    notice<{ readonly endsAt: Instant; readonly announcement: string; readonly measures: string }>(
      'HN-NET-11.2',
      '平台将终止服务',
      'The platform will end',
      LAW,
    ),
  ),
  terminationPostponed: toMany(
    notice<{ readonly endsAt: Instant; readonly before: Instant; readonly measures: string; readonly reason: Phrase }>(
      'HN-NET-11.4',
      '平台终止服务的日期推迟',
      'The end of the platform moves to a later date',
      LAW,
    ),
  ),
  terminationCancelled: toMany(
    notice<{ readonly endsAt: Instant; readonly reason: Phrase }>(
      'HN-NET-11.4',
      '平台继续提供服务',
      'The platform goes on',
      LAW,
    ),
  ),
};
