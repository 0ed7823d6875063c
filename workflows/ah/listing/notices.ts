/** The notices of this process, all to the member. */
import { adverse, notice, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day } from '../../../rules/time/index.ts';

const CLAUSE = 'AH-OPS 动态管理';

interface Listed {
  readonly list: Text;
  readonly ground: Text;
  readonly reason: Phrase;
}

export const listingNotices = {
  whitelisted: notice<Listed & { readonly from: Day; readonly until: Day | null }>(
    'AH-OPS-06.1',
    '已列入白名单',
    'You are on the white list',
    CLAUSE,
  ),
  blacklisted: adverse(
    notice<Listed & { readonly from: Day; readonly until: Day | null }>(
      'AH-OPS-06.1',
      '列入黑名单的决定',
      'You are on the black list',
      CLAUSE,
    ),
  ),
  removed: adverse(
    notice<Listed & { readonly on: Day }>('AH-OPS-06.1', '移出名单', 'You are taken off the list', CLAUSE),
  ),
};
