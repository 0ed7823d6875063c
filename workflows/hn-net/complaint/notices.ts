/** The notices of this process. */
import type { BodyInWords } from '../../../rules/hn-net/body-in-words.ts';
import { adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';
import { clauses } from './terms.ts';

/** What a complaint is about. */
export interface ComplaintMatter {
  /** The duty that the complainant says was breached. */
  readonly ground: Text;
  readonly orderNumber?: string;
  readonly happenedOn: Day;
  readonly account: string;
  readonly claim: string;
}

export const complaintNotices = {
  /** To the complainant; `deadlines[0]`: the time by which it is registered. */
  complaintReceived: notice<{
    readonly platform: BodyInWords;
    readonly ground: Text;
    readonly orderNumber?: string;
    readonly receivedAt: Instant;
  }>('HN-NET-20.1', '投诉收悉', 'Your complaint has been received', clauses.complaint),
  /** To the complainant; `deadlines[0]`: the time by which it is handled. */
  complaintRegistered: notice<{
    readonly platform: BodyInWords;
    /** The platform that will handle it, if another. */
    readonly competent?: BodyInWords;
    readonly registeredAt: Instant;
  }>('HN-NET-20.2', '投诉已登记', 'Your complaint has been registered', clauses.complaint),
  /** To the provider. */
  complaintAgainstProvider: adverse(
    notice<{ readonly platform: BodyInWords } & ComplaintMatter>(
      'HN-NET-20.3',
      '投诉告知及答复通知',
      'A complaint about your service: you may answer',
      clauses.complaint,
    ),
    'stated',
  ),
  /** To both sides. */
  complaintTransferred: notice<{
    readonly from: BodyInWords;
    readonly to: BodyInWords;
    readonly transferredAt: Instant;
    readonly reason: Phrase;
  }>('HN-NET-20.1', '投诉移送告知', 'Complaint transferred', clauses.complaint),
  /** To the other side: what somebody answered or added. */
  complaintFileGrew: notice<{
    readonly by: Text;
    readonly what: Text;
    readonly words: string;
    readonly files: number;
    readonly at: Instant;
  }>('HN-NET-20.3', '投诉案件有新材料', 'Something was added to the complaint', clauses.complaint),
  /** To both sides. */
  complaintFinding: adverse(
    notice<{
      readonly verdict: Text;
      readonly responsible: Text;
      readonly breached: readonly Text[];
      readonly reason: Phrase;
      readonly decidedAt: Instant;
      /** The passages of the duties found breached, or complained of. */
      readonly clause: string;
      /** What becomes of it in the credit record of the provider, if anything. */
      readonly credit?: Text;
      /** The finding that it takes the place of. */
      readonly former?: Text;
      /** True while the complainant may apply for mediation. */
      readonly mediationOpen: boolean;
    }>('HN-NET-20.4', '投诉处理结果告知', 'Finding on the complaint', clauses.complaint),
    'stated',
  ),
  /** To both sides. */
  complaintReopened: adverse(
    notice<{
      readonly former: Text;
      readonly reason: Phrase;
      readonly reopenedAt: Instant;
      readonly credit?: Text;
    }>('HN-NET-20.4', '投诉认定结果进入复核', 'The finding on the complaint is under review', clauses.complaint),
  ),
  /** To both sides; no finding is made. */
  complaintWithdrawn: notice<{
    readonly withdrawnAt: Instant;
    readonly reason?: Phrase;
    /** True if a mediation of the same dispute goes on. */
    readonly mediationGoesOn: boolean;
  }>('HN-NET-20.3', '投诉已撤回', 'Complaint withdrawn', clauses.complaint),
  /** To the managers of the platform. */
  complaintOverdue: sentWhile(
    notice<{ readonly duty: Text; readonly overdueSince: Instant }>(
      'HN-NET-20.3',
      '投诉逾期督办',
      'A complaint is overdue',
      clauses.complaint,
    ),
    { tasks: ['registrationOverdue', 'handlingOverdue'] },
  ),
};
