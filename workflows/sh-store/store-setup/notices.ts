/** The notices of this process. */
import { notice } from '../../../rules/notices.ts';
import type { EntryRoute } from '../../../rules/sh-store/notices.ts';
import type { Instant } from '../../../rules/time/index.ts';

export const storeSetupNotices = {
  /** `deadlines`: the 5 and the 15 working days, and the end of the trial on the trial route. */
  storeOpened: notice<{ readonly openedAt: Instant; readonly route: EntryRoute; readonly products: number }>(
    'SH-STORE-06.8',
    '开店审核通过',
    'Your store is open',
    'SH-STORE 四.3',
  ),
  setupDone: notice<{ readonly doneAt: Instant; readonly inTime: boolean }>(
    'SH-STORE-06.5',
    '开店基本工作已完成',
    'Store set-up complete',
    'SH-STORE 四.3',
  ),
};
