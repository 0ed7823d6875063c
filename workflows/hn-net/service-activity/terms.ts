/** What of service activities is this regime's: the passages they rest on. */
import type { ActivityTerms } from '../../cooperation/service-activity/terms.ts';

/** Activities under the measures (HN-NET-05.6, 16.5, 16.6). */
export const terms = {
  held: { clause: 'HN-NET 第十五条', requirement: 'HN-NET-16.5' },
  published: { clause: 'HN-NET 第七条第六项', requirement: 'HN-NET-05.6' },
  attended: { clause: 'HN-NET 第十六条', requirement: 'HN-NET-16.6' },
} as const satisfies ActivityTerms;
