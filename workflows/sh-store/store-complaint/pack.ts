/** What the store measures bring to the common process of complaints: the Centre, the time for the store's answer, the count. */
import type { ComplaintPack } from '../../disputes/complaint/pack.ts';
import { countFinding, suspendCount } from './count.ts';
import type { StoreComplaint } from './step.ts';
import { terms } from './terms.ts';

export const pack: ComplaintPack<StoreComplaint> = {
  terms,

  /** The store reads the complaint in the complainant's words, of which the workflow knows nothing, and hears by when to answer. */
  tellRespondent(step, told) {
    step.startDeadline('statement', step.workingDays('complaint.statementWithin'));
    const words = { account: { fromForm: 'account' }, claim: { fromForm: 'claim' } };
    step.notify('complaintAgainstProvider', 'respondent', { ...told, ...words }, ['statement']);
  },

  giveOut: (step) => step.openTask('investigate', {}),
  findingMade: countFinding,
  findingReopened: suspendCount,
};
