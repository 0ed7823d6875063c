/** The notices of this process. */
import type { BodyInWords } from '../../../rules/hn-net/body-in-words.ts';
import { notice, type Phrase } from '../../../rules/notices.ts';
import type { Instant } from '../../../rules/time/index.ts';
import { complaintNotices as commonNotices } from '../../disputes/complaint/notices.ts';
import { clauses, terms } from './terms.ts';

const { complaintReceived, complaintRegistered, complaintAgainstProvider, ...later } = commonNotices(terms);

export const complaintNotices = {
  ...{ complaintReceived, complaintRegistered, complaintAgainstProvider },
  /** To both sides, by the platform that has it now. */
  complaintTransferred: notice<{
    readonly from: BodyInWords;
    readonly transferredAt: Instant;
    readonly reason: Phrase;
  }>('HN-NET-20.1', '投诉移送告知', 'Complaint transferred', clauses.complaint),
  ...later,
};
