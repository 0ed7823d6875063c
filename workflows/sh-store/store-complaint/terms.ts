import { complaintLaw } from '../../../rules/sh-store/complaint.ts';
import { text } from '../../../rules/text.ts';
import type { ComplaintTerms } from '../../disputes/complaint/terms.ts';

/** Complaints under the store measures. These name complaints once, where two upheld ones lead to clearance (SH-STORE-14). */
export const terms = {
  law: complaintLaw,
  clause: 'SH-STORE 四.5(2)',
  requirements: {
    received: 'SH-STORE-14',
    registered: 'SH-STORE-14',
    handled: 'SH-STORE-14',
    found: 'SH-STORE-14.2',
  },
  respondent: text('店铺', 'store'),
} as const satisfies ComplaintTerms;
