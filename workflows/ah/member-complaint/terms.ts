import { complaintLaw } from '../../../rules/ah/complaint.ts';
import { text } from '../../../rules/text.ts';
import type { ComplaintTerms } from '../../disputes/complaint/terms.ts';

/** Complaints under the evaluation measures, which name them once, as a deduction (AH-EVAL-08). */
export const terms = {
  law: complaintLaw,
  clause: 'AH-EVAL 附件1(减分项)',
  requirements: {
    received: 'AH-EVAL-08.1',
    registered: 'AH-EVAL-08.1',
    handled: 'AH-EVAL-08.1',
    found: 'AH-EVAL-08.2',
  },
  respondent: text('服务机构', 'member'),
} as const satisfies ComplaintTerms;
