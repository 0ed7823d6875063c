/** The notices of this process, all to the member. */
import { adverse, notice, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';

export const serviceEntryNotices = {
  entryExcluded: adverse(
    notice<{ readonly entry: Text; readonly enteredOn: Day; readonly reason: Phrase; readonly decidedAt: Instant }>(
      'AH-EVAL-02.5',
      '录入的服务数据不予计入',
      'Service data that you entered do not count',
      'AH-EVAL 附件1(注册用户)',
    ),
  ),
};
