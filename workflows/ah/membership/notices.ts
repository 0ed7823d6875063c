/** The notices of this process, all to the member. */
import { adverse, notice, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';

const CLAUSE = 'AH-OPS 第八条';

export const membershipNotices = {
  /** `firstReport`: the month that is reported on first, `2025-09`; `dueOn`: by when. */
  memberAdmitted: notice<{
    readonly joinedOn: Day;
    readonly firstReport: Text;
    readonly dueOn: Day;
  }>('AH-OPS-01.5', '已入驻平台网络', 'You are a member of the network', CLAUSE),
  residencyDeclined: adverse(
    notice<{ readonly reason: Phrase; readonly decidedAt: Instant }>(
      'AH-OPS-01.4',
      '入驻申请未予同意',
      'Your residency was declined',
      'AH-OPS 第七条',
    ),
  ),
};
