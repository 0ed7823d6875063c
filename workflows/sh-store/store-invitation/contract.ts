import type { Phrase } from '../../../rules/notices.ts';
import { text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';
import { fixedDateLadder } from '../../../rules/time/index.ts';
import { correctContactBy } from '../../engine/contact.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StoreInvitationInputs } from './input.ts';
import { storeInvitationNotices } from './notices.ts';
import { contract, institution } from '../words.ts';

/** Why an institution is invited (一.2): it leads its field, has a good reputation, has high potential. */
export const INVITATION_REASONS = ['LEADERSHIP', 'REPUTATION', 'POTENTIAL'] as const;
export type InvitationReason = (typeof INVITATION_REASONS)[number];

export const invitationReasons = {
  LEADERSHIP: text('行业内领先', 'Leads its field'),
  REPUTATION: text('市场信誉较好', 'Good market reputation'),
  POTENTIAL: text('发展潜力较高', 'High potential'),
} as const;

export interface StoreInvitationOpening {
  readonly reasons: readonly InvitationReason[];
  /** The body that invites, as the invited institution reads it. */
  readonly inviter: Phrase;
  /** What the inviter says to the institution. */
  readonly note?: string;
}

export interface StoreInvitationFacts {
  readonly reasons: readonly InvitationReason[];
  readonly invitedAt: Instant | null;
  applicationCaseId: string | null;
}

/** Invitation route: SH-STORE-02.3, 02.4. */
export const storeInvitation = contract<{
  opening: StoreInvitationOpening;
  facts: StoreInvitationFacts;
  inputs: StoreInvitationInputs;
}>()({
  kind: 'storeInvitation',
  prefix: 'inv',
  mark: '邀约',
  title: text('主动邀约', 'Invitation'),
  parties: { invited: institution },
  stages: {
    INVITED: text('已邀约', 'Invited'),
  },
  outcomes: {
    ACCEPTED: text('已接受邀约', 'Accepted'),
    DECLINED: text('已谢绝邀约', 'Declined'),
    LAPSED: text('邀约失效', 'Lapsed'),
  },
  notices: storeInvitationNotices,
  tasks: {},
  deadlines: {
    acceptance: {
      title: text('提交开店申请（即为接受邀约）', 'File the application, which accepts the invitation'),
      clause: 'SH-STORE 一.2',
      requirement: 'SH-STORE-02.4',
      consequence: text('期限内未提交申请的，邀约失效', 'The invitation lapses'),
      platformRule: true,
      concerns: [{ contact: true }, { did: 'filer', or: 'reviewer' }],
      servedBy: 'invitation',
      reading: 'unreached',
      ladder: fixedDateLadder,
    },
  },
  actions: {
    acceptInvitation: {
      title: text('接受邀约', 'Accept'),
      done: text('接受邀约', 'Invitation accepted'),
      event: 'INVITATION_ACCEPTED',
      by: ['case'],
      at: ['INVITED'],
      clause: 'SH-STORE 一.2',
      requirement: 'SH-STORE-02.3',
    },
    declineInvitation: {
      title: text('谢绝邀约', 'Decline'),
      done: text('谢绝邀约', 'Invitation declined'),
      event: 'INVITATION_DECLINED',
      by: [party('invited')],
      at: ['INVITED'],
      clause: 'SH-STORE 一.2',
      requirement: 'SH-STORE-02.3',
    },
    correctContact: correctContactBy([handling('reviewer'), handling('manager')], 'SH-STORE 一.2'),
  },
});
