/** The notices of this process. */
import { complaintNotices } from '../../disputes/complaint/notices.ts';
import { terms } from './terms.ts';

export const memberComplaintNotices = complaintNotices(terms);
