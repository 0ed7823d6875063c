/** The notices of this process. */
import { activityNotices, evidenceNotices } from '../../cooperation/service-activity/notices.ts';
import { terms } from './terms.ts';

export const memberActivityNotices = { ...activityNotices(terms), ...evidenceNotices(terms) };
