/** The notices of this process, all to the member. */
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';

const DUTY = 'AH-OPS 第十五条';
const FILING = 'AH-OPS 第五条';

interface OfChange {
  readonly change: Text;
  readonly effectiveOn: Day;
}

export const changeFilingNotices = {
  changeReceived: notice<OfChange & { readonly isLate: boolean; readonly receivedAt: Instant }>(
    'AH-OPS-05.1',
    '变更报备收悉',
    'Your change has been received',
    DUTY,
  ),
  /** `deadlines[0]`, if its time is not over: by when it is reported. */
  changeFound: asksFor(
    'reportChange',
    adverse(
      sentWhile(notice<OfChange>('AH-OPS-05.4', '发现未报备的变更', 'A change was not reported', DUTY), {
        stages: ['UNREPORTED'],
      }),
    ),
  ),
  /** The note for the annual evaluation is lifted with it. */
  findingWithdrawn: notice<OfChange & { readonly reason: Phrase; readonly withdrawnAt: Instant }>(
    'AH-OPS-05.4',
    '登记的变更已撤回',
    'A change recorded by mistake is taken back',
    DUTY,
  ),
  changeFiled: notice<OfChange & { readonly filedAt: Instant }>('AH-OPS-05.2', '变更已备案', 'Change filed', FILING),
  changeReturned: asksFor(
    'reportChange',
    sentWhile(
      adverse(
        notice<OfChange & { readonly missing: readonly Text[]; readonly reason: Phrase }>(
          'AH-OPS-05.3',
          '变更报备退回补正',
          'Proof of your change is missing',
          FILING,
        ),
      ),
      { stages: ['RETURNED'], latest: true },
    ),
  ),
};
