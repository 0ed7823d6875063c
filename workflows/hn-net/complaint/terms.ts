/** What of a complaint is this regime's: the passages it rests on. */
import { complaintLaw } from '../../../rules/hn-net/complaint.ts';
import { text } from '../../../rules/text.ts';
import type { ComplaintTerms } from '../../disputes/complaint/terms.ts';

/** Passages of the measures. */
export const clauses = {
  /** Complaints are made to the hub or a window, which registers and handles them. */
  complaint: 'HN-NET 第十九条第三项',
  /** A dispute may go to mediation. */
  mediation: 'HN-NET 第十九条第四项',
} as const;

/** Complaints under the measures (HN-NET-20). */
export const terms = {
  law: complaintLaw,
  clause: clauses.complaint,
  requirements: {
    received: 'HN-NET-20.1',
    registered: 'HN-NET-20.2',
    handled: 'HN-NET-20.3',
    found: 'HN-NET-20.4',
  },
  respondent: text('服务商', 'provider'),
} as const satisfies ComplaintTerms;
