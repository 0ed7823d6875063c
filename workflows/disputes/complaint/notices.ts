/** The notices of every complaint, and what they are told with. */
import type { BodyInWords } from '../../../rules/body-in-words.ts';
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';
import type { ComplaintTerms } from './terms.ts';

/** What a complaint is about. */
export interface ComplaintMatter {
  /** The duty that the complainant says was breached. */
  readonly ground: Text;
  readonly orderNumber?: string;
  readonly happenedOn: Day;
  readonly account: string;
  readonly claim: string;
}

/** The notices of a complaint under these terms. */
export function complaintNotices({ clause, requirements }: ComplaintTerms) {
  return {
    /** To the complainant; `deadlines[0]`: the time by which it is registered. */
    complaintReceived: notice<{
      readonly ground: Text;
      readonly orderNumber?: string;
      readonly receivedAt: Instant;
    }>(requirements.received, '投诉收悉', 'Your complaint has been received', clause),
    /** To the complainant; `deadlines[0]`: the time by which it is handled. */
    complaintRegistered: notice<{
      /** The platform that will handle it, if another. */
      readonly competent?: BodyInWords;
      readonly registeredAt: Instant;
    }>(requirements.registered, '投诉已登记', 'Your complaint has been registered', clause),
    /** To whom it is about; `deadlines[0]`, if the regime sets one: the time for its statement. */
    complaintAgainstProvider: asksFor(
      'giveStatement',
      adverse(
        notice<ComplaintMatter>(
          requirements.handled,
          '投诉告知及答复通知',
          'A complaint about your service: you may answer',
          clause,
        ),
        'stated',
      ),
    ),
    /** To the other side: what somebody answered or added. */
    complaintFileGrew: notice<{
      readonly by: Text;
      readonly what: Text;
      readonly words: string;
      readonly files: number;
      readonly at: Instant;
    }>(requirements.handled, '投诉案件有新材料', 'Something was added to the complaint', clause),
    /** To both sides. */
    complaintFinding: adverse(
      notice<{
        readonly verdict: Text;
        readonly responsible: Text;
        readonly breached: readonly Text[];
        /** What the finding rests on, where the regime has it stated by itself. */
        readonly evidence?: string;
        readonly reason: Phrase;
        readonly decidedAt: Instant;
        /** The passages of the duties found breached, or complained of. */
        readonly clause: string;
        /** What follows for the respondent, e.g. for its credit record. */
        readonly effect?: Text;
        /** The finding that it takes the place of. */
        readonly former?: Text;
        /** True while the complainant may apply for mediation. */
        readonly mediationOpen: boolean;
      }>(requirements.found, '投诉处理结果告知', 'Finding on the complaint', clause),
      'stated',
    ),
    /** To both sides; `deadlines[0]`: the time by which it is decided anew. */
    complaintReopened: adverse(
      notice<{
        readonly former: Text;
        readonly reason: Phrase;
        readonly reopenedAt: Instant;
        readonly effect?: Text;
      }>(requirements.found, '投诉认定结果进入复核', 'The finding on the complaint is under review', clause),
    ),
    /** To both sides; no finding is made. */
    complaintWithdrawn: notice<{
      readonly withdrawnAt: Instant;
      readonly reason?: Phrase;
      /** True if a mediation of the same dispute goes on. */
      readonly mediationGoesOn: boolean;
    }>(requirements.handled, '投诉已撤回', 'Complaint withdrawn', clause),
    /** To the managers of the body that handles it. */
    complaintOverdue: sentWhile(
      notice<{ readonly duty: Text; readonly overdueSince: Instant }>(
        requirements.handled,
        '投诉逾期督办',
        'A complaint is overdue',
        clause,
      ),
      { tasks: ['registrationOverdue', 'handlingOverdue'] },
    ),
  };
}
