/** The notices of this process. */
import { notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';

export const storeInvitationNotices = {
  /** `deadlines[0]`: when the invitation lapses. */
  invitation: sentWhile(
    notice<{
      readonly inviter: Phrase;
      readonly reasons: readonly Phrase[];
      /** What the inviter says, as it was written. */
      readonly note?: string;
      readonly invitedAt: Instant;
    }>('SH-STORE-02.4', '入驻邀约', 'Invitation to open a store', 'SH-STORE 一.2', 3),
    { deadlines: 'open' },
  ),
  invitationLapsed: notice<{ readonly invitedAt: Instant; readonly lapsedAt: Instant }>(
    'SH-STORE-02.4',
    '入驻邀约已失效',
    'Invitation lapsed',
    'SH-STORE 一.2',
    2,
  ),
  invitationDeclined: notice<{ readonly invitedAt: Instant; readonly declinedAt: Instant }>(
    'SH-STORE-02.4',
    '已谢绝入驻邀约',
    'Invitation declined',
    'SH-STORE 一.2',
  ),
  /** To who invited. */
  invitationNotTakenUp: notice<{
    readonly outcome: Text;
    readonly invitedAt: Instant;
    readonly endedAt: Instant;
    readonly reason?: Phrase;
  }>('SH-STORE-02.4', '入驻邀约未获接受', 'Invitation not taken up', 'SH-STORE 一.2'),
  invitationAccepted: notice<{ readonly acceptedAt: Instant; readonly applicationNumber?: string }>(
    'SH-STORE-02.4',
    '入驻邀约已被接受',
    'Invitation accepted',
    'SH-STORE 一.2',
  ),
};
